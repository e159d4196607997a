import { shiftOffsetMap } from '../text/offsetMap.ts';
import type { Block, Directive, ProseDocument } from './document.ts';
import type { Piece } from './pieces.ts';
import { ProseBlock } from './proseBlock.ts';
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

/** A class for the sake of the memory: see `ProseBlock`. */
class Placed implements PlacedPiece {
  readonly reading: PieceReading;
  readonly offset: number;
  readonly firstTable: number;
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];

  constructor(
    reading: PieceReading,
    place: Pick<PlacedPiece, 'offset' | 'firstTable'>,
    { blocks, directives }: Pick<PlacedPiece, 'blocks' | 'directives'>,
  ) {
    this.reading = reading;
    this.offset = place.offset;
    this.firstTable = place.firstTable;
    this.blocks = blocks;
    this.directives = directives;
  }
}

function place(reading: PieceReading, offset: number, firstTable: number): PlacedPiece {
  const { directives } = reading;
  return new Placed(
    reading,
    { offset, firstTable },
    {
      blocks: reading.blocks.map((block) => placeBlock(block, offset, firstTable)),
      directives:
        directives.length === 0
          ? directives
          : directives.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset })),
    },
  );
}

/** A piece that has been read and stands nowhere yet. */
export const unplaced = (reading: PieceReading): PlacedPiece =>
  new Placed(reading, { offset: -1, firstTable: 0 }, { blocks: [], directives: [] });

/** The block `by` characters later, where the tables of its document have `tables` more before them. */
export function placeBlock(block: Block, by: number, tables: number): Block {
  if (by === 0 && (tables === 0 || !block.cell)) return block;
  const { kind, blockQuote, text } = block;
  const facts = block.cell
    ? { kind, blockQuote, cell: { ...block.cell, table: block.cell.table + tables } }
    : block;
  return new ProseBlock(facts, { text, map: shiftOffsetMap(block.map, by) }, block);
}
