import { changedSpan } from './difference.ts';
import type { Span } from './span.ts';

/** A stretch of the old text and what stands in its place in the new one; either may be empty. */
export interface Change {
  readonly before: Span;
  readonly after: Span;
}

/** More changed words than this are one change: a text that was rewritten has no words that went somewhere. */
const MOST_CHANGES = 200;

/** Longer stretches of change are not compared word by word. */
const MOST_WORDS = 20_000;

/** The changes from one text to another by whole words, in order and apart. */
export function wordDiff(before: string, after: string): readonly Change[] {
  if (before === after) return [];
  const changed = changedSpan(before, after);
  const from = wordEdge(before, changed.start, -1);
  const to = wordEdge(before, changed.end, 1);
  const by = after.length - before.length;
  const move = ({ start, end }: Span): Span => ({ start: start + from, end: end + from });
  return changesIn(before.slice(from, to), after.slice(from, to + by)).map((change) => ({
    before: move(change.before),
    after: move(change.after),
  }));
}

/** The nearest place before or behind the changed stretch of a text at which a word ends and white space begins. */
function wordEdge(text: string, offset: number, step: -1 | 1): number {
  const isSpace = (at: number) => /\s/.test(text.charAt(at));
  let at = offset + step;
  while (at > 0 && at < text.length && !(isSpace(at) && !isSpace(at - 1))) at += step;
  return Math.max(0, Math.min(at, text.length));
}

function changesIn(before: string, after: string): readonly Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const same = (i: number, j: number): boolean => a.texts[i] === b.texts[j];
  let head = 0;
  while (head < a.texts.length && head < b.texts.length && same(head, head)) head++;
  let tail = 0;
  const shorter = Math.min(a.texts.length, b.texts.length) - head;
  while (tail < shorter && same(a.texts.length - 1 - tail, b.texts.length - 1 - tail)) tail++;
  const [endA, endB] = [a.texts.length - tail, b.texts.length - tail];
  const change = (fromA: number, toA: number, fromB: number, toB: number): Change => ({
    before: { start: a.starts[fromA] as number, end: a.starts[toA] as number },
    after: { start: b.starts[fromB] as number, end: b.starts[toB] as number },
  });
  const steps = endA - head + endB - head > MOST_WORDS ? undefined : matches(head, endA, head, endB, same);
  if (!steps) return [change(head, endA, head, endB)];
  const changes: Change[] = [];
  let [i, j] = [head, head];
  for (const [x, y] of [...steps, [endA, endB] as const]) {
    if (x > i || y > j) changes.push(change(i, x, j, y));
    [i, j] = [x + 1, y + 1];
  }
  return changes;
}

/** The words of a text, the stretches between them each a word of their own, and where each starts; the end comes last. */
function wordsOf(text: string): { readonly texts: readonly string[]; readonly starts: readonly number[] } {
  const texts = text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
  const starts: number[] = [0];
  for (const word of texts) starts.push((starts.at(-1) as number) + word.length);
  return { texts, starts };
}

/** Pairs of equal words on a shortest way from one list to the other (Myers); undefined when it is too long. */
function matches(
  startA: number,
  endA: number,
  startB: number,
  endB: number,
  same: (i: number, j: number) => boolean,
): readonly (readonly [number, number])[] | undefined {
  const [n, m] = [endA - startA, endB - startB];
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(n + m, MOST_CHANGES); d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(furthest, k, d) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < n && x - k < m && same(startA + x, startB + x - k)) x++;
      furthest.set(k, x);
      if (x >= n && x - k >= m) return walkBack(trace, n, m).map(([i, j]) => [startA + i, startB + j]);
    }
  }
  return undefined;
}

const goesDown = (furthest: ReadonlyMap<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && (furthest.get(k - 1) ?? 0) < (furthest.get(k + 1) ?? 0));

function walkBack(trace: readonly ReadonlyMap<number, number>[], n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d >= 0; d--) {
    const furthest = trace[d] as ReadonlyMap<number, number>;
    const k = x - y;
    const before = goesDown(furthest, k, d) ? k + 1 : k - 1;
    const fromX = furthest.get(before) ?? 0;
    const fromY = fromX - before;
    while (x > fromX && y > fromY) pairs.push([--x, --y]);
    if (d > 0) [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}

/**
 * Where a span of the old text stands in the new one. What was put in place of a part of it belongs to it; so does what
 * was typed where all of it had been deleted.
 */
export function moveSpan(span: Span, changes: readonly Change[]): Span {
  let start = span.start;
  let end = span.end;
  let by = 0;
  let [movedStart, movedEnd]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const { before, after } of changes) {
    const touches =
      span.start === span.end
        ? before.start <= span.start && span.end <= before.end
        : before.start < span.end && span.start < before.end;
    if (touches) {
      movedStart ??= before.start < span.start ? after.start : span.start + by;
      movedEnd = before.end >= span.end ? after.end : undefined;
    } else if (before.start >= span.end) {
      movedEnd ??= span.end + by;
      break;
    }
    by = after.end - before.end;
    if (before.end <= span.start && !touches) {
      start = span.start + by;
      end = span.end + by;
    } else if (before.end <= span.end) end = span.end + by;
  }
  const from = movedStart ?? start;
  return { start: from, end: Math.max(from, movedEnd ?? end) };
}
