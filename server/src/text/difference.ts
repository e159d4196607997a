import type { Span } from './span.ts';

/** Longer runs are compared at once, which costs next to nothing a character. */
const RUN = 4096;

/** Number of UTF-16 code units with which both texts begin. */
export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (let run = RUN; run >= 1; ) {
    if (at + run <= most && a.slice(at, at + run) === b.slice(at, at + run)) at += run;
    else run >>= 1;
  }
  return at;
}

/** Number of UTF-16 code units with which both texts end, `most` at the highest. */
export function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  for (let run = RUN; run >= 1; ) {
    const [endA, endB] = [a.length - length, b.length - length];
    if (length + run <= most && a.slice(endA - run, endA) === b.slice(endB - run, endB)) length += run;
    else run >>= 1;
  }
  return length;
}

/** Several readers of a text ask about the same two versions of it, one after the other. */
let last: { readonly before: string; readonly after: string; readonly span: Span } | undefined;

/** The stretch of `before` that differs from `after`; what stands before and behind it is in both. */
export function changedSpan(before: string, after: string): Span {
  if (last?.before === before && last.after === after) return last.span;
  const start = commonStart(before, after);
  const most = Math.min(before.length, after.length) - start;
  const span = { start, end: before.length - commonEnd(before, after, most) };
  last = { before, after, span };
  return span;
}
