import type { TimeMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type Alignment, placeOf } from './alignment.ts';
import { type Binder, type Binding, UNBOUND } from './binding.ts';
import { compareTime, type TimeComparison, timeHedge } from './compareTime.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

interface Candidate {
  readonly source: LocatedMention<TimeMention>;
  readonly comparison: TimeComparison;
  readonly binding: Binding;
}

/** Binds a draft clock time by the event words of its clause; support is sought first, in any source. */
export function alignTime(
  claim: LocatedMention<TimeMention>,
  binder: Binder,
  retrieval: Retrieval,
): Alignment<TimeMention> {
  const hedge = timeHedge(claim);
  let support: Candidate | undefined;
  let against: Candidate | undefined;
  for (const source of retrieval.timesFor(claim)) {
    const comparison = compareTime(claim.mention, source.mention, hedge);
    if (comparison.kind === 'unrelated') continue;
    const candidate = { source, comparison, binding: binder.bind(claim, source) };
    const { score } = candidate.binding;
    if (comparison.kind === 'agrees') {
      if (!support || score > support.binding.score) support = candidate;
    } else if (!against || score > against.binding.score) against = candidate;
  }
  if (!support) {
    const source = retrieval.timeElsewhere(claim);
    const comparison = source && compareTime(claim.mention, source.mention, hedge);
    if (source && comparison) support = { source, comparison, binding: UNBOUND };
  }
  const lead = against && support ? against.binding.score - support.binding.score : Number.POSITIVE_INFINITY;
  const needed = support ? THRESHOLDS.dateElsewhere : THRESHOLDS.dateAbsent;
  if (
    against &&
    against.binding.score >= needed &&
    lead >= THRESHOLDS.dateMargin &&
    against.binding.time >= 0
  ) {
    const { source, comparison } = against;
    const written = comparison.kind === 'differs' ? comparison : undefined;
    return {
      claim,
      verdict: 'refuted',
      reason: {
        kind: 'time',
        source,
        ...(written && { minutes: written.minutes }),
        ...(written?.until !== undefined && { until: written.until }),
      },
      evidence: [placeOf(source)],
      bound: against.binding.score >= THRESHOLDS.error,
    };
  }
  if (support) {
    const how = support.comparison.kind === 'agrees' ? support.comparison.how : '';
    return {
      claim,
      verdict: 'supported',
      reason: { kind: 'agrees', how },
      evidence: [placeOf(support.source)],
      bound: false,
    };
  }
  return { claim, verdict: 'notEnoughInfo', reason: { kind: 'notFound' }, evidence: [], bound: false };
}
