import { t } from '../l10n/message.ts';
import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headDates } from '../sources/headDates.ts';
import { alignAgo, isUnheard } from './alignAgo.ts';
import { type Alignment, placeOf } from './alignment.ts';
import { isTold, toldTogether, valuesBeside } from './beside.ts';
import type { Binder } from './binding.ts';
import { isCompared, isEnd } from './claimWords.ts';
import { ownerOf, tellsOpposite } from './clauseOwner.ts';
import {
  compareDate,
  type DateComparison,
  type ResolvedDate,
  resolveDate,
  weekdayOf,
} from './compareDate.ts';
import { type DateCandidate, dateEvidence } from './dateEvidence.ts';
import { reckonedFrom } from './dateOffset.ts';
import { otherEndOf } from './dateRange.ts';
import { sentenceOf } from './nameFit.ts';
import type { Retrieval } from './retrieval.ts';
import { isExchanged, isSlipOf, likeliest } from './slipOf.ts';
import { disagreementOf, isOtherSources } from './sourcesDiffer.ts';
import { THRESHOLDS, WEIGHTS } from './weights.ts';
import { otherLabelOf } from './yearLabel.ts';

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

/** Month or quarter of a date that has a year and no day. */
const stretchOf = ({ year, month, quarter, day }: ResolvedDate): number | undefined =>
  year === undefined || day !== undefined
    ? undefined
    : (month ?? (quarter === undefined ? undefined : 12 + quarter));

/**
 * The draft's month or quarter of a year, the only date of its sentence, has one part of a date near it in the source, and
 * every such date there tells the same other part ("November 2015" where only May 2015 is told).
 */
function onlyOther(
  claim: LocatedMention<DateMention>,
  draft: ResolvedDate,
  others: readonly DateCandidate[],
  binder: Binder,
): DateCandidate | undefined {
  const own = stretchOf(draft);
  if (own === undefined) return undefined;
  const mentions = claim.document.blocks[claim.block]?.mentions ?? [];
  if (claim.context.mentions.filter((at) => mentions[at]?.kind === 'date').length !== 1) return undefined;
  const isTold = ({ source, binding }: DateCandidate) =>
    binding.sentence > 0 && binder.passage(claim.context, sentenceOf(source)) >= THRESHOLDS.onlyOther;
  const other = (part: 'year' | 'month'): DateCandidate | undefined => {
    const found = others.filter(
      (rival) =>
        rival.comparison.kind === 'differs' &&
        rival.comparison.parts.join() === part &&
        (rival.date.month ?? rival.date.quarter) !== undefined &&
        (draft.quarter === undefined) === (rival.date.quarter === undefined) &&
        rival.counts,
    );
    const told = new Set(
      found.map(({ date }) => (part === 'year' ? date.year : (date.month ?? date.quarter))),
    );
    const [best] = [...found].sort((a, b) => b.binding.score - a.binding.score);
    return told.size === 1 && best && isTold(best) ? best : undefined;
  };
  const [month, year] = [other('month'), other('year')];
  return month && year ? undefined : (month ?? year);
}

/** The cell that gives a value of the claim's sentence for the claim's date: "in 2024 the net profit was 421 million". */
function columnOf(
  claim: LocatedMention<DateMention>,
  draft: ResolvedDate,
  retrieval: Retrieval,
): LocatedMention | undefined {
  const told = valuesBeside(claim);
  if (told.length === 0) return undefined;
  return retrieval.quantitiesNear(claim.context).find((source) => {
    const cell = source.document.blocks[source.block];
    if (!cell?.block.cell || !told.some(({ mention }) => isTold(mention, source.mention))) return false;
    return headDates(cell.block).some(
      (date) => compareDate(draft, resolveDate(date, source.document.dateline)).kind === 'same',
    );
  });
}

/** "On 9, 13, 22, 26 and 30 October": dates of one list are all told of the same. */
function areListed(a: LocatedMention, b: LocatedMention): boolean {
  if (a.context !== b.context || a.block !== b.block) return false;
  const [first, second] = a.mention.start < b.mention.start ? [a.mention, b.mention] : [b.mention, a.mention];
  const between = a.document.blocks[a.block]?.block.text.slice(first.end, second.start) ?? '';
  return /^(?:[\d,\s]|and\b|or\b)*$/i.test(between);
}

const isWeekday = (draft: ResolvedDate): boolean => draft.weekday !== undefined && draft.day === undefined;
const isYear = (draft: ResolvedDate, mention: DateMention): boolean =>
  draft.year !== undefined && draft.month === undefined && draft.day === undefined && !mention.until;

/** The year that the draft's is with two digits exchanged ("1968" for "1986"), best bound first. */
function slipOfYear(
  mention: DateMention,
  draft: ResolvedDate,
  others: readonly DateCandidate[],
): DateCandidate | undefined {
  if (!isYear(draft, mention)) return undefined;
  const [slip] = others
    .filter(
      ({ date, comparison, counts, binding }) =>
        comparison.kind === 'differs' &&
        date.year !== undefined &&
        isExchanged(String(draft.year), String(date.year)) &&
        counts &&
        binding.score >= THRESHOLDS.yearSlip,
    )
    .sort((a, b) => b.binding.score - a.binding.score);
  return slip;
}

/** The score from which a source date contradicts a draft date that no source has. */
function absentScore(draft: ResolvedDate, mention: DateMention, weekdays: number): number {
  if (isWeekday(draft)) return weekdays === 1 ? THRESHOLDS.weekdayAbsent : THRESHOLDS.dateAbsent;
  if (draft.quarter !== undefined) return THRESHOLDS.dateAbsent;
  if (draft.month === undefined && draft.day === undefined)
    return mention.until || mention.decade !== undefined ? THRESHOLDS.dateAbsentLong : THRESHOLDS.yearAbsent;
  return draft.day === undefined ? THRESHOLDS.monthAbsent : THRESHOLDS.dateAbsent;
}

/** The passage around the other date tells the draft's sentence, which one sentence of the source may do only in part. */
function isToldAround(
  claim: LocatedMention<DateMention>,
  draft: ResolvedDate,
  { source, binding }: DateCandidate,
  weekdays: number,
  binder: Binder,
): boolean {
  const passage = binder.passage(claim.context, sentenceOf(source));
  if (isWeekday(draft)) return weekdays === 1 && passage >= THRESHOLDS.weekdayPassage;
  return (
    isYear(draft, claim.mention) &&
    binding.score >= THRESHOLDS.yearFloor &&
    binding.score + WEIGHTS.passage * passage >= THRESHOLDS.yearPassage
  );
}

/** The score and the lead from which another date contradicts one that the sources have elsewhere. */
function isBetterBound(
  draft: ResolvedDate,
  support: DateCandidate,
  { source, binding }: DateCandidate,
): boolean {
  const lead = binding.score - support.binding.score;
  const needed = isWeekday(draft) ? THRESHOLDS.weekdayElsewhere : THRESHOLDS.dateElsewhere;
  const framed = binding.frameContent > 0 && support.binding.frameContent === 0;
  const margin =
    source.context === support.source.context
      ? THRESHOLDS.dateSentenceMargin
      : framed
        ? THRESHOLDS.dateFramedMargin
        : THRESHOLDS.dateMargin;
  return binding.score >= needed && lead >= margin;
}

/** Binds a draft date by the event words of its clause; a dateline supports, but never contradicts. */
export function alignDate(
  claim: LocatedMention<DateMention>,
  binder: Binder,
  retrieval: Retrieval,
  isForeign: () => boolean,
): Alignment<DateMention> {
  const slip = calendarSlip(claim);
  if (slip) return slip;
  const { draft, support, against, others, agreeing } = dateEvidence(claim, binder, retrieval, isForeign);
  const weekdays = new Set(
    isWeekday(draft) ? others.flatMap((other) => (other.counts ? (other.date.weekday ?? []) : [])) : [],
  );
  const written = claim.mention.relative === undefined && !isCompared(claim);
  const agreed = (source: LocatedMention): Alignment<DateMention> => ({
    claim,
    verdict: 'supported',
    reason: { kind: 'agrees', how: 'same date' },
    evidence: [placeOf(source)],
    bound: false,
  });
  const supported = (c: DateCandidate): Alignment<DateMention> => {
    const disagreement = written ? disagreementOf(claim, c, others, agreeing, binder.rankOf) : undefined;
    return { ...agreed(c.source), ...(disagreement && { disagreement }) };
  };
  const refuted = ({ source, comparison, binding }: DateCandidate, sure = true): Alignment<DateMention> => ({
    claim,
    verdict: 'refuted',
    reason: { kind: 'date', source, parts: comparison.kind === 'differs' ? comparison.parts : [] },
    evidence: [placeOf(source)],
    bound: sure && binding.score >= THRESHOLDS.error,
  });
  const column = written ? columnOf(claim, draft, retrieval) : undefined;
  if (column) return agreed(column);
  const near = support === undefined || retrieval.near(claim.context).has(support.source.context);
  const end = written
    ? (otherEndOf(claim, retrieval) ?? (near ? otherLabelOf(claim, retrieval) : undefined))
    : undefined;
  const other = end && others.find(({ source }) => source.mention === end.mention);
  if (other) return refuted(other, support === undefined);
  const reckoned = support || !written ? undefined : reckonedFrom(claim, draft, retrieval);
  if (reckoned)
    return {
      claim,
      verdict: 'supported',
      reason: { kind: 'derived', how: t('reckoned from another date') },
      evidence: reckoned.map(placeOf),
      bound: false,
    };
  if (support && written) {
    const owner = isEnd(claim) && isEnd(support.source) ? undefined : ownerOf(claim, support, others);
    if (owner && !areListed(support.source, owner.source)) return refuted(owner, false);
  }
  if (!support && written) {
    const almost = others.find(
      (other) =>
        isAlmost(draft, other.comparison) && other.counts && other.binding.score >= THRESHOLDS.almostSame,
    );
    if (almost) return refuted(almost);
    const slip = slipOfYear(claim.mention, draft, others);
    if (slip) return refuted(slip);
    const only = onlyOther(claim, draft, others, binder);
    if (only) return refuted(only, false);
  }
  if (against && written) {
    const clear = support
      ? isBetterBound(draft, support, against) &&
        !(isEnd(claim) && isEnd(support.source) && !isEnd(against.source)) &&
        !areListed(support.source, against.source) &&
        !isOtherSources(claim, support, against) &&
        !toldTogether(valuesBeside(claim), support.source, against.source, retrieval) &&
        !tellsOpposite(claim, against.source)
      : against.binding.score >= absentScore(draft, claim.mention, weekdays.size) ||
        isToldAround(claim, draft, against, weekdays.size, binder);
    if (clear) {
      const isSlip = ({ date, comparison }: DateCandidate) =>
        comparison.kind === 'differs' &&
        comparison.parts.join() === 'year' &&
        isSlipOf(draft.year ?? 0, date.year ?? 0);
      const told = support ? against : likeliest(against, others, isSlip);
      return refuted(told, told === against);
    }
  }
  if (support) return supported(support);
  const ago = alignAgo(claim, binder, retrieval);
  if (ago) return ago;
  return {
    claim,
    verdict: 'notEnoughInfo',
    reason: written || isUnheard(claim, retrieval) ? { kind: 'notFound' } : { kind: 'notChecked' },
    evidence: [],
    bound: false,
  };
}
