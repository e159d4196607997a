import { copyOf } from '../text/copy.ts';
import { changedSpan } from '../text/difference.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { PlacedPiece } from './readingMemory.ts';

/** A piece of a text that reads the same wherever it stands. */
export interface Piece {
  readonly text: string;
  /** What it says where it stood last; undefined before it has been read. Written by the reader of its text alone. */
  placed: PlacedPiece | undefined;
}

/** A text cut into pieces. */
export interface CutText<P extends Piece> {
  readonly source: string;
  readonly pieces: readonly P[];
  /** Offset of each piece. */
  readonly starts: readonly number[];
  readonly canBeCut: boolean;
}

/** How texts of one format are cut. */
export interface Cutter<P extends Piece> {
  /** True when a text can be cut at all; one where a change makes it so can be told from the change. */
  canBeCut(text: string): boolean;
  /**
   * Offsets of the pieces from `from` on, which is 0 or a cut: what stands behind a cut depends on nothing before it. The
   * search ends with the first cut at which `isKnown`.
   */
  cuts(text: string, from?: number, isKnown?: (cut: number) => boolean): readonly number[];
  /** The piece with this text; `isFirst` is the one at the start of its document. */
  piece(text: string, isFirst: boolean): P;
}

/** Cuts a text; pieces of the text before it that the edits in between leave alone stay the same objects. */
export function cutText<P extends Piece>(
  source: string,
  last: CutText<P> | undefined,
  cutter: Cutter<P>,
): CutText<P> {
  const found = last && recut(source, last, cutter);
  if (found) return found;
  const whole = cutter.canBeCut(source);
  const starts = whole ? cutter.cuts(source) : [0];
  return { source, pieces: piecesOf(source, starts, source.length, cutter), starts, canBeCut: whole };
}

function recut<P extends Piece>(source: string, last: CutText<P>, cutter: Cutter<P>): CutText<P> | undefined {
  if (!last.canBeCut) return undefined;
  if (source === last.source) return last;
  const changed = changedSpan(last.source, source);
  const by = source.length - last.source.length;
  if (!cutter.canBeCut(source.slice(Math.max(0, changed.start - 1), changed.end + by + 1))) return undefined;
  // Where a piece ends is decided by the first line of the next one.
  const head = Math.max(0, lastAtOrBefore(last.starts, changed.start) - 1);
  const from = last.starts[head] as number;
  // From a cut behind the change on, the rest reads as it did.
  let tail = last.starts.length;
  const starts = cutter.cuts(source, from, (cut) => {
    if (cut - by < changed.end) return false;
    const at = lastAtOrBefore(last.starts, cut - by);
    if (last.starts[at] !== cut - by || at === 0) return false;
    tail = at;
    return true;
  });
  const isWhole = tail === last.starts.length;
  const fresh = isWhole ? starts : starts.slice(0, -1);
  const end = isWhole ? source.length : (last.starts[tail] as number) + by;
  const pieces = last.pieces.slice(0, head);
  const allStarts = last.starts.slice(0, head);
  for (const piece of piecesOf(source, fresh, end, cutter, last.pieces[head])) pieces.push(piece);
  for (const start of fresh) allStarts.push(start);
  for (let at = tail; at < last.starts.length; at++) {
    pieces.push(last.pieces[at] as P);
    allStarts.push((last.starts[at] as number) + by);
  }
  return { source, pieces, starts: allStarts, canBeCut: true };
}

/** The pieces from the first of `starts` to `end`; where `known` stood there and has the same text, it stays. */
const piecesOf = <P extends Piece>(
  source: string,
  starts: readonly number[],
  end: number,
  { piece }: Cutter<P>,
  known?: P,
): P[] =>
  starts.map((start, i) => {
    const text = copyOf(source, { start, end: starts[i + 1] ?? end });
    return i === 0 && known?.text === text ? known : piece(text, start === 0);
  });
