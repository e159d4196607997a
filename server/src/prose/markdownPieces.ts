import { changedSpan } from '../text/difference.ts';
import { lastAtOrBefore } from '../text/search.ts';
import { canBeCut, markdownCuts } from './markdownChunks.ts';
import { type MarkdownLoad, markdownLoad } from './markdownLimits.ts';

/** A piece of Markdown that reads the same wherever it stands. */
export interface Piece {
  readonly text: string;
  /** Pieces with the same key read alike: front matter is read only in the first piece. */
  readonly key: string;
  readonly hasBrackets: boolean;
  readonly load: MarkdownLoad | undefined;
}

/** A text cut into pieces. */
export interface CutText {
  readonly source: string;
  readonly pieces: readonly Piece[];
  /** Offset of each piece. */
  readonly starts: readonly number[];
  readonly canBeCut: boolean;
}

/** Cuts a text; pieces of the text before it that the edits in between leave alone stay the same objects. */
export function cutMarkdown(source: string, last: CutText | undefined): CutText {
  const found = last && recut(source, last);
  if (found) return found;
  const whole = canBeCut(source);
  const starts = whole ? markdownCuts(source) : [0];
  return { source, pieces: starts.map((_, i) => pieceAt(source, starts, i)), starts, canBeCut: whole };
}

function recut(source: string, last: CutText): CutText | undefined {
  if (!last.canBeCut) return undefined;
  if (source === last.source) return last;
  const changed = changedSpan(last.source, source);
  const by = source.length - last.source.length;
  if (!canBeCut(source.slice(Math.max(0, changed.start - 1), changed.end + by + 1))) return undefined;
  // Where a piece ends is decided by the first line of the next one.
  const head = Math.max(0, lastAtOrBefore(last.starts, changed.start) - 1);
  const from = last.starts[head] as number;
  // From a cut behind the change on, the rest reads as it did.
  let tail = last.starts.length;
  const starts = markdownCuts(source, from, (cut) => {
    if (cut - by < changed.end) return false;
    const at = lastAtOrBefore(last.starts, cut - by);
    if (last.starts[at] !== cut - by || at === 0) return false;
    tail = at;
    return true;
  });
  const fresh = tail < last.starts.length ? starts.slice(0, -1) : starts;
  const bounds = [...fresh, tail < last.starts.length ? (last.starts[tail] as number) + by : source.length];
  const middle = fresh.map((_, i) => pieceAt(source, bounds, i));
  return {
    source,
    pieces: [...last.pieces.slice(0, head), ...middle, ...last.pieces.slice(tail)],
    starts: [...last.starts.slice(0, head), ...fresh, ...last.starts.slice(tail).map((start) => start + by)],
    canBeCut: true,
  };
}

function pieceAt(source: string, bounds: readonly number[], i: number): Piece {
  const start = bounds[i] as number;
  const text = source.slice(start, bounds[i + 1] ?? source.length);
  return {
    text,
    key: start === 0 ? `\0${text}` : text,
    hasBrackets: /[[\]]/.test(text),
    load: markdownLoad(text),
  };
}
