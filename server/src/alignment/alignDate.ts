import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type Alignment, placeOf } from './alignment.ts';
import { type Binder, type Binding, UNBOUND } from './binding.ts';
import { ownerOf } from './clauseOwner.ts';
import {
  compareDateReadings,
  type DateComparison,
  type ResolvedDate,
  resolveDate,
  weekdayOf,
} from './compareDate.ts';
import { isDateline } from './dateline.ts';
import { preferred } from './preference.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

interface Candidate {
  readonly source: LocatedMention<DateMention>;
  readonly comparison: DateComparison;
  readonly binding: Binding;
}

/** A slip against the calendar itself ("Friday, December 13, 2025"); needs no source. */
function calendarSlip(claim: LocatedMention<DateMention>): Alignment<DateMention> | undefined {
  const { year, month, day, weekday } = claim.mention;
  if (year === undefined || month === undefined || day === undefined || weekday === undefined)
    return undefined;
  const right = weekdayOf(year, month, day);
  if (right === weekday) return undefined;
  return {
    claim,
    verdict: 'refuted',
    reason: { kind: 'weekday', weekday: right },
    evidence: [],
    bound: true,
  };
}

/** All parts of a full date but one are the same ("January 23, 2014" for "January 23, 2019"). */
const isAlmost = (draft: ResolvedDate, comparison: DateComparison): boolean =>
  comparison.kind === 'differs' &&
  comparison.parts.length === 1 &&
  draft.day !== undefined &&
  draft.month !== undefined &&
  draft.year !== undefined;

/** The score from which a source date contradicts a draft date that no source has. */
function absentScore(draft: ResolvedDate, mention: DateMention, weekdays: number): number {
  if (draft.weekday !== undefined && draft.day === undefined)
    return weekdays === 1 ? THRESHOLDS.weekdayAbsent : THRESHOLDS.dateAbsent;
  if (draft.month === undefined && draft.day === undefined)
    return mention.until || mention.decade !== undefined ? THRESHOLDS.dateAbsentLong : THRESHOLDS.yearAbsent;
  return draft.day === undefined ? THRESHOLDS.monthAbsent : THRESHOLDS.dateAbsent;
}

/** Binds a draft date by the event words of its clause; a dateline supports, but never contradicts. */
export function alignDate(
  claim: LocatedMention<DateMention>,
  binder: Binder,
  retrieval: Retrieval,
): Alignment<DateMention> {
  const slip = calendarSlip(claim);
  if (slip) return slip;
  const draft = resolveDate(claim.mention, claim.document.dateline);
  let support: Candidate | undefined;
  let against: Candidate | undefined;
  const rivals: Candidate[] = [];
  const weekdays = new Set<number>();
  const near = retrieval.near(claim.context);
  for (const source of retrieval.datesFor(claim)) {
    const isNear = near.has(source.context);
    if (!isNear && support) continue;
    const comparison = compareDateReadings(
      draft,
      resolveDate(source.mention, source.document.dateline),
      claim.mention.ambiguous === true,
      source.mention.ambiguous === true,
    );
    if (comparison.kind === 'unrelated' || (!isNear && comparison.kind !== 'same')) continue;
    const dateline = isDateline(source, source.mention);
    if (dateline && comparison.kind === 'differs') continue;
    const bound = isNear ? binder.bind(claim, source) : UNBOUND;
    const binding = dateline ? { ...bound, score: Math.min(bound.score, 0) } : bound;
    const candidate = { source, comparison, binding };
    if (comparison.kind === 'same') {
      if (!comparison.exact) continue;
      support = preferred(support, candidate, binder.rankOf);
    } else {
      rivals.push(candidate);
      const other = resolveDate(source.mention, source.document.dateline);
      if (other.weekday !== undefined) weekdays.add(other.weekday);
      against = preferred(against, candidate, binder.rankOf);
    }
  }
  const supported = (c: Candidate): Alignment<DateMention> => ({
    claim,
    verdict: 'supported',
    reason: { kind: 'agrees', how: 'same date' },
    evidence: [placeOf(c.source)],
    bound: false,
  });
  const written = claim.mention.relative === undefined;
  const refuted = ({ source, comparison, binding }: Candidate, sure = true): Alignment<DateMention> => ({
    claim,
    verdict: 'refuted',
    reason: { kind: 'date', source, parts: comparison.kind === 'differs' ? comparison.parts : [] },
    evidence: [placeOf(source)],
    bound: sure && binding.score >= THRESHOLDS.error,
  });
  if (support && written) {
    const owner = ownerOf(claim, support, rivals);
    if (owner) return refuted(owner, false);
  }
  if (!support && written) {
    const almost = rivals.find(
      ({ comparison, binding }) => isAlmost(draft, comparison) && binding.score >= THRESHOLDS.almostSame,
    );
    if (almost) return refuted(almost);
  }
  const needed = support ? THRESHOLDS.dateElsewhere : absentScore(draft, claim.mention, weekdays.size);
  const lead = against && support ? against.binding.score - support.binding.score : Number.POSITIVE_INFINITY;
  const together = support !== undefined && against?.source.context === support.source.context;
  const margin = together ? THRESHOLDS.dateSentenceMargin : THRESHOLDS.dateMargin;
  if (against && written && against.binding.score >= needed && lead >= margin) return refuted(against);
  if (support) return supported(support);
  return {
    claim,
    verdict: 'notEnoughInfo',
    reason: written ? { kind: 'notFound' } : { kind: 'notChecked' },
    evidence: [],
    bound: false,
  };
}
