import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { Binder, Binding } from './binding.ts';
import { best, Candidate, type Claim } from './candidate.ts';
import { isNextYear } from './claimWords.ts';
import {
  compareDate,
  compareDateReadings,
  type DateComparison,
  type ResolvedDate,
  resolveDate,
} from './compareDate.ts';
import { isDateline } from './dateline.ts';
import { preferred } from './preference.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

/** A source date measured against a draft's. */
export class DateCandidate extends Candidate<DateMention, DateComparison> {
  readonly date: ResolvedDate;

  constructor(
    claim: Claim<DateMention, DateComparison>,
    source: LocatedMention<DateMention>,
    comparison: DateComparison,
    isNear: boolean,
    date: ResolvedDate,
  ) {
    super(claim, source, comparison, isNear);
    this.date = date;
  }
}

/** A dateline is told of nothing, however well the words around it agree. */
class DatelineCandidate extends DateCandidate {
  override get binding(): Binding {
    const bound = super.binding;
    return { ...bound, score: Math.min(bound.score, 0) };
  }
}

/** What the sources say to a draft date. */
export interface DateEvidence {
  readonly draft: ResolvedDate;
  readonly support: DateCandidate | undefined;
  readonly against: DateCandidate | undefined;
  /** Near dates that differ; those that count (`counts`) say something against the draft's. */
  readonly others: readonly DateCandidate[];
  /** The sources with a date that agrees. */
  readonly agreeing: ReadonlySet<AnalysedDocument>;
}

/** The years of a source sentence that only the date of the source tells. */
const openYears = new WeakMap<SentenceContext, readonly LocatedMention<DateMention>[]>();

/**
 * "This year it won again, after its success in 2018": the sentence has another year, bound no worse, which only the date
 * of the source would tell; so the written one denies none.
 */
function hasOpenYear(
  claim: LocatedMention<DateMention>,
  draft: ResolvedDate,
  candidate: Candidate<DateMention, DateComparison>,
  binder: Binder,
  retrieval: Retrieval,
): boolean {
  const { source } = candidate;
  if (draft.year === undefined || source.document.dateline) return false;
  let open = openYears.get(source.context);
  if (!open) {
    open = retrieval
      .datesIn(source.context)
      .filter(({ mention: { relative } }) => relative?.unit === 'year' && Math.abs(relative.count) <= 1);
    openYears.set(source.context, open);
  }
  return open.some((other) => binder.bind(claim, other).score >= candidate.binding.score);
}

/** A date that the draft's sentence tells, too, and tells no worse: "Launch: 3 June 2024; arrival: 10 March 2026". */
function isToldBeside(
  claim: LocatedMention<DateMention>,
  draft: ResolvedDate,
  source: LocatedMention<DateMention>,
  binder: Binder,
  binding: Binding,
): boolean {
  if (draft.day === undefined && draft.month === undefined) return false;
  const mentions = claim.document.blocks[claim.block]?.mentions ?? [];
  return claim.context.mentions.some((index) => {
    const mention = mentions[index];
    if (mention?.kind !== 'date' || index === claim.index) return false;
    const told = resolveDate(mention, claim.document.dateline);
    const same = compareDate(told, resolveDate(source.mention, source.document.dateline));
    if (same.kind !== 'same' || !same.exact) return false;
    return binder.bind({ ...claim, index, mention }, source).score >= binding.score - THRESHOLDS.crossedLead;
  });
}

/** The score below which a date says nothing against one that agrees. */
const leastAgainst = ({ binding }: DateCandidate): number =>
  Math.max(
    Math.min(THRESHOLDS.dateElsewhere, THRESHOLDS.weekdayElsewhere),
    binding.score +
      Math.min(THRESHOLDS.dateMargin, THRESHOLDS.dateFramedMargin, THRESHOLDS.dateSentenceMargin),
  );

/**
 * Looks at every source date that can decide about a draft's; a dateline supports, but never contradicts. A sentence told
 * of nobody whom the sources name (`isForeign`) is contradicted by none. Dates that agree are bound first, and of the others
 * only those that may be bound well enough to matter beside them.
 */
export function dateEvidence(
  claim: LocatedMention<DateMention>,
  binder: Binder,
  retrieval: Retrieval,
  isForeign: () => boolean,
): DateEvidence {
  const draft = resolveDate(claim.mention, claim.document.dateline);
  let support: DateCandidate | undefined;
  const agreeing = new Set<AnalysedDocument>();
  const others: DateCandidate[] = [];
  const measured: Claim<DateMention, DateComparison> = {
    mention: claim,
    binder,
    standingOf: (candidate) =>
      isForeign() ||
      isToldBeside(claim, draft, candidate.source, binder, candidate.binding) ||
      isNextYear(claim, candidate.source) ||
      hasOpenYear(claim, draft, candidate, binder, retrieval)
        ? 'none'
        : 'rival',
  };
  const measure = (source: LocatedMention<DateMention>, isNear: boolean): DateCandidate | undefined => {
    const date = resolveDate(source.mention, source.document.dateline);
    const comparison = compareDateReadings(
      draft,
      date,
      claim.mention.ambiguous === true,
      source.mention.ambiguous === true,
    );
    if (comparison.kind === 'unrelated') return undefined;
    const dateline = isDateline(source, source.mention);
    if (dateline && comparison.kind === 'differs') return undefined;
    const kind = dateline ? DatelineCandidate : DateCandidate;
    return new kind(measured, source, comparison, isNear, date);
  };
  const isSupport = (candidate: DateCandidate): boolean => {
    const { comparison, date } = candidate;
    // "April 2004" is not told by any "30 April"
    const yearless = draft.year !== undefined && draft.month !== undefined && date.year === undefined;
    return (
      comparison.kind === 'same' &&
      comparison.exact &&
      !(yearless && candidate.binding.score < THRESHOLDS.yearless)
    );
  };
  for (const source of retrieval.datesFor(claim)) {
    const candidate = measure(source, true);
    if (candidate?.comparison.kind === 'differs') others.push(candidate);
    if (!candidate || !isSupport(candidate)) continue;
    support = preferred(support, candidate, binder.rankOf);
    agreeing.add(source.document);
  }
  if (!support) {
    const source = retrieval.dateElsewhere(claim);
    const candidate = source && measure(source, false);
    if (candidate && isSupport(candidate)) {
      support = candidate;
      agreeing.add(candidate.source.document);
    }
  }
  const floor = support ? leastAgainst(support) - THRESHOLDS.alike : Number.NEGATIVE_INFINITY;
  const against = best(others, floor, (other) => other.counts, binder.rankOf);
  return { draft, support, against, others, agreeing };
}
