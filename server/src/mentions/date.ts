import { readNumericDate } from './dateNumeric.ts';
import {
  type DateDraft,
  dayAt,
  draftDate,
  finish,
  isMonthAlone,
  monthAt,
  type Part,
  rangeAt,
  yearAfter,
  yearAt,
} from './dateParts.ts';
import { SHORT_WEEKDAYS, WEEKDAYS } from './dateWords.ts';
import type { DateMention } from './mention.ts';
import {
  isCapitalised,
  isDash,
  isGlued,
  isNumberAt,
  isWordAt,
  lowerAt,
  type Reading,
  type Scan,
} from './quantityScan.ts';

type DateReading = Reading<DateMention>;

function setYear(draft: DateDraft, year: Part | undefined): void {
  if (year === undefined) return;
  draft.year = year.value;
  draft.parts.year = year.span;
}

function setDay(draft: DateDraft, day: Part): void {
  draft.day = day.value;
  draft.parts.day = day.span;
}

/** "12 August 2015", "3–5 May", "31 May – 2 June", "the 12th of August". */
export function readDayMonth(scan: Scan, i: number): DateReading | undefined {
  const day = dayAt(scan, i);
  if (day === undefined) return undefined;
  let to = day.to;
  let until: Part | undefined;
  if (rangeAt(scan, to) || lowerAt(scan, to) === 'and') {
    until = dayAt(scan, to + 1);
    if (until === undefined) return undefined;
    to = until.to;
  }
  if (lowerAt(scan, to) === 'of') to++;
  if (isDash(lowerAt(scan, to)) && isGlued(scan, to)) to++;
  const month = monthAt(scan, to);
  if (month === undefined || (!month.capital && month.word.doubtful && yearAt(scan, month.to) === undefined))
    return undefined;
  if (lowerAt(scan, month.to) === ',' && !isNumberAt(scan, month.to + 1)) to = month.to;
  const year = yearAfter(scan, month.to);
  const draft = draftDate(scan, i, month.to);
  const across = until === undefined && year === undefined ? readUntilMonth(scan, month.to) : undefined;
  setDay(draft, day);
  draft.month = month.value;
  draft.parts.month = month.span;
  draft.order = 'dmy';
  setYear(draft, year);
  if (until !== undefined) {
    if (until.value <= day.value) return undefined;
    draft.until = {
      day: until.value,
      month: month.value,
      ...(year === undefined ? {} : { year: year.value }),
    };
  }
  if (across !== undefined) {
    setYear(draft, across.year);
    draft.until = across.until;
    return finish(scan, draft, across.to);
  }
  if (year !== undefined) return finish(scan, draft, year.to);
  return close(scan, draft, month.to, month.span.end);
}

/** The end of "28 February – 3 March 2022", from the dash at `i`. */
function readUntilMonth(
  scan: Scan,
  i: number,
): { until: NonNullable<DateMention['until']>; year: Part | undefined; to: number } | undefined {
  const day = isDash(lowerAt(scan, i)) ? dayAt(scan, i + 1) : undefined;
  const month = day === undefined ? undefined : monthAt(scan, day.to);
  if (day === undefined || month === undefined) return undefined;
  const year = yearAfter(scan, month.to);
  const until = { day: day.value, month: month.value, ...(year === undefined ? {} : { year: year.value }) };
  return { until, year, to: year?.to ?? month.to };
}

/** Ends a date at its last part, so that an abbreviation's full stop or a possessive ending stays outside. */
function close(scan: Scan, draft: DateDraft, to: number, end: number): DateReading {
  const reading = finish(scan, draft, to);
  draft.end = end;
  return reading;
}

/** "December 13, 2025", "May 3–5", "November 2025", "March". */
export function readMonthDay(scan: Scan, i: number): DateReading | undefined {
  const month = monthAt(scan, i);
  if (month === undefined) return undefined;
  const draft = draftDate(scan, i, month.to);
  draft.month = month.value;
  draft.parts.month = month.span;
  const possessive = scan.tokens[i]?.end !== month.span.end;
  const day = possessive ? undefined : dayAfterMonth(scan, i, month.to);
  if (day !== undefined && (month.capital || !month.word.doubtful || yearAfter(scan, day.to) !== undefined)) {
    setDay(draft, day);
    draft.order = 'mdy';
    let to = day.to;
    if (rangeAt(scan, to)) {
      const until = dayAt(scan, to + 1);
      const next = until === undefined ? monthAt(scan, to + 1) : undefined;
      const lastDay = next === undefined ? until : dayAt(scan, next.to);
      if (lastDay !== undefined && (next !== undefined || lastDay.value > day.value)) {
        to = lastDay.to;
        draft.until = { month: next?.value ?? month.value, day: lastDay.value };
      }
    }
    const year = yearAfter(scan, to);
    setYear(draft, year);
    if (year !== undefined && draft.until !== undefined) draft.until = { ...draft.until, year: year.value };
    return finish(scan, draft, year?.to ?? to);
  }
  const year = possessive ? undefined : yearAfter(scan, month.to);
  if (year !== undefined && (month.capital || !month.word.doubtful)) {
    setYear(draft, year);
    return finish(scan, draft, year.to);
  }
  if (!isMonthAlone(scan, i, month.word, month.capital)) return undefined;
  const until =
    rangeAt(scan, month.to) && isDash(lowerAt(scan, month.to)) ? monthAt(scan, month.to + 1) : undefined;
  if (until !== undefined) {
    const untilYear = yearAfter(scan, until.to);
    setYear(draft, untilYear);
    draft.until = { month: until.value, ...(untilYear === undefined ? {} : { year: untilYear.value }) };
    return finish(scan, draft, untilYear?.to ?? until.to);
  }
  return close(scan, draft, month.to, month.span.end);
}

const IN_MONTH = new Set(['in', 'since', 'during', 'last', 'until', 'by']);

/** A day after a month's name, unless it counts something ("In March 12 people died"). */
function dayAfterMonth(scan: Scan, i: number, at: number): Part | undefined {
  const day = dayAt(scan, at);
  if (
    day === undefined ||
    (isGlued(scan, at) && !isDash(lowerAt(scan, at - 1)) && lowerAt(scan, at - 1) !== '.')
  )
    return undefined;
  const next = scan.tokens[day.to];
  if (IN_MONTH.has(lowerAt(scan, i - 1)) && next?.kind === 'word' && next.gap && !isCapitalised(next))
    return undefined;
  return lowerAt(scan, day.to) === 'million' ? undefined : day;
}

const NOT_DAYS = new Set('black good sheffield super ash holy bloody palm easter'.split(' '));
const PAPERS = new Set('times telegraph mirror mail post express herald night'.split(' '));

/** "Friday", "Friday 14 March", "Friday, December 13, 2025", "Sun 3 May". */
export function readWeekday(scan: Scan, i: number): DateReading | undefined {
  const token = scan.tokens[i];
  if (token === undefined) return undefined;
  let lower = token.lower;
  let end = token.end;
  if (lower.endsWith("'s")) {
    lower = lower.slice(0, -2);
    end -= 2;
  }
  const full = WEEKDAYS.get(lower);
  const weekday = full ?? (isCapitalised(token) ? SHORT_WEEKDAYS.get(lower) : undefined);
  if (weekday === undefined) return undefined;
  if (isCapitalised(scan.tokens[i - 1]) && NOT_DAYS.has(lowerAt(scan, i - 1))) return undefined;
  if (isCapitalised(scan.tokens[i + 1]) && PAPERS.has(lowerAt(scan, i + 1))) return undefined;
  const span = { start: token.start, end };
  const date = end === token.end ? dateOfWeekday(scan, i + 1, full === undefined) : undefined;
  if (date !== undefined) {
    const parts = { ...date.mention.parts, weekday: span };
    return { mention: { ...date.mention, start: token.start, weekday, parts }, to: date.to };
  }
  if (full === undefined) return undefined;
  const draft = draftDate(scan, i, i + 1);
  draft.weekday = weekday;
  draft.parts.weekday = span;
  return close(scan, draft, i + 1, end);
}

function dateOfWeekday(scan: Scan, i: number, short: boolean): DateReading | undefined {
  let at = i;
  if (short && lowerAt(scan, at) === '.' && isGlued(scan, at)) at++;
  if (lowerAt(scan, at) === ',') at++;
  if (lowerAt(scan, at) === 'the') at++;
  const date = isNumberAt(scan, at)
    ? (readDayMonth(scan, at) ?? readNumericDate(scan, at))
    : isWordAt(scan, at)
      ? (readDayMonth(scan, at) ?? readMonthDay(scan, at))
      : undefined;
  return date?.mention.day === undefined ? undefined : date;
}
