import { shiftOffsetMap } from '../text/offsetMap.ts';
import type { Block, Directive, ProseDocument } from './document.ts';
import type { Piece } from './pieces.ts';
import type { PieceReading, PlacedPiece } from './readingMemory.ts';

/** The readings of a text's pieces, each where it stands: a piece that has not moved stays as it was. */
export function placePieces<P extends Piece>(
  pieces: readonly P[],
  starts: readonly number[],
  readingOf: (piece: P, blocksBefore: number) => PieceReading,
): Required<Pick<ProseDocument, 'blocks' | 'directives' | 'parts'>> {
  let firstTable = 0;
  const blocks: Block[] = [];
  const directives: Directive[] = [];
  const parts = pieces.map((piece, i) => {
    const start = starts[i] as number;
    const reading = readingOf(piece, blocks.length);
    const last = piece.placed;
    const stays = last?.reading === reading && last.offset === start && last.firstTable === firstTable;
    const part = stays ? last : place(reading, start, firstTable);
    piece.placed = part;
    firstTable += reading.tables;
    for (const block of part.blocks) blocks.push(block);
    for (const directive of part.directives) directives.push(directive);
    return part;
  });
  return { blocks, directives, parts };
}

const place = (reading: PieceReading, offset: number, firstTable: number): PlacedPiece => ({
  reading,
  offset,
  firstTable,
  blocks: reading.blocks.map((block) => placeBlock(block, offset, firstTable)),
  directives:
    reading.directives.length === 0
      ? reading.directives
      : reading.directives.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset })),
});

/** A piece that has been read and stands nowhere yet. */
export const unplaced = (reading: PieceReading): PlacedPiece => ({
  reading,
  offset: -1,
  firstTable: 0,
  blocks: [],
  directives: [],
});

/** The block `by` characters later, where the tables of its document have `tables` more before them. */
export function placeBlock(block: Block, by: number, tables: number): Block {
  if (by === 0 && (tables === 0 || !block.cell)) return block;
  // Field by field, and in their order: an edit moves each block behind it, and a spread of objects that differ is slow.
  const { kind, blockQuote, headingDepth, cell, text, tokens, sentences } = block;
  const map = shiftOffsetMap(block.map, by);
  if (cell) {
    const moved = { ...cell, table: cell.table + tables };
    return { kind, blockQuote, cell: moved, text, map, tokens, sentences };
  }
  return headingDepth === undefined
    ? { kind, blockQuote, text, map, tokens, sentences }
    : { kind, blockQuote, headingDepth, text, map, tokens, sentences };
}
