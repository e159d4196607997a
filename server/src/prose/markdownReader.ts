import type { Block } from './document.ts';
import { type MarkdownReading, readMarkdown, type TreeReading } from './markdown.ts';
import { canBeCut, markdownCuts } from './markdownChunks.ts';
import { isWithinMarkdownLimits, type MarkdownLoad, markdownLoad } from './markdownLimits.ts';
import { type Cutter, cutText, type Piece } from './pieces.ts';
import { placeBlock, placePieces, unplaced } from './placedPieces.ts';
import { readPlainParagraph } from './plainParagraph.ts';
import type { PieceReading, ReadingMemory } from './readingMemory.ts';

/** A piece of Markdown that reads the same wherever it stands. */
export interface MarkdownPiece extends Piece {
  readonly hasBrackets: boolean;
  readonly load: MarkdownLoad | undefined;
}

const CUTTER: Cutter<MarkdownPiece> = {
  canBeCut,
  cuts: markdownCuts,
  piece: (text) => ({
    text,
    placed: undefined,
    hasBrackets: /[[\]]/.test(text),
    load: markdownLoad(text),
  }),
};

/**
 * Reads Markdown piece by piece and keeps each piece in `memory`; those that are new are parsed in one go. Undefined
 * when the text is beyond what the parser reads in reasonable time.
 */
export function readMarkdownPieces(source: string, memory: ReadingMemory): MarkdownReading | undefined {
  const cut = cutText(source, memory.markdown, CUTTER);
  const { pieces, starts } = cut;
  const loads = pieces.map(({ load }) => load);
  if (!isWithinMarkdownLimits(source.length, loads)) return undefined;
  // A definition anywhere decides what brackets mean everywhere: such pieces are read together or not at all.
  const linked = source.includes(']:') ? pieces.filter(({ hasBrackets }) => hasBrackets) : [];
  const definitions = linked.map(({ text }) => text).join('');
  const sameDefinitions = definitions === memory.definitions && linked.every(({ placed }) => placed);
  const isKnown = ({ placed, hasBrackets }: MarkdownPiece): boolean =>
    placed !== undefined && (sameDefinitions || !hasBrackets);
  const missing = pieces.filter((piece) => !isKnown(piece));
  const fresh = readTogether(missing, memory);
  if (!fresh) return undefined;
  memory.markdown = cut;
  memory.definitions = definitions;
  const readingOf = (piece: Piece): PieceReading =>
    (fresh.get(piece) ?? piece.placed?.reading) as PieceReading;
  const placed = placePieces(pieces, starts, readingOf);
  const frontMatter = placed.parts[0]?.reading.frontMatter;
  return { ...placed, ...(frontMatter ? { frontMatter } : {}) };
}

/** Characters of Markdown that are parsed in one step, in the first and in later ones: the parser is slow at first. */
const FIRST_STEP = 200;
const STEP = 1_500;
/** So many new pieces are read at once: an edit makes one or two. */
const FEW = 8;

/**
 * Reads the pieces of a text into `memory` in steps of a few milliseconds, so that `readMarkdownPieces` finds them there.
 * Where definitions make the pieces depend on each other, it does nothing.
 */
export function* prepareMarkdownPieces(source: string, memory: ReadingMemory): Generator<void> {
  if (source.includes(']:') || memory.definitions !== '') return;
  const cut = cutText(source, memory.markdown, CUTTER);
  if (
    !isWithinMarkdownLimits(
      source.length,
      cut.pieces.map(({ load }) => load),
    )
  )
    return;
  const missing = cut.pieces.filter(({ placed }) => placed === undefined);
  memory.markdown = cut;
  if (missing.length <= FEW) return;
  let most = FIRST_STEP;
  for (let from = 0; from < missing.length; ) {
    let to = from;
    for (let length = 0; to < missing.length && length < most; to++)
      length += (missing[to] as Piece).text.length;
    const readings = readTogether(missing.slice(from, to), memory);
    if (!readings) return;
    for (const [piece, one] of readings) piece.placed = unplaced(one);
    from = to;
    most = Math.min(STEP, 2 * most);
    yield;
  }
}

/** Reads pieces, those that need the parser in one go; undefined where it gives up. */
function readTogether(
  pieces: readonly Piece[],
  { block: readBlock }: ReadingMemory,
): Map<Piece, PieceReading> | undefined {
  const readings = new Map<Piece, PieceReading>();
  const others = pieces.filter((piece) => {
    const block = readPlainParagraph(piece.text, readBlock);
    if (block) readings.set(piece, { text: piece.text, blocks: [block], directives: [], tables: 0 });
    return !block;
  });
  if (others.length === 0) return readings;
  const reading = readMarkdown(others.map(({ text }) => text).join(''), readBlock);
  if (!reading) return undefined;
  takeApart(reading, others, readings);
  return readings;
}

/** Gives each piece its part of a reading of all of them joined. */
function takeApart(reading: TreeReading, pieces: readonly Piece[], into: Map<Piece, PieceReading>): void {
  let start = 0;
  let block = 0;
  let directive = 0;
  let table = 0;
  pieces.forEach((piece, i) => {
    const { text } = piece;
    const end = start + text.length;
    const [firstBlock, firstDirective, firstTable] = [block, directive, table];
    while (block < reading.blocks.length && startOf(reading.blocks[block] as Block) < end) block++;
    while ((reading.directives[directive]?.start ?? end) < end) directive++;
    while ((reading.tables[table] ?? end) < end) table++;
    const from = start;
    into.set(piece, {
      text,
      blocks: reading.blocks.slice(firstBlock, block).map((one) => placeBlock(one, -from, -firstTable)),
      directives: reading.directives
        .slice(firstDirective, directive)
        .map((one) => ({ ...one, start: one.start - from, end: one.end - from })),
      tables: table - firstTable,
      ...(i === 0 && reading.frontMatter ? { frontMatter: reading.frontMatter } : {}),
    });
    start = end;
  });
}

const startOf = (block: Block): number => block.map.segments[0]?.document ?? 0;
