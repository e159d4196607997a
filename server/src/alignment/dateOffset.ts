import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { DateMention, QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type ResolvedDate, resolveDate } from './compareDate.ts';
import type { Retrieval } from './retrieval.ts';
import { textBehind } from './wordsAround.ts';

/** "Four months later", "two years earlier": how a source tells a date by another one. */
const LATER = /^\s+(?:later|after(?:wards)?|on)\b/i;
const EARLIER = /^\s+(?:earlier|before|previously|prior)\b/i;

const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12, decade: 120 };

/** Stretches and dates of one block that are tried with each other. */
const MOST = 20;

/** Months by which a source says that something is later (more than zero) or earlier than something else. */
function offsetOf(m: LocatedMention<QuantityMention>): number | undefined {
  const { dimension, unit = '', value, high } = m.mention;
  const size = MONTHS[unit];
  if (dimension !== 'duration' || size === undefined || high !== undefined) return undefined;
  const behind = textBehind(m, 16);
  if (LATER.test(behind)) return value * size;
  return EARLIER.test(behind) ? -value * size : undefined;
}

/** True where `date`, so many months on, is the draft's, by the year, or by year and month. */
function isReached(draft: ResolvedDate, date: ResolvedDate, months: number): boolean {
  if (draft.year === undefined || date.year === undefined) return false;
  if (draft.month === undefined || date.month === undefined)
    return months % 12 === 0
      ? date.year + months / 12 === draft.year
      : date.month !== undefined &&
          Math.floor((date.year * 12 + date.month - 1 + months) / 12) === draft.year;
  return date.year * 12 + date.month + months === draft.year * 12 + draft.month;
}

/** The date that a stretch is reckoned from: the last one before it, or one behind it in its sentence. */
function anchorOf(
  { mention: { start }, context }: LocatedMention,
  dates: readonly LocatedMention<DateMention>[],
): LocatedMention<DateMention> | undefined {
  const before = dates.filter((date) => date.mention.start < start);
  return (
    before.sort((a, b) => b.mention.start - a.mention.start)[0] ??
    dates.find((date) => date.context === context)
  );
}

/**
 * The date from which a near source reckons to the draft's: "in March 2024 … set aside four months later" for July 2024.
 * Both stand in one block.
 */
export function reckonedFrom(
  claim: LocatedMention<DateMention>,
  draft: ResolvedDate,
  retrieval: Retrieval,
): readonly LocatedMention[] | undefined {
  if (draft.year === undefined || draft.day !== undefined) return undefined;
  const blocks = new Map<
    AnalysedBlock,
    { dates: LocatedMention<DateMention>[]; stretches: LocatedMention<QuantityMention>[] }
  >();
  for (const sentence of retrieval.near(claim.context).keys()) {
    for (const m of [...retrieval.datesIn(sentence), ...retrieval.quantitiesIn(sentence)]) {
      const block = m.document.blocks[m.block] as AnalysedBlock;
      const known = blocks.get(block) ?? { dates: [], stretches: [] };
      blocks.set(block, known);
      if (m.mention.kind === 'date') known.dates.push(m as LocatedMention<DateMention>);
      else if (offsetOf(m as LocatedMention<QuantityMention>) !== undefined)
        known.stretches.push(m as LocatedMention<QuantityMention>);
    }
  }
  for (const { dates, stretches } of blocks.values())
    for (const stretch of stretches.slice(0, MOST)) {
      const months = offsetOf(stretch) as number;
      const from = anchorOf(stretch, dates.slice(0, MOST));
      if (from && isReached(draft, resolveDate(from.mention, from.document.dateline), months))
        return [from, stretch];
    }
  return undefined;
}
