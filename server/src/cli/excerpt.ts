import type { Span } from '../text/span.ts';

/** One line of text for a terminal, with the columns (in cells) of what it shows. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Spaces that stand under `before`. */
  readonly indent: string;
  /** Cells that `marked` takes; at least 1. */
  readonly width: number;
}

/** Characters that would move the cursor or colour the terminal, line ends included. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const INVISIBLE = /[\p{M}\p{Cf}]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u;

/** Text of a document made safe for a terminal: one line, no control characters, same length. */
export const plainLine = (text: string): string => text.replace(CONTROL, ' ');

/** Cells a text takes in a terminal. */
export function cells(text: string): number {
  let count = 0;
  for (const character of text) count += INVISIBLE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return count;
}

/**
 * The part of `around` (a span of `text`) that shows `span` in about `room` characters, cut at words with an
 * ellipsis. A marked span longer than the room is cut too.
 */
export function excerpt(text: string, span: Span, around: Span, room: number): Excerpt {
  const markEnd = Math.min(span.end, around.end, span.start + room);
  let from = around.start;
  let to = around.end;
  if (to - from > room) {
    const context = Math.max(0, room - (markEnd - span.start));
    from = Math.max(around.start, span.start - Math.floor(context / 2));
    to = Math.min(around.end, from + room);
    from = Math.max(around.start, Math.min(from, to - room));
    if (from > around.start) from = nextWord(text, from, span.start);
    if (to < around.end) to = lastWord(text, to, markEnd);
  }
  const before = (from > around.start ? '… ' : '') + plainLine(text.slice(from, span.start)).trimStart();
  const marked = plainLine(text.slice(span.start, markEnd));
  const rest = plainLine(text.slice(markEnd, to)).trimEnd();
  return {
    before,
    marked,
    after: markEnd < span.end && markEnd < around.end ? '…' : rest + (to < around.end ? ' …' : ''),
    indent: ' '.repeat(cells(before)),
    width: Math.max(1, cells(marked)),
  };
}

function nextWord(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (/\s/.test(text[at - 1] ?? '')) return at;
  return limit;
}

function lastWord(text: string, to: number, limit: number): number {
  for (let at = to; at > limit; at--) if (/\s/.test(text[at] ?? '')) return at;
  return limit;
}

/** Far more than any terminal shows; a line may be a whole book. */
const LONGEST_LOOK = 2_000;

const isLineEnd = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

/** The line of `text` in which `offset` stands, without its line end. */
export function lineAround(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > offset - LONGEST_LOOK && start > 0 && !isLineEnd(text, start - 1)) start--;
  while (end < offset + LONGEST_LOOK && end < text.length && !isLineEnd(text, end)) end++;
  return { start, end };
}
