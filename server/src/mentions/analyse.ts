import type { Block, ProseDocument } from '../prose/document.ts';
import { overlaps } from '../text/span.ts';
import type { AnalysedBlock, AnalysedDocument } from './analysedDocument.ts';
import type { BlockReading, NamedBlock } from './analysisDraft.ts';
import {
  type AnalysisMemory,
  createAnalysisMemory,
  type KnownMentions,
  type KnownNames,
  recording,
} from './analysisMemory.ts';
import { attribute } from './attribution.ts';
import { readDateline } from './dateline.ts';
import { type EntityInput, resolveEntities } from './entities.ts';
import type { LocalMention, Speaker } from './mention.ts';
import { type FoundName, recogniseNames } from './name.ts';
import { countWords, type NameStatistics, shapeOf } from './nameStatistics.ts';
import { readUnits, type Unit } from './nameUnits.ts';
import { recogniseFacts } from './quantitative.ts';
import { recogniseQuotations } from './quotation.ts';
import { roleOf } from './role.ts';

/**
 * Finds the mentions of a document, its entities, and who says what. Never throws; linear in the length of the text.
 * With the memory of an earlier version, what did not change is not worked out again; the result is the same.
 */
export function analyse(
  prose: ProseDocument,
  memory: AnalysisMemory = createAnalysisMemory(),
): AnalysedDocument {
  const known = memory.readings;
  const readings = prose.blocks.map((block): BlockReading => {
    const reading = known.get(block.tokens);
    if (!reading) return readBlock(block);
    return reading.block === block ? reading : { ...reading, block };
  });
  memory.readings = new Map(readings.map((reading) => [reading.block.tokens, reading]));
  return analyseReadings(prose, readings, memory);
}

/** What one block says by itself: a pure function of its text, tokens and sentences, so that it can be kept. */
export function readBlock(block: Block): BlockReading {
  const units = readUnits(block.text, block.tokens, block.sentences);
  const shape = shapeOf(units);
  return {
    block,
    units,
    shape,
    counts: countWords(units, shape),
    facts: recogniseFacts(block.text, block.tokens, block.sentences),
    quotations: recogniseQuotations(block.text, block.tokens),
  };
}

/** The second half of {@link analyse}: what only the document as a whole can say. */
function analyseReadings(
  prose: ProseDocument,
  readings: readonly BlockReading[],
  memory: AnalysisMemory,
): AnalysedDocument {
  const named = nameBlocks(readings, memory);

  const inputs: EntityInput[] = named.flatMap(({ reading, names }) =>
    names.map(({ mention }, n) => ({
      mention,
      definesPrevious: definesPrevious(reading.block.text, names, n),
    })),
  );
  const { entities, of } = resolveEntities(inputs);

  const firstInput: number[] = [];
  let count = 0;
  for (const { names } of named) {
    firstInput.push(count);
    count += names.length;
  }

  const blocks = mergeBlocks(named, memory);
  /** Mention indexes of the names of each block, in order. */
  const nameMentions: (readonly number[])[] = [];
  const nameMentionsOf = (block: number): readonly number[] => {
    nameMentions[block] ??= (blocks[block]?.mentions ?? []).flatMap(({ kind }, at) =>
      kind === 'name' ? [at] : [],
    );
    return nameMentions[block];
  };

  const attributions = attribute(named);
  const speakers = blocks.map(({ mentions }, block) => {
    if (!attributions[block]?.some((found) => found)) return undefined;
    const byMention = new Map<number, Speaker>();
    let quotation = 0;
    mentions.forEach((mention, index) => {
      if (mention.kind !== 'quotation') return;
      const found = attributions[block]?.[quotation++];
      if (!found) return;
      const entity = of[(firstInput[found.block] as number) + found.name] as number;
      byMention.set(index, {
        block: found.block,
        mention: nameMentionsOf(found.block)[found.name] as number,
        name: entities[entity]?.name ?? '',
        sure: found.sure,
        ...(found.cue ? { cue: found.cue } : {}),
      });
    });
    return byMention;
  });

  const dateline = readDateline(prose, readings);
  return {
    prose,
    blocks,
    entities,
    entityOf(block, mention) {
      const name = indexIn(nameMentionsOf(block), mention);
      return name < 0 ? undefined : of[(firstInput[block] as number) + name];
    },
    speakerOf: (block, mention) => speakers[block]?.get(mention),
    ...(dateline ? { dateline } : {}),
  };
}

/** Index of `value` in a list in rising order, or -1. */
function indexIn(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}

/** Finds the names of each block; those of a block stay while no count that they asked for changes. */
function nameBlocks(readings: readonly BlockReading[], memory: AnalysisMemory): readonly NamedBlock[] {
  const { statistics, changed } = memory.count(readings.map(({ counts }) => counts));
  const isUnchanged = ({ asked }: KnownNames): boolean => {
    if (changed.size === 0) return true;
    for (const word of asked) if (changed.has(word)) return false;
    return true;
  };
  const kept = new Map<BlockReading['block']['tokens'], KnownNames>();
  const named = readings.map((reading, index): NamedBlock => {
    const { tokens } = reading.block;
    let known = kept.get(tokens) ?? memory.names.get(tokens);
    if (!known || !(kept.has(tokens) || isUnchanged(known))) {
      const asked = new Set<string>();
      known = { names: namesOf(reading, recording(statistics, asked)), asked };
    }
    kept.set(tokens, known);
    return { reading, names: known.names, quotations: openQuotations(reading, readings[index + 1]) };
  });
  memory.names = kept;
  return named;
}

function namesOf(reading: BlockReading, statistics: NameStatistics): NamedBlock['names'] {
  const { block, units, shape, facts } = reading;
  let fact = 0;
  // Units and facts are both sorted; facts that ended before this unit are not looked at again.
  const blocked = (unit: Unit): boolean => {
    while (fact > 0 && (facts[fact - 1] as { end: number }).end > unit.start) fact--;
    while (fact < facts.length && (facts[fact] as { end: number }).end <= unit.start) fact++;
    const here = facts[fact];
    return here !== undefined && overlaps(here, unit);
  };
  return recogniseNames(block.text, units, blocked, shape, statistics).map((name): FoundName => {
    const role = roleOf(block.text, units, name);
    return role ? { ...name, mention: { ...name.mention, role } } : name;
  });
}

/** A quotation left open at the end of a block holds only if the next block goes on with it, or it is a whole block. */
function openQuotations(
  { block, quotations }: BlockReading,
  next: BlockReading | undefined,
): BlockReading['quotations'] {
  const { text } = block;
  return quotations.filter(({ open, end, outer }) => {
    if (!open || text.slice(end).trim() !== '') return true;
    const mark = text[outer.start] as string;
    const goesOn = next?.quotations.some(
      (other) => next.block.text.slice(0, other.outer.start).trim() === '',
    );
    return (
      goesOn === true ||
      text.slice(0, outer.start).trim() === '' ||
      (mark !== "'" && /[:,]\s*$/.test(text.slice(0, outer.start)))
    );
  });
}

/** "European Union (EU)": the second name stands in brackets directly after the first, one of them an acronym. */
function definesPrevious(text: string, names: readonly FoundName[], n: number): boolean {
  const previous = names[n - 1]?.mention;
  const here = names[n]?.mention;
  if (!previous || !here || previous.acronym === here.acronym) return false;
  return (
    /^\s?\(\s?$/.test(text.slice(previous.end, here.start)) &&
    /^\s?\)/.test(text.slice(here.end, here.end + 2))
  );
}

const rank = (mention: LocalMention): number => (mention.kind === 'quotation' ? 0 : 1);

/** Puts the mentions of each block in order; the list stays the same one while its parts do. */
function mergeBlocks(named: readonly NamedBlock[], memory: AnalysisMemory): readonly AnalysedBlock[] {
  const kept = new Map<BlockReading['block']['tokens'], KnownMentions>();
  const blocks = named.map(({ reading, names, quotations }): AnalysedBlock => {
    const { block, facts } = reading;
    const known = memory.mentions.get(block.tokens);
    const same =
      known?.names === names &&
      known.quotations.length === quotations.length &&
      quotations.every((quotation, i) => quotation === known.quotations[i]);
    const mentions = same ? known.mentions : mergeMentions(facts, quotations, names);
    kept.set(block.tokens, { names, quotations, mentions });
    return { block, mentions };
  });
  memory.mentions = kept;
  return blocks;
}

function mergeMentions(
  facts: BlockReading['facts'],
  quotations: NamedBlock['quotations'],
  names: NamedBlock['names'],
): readonly LocalMention[] {
  const mentions: LocalMention[] = [...facts, ...quotations, ...names.map(({ mention }) => mention)];
  return mentions.sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
}
