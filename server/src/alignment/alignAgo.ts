import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type Alignment, placeOf } from './alignment.ts';
import type { Binder, Binding } from './binding.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

type Stretch = NonNullable<DateMention['relative']>;

interface Stretched {
  readonly source: LocatedMention<DateMention>;
  readonly binding: Binding;
}

/** Days or months in a unit; the two do not convert. */
const SIZES: Readonly<Record<Stretch['unit'], readonly ['day' | 'month', number]>> = {
  second: ['day', 1 / 86_400],
  minute: ['day', 1 / 1440],
  hour: ['day', 1 / 24],
  day: ['day', 1],
  week: ['day', 7],
  month: ['month', 1],
  quarter: ['month', 3],
  year: ['month', 12],
  decade: ['month', 120],
};

const sizeOf = ({ unit, count }: Stretch): string => {
  const [base, size] = SIZES[unit];
  return `${Math.abs(count) * size} ${base}`;
};

/** "four years ago", not "last year". */
const isCounted = (mention: DateMention): mention is DateMention & { readonly relative: Stretch } =>
  mention.relative !== undefined && mention.relative.count < -1 && mention.year === undefined;

const frameOf = ({ binding }: Stretched): number => binding.before + binding.after;

/** The words on both sides are those of the draft: only there another stretch contradicts one that the sources have, too. */
const isVerbatim = (found: Stretched): boolean =>
  found.binding.before > 1 && found.binding.after > 1 && found.binding.score >= THRESHOLDS.error;

/** True when both documents say their date and it is another one: then the same event lies another stretch back. */
function areOfTwoDays(a: LocatedMention, b: LocatedMention): boolean {
  const [here, there] = [a.document.dateline, b.document.dateline];
  if (!here || !there) return false;
  return here.year !== there.year || here.month !== there.month || here.day !== there.day;
}

/**
 * Compares "four years ago" with the stretches that the sources count back in the same way: another one contradicts it
 * where its words bind, and no source has the draft's. Undefined where the sources settle nothing.
 */
export function alignAgo(
  claim: LocatedMention<DateMention>,
  binder: Binder,
  retrieval: Retrieval,
): Alignment<DateMention> | undefined {
  if (!isCounted(claim.mention)) return undefined;
  const own = sizeOf(claim.mention.relative);
  let support: Stretched | undefined;
  let against: Stretched | undefined;
  for (const sentence of retrieval.near(claim.context).keys()) {
    for (const source of retrieval.datesIn(sentence)) {
      if (!isCounted(source.mention)) continue;
      const same = sizeOf(source.mention.relative) === own;
      if (!same && areOfTwoDays(claim, source)) continue;
      const binding = binder.bind(claim, source);
      const best = same ? support : against;
      if (best && binding.score <= best.binding.score) continue;
      if (same) support = { source, binding };
      else against = { source, binding };
    }
  }
  if (support && !(against && isVerbatim(against) && frameOf(support) <= 1)) {
    const reason = { kind: 'agrees', how: 'same date' } as const;
    return { claim, verdict: 'supported', reason, evidence: [placeOf(support.source)], bound: false };
  }
  if (!against || against.binding.score < THRESHOLDS.ago) return undefined;
  const reason = { kind: 'date', source: against.source, parts: [] } as const;
  return { claim, verdict: 'refuted', reason, evidence: [placeOf(against.source)], bound: false };
}

/** True for "17 years ago" where no near source names a year or a day that it could stand for. */
export const isUnheard = (claim: LocatedMention<DateMention>, retrieval: Retrieval): boolean =>
  isCounted(claim.mention) && datesNear(claim, retrieval, 1) === 0;

/** Dates in the nearest source sentences, counted up to `most`. */
export function datesNear(claim: LocatedMention, retrieval: Retrieval, most: number): number {
  let count = 0;
  for (const sentence of retrieval.near(claim.context).keys()) {
    for (const { mention } of retrieval.datesIn(sentence)) {
      if (mention.year !== undefined || mention.day !== undefined) count++;
      if (count >= most) return count;
    }
  }
  return count;
}
