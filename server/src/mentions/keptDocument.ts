import type { Block, CellContext, ProseDocument } from '../prose/document.ts';
import { type Token, tokenize } from '../prose/tokens.ts';
import { exact } from '../text/exact.ts';
import type { OffsetMap } from '../text/offsetMap.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { AnalysedBlock, AnalysedDocument } from './analysedDocument.ts';
import type { NamedBlock } from './analysisDraft.ts';
import type { BlockSpeakers, DocumentSpeakers } from './speakers.ts';

/** Tokens that are kept of the blocks that were asked for last; they are let go of when as many more were asked for. */
const MOST_TOKENS = 6_000;

let recent = new Map<Block, readonly Token[]>();
let older = recent;
let count = 0;

/** The tokens of a block: those near one draft sentence are asked for again and again. */
function tokensOf(block: Block): readonly Token[] {
  const known = recent.get(block);
  if (known) return known;
  const tokens = older.get(block) ?? tokenize(block.text);
  count += tokens.length;
  if (count > MOST_TOKENS) {
    older = recent;
    recent = new Map();
    count = tokens.length;
  }
  recent.set(block, tokens);
  return tokens;
}

/** A block that keeps its text and reads its tokens again when they are asked for: they take thirty times the room. */
class TextBlock implements Block {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly map: OffsetMap;
  readonly sentences: readonly Span[];
  readonly blockQuote: boolean;
  declare readonly headingDepth?: number;
  declare readonly cell?: CellContext;

  constructor({ kind, text, map, sentences, blockQuote, headingDepth, cell }: Block) {
    this.kind = kind;
    this.text = text;
    this.map = map;
    this.sentences = exact(sentences);
    this.blockQuote = blockQuote;
    if (headingDepth !== undefined) this.headingDepth = headingDepth;
    if (cell) this.cell = cell;
  }

  get tokens(): readonly Token[] {
    return tokensOf(this);
  }
}

/** The same text without the tokens of its blocks and the pieces it was read in, for a document that is kept as it is. */
export function withoutTokens({ parts: _, ...prose }: ProseDocument): ProseDocument {
  return { ...prose, blocks: prose.blocks.map((block) => new TextBlock(block)) };
}

/**
 * The blocks with their mentions, for a document that is kept as it is. Each block has a list of its own, by which others
 * know it, also when it is empty.
 */
export const keptBlocks = (
  blocks: readonly Block[],
  named: readonly NamedBlock[],
): readonly AnalysedBlock[] =>
  blocks.map((block, b) => ({ block, mentions: (named[b] as NamedBlock).mentions.slice() }));

/**
 * Looks up the entity of a name by its block and index. The look-up outlives the analysis, and holds on to nothing but
 * the numbers.
 */
export function entityLookUp(
  named: readonly NamedBlock[],
  of: readonly number[],
): AnalysedDocument['entityOf'] {
  /** Number of the first mention of each block among all, and one more for the end. */
  const first = new Int32Array(named.length + 1);
  named.forEach(({ mentions }, b) => {
    first[b + 1] = (first[b] as number) + mentions.length;
  });
  const entities = new Int32Array(first[named.length] as number).fill(-1);
  let name = 0;
  named.forEach(({ nameMentions }, b) => {
    for (const mention of nameMentions) entities[(first[b] as number) + mention] = of[name++] as number;
  });
  return lookUp(first, entities);
}

const lookUp =
  (first: Int32Array, entities: Int32Array): AnalysedDocument['entityOf'] =>
  (block, mention) => {
    const from = first[block];
    const until = first[block + 1];
    if (from === undefined || until === undefined || mention < 0 || from + mention >= until) return undefined;
    const entity = entities[from + mention] as number;
    return entity < 0 ? undefined : entity;
  };

/** The same for a document that the next edit replaces: nothing is laid out, and what the analysis knows is asked. */
export const entityFinder =
  ({ blocks, firstName, table }: DocumentSpeakers): AnalysedDocument['entityOf'] =>
  (block, mention) => {
    const names = blocks[block]?.nameMentions ?? [];
    const name = lastAtOrBefore(names, mention);
    return names[name] === mention ? table.of[(firstName[block] as number) + name] : undefined;
  };

/** Looks up the speakers of quotations. */
export const speakerLookUp = (
  speakers: readonly (BlockSpeakers | undefined)[],
): Pick<AnalysedDocument, 'speakerOf' | 'speakersIn'> => ({
  speakerOf: (block, mention) => speakers[block]?.get(mention),
  speakersIn: (block) => speakers[block],
});
