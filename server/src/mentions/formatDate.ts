import type { Span } from '../text/span.ts';
import type { DateMention } from './mention.ts';
import { ordinalSuffix } from './numberSpelling.ts';

/** Parts of a date to be written; a part that the written date does not have is left out. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 = Monday … 7 = Sunday */
  readonly weekday?: number;
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
  if (like === like.toLowerCase()) return text.toLowerCase();
  return like === like.toUpperCase() ? text.toUpperCase() : text;
}

const padded = (value: number, like: string): string =>
  like.startsWith('0') ? String(value).padStart(2, '0') : String(value);

/** Writes one part of a date as `like`, the text that stands there, is written. */
export function formatDatePart(part: keyof DateParts, value: number, like: string): string {
  if (part === 'weekday') {
    const plural = /days$/i.test(like) ? 's' : '';
    return nameLike(weekdayName(value) || like, like) + plural;
  }
  if (part === 'month')
    return /\d/.test(like) ? padded(value, like) : nameLike(MONTHS[(value - 1) % 12] ?? like, like);
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
      continue;
    }
    const written = formatDatePart(part, value, text.slice(span.start, span.end));
    edits.push({
      span,
      text: original.order === 'ymd' && part !== 'year' ? written.padStart(2, '0') : written,
    });
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  let out = '';
  let at = original.start;
  for (const edit of edits) {
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at, original.end);
}
