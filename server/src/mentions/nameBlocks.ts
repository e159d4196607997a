import { overlaps } from '../text/span.ts';
import type { BlockReading, NamedBlock } from './analysisDraft.ts';
import { type AnalysisMemory, type KnownBlock, type KnownNames, recording } from './analysisMemory.ts';
import { type EntityInput, entityInput } from './entities.ts';
import type { LocalMention } from './mention.ts';
import { type FoundName, recogniseNames } from './name.ts';
import type { NameStatistics } from './nameStatistics.ts';
import type { Unit } from './nameUnits.ts';
import { roleOf } from './role.ts';

/** Finds the names of each block; a block stays the same object while what is found in it does. */
export function nameBlocks(known: readonly KnownBlock[], memory: AnalysisMemory): readonly NamedBlock[] {
  const { statistics, changed } = memory.count(known.map(({ reading }) => reading.counts));
  const told = { words: changed, list: [...changed] };
  return known.map((block, index): NamedBlock => {
    const { names } = namesIn(block, memory.turn, statistics, told);
    return withQuotations(block, names, openQuotations(block.reading, known[index + 1]?.reading));
  });
}

/** Finds the names of each block in steps, so that `nameBlocks` finds them known. */
export function* nameInSteps(known: readonly KnownBlock[], memory: AnalysisMemory): Generator<void> {
  const { statistics, changed } = memory.count(known.map(({ reading }) => reading.counts));
  const { turn } = memory;
  const told = { words: changed, list: [...changed] };
  for (const block of known) {
    namesIn(block, turn, statistics, told);
    yield;
  }
}

/** Words whose counts are others than in the last version, in both forms in which they are asked for. */
interface Changed {
  readonly words: ReadonlySet<string>;
  readonly list: readonly string[];
}

/** The names of a block; those of the last version hold while no count changed that they asked for. */
function namesIn(block: KnownBlock, turn: number, statistics: NameStatistics, changed: Changed): KnownNames {
  const last = block.names;
  const holds = last && (block.turn === turn || (block.turn === turn - 1 && !asksFor(last, changed)));
  block.turn = turn;
  if (holds) return last;
  const asked = new Set<string>();
  const found = namesOf(block.reading, recording(statistics, asked));
  const names = last && JSON.stringify(last.names) === JSON.stringify(found) ? last.names : found;
  block.names = { names, asked };
  return block.names;
}

function asksFor({ asked }: KnownNames, changed: Changed): boolean {
  const { words, list } = changed;
  // Asked of every block of a draft at every edit, which changes a word or two.
  if (list.length <= asked.size) {
    for (let i = 0; i < list.length; i++) if (asked.has(list[i] as string)) return true;
    return false;
  }
  for (const word of asked) if (words.has(word)) return true;
  return false;
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
    // a new key behind a spread would give each object a shape of its own in Node 20
    return role ? { ...name, mention: { role, ...name.mention } } : name;
  });
}

/** A quotation left open at the end of a block holds only if the next block goes on with it, or it is a whole block. */
function openQuotations(
  { block, quotations }: BlockReading,
  next: BlockReading | undefined,
): BlockReading['quotations'] {
  if (!quotations.some(({ open }) => open)) return quotations;
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

/** Choices of quotations kept for one text. */
const MOST_CHOICES = 4;

/** The block with these names and quotations: the one of an earlier version where there was one. */
function withQuotations(
  known: KnownBlock,
  names: NamedBlock['names'],
  quotations: NamedBlock['quotations'],
): NamedBlock {
  for (const one of known.named) {
    if (one.names === names && sameElements(one.quotations, quotations)) return one;
  }
  const { reading } = known;
  const mentions = mergeMentions(reading.facts, quotations, names);
  const inputs = names.map(({ mention }, n) =>
    entityInput(mention, definesPrevious(reading.block.text, names, n)),
  );
  const named = {
    reading,
    names,
    quotations,
    mentions,
    nameMentions: mentions.flatMap(({ kind }, at) => (kind === 'name' ? [at] : [])),
    inputs,
    key: inputs.length === 0 ? '' : JSON.stringify(inputs.map(keyOf)),
  };
  known.named = [named, ...known.named.filter((one) => one.names === names).slice(0, MOST_CHOICES)];
  return named;
}

function sameElements<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** What of a name decides its entity: everything but its place. */
const keyOf = ({ mention, definesPrevious: defines }: EntityInput): readonly unknown[] => [
  mention.text,
  mention.words,
  mention.type,
  mention.acronym,
  mention.demonymOf,
  mention.honorific !== undefined,
  mention.role?.text,
  defines,
];

function mergeMentions(
  facts: BlockReading['facts'],
  quotations: NamedBlock['quotations'],
  names: NamedBlock['names'],
): readonly LocalMention[] {
  const mentions: LocalMention[] = [...facts, ...quotations, ...names.map(({ mention }) => mention)];
  return mentions.sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
}
