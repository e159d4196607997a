import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { TimeMention } from '../mentions/mention.ts';
import { offsetsOf } from '../mentions/timeZones.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention } from '../sources/context.ts';

/** Minutes of a day. */
const DAY = 1440;
/** "About 6.15" and a time told to the quarter of an hour agree within this many minutes of the source's. */
const ABOUT = 15;
const ROUNDED = 5;
/** "After 7pm" is said of something within the hour. */
const BOUND = 60;

/** The word before a clock time that says how it is meant. */
export type TimeHedge = 'about' | 'after' | 'before';

const HEDGES: ReadonlyMap<string, TimeHedge> = new Map([
  ...'about around roughly approximately some circa approx'.split(' ').map((w) => [w, 'about'] as const),
  ...'nearly almost towards toward'.split(' ').map((w) => [w, 'before'] as const),
  ['after', 'after'],
  ['past', 'after'],
  ['before', 'before'],
]);

/** The word directly before the time that says how it is meant. */
export function timeHedge({ document, block, mention, context }: LocatedMention): TimeHedge | undefined {
  const { tokens } = (document.blocks[block] as AnalysedBlock).block;
  const before = tokens[firstFrom(tokens, mention.start) - 1];
  return before && before.start >= context.start ? HEDGES.get(before.lower) : undefined;
}

/**
 * How a draft time stands to a source time: `agrees`; `differs` with the minutes that the draft's form would have for the
 * source's time; `zone` when the clock time is the same in another zone; `unrelated` when they say nothing about each other.
 */
export type TimeComparison =
  | { readonly kind: 'agrees'; readonly exact: boolean; readonly how: string }
  | { readonly kind: 'differs'; readonly minutes: number; readonly until?: number }
  | { readonly kind: 'zone' }
  | { readonly kind: 'unrelated' };

const wrap = (minutes: number): number => ((minutes % DAY) + DAY) % DAY;

/** Signed distance from `a` to `b` on the clock, -720 … 719; on a clock of twelve hours when either leaves its half open. */
function distance(a: number, b: number, halfOpen: boolean): number {
  const round = halfOpen ? DAY / 2 : DAY;
  const apart = (((b - a) % round) + round) % round;
  return apart >= round / 2 ? apart - round : apart;
}

/** Minutes that are added to a source time to write it in the draft's zone; each that the names of the zones allow. */
function shifts(draft: TimeMention, source: TimeMention): readonly number[] {
  if (draft.zone === undefined || source.zone === undefined) return [0];
  const mine = offsetsOf(draft.zone);
  const theirs = offsetsOf(source.zone);
  if (mine === undefined || theirs === undefined) return [0];
  return mine.flatMap((m) => theirs.map((t) => m - t));
}

/** Compares two clock times; a zone that only one of them has says nothing. */
export function compareTime(draft: TimeMention, source: TimeMention, hedge?: TimeHedge): TimeComparison {
  if (draft.until !== undefined && source.until === undefined) return { kind: 'unrelated' };
  const open = draft.halfOpen === true || source.halfOpen === true;
  const possible = shifts(draft, source);
  const same = (d: number, s: number): boolean =>
    possible.some((by) => distance(d, wrap(s + by), open) === 0);
  if (draft.until !== undefined && source.until !== undefined) {
    if (same(draft.minutes, source.minutes) && same(draft.until, source.until))
      return { kind: 'agrees', exact: true, how: 'same times' };
  } else if (source.until !== undefined) {
    const end = same(draft.minutes, source.minutes) || same(draft.minutes, source.until);
    return end ? { kind: 'agrees', exact: true, how: 'end of the range' } : { kind: 'unrelated' };
  } else if (same(draft.minutes, source.minutes)) {
    const shifted = !possible.includes(0);
    return { kind: 'agrees', exact: true, how: shifted ? 'same time in another zone' : 'same time' };
  }
  const by = possible[0] ?? 0;
  const minutes = wrap(source.minutes + by);
  const zoned = !possible.includes(0) && distance(draft.minutes, source.minutes, open) === 0;
  if (zoned) return { kind: 'zone' };
  if (source.until !== undefined) return { kind: 'differs', minutes, until: wrap(source.until + by) };
  const later = distance(draft.minutes, minutes, open);
  if (hedge === 'about' && Math.abs(later) <= ABOUT)
    return { kind: 'agrees', exact: false, how: 'about this time' };
  if (hedge === 'after' && later > 0 && later <= BOUND)
    return { kind: 'agrees', exact: false, how: 'after this time' };
  if (hedge === 'before' && later < 0 && later >= -BOUND)
    return { kind: 'agrees', exact: false, how: 'before this time' };
  const rounder = draft.minutes % ABOUT === 0 && source.minutes % ROUNDED !== 0;
  if (rounder && Math.abs(later) <= ROUNDED) return { kind: 'agrees', exact: false, how: 'rounded' };
  return { kind: 'differs', minutes };
}
