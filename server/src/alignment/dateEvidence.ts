import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import { type Binder, type Binding, UNBOUND } from './binding.ts';
import { isNextYear } from './claimWords.ts';
import { compareDateReadings, type DateComparison, type ResolvedDate, resolveDate } from './compareDate.ts';
import { isDateline } from './dateline.ts';
import { preferred } from './preference.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

/** A source date measured against a draft's. */
export interface DateCandidate {
  readonly source: LocatedMention<DateMention>;
  readonly date: ResolvedDate;
  readonly comparison: DateComparison;
  readonly binding: Binding;
}

/** What the sources say to a draft date. */
export interface DateEvidence {
  readonly draft: ResolvedDate;
  readonly support: DateCandidate | undefined;
  readonly against: DateCandidate | undefined;
  readonly rivals: readonly DateCandidate[];
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
  { source, binding }: Pick<DateCandidate, 'source' | 'binding'>,
  binder: Binder,
  retrieval: Retrieval,
): boolean {
  if (draft.year === undefined || source.document.dateline) return false;
  let open = openYears.get(source.context);
  if (!open) {
    open = retrieval
      .datesIn(source.context)
      .filter(({ mention: { relative } }) => relative?.unit === 'year' && Math.abs(relative.count) <= 1);
    openYears.set(source.context, open);
  }
  return open.some((other) => binder.bind(claim, other).score >= binding.score);
}

/**
 * Looks at every source date that can decide about a draft's; a dateline supports, but never contradicts. A sentence told
 * of nobody whom the sources name (`isForeign`) is contradicted by none.
 */
export function dateEvidence(
  claim: LocatedMention<DateMention>,
  binder: Binder,
  retrieval: Retrieval,
  isForeign: () => boolean,
): DateEvidence {
  const draft = resolveDate(claim.mention, claim.document.dateline);
  let support: DateCandidate | undefined;
  let against: DateCandidate | undefined;
  const agreeing = new Set<AnalysedDocument>();
  const rivals: DateCandidate[] = [];
  const near = retrieval.near(claim.context);
  for (const source of retrieval.datesFor(claim)) {
    const isNear = near.has(source.context);
    if (!isNear && support) continue;
    const date = resolveDate(source.mention, source.document.dateline);
    const comparison = compareDateReadings(
      draft,
      date,
      claim.mention.ambiguous === true,
      source.mention.ambiguous === true,
    );
    if (comparison.kind === 'unrelated' || (!isNear && comparison.kind !== 'same')) continue;
    const dateline = isDateline(source, source.mention);
    if (dateline && comparison.kind === 'differs') continue;
    const bound = isNear ? binder.bind(claim, source) : UNBOUND;
    const binding = dateline ? { ...bound, score: Math.min(bound.score, 0) } : bound;
    const candidate = { source, date, comparison, binding };
    if (comparison.kind === 'same') {
      // "April 2004" is not told by any "30 April"
      const yearless = draft.year !== undefined && draft.month !== undefined && date.year === undefined;
      if (!comparison.exact || (yearless && binding.score < THRESHOLDS.yearless)) continue;
      support = preferred(support, candidate, binder.rankOf);
      agreeing.add(source.document);
    } else if (
      !isForeign() &&
      !isNextYear(claim, source) &&
      !hasOpenYear(claim, draft, candidate, binder, retrieval)
    ) {
      rivals.push(candidate);
      against = preferred(against, candidate, binder.rankOf);
    }
  }
  return { draft, support, against, rivals, agreeing };
}
