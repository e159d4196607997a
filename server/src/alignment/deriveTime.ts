import { t } from '../l10n/message.ts';
import type { DateMention, QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type ResolvedDate, resolveDate } from './compareDate.ts';
import type { Derivation } from './derive.ts';
import type { Retrieval } from './retrieval.ts';

/** Dates that are compared with each other. */
const MOST_DATES = 24;

const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12, decade: 120 };

/** Months from the year 0 to a date, to the day where it has one; undefined without a year, or without a month where that counts. */
function monthsOf({ year, month, day }: ResolvedDate, exact: boolean): number | undefined {
  if (year === undefined || (exact && month === undefined)) return undefined;
  return exact ? year * 12 + (month as number) + (day ?? 15) / 31 : year * 12;
}

/**
 * A stretch of whole years or months between two dates of the nearest source sentences: "joined in 1966, where she stayed
 * until 1998" makes 32 years. Years count between two of one sentence only, where chance makes no such stretch.
 */
export function timeBetween(
  { mention, context }: LocatedMention<QuantityMention>,
  retrieval: Retrieval,
): Derivation | undefined {
  const { dimension, unit = '', value, high } = mention;
  const size = MONTHS[unit];
  if (dimension !== 'duration' || size === undefined || high !== undefined || value <= 2) return undefined;
  const exact = unit === 'month';
  const found: { readonly date: LocatedMention<DateMention>; readonly at: number }[] = [];
  for (const near of retrieval.near(context).keys()) {
    for (const date of retrieval.datesIn(near)) {
      const at = monthsOf(resolveDate(date.mention, date.document.dateline), exact);
      if (at !== undefined && found.length < MOST_DATES) found.push({ date, at });
    }
  }
  for (const [i, a] of found.entries())
    for (const b of found.slice(i + 1)) {
      if (a.date.document !== b.date.document || (!exact && a.date.context !== b.date.context)) continue;
      if (Math.abs(Math.abs(a.at - b.at) - value * size) >= (exact ? 1 : 0.5)) continue;
      return { how: t('the time between two dates'), from: [a.date, b.date] };
    }
  return undefined;
}
