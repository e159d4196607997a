import type { Block, ProseDocument } from '../prose/document.ts';
import type { AnalysedBlock, AnalysedDocument } from './analysedDocument.ts';
import type { BlockReading, NamedBlock } from './analysisDraft.ts';
import { type AnalysisMemory, createAnalysisMemory, type KnownBlock } from './analysisMemory.ts';
import { attribute } from './attribution.ts';
import { readDateline } from './dateline.ts';
import { type EntityInput, type EntityTable, resolveEntities } from './entities.ts';
import { entityFinder, entityLookUp, keptBlocks, speakerLookUp, withoutTokens } from './keptDocument.ts';
import type { LocalMention } from './mention.ts';
import { nameBlocks, nameInSteps } from './nameBlocks.ts';
import { countWords, shapeOf } from './nameStatistics.ts';
import { readUnits } from './nameUnits.ts';
import { recogniseFacts } from './quantitative.ts';
import { recogniseQuotations } from './quotation.ts';
import { speakersOf } from './speakers.ts';

/**
 * Finds the mentions of a document, its entities, and who says what. Never throws; linear in the length of the text.
 * With the memory of an earlier version, what did not change is not worked out again; the result is the same. Without
 * one nothing is kept of how it was found, and tokens are read again where they are asked for.
 */
export function analyse(prose: ProseDocument, memory?: AnalysisMemory): AnalysedDocument {
  return memory
    ? analyseWith(prose, memory)
    : analyseWith(prose, createAnalysisMemory(), withoutTokens(prose));
}

/** The document that `analyse` gives without a memory, found in steps of a few milliseconds. */
export function* analyseInSteps(prose: ProseDocument): Generator<void, AnalysedDocument> {
  const memory = createAnalysisMemory();
  yield* prepareAnalysis(prose, memory);
  return analyseWith(prose, memory, withoutTokens(prose));
}

/** `kept` is the text as the document has it. */
function analyseWith(prose: ProseDocument, memory: AnalysisMemory, kept = prose): AnalysedDocument {
  memory.turn++;
  const known = prose.blocks.map((block) => knownBlock(block, memory));
  const named = nameBlocks(known, memory);
  const table = entitiesOf(named, memory);
  memory.speakers = speakersOf(named, attribute(named, memory.attribution), table, memory.speakers);
  const dateline = readDateline(
    prose,
    known.map(({ reading }) => reading),
  );
  return {
    prose: kept,
    blocks: kept === prose ? analysedBlocks(kept.blocks, named, memory) : keptBlocks(kept.blocks, named),
    entities: table.entities,
    // The next version of the text has another look-up: numbers are laid out for a document that stays.
    entityOf: kept === prose ? entityFinder(memory.speakers) : entityLookUp(named, table.of),
    ...speakerLookUp(memory.speakers.speakers),
    ...(dateline ? { dateline } : {}),
  };
}

/** A class for the sake of the memory: see `ProseBlock`. */
class ReadBlock implements AnalysedBlock {
  readonly block: Block;
  readonly mentions: readonly LocalMention[];

  constructor(block: Block, mentions: readonly LocalMention[]) {
    this.block = block;
    this.mentions = mentions;
  }
}

/** The blocks with their mentions; a block that stands where it stood and says the same stays the same object. */
function analysedBlocks(
  blocks: readonly Block[],
  named: readonly NamedBlock[],
  memory: AnalysisMemory,
): readonly AnalysedBlock[] {
  const { last } = memory;
  memory.last = blocks.map((block, b): AnalysedBlock => {
    const { mentions } = named[b] as NamedBlock;
    const before = last[b];
    return before?.block === block && before.mentions === mentions ? before : new ReadBlock(block, mentions);
  });
  return memory.last;
}

/** So many new blocks are read at once: an edit makes one or two. */
const FEW = 8;

/**
 * Does most of the work of `analyse` in steps of a few milliseconds, into the memory: what stands between two of them may
 * be other work, also of the same memory.
 */
export function* prepareAnalysis(prose: ProseDocument, memory: AnalysisMemory): Generator<void> {
  const missing = prose.blocks.filter(({ tokens }) => !memory.blocks.has(tokens));
  if (missing.length <= FEW) return;
  for (const block of missing) {
    knownBlock(block, memory);
    yield;
  }
  const turn = ++memory.turn;
  for (const _ of nameInSteps(
    prose.blocks.map((block) => knownBlock(block, memory)),
    memory,
  )) {
    yield;
    // another version of the text was analysed in between, and counts from here on
    if (memory.turn !== turn) return;
  }
}

function knownBlock(block: Block, memory: AnalysisMemory): KnownBlock {
  let one = memory.blocks.get(block.tokens);
  if (!one) {
    one = { reading: readBlock(block), names: undefined, turn: 0, named: [] };
    memory.blocks.set(block.tokens, one);
  }
  return one;
}

/** The entities of the document; those of the last version hold while each block names the same. */
function entitiesOf(blocks: readonly NamedBlock[], memory: AnalysisMemory): EntityTable {
  const last = memory.entities;
  const same =
    last?.blocks.length === blocks.length &&
    blocks.every((block, b) => block === last.blocks[b] || block.key === last.blocks[b]?.key);
  const table = same && last ? last.table : resolveEntities(inputsOf(blocks));
  memory.entities = { blocks, table };
  return table;
}

function inputsOf(blocks: readonly NamedBlock[]): readonly EntityInput[] {
  const all: EntityInput[] = [];
  for (const { inputs } of blocks) for (const input of inputs) all.push(input);
  return all;
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
