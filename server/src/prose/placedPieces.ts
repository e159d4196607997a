import { shiftOffsetMap } from '../text/offsetMap.ts';
import type { Block, ProseDocument } from './document.ts';
import type { Piece } from './pieces.ts';
import type { PieceReading, PlacedPiece, ReadingMemory } from './readingMemory.ts';

/** The readings of a text's pieces, each where it stands: a piece that has not moved stays as it was. */
export function placePieces<P extends Piece>(
  pieces: readonly P[],
  starts: readonly number[],
  readingOf: (piece: P, blocksBefore: number) => PieceReading,
  memory: ReadingMemory,
): Required<Pick<ProseDocument, 'blocks' | 'directives' | 'parts'>> {
  let firstTable = 0;
  const blocks: Block[] = [];
  const parts = pieces.map((piece, i) => {
    const start = starts[i] as number;
    const reading = readingOf(piece, blocks.length);
    const last = memory.placed.get(piece);
    const stays = last?.reading === reading && last.offset === start && last.firstTable === firstTable;
    const part = stays ? last : place(reading, start, firstTable);
    if (!stays) memory.placed.set(piece, part);
    firstTable += reading.tables;
    for (const block of part.blocks) blocks.push(block);
    return part;
  });
  return { blocks, directives: parts.flatMap(({ directives }) => directives), parts };
}

const place = (reading: PieceReading, offset: number, firstTable: number): PlacedPiece => ({
  reading,
  offset,
  firstTable,
  blocks: reading.blocks.map((block) => placeBlock(block, offset, firstTable)),
  directives: reading.directives.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset })),
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
  return {
    ...block,
    map: shiftOffsetMap(block.map, by),
    ...(block.cell ? { cell: { ...block.cell, table: block.cell.table + tables } } : {}),
  };
}
