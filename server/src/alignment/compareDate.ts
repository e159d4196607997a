import type { Dateline } from '../mentions/analysedDocument.ts';
import type { DateMention } from '../mentions/mention.ts';

/** A date as far as it is known after its document's own date has been used. Months 1–12, weekdays 1–7 (Monday = 1). */
export interface ResolvedDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly decade?: number;
  readonly quarter?: number;
  readonly season?: string;
  readonly part?: 'early' | 'mid' | 'late';
  readonly untilYear?: number;
  /** Last month and day of a stretch of days. */
  readonly untilMonth?: number;
  readonly untilDay?: number;
}

/** Weekday of a calendar day, 1 = Monday … 7 = Sunday, by the proleptic Gregorian calendar. */
export function weekdayOf(year: number, month: number, day: number): number {
  const shifted = month < 3 ? year - 1 : year;
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const sunday0 =
    (shifted +
      Math.floor(shifted / 4) -
      Math.floor(shifted / 100) +
      Math.floor(shifted / 400) +
      (offsets[month - 1] ?? 0) +
      day) %
    7;
  return sunday0 === 0 ? 7 : sunday0;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 31);

/** The calendar day `days` after a given one; walks month by month, so it needs no clock or time zone. */
export function addDays(from: Dateline, days: number): Dateline {
  let { year, month, day } = from;
  day += days;
  while (day < 1) {
    month--;
    if (month < 1) {
      month = 12;
      year--;
    }
    day += daysIn(year, month);
  }
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    month++;
    if (month > 12) {
      month = 1;
      year++;
    }
  }
  return { year, month, day };
}

const known = new WeakMap<
  DateMention,
  { readonly dateline: Dateline | undefined; readonly date: ResolvedDate }
>();

/** Resolves relative dates against the document's own date. Without one, only what is written is known. */
export function resolveDate(date: DateMention, dateline: Dateline | undefined): ResolvedDate {
  const last = known.get(date);
  if (last && last.dateline === dateline) return last.date;
  const read = readDate(date, dateline);
  known.set(date, { dateline, date: read });
  return read;
}

function readDate(date: DateMention, dateline: Dateline | undefined): ResolvedDate {
  // One after the other: an object that is put together of others has a shape of its own, which is slow to read.
  const plain: { -readonly [K in keyof ResolvedDate]: ResolvedDate[K] } = {};
  if (date.year !== undefined) plain.year = date.year;
  if (date.month !== undefined) plain.month = date.month;
  if (date.day !== undefined) plain.day = date.day;
  if (date.weekday !== undefined) plain.weekday = date.weekday;
  if (date.decade !== undefined) plain.decade = date.decade;
  if (date.quarter !== undefined) plain.quarter = date.quarter;
  if (date.season !== undefined) plain.season = date.season;
  if (date.part !== undefined) plain.part = date.part;
  if (date.until?.year !== undefined) plain.untilYear = date.until.year;
  if (date.until?.day !== undefined) {
    plain.untilDay = date.until.day;
    const month = date.until.month ?? date.month;
    if (month !== undefined) plain.untilMonth = month;
  }
  if (!dateline || !date.relative) return plain;
  const { unit, count } = date.relative;
  switch (unit) {
    case 'day':
      return { ...plain, ...addDays(dateline, count) };
    case 'year':
      return { ...plain, year: plain.year ?? dateline.year + count };
    case 'month': {
      if (plain.month !== undefined) return plain;
      const months = dateline.year * 12 + dateline.month - 1 + count;
      return { ...plain, year: Math.floor(months / 12), month: (months % 12) + 1 };
    }
    case 'decade':
      return { ...plain, decade: Math.floor(dateline.year / 10) * 10 + count * 10 };
    case 'week':
    case 'quarter':
    case 'hour':
    case 'minute':
    case 'second':
      return plain;
  }
}

/**
 * How a draft date stands to a source date: `same` when one is a permitted form of the other, `differs` with the parts
 * that contradict, `unrelated` when they share no part.
 */
export type DateComparison =
  | { readonly kind: 'same'; readonly exact: boolean }
  | { readonly kind: 'differs'; readonly parts: readonly ('year' | 'month' | 'day' | 'weekday')[] }
  | { readonly kind: 'unrelated' };

const SEASON_MONTHS: Readonly<Record<string, readonly number[]>> = {
  spring: [3, 4, 5],
  summer: [6, 7, 8],
  autumn: [9, 10, 11],
  winter: [12, 1, 2],
};

const dayFits = (day: number, part: 'early' | 'mid' | 'late'): boolean =>
  part === 'early' ? day <= 10 : part === 'mid' ? day >= 11 && day <= 20 : day >= 21;

const DAYS = 32;

/** True for a day of a stretch that a source gives by its ends: "5 May" of "3–5 May". */
function isWithin({ month, day, untilDay }: ResolvedDate, s: ResolvedDate): boolean {
  if (month === undefined || day === undefined || untilDay !== undefined) return false;
  if (s.month === undefined || s.day === undefined || s.untilDay === undefined || s.untilMonth === undefined)
    return false;
  const at = month * DAYS + day;
  return at >= s.month * DAYS + s.day && at <= s.untilMonth * DAYS + s.untilDay;
}

/** Which parts are known, as a set in one number. */
const depth = (x: ResolvedDate): number =>
  (x.year === undefined ? 0 : 1) + (x.month === undefined ? 0 : 2) + (x.day === undefined ? 0 : 4);

/** Compares two resolved dates part by part; a part that only one of them has says nothing. */
export function compareDate(d: ResolvedDate, s: ResolvedDate): DateComparison {
  // a written range is compared end by end only with another range
  if (d.untilYear !== undefined && s.untilYear === undefined) return { kind: 'unrelated' };
  const wrong: ('year' | 'month' | 'day' | 'weekday')[] = [];
  let shared = 0;
  const within = isWithin(d, s);
  if (d.year !== undefined && s.year !== undefined) {
    const inRange = s.untilYear !== undefined && d.year >= s.year && d.year <= s.untilYear;
    if (d.year === s.year || inRange) shared++;
    else wrong.push('year');
  }
  if (d.decade !== undefined && (s.year ?? s.decade) !== undefined) {
    if (Math.floor((s.year ?? s.decade ?? 0) / 10) * 10 === d.decade) shared++;
    else wrong.push('year');
  } else if (s.decade !== undefined && d.year !== undefined) {
    if (Math.floor(d.year / 10) * 10 === s.decade) shared++;
    else wrong.push('year');
  }
  const quarterOf = (x: ResolvedDate) =>
    x.quarter ?? (x.month === undefined ? undefined : Math.ceil(x.month / 3));
  if (d.month !== undefined && s.month !== undefined) {
    if (within || d.month === s.month) shared++;
    else wrong.push('month');
  } else if (
    (d.quarter !== undefined || s.quarter !== undefined) &&
    quarterOf(d) !== undefined &&
    quarterOf(s) !== undefined
  ) {
    // a fiscal quarter need not be a calendar quarter: only quarter against quarter can contradict
    if (quarterOf(d) === quarterOf(s)) shared++;
    else if (d.quarter !== undefined && s.quarter !== undefined) wrong.push('month');
    else return { kind: 'unrelated' };
  } else if (d.season !== undefined && s.season !== undefined) {
    if (d.season === s.season) shared++;
    else wrong.push('month');
  } else if (d.season !== undefined && s.month !== undefined && SEASON_MONTHS[d.season]?.includes(s.month))
    shared++;
  if (d.day !== undefined && s.day !== undefined) {
    if (within || d.day === s.day) shared++;
    else wrong.push('day');
  } else if (d.part && s.day !== undefined && d.month !== undefined && wrong.length === 0) {
    if (dayFits(s.day, d.part)) shared++;
    else wrong.push('day');
  }
  const weekday = (x: ResolvedDate) =>
    x.weekday ??
    (x.year !== undefined && x.month !== undefined && x.day !== undefined
      ? weekdayOf(x.year, x.month, x.day)
      : undefined);
  const bareWeekday = d.weekday !== undefined && d.day === undefined;
  if (bareWeekday && weekday(s) !== undefined) {
    if (weekday(s) === d.weekday) shared++;
    else wrong.push('weekday');
  } else if (s.weekday !== undefined && s.day === undefined && weekday(d) !== undefined) {
    if (weekday(d) === s.weekday) shared++;
    else wrong.push('weekday');
  } else if (d.weekday !== undefined && s.weekday !== undefined && d.weekday !== s.weekday)
    wrong.push('weekday');
  if (wrong.length > 0) {
    // "May 1, 2019" and "2002" share no part and are written to different depths: they date different things
    return shared === 0 && depth(d) !== depth(s) ? { kind: 'unrelated' } : { kind: 'differs', parts: wrong };
  }
  if (shared === 0) return { kind: 'unrelated' };
  // "October 2025" says more than "2025" does: the source neither has nor denies the month
  const finer =
    (d.month !== undefined && s.month === undefined) || (d.day !== undefined && s.day === undefined);
  const named = d.part !== undefined || bareWeekday || s.weekday !== undefined;
  return { kind: 'same', exact: !finer || named };
}

/** An all-digit date that can be read both ways, read the other way round. */
const otherReading = (date: ResolvedDate): ResolvedDate =>
  date.day !== undefined && date.month !== undefined ? { ...date, day: date.month, month: date.day } : date;

/**
 * Compares two dates of which either may be ambiguous ("4/3/2025"): they agree when one reading does, and an ambiguous
 * date contradicts nothing.
 */
export function compareDateReadings(
  d: ResolvedDate,
  s: ResolvedDate,
  dBoth: boolean,
  sBoth: boolean,
): DateComparison {
  const plain = compareDate(d, s);
  if (plain.kind === 'same' || (!dBoth && !sBoth)) return plain;
  const turned = compareDate(dBoth ? otherReading(d) : d, dBoth ? s : otherReading(s));
  return turned.kind === 'same' ? turned : { kind: 'unrelated' };
}
