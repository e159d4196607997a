import type { Token } from '../prose/tokens.ts';
import type { Span } from '../text/span.ts';
import { MONTHS, type MonthWord } from './dateWords.ts';
import type { DateMention } from './mention.ts';
import { NUMBER_WORDS } from './numberWords.ts';
import { ordinalWordAt } from './ordinalWord.ts';
import {
  isCapitalised,
  isDash,
  isGlued,
  isHyphen,
  isNumberAt,
  isTitleCase,
  lowerAt,
  type Reading,
  type Scan,
  spanOf,
} from './quantityScan.ts';

/** A date mention while it is put together. */
export type DateDraft = { -readonly [K in keyof Omit<DateMention, 'parts'>]: DateMention[K] } & {
  parts: { year?: Span; month?: Span; day?: Span; weekday?: Span };
};

/** A date's part with the token index after it and its span. */
export interface Part {
  readonly value: number;
  readonly to: number;
  readonly span: Span;
}

/** Starts a date mention over tokens `from` up to `to`. */
export function draftDate(scan: Scan, from: number, to: number): DateDraft {
  return { kind: 'date', ...spanOf(scan, from, to), parts: {} };
}

/** Closes a date that ends before token `to`. */
export function finish(scan: Scan, draft: DateDraft, to: number): Reading<DateMention> {
  draft.end = Math.max(draft.start, scan.tokens[to - 1]?.end ?? draft.end);
  return { mention: draft, to };
}

/** True when the number token `i` is whole: no digits, decimals, percent or scale glued or joined to it. */
function standsAlone(scan: Scan, i: number): boolean {
  const lower = lowerAt(scan, i);
  if (!isGlued(scan, i))
    return lower !== '%' && lower !== 'percent' && !(lower === 'per' && lowerAt(scan, i + 1) === 'cent');
  if (lower === '%') return false;
  if ((lower === ',' || lower === '.' || lower === ':') && isNumberAt(scan, i + 1) && isGlued(scan, i + 1))
    return false;
  return scan.tokens[i]?.kind !== 'word';
}

/** A day of the month in words at token `i`, before "of" and a month: "the twenty-first of June". */
function dayInWords(scan: Scan, i: number): Part | undefined {
  const ordinal = ordinalWordAt(scan, i);
  if (ordinal === undefined) return undefined;
  const { value, to } = ordinal;
  if (value > 31 || lowerAt(scan, to) !== 'of' || monthAt(scan, to + 1) === undefined) return undefined;
  return { value, to, span: spanOf(scan, i, to) };
}

/** A day of the month at token `i`, with its ordinal ending, or in words. */
export function dayAt(scan: Scan, i: number): Part | undefined {
  const token = scan.tokens[i];
  if (token?.kind === 'word') return dayInWords(scan, i);
  if (token?.kind !== 'number' || token.text.length > 2) return undefined;
  const value = Number(token.text);
  if (value < 1 || value > 31) return undefined;
  const ending = lowerAt(scan, i + 1);
  const hasEnding =
    isGlued(scan, i + 1) && (ending === 'st' || ending === 'nd' || ending === 'rd' || ending === 'th');
  const to = hasEnding ? i + 2 : i + 1;
  return standsAlone(scan, to) ? { value, to, span: spanOf(scan, i, to) } : undefined;
}

/** The hundreds of a year in words. */
const HUNDREDS: ReadonlyMap<string, number> = new Map([
  ['sixteen', 1600],
  ['seventeen', 1700],
  ['eighteen', 1800],
  ['nineteen', 1900],
  ['twenty', 2000],
]);

/** A year in words at token `i`: "nineteen eighty-four", "twenty twenty-five". */
function yearInWords(scan: Scan, i: number): Part | undefined {
  const hundreds = HUNDREDS.get(lowerAt(scan, i));
  const first = NUMBER_WORDS.get(lowerAt(scan, i + 1));
  if (hundreds === undefined || (first?.kind !== 'ten' && first?.kind !== 'teen')) return undefined;
  if (isGlued(scan, i + 1)) return undefined;
  let value = hundreds + first.value;
  let to = i + 2;
  if (first.kind === 'ten') {
    const at = isHyphen(lowerAt(scan, to)) ? to + 1 : to;
    const unit = NUMBER_WORDS.get(lowerAt(scan, at));
    if (unit?.kind === 'unit' && unit.value > 0) {
      value += unit.value;
      to = at + 1;
    }
  }
  // "twenty twelve-metre boats"
  if (isHyphen(lowerAt(scan, to)) && isGlued(scan, to)) return undefined;
  const start = scan.tokens[i]?.start ?? 0;
  return { value, to, span: { start, end: scan.tokens[to - 1]?.end ?? start } };
}

/** A year of four digits, or in words, at token `i`. */
export function yearAt(scan: Scan, i: number): Part | undefined {
  const token = scan.tokens[i];
  if (token?.kind === 'word') return yearInWords(scan, i);
  if (token?.kind !== 'number' || token.text.length !== 4) return undefined;
  const value = Number(token.text);
  if (value < 1000 || value > 2199) return undefined;
  return standsAlone(scan, i + 1)
    ? { value, to: i + 1, span: { start: token.start, end: token.end } }
    : undefined;
}

/** A year after a comma or "of" at token `i`. */
export function yearAfter(scan: Scan, i: number): Part | undefined {
  const lower = lowerAt(scan, i);
  if (lower === ',' || lower === 'of' || lower === 'in') return yearAt(scan, i + 1);
  return yearAt(scan, i);
}

/** A month's name at token `i`, its abbreviating full stop taken in by `to` only. */
export function monthAt(
  scan: Scan,
  i: number,
): (Part & { readonly word: MonthWord; readonly capital: boolean }) | undefined {
  const token = scan.tokens[i];
  if (token?.kind !== 'word') return undefined;
  let word = MONTHS.get(token.lower);
  let end = token.end;
  if (word === undefined) {
    if (!token.lower.endsWith("'s")) return undefined;
    word = MONTHS.get(token.lower.slice(0, -2));
    if (word === undefined) return undefined;
    end -= 2;
  }
  const capital = isCapitalised(token);
  if (!capital && word.short) return undefined;
  const to = word.short && lowerAt(scan, i + 1) === '.' && isGlued(scan, i + 1) ? i + 2 : i + 1;
  return { value: word.month, word, capital, to, span: { start: token.start, end } };
}

const BEFORE_MONTH = new Set(
  'in since until till by last next this from of during before after mid late early through to and between end start beginning middle on for every each around at'.split(
    ' ',
  ),
);
const NAME_VERBS = new Set(
  'said told says has was is will had added and would must could should did does insisted warned also who on to past against through for with at he she it not be have'.split(
    ' ',
  ),
);

const OF_A_LEADER = new Set([
  'government',
  'administration',
  'cabinet',
  'premiership',
  'era',
  'family',
  'team',
]);

/** True when a month's name that is also another word stands for the month. */
export function isMonthAlone(scan: Scan, i: number, word: MonthWord, capital: boolean): boolean {
  const before = lowerAt(scan, i - 1);
  const dashBefore = isDash(before) ? lowerAt(scan, i - 2) : before;
  if (word.short) return BEFORE_MONTH.has(dashBefore) && capital && word.month !== 3 && word.month !== 1;
  if (!word.doubtful) return true;
  if (!capital) return false;
  const after = lowerAt(scan, i + 1);
  const preposition =
    BEFORE_MONTH.has(dashBefore) && dashBefore !== 'to' && dashBefore !== 'and' && dashBefore !== 'for';
  if (word.month === 5) {
    const next = scan.tokens[i + 1];
    if (before === 'the' && next?.kind === 'word' && next.text === next.lower)
      return !NAME_VERBS.has(after) && !OF_A_LEADER.has(after);
    const names = before === 'mrs' || before === 'theresa' || before === 'ms' || before === 'mr';
    return (
      !names &&
      preposition &&
      !NAME_VERBS.has(after) &&
      ((before !== 'by' && before !== 'of' && before !== 'from') || !isCapitalised(scan.tokens[i + 1]))
    );
  }
  if (preposition) return true;
  if (isTitleCase(scan, i)) return false;
  if (NAME_VERBS.has(after) || isCapitalised(scan.tokens[i + 1]))
    return word.month === 3 ? scan.starts[i] === 0 : false;
  return !isCapitalised(scan.tokens[i - 1]) || scan.starts[i] === 1;
}

/** True when `token` is a dash of a range and the next one follows. */
export const rangeAt = (scan: Scan, i: number): boolean => {
  const lower = lowerAt(scan, i);
  return isDash(lower) || lower === 'to' || lower === '/';
};

/** Text of token `i`. */
export const textAt = (scan: Scan, i: number): string => (scan.tokens[i] as Token | undefined)?.text ?? '';
