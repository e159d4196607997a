import type { Span } from '../text/span.ts';
import type { DateMention } from './mention.ts';
import { ordinalInWords, ordinalSuffix } from './numberSpelling.ts';

/** Parts of a date to be written; a part that the written date does not have is left out. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 = Monday … 7 = Sunday */
  readonly weekday?: number;
  readonly quarter?: number;
  readonly season?: string;
  /** Last year of a stretch. */
  readonly untilYear?: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** English name of a weekday, 1 = Monday … 7 = Sunday. */
export const weekdayName = (weekday: number): string => WEEKDAYS[(weekday - 1) % 7] ?? '';

/** Writes a name as long, and in the same case, as the one that stands there ("Sept" and "SEPT" included). */
function nameLike(name: string, like: string): string {
  const isShort = like.length < 5 && !/^(?:may|june|july)$/i.test(like);
  const text =
    isShort && name.length > 4 ? name.slice(0, name === 'September' && like.length === 4 ? 4 : 3) : name;
  return caseLike(text, like);
}

function caseLike(text: string, like: string): string {
  if (like === like.toLowerCase()) return text.toLowerCase();
  if (like === like.toUpperCase()) return text.toUpperCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const padded = (value: number, like: string): string =>
  like.startsWith('0') ? String(value).padStart(2, '0') : String(value);

type WrittenPart = 'year' | 'month' | 'day' | 'weekday';

const QUARTERS = 'first second third fourth'.split(' ');

/** Writes "Q2", "2nd" or "second" for another quarter; `like` holds it and nothing else. */
function quarterLike(quarter: number, like: string): string {
  if (/\d(?:st|nd|rd|th)/i.test(like)) return `${quarter}${ordinalSuffix(quarter)}`;
  return /\d/.test(like)
    ? like.replace(/\d/, String(quarter))
    : caseLike(QUARTERS[quarter - 1] ?? like, like);
}

/** "2012–13" with other years. */
const stretchLike = (year: number, until: number, like: string): string =>
  like.replace(
    /^(\d{4})(\D+)(\d{2}|\d{4})$/,
    (_, __, link: string, end: string) =>
      `${year}${link}${end.length === 2 ? String(until).slice(-2) : until}`,
  );

/** Where the quarter or the season of a date is written. */
function wordOf(original: DateMention, text: string, pattern: RegExp): Span | undefined {
  const found = pattern.exec(text.slice(original.start, original.end));
  if (!found) return undefined;
  const start = original.start + found.index;
  return { start, end: start + found[0].length };
}

/** Writes one part of a date as `like`, the text that stands there, is written. */
export function formatDatePart(part: WrittenPart, value: number, like: string): string {
  if (part === 'weekday') {
    const plural = /days$/i.test(like) ? 's' : '';
    return nameLike(weekdayName(value) || like, like) + plural;
  }
  if (part === 'month')
    return /\d/.test(like) ? padded(value, like) : nameLike(MONTHS[(value - 1) % 12] ?? like, like);
  if (part === 'day' && !/\d/.test(like)) return ordinalInWords(value) ?? String(value);
  if (part === 'day') return /[a-z]$/i.test(like) ? `${value}${ordinalSuffix(value)}` : padded(value, like);
  if (/s$/.test(like)) return `${value}s`;
  const isShort = /^['’]?\d\d$/.test(like);
  return isShort ? like.replace(/\d\d/, String(value % 100).padStart(2, '0')) : String(value);
}

/**
 * Writes the date anew with `parts` in the order and style of `original`, whose block text is `text`: day–month order,
 * abbreviations, ordinal endings and commas stay. Gives the text for the whole span of `original`.
 */
export function formatDateLike(parts: DateParts, original: DateMention, text: string): string {
  const edits: { readonly span: Span; readonly text: string }[] = [];
  for (const part of ['year', 'month', 'day', 'weekday'] as const) {
    const value = parts[part];
    const span = original.parts[part];
    if (
      value === undefined ||
      span === undefined ||
      (part === 'year' && original.until?.year !== undefined && /\D/.test(text.slice(span.start, span.end)))
    ) {
      if (value !== undefined && span !== undefined && parts.untilYear !== undefined)
        edits.push({ span, text: stretchLike(value, parts.untilYear, text.slice(span.start, span.end)) });
      continue;
    }
    const written = formatDatePart(part, value, text.slice(span.start, span.end));
    edits.push({
      span,
      text: original.order === 'ymd' && part !== 'year' ? written.padStart(2, '0') : written,
    });
  }
  const quarter =
    original.quarter === undefined || parts.quarter === undefined
      ? undefined
      : wordOf(original, text, /q?[1-4](?:st|nd|rd|th)?(?!\d)|first|second|third|fourth|final/i);
  if (quarter && parts.quarter !== undefined)
    edits.push({ span: quarter, text: quarterLike(parts.quarter, text.slice(quarter.start, quarter.end)) });
  const season =
    original.season === undefined || parts.season === undefined
      ? undefined
      : wordOf(original, text, /spring|summer|autumn|fall|winter/i);
  if (season && parts.season !== undefined && parts.season !== original.season)
    edits.push({ span: season, text: caseLike(parts.season, text.slice(season.start, season.end)) });
  edits.sort((a, b) => a.span.start - b.span.start);
  let out = '';
  let at = original.start;
  for (const edit of edits) {
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at, original.end);
}
