import type { ProseDocument } from './document.ts';
import { type Cutter, cutText, type Piece } from './pieces.ts';
import { placePieces } from './placedPieces.ts';
import { isLineEnd, readPlainText } from './plainText.ts';
import type { PieceReading, ReadingMemory } from './readingMemory.ts';

/** A run of lines of plain text, with the blank lines behind it. */
export interface PlainPiece extends Piece {
  /** At the start of its text, where a byte order mark is none of it. */
  readonly isFirst: boolean;
  /** How it reads where a title may stand, and how below the first words of a text. */
  readonly readings: { titled?: PieceReading; untitled?: PieceReading };
}

const CUTTER: Cutter<PlainPiece> = {
  canBeCut: () => true,
  cuts: plainCuts,
  piece: (text, isFirst) => ({ text, placed: undefined, isFirst, readings: {} }),
};

/** Reads plain text run by run and keeps each run in `memory`. */
export function readPlainPieces(
  source: string,
  memory: ReadingMemory,
): Pick<ProseDocument, 'blocks' | 'directives' | 'parts'> {
  const cut = cutText(source, memory.plainText, CUTTER);
  memory.plainText = cut;
  return placePieces(cut.pieces, cut.starts, (piece, before) => readingOf(piece, before, memory));
}

/** Characters of plain text that are read in one step. */
const STEP = 4_000;

/** Reads the runs of a text into `memory` in steps of a few milliseconds, so that `readPlainPieces` finds them there. */
export function* preparePlainPieces(source: string, memory: ReadingMemory): Generator<void> {
  const cut = cutText(source, memory.plainText, CUTTER);
  memory.plainText = cut;
  let blocks = 0;
  let length = 0;
  for (const piece of cut.pieces) {
    if (!piece.readings.titled && !piece.readings.untitled) length += piece.text.length;
    blocks += readingOf(piece, blocks, memory).blocks.length;
    if (length < STEP) continue;
    length = 0;
    yield;
  }
}

/** What a run says below so many blocks. */
function readingOf(
  { text, isFirst, readings }: PlainPiece,
  before: number,
  memory: ReadingMemory,
): PieceReading {
  const key = before === 0 ? 'titled' : 'untitled';
  readings[key] ??= readRun(text, { isFirst, mayBeTitle: before === 0 }, memory);
  return readings[key];
}

function readRun(
  text: string,
  place: { readonly isFirst: boolean; readonly mayBeTitle: boolean },
  memory: ReadingMemory,
): PieceReading {
  const { blocks, tables } = readPlainText(text, memory.block, place);
  return { text, blocks, directives: [], tables };
}

/** Offsets of the lines that stand behind a blank one. */
function plainCuts(
  text: string,
  from = 0,
  isKnown: (cut: number) => boolean = () => false,
): readonly number[] {
  const cuts = [from];
  let blank = false;
  for (let start = from; start < text.length; ) {
    let end = start;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
    const empty = text.slice(start, end).trimEnd() === '';
    if (blank && !empty) {
      cuts.push(start);
      if (isKnown(start)) return cuts;
    }
    blank = empty;
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return cuts;
}
