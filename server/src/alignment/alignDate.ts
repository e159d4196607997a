import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type Alignment, placeOf } from './alignment.ts';
import { type Binder, type Binding, UNBOUND } from './binding.ts';
import { compareDateReadings, type DateComparison, resolveDate, weekdayOf } from './compareDate.ts';
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
    } else against = preferred(against, candidate, binder.rankOf);
  }
  const supported = (c: Candidate): Alignment<DateMention> => ({
    claim,
    verdict: 'supported',
    reason: { kind: 'agrees', how: 'same date' },
    evidence: [placeOf(c.source)],
    bound: false,
  });
  const bareYear = draft.month === undefined && draft.weekday === undefined && draft.day === undefined;
  const absent = bareYear ? THRESHOLDS.yearAbsent : THRESHOLDS.dateAbsent;
  const needed = support ? THRESHOLDS.dateElsewhere : absent;
  const lead = against && support ? against.binding.score - support.binding.score : Number.POSITIVE_INFINITY;
  const written = claim.mention.relative === undefined;
  if (against && written && against.binding.score >= needed && lead >= THRESHOLDS.dateMargin) {
    const parts = against.comparison.kind === 'differs' ? against.comparison.parts : [];
    return {
      claim,
      verdict: 'refuted',
      reason: { kind: 'date', source: against.source, parts },
      evidence: [placeOf(against.source)],
      bound: against.binding.score >= THRESHOLDS.error,
    };
  }
  if (support) return supported(support);
  return {
    claim,
    verdict: 'notEnoughInfo',
    reason: written ? { kind: 'notFound' } : { kind: 'notChecked' },
    evidence: [],
    bound: false,
  };
}
