import { draftDate, finish, yearAt } from './dateParts.ts';
import type { DateMention } from './mention.ts';
import { isDash, isGlued, isNumberAt, lowerAt, type Reading, type Scan, spanOf } from './quantityScan.ts';

const number = (scan: Scan, i: number): number => Number(lowerAt(scan, i));
const length = (scan: Scan, i: number): number => (isNumberAt(scan, i) ? lowerAt(scan, i).length : 0);

/** True when the digits end at token `i`: nothing glued but punctuation that closes. */
function ends(scan: Scan, i: number): boolean {
  if (!isGlued(scan, i)) return true;
  const token = scan.tokens[i];
  if (token?.kind !== 'punctuation') return false;
  return !(/^[-/.:%]$/.test(token.text) && isGlued(scan, i + 1) && isNumberAt(scan, i + 1));
}

/** Dates of digits alone: "2025-12-13", "13/12/2025", "13.12.2025", and the one that has become a name, "9/11". */
export function readNumericDate(scan: Scan, i: number): Reading<DateMention> | undefined {
  const separator = lowerAt(scan, i + 1);
  if (!isGlued(scan, i + 1) || !isGlued(scan, i + 2) || !isNumberAt(scan, i + 2)) return undefined;
  if (separator !== '-' && separator !== '/' && separator !== '.' && separator !== '‑') return undefined;
  const first = number(scan, i);
  const second = number(scan, i + 2);
  if (separator === '/' && lowerAt(scan, i) === '9' && lowerAt(scan, i + 2) === '11' && ends(scan, i + 3)) {
    const draft = draftDate(scan, i, i + 3);
    draft.year = 2001;
    draft.month = 9;
    draft.day = 11;
    return finish(scan, draft, i + 3);
  }
  if (
    lowerAt(scan, i + 3) !== separator ||
    !isGlued(scan, i + 3) ||
    !isGlued(scan, i + 4) ||
    !isNumberAt(scan, i + 4)
  )
    return undefined;
  if (!ends(scan, i + 5)) return undefined;
  const third = number(scan, i + 4);
  const draft = draftDate(scan, i, i + 5);
  const at = (k: number) => spanOf(scan, k, k + 1);
  if (length(scan, i) === 4 && length(scan, i + 2) <= 2 && length(scan, i + 4) <= 2) {
    if (second < 1 || second > 12 || third < 1 || third > 31) return undefined;
    Object.assign(draft, { year: first, month: second, day: third, order: 'ymd' });
    draft.parts = { year: at(i), month: at(i + 2), day: at(i + 4) };
    return finish(scan, draft, i + 5);
  }
  const years = length(scan, i + 4);
  if (length(scan, i) > 2 || length(scan, i + 2) > 2 || (years !== 4 && !(years === 2 && separator === '/')))
    return undefined;
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) return undefined;
  const year = years === 4 ? third : third < 70 ? 2000 + third : 1900 + third;
  const monthFirst = second > 12;
  Object.assign(draft, { year, order: monthFirst ? 'mdy' : 'dmy' });
  draft.month = monthFirst ? first : second;
  draft.day = monthFirst ? second : first;
  draft.parts = { year: at(i + 4), month: at(monthFirst ? i : i + 2), day: at(monthFirst ? i + 2 : i) };
  if (separator === '/' && first <= 12 && second <= 12 && first !== second) draft.ambiguous = true;
  return finish(scan, draft, i + 5);
}

const POSSESSIVE_AGE = new Set('his her their my your our'.split(' '));

/** "1990s", "the '90s", "the 90s". Token `i` is the number. */
export function readDecade(scan: Scan, i: number): Reading<DateMention> | undefined {
  if (lowerAt(scan, i + 1) !== 's' || !isGlued(scan, i + 1)) return undefined;
  const digits = lowerAt(scan, i);
  const value = number(scan, i);
  if (value % 10 !== 0) return undefined;
  if (digits.length === 4 && value >= 1500 && value < 2200) {
    const draft = draftDate(scan, i, i + 2);
    draft.decade = value;
    draft.parts.year = spanOf(scan, i, i + 2);
    return finish(scan, draft, i + 2);
  }
  if (digits.length !== 2) return undefined;
  const before = lowerAt(scan, i - 1);
  const apostrophe = isGlued(scan, i) && (before === "'" || before === '’' || before === '‘');
  const lead = lowerAt(scan, isDash(before) && isGlued(scan, i) ? i - 2 : i - 1);
  if (
    !apostrophe &&
    (POSSESSIVE_AGE.has(lead) || !(lead === 'the' || lead === 'mid' || lead === 'early' || lead === 'late'))
  )
    return undefined;
  const from = apostrophe ? i - 1 : i;
  const draft = draftDate(scan, from, i + 2);
  draft.decade = value >= 20 ? 1900 + value : 2000 + value;
  draft.parts.year = spanOf(scan, from, i + 2);
  return finish(scan, draft, i + 2);
}

/** "2015-16", "2015–2016", "2015/16". */
export function readYearRange(scan: Scan, i: number): Reading<DateMention> | undefined {
  const digits = lowerAt(scan, i);
  if (digits.length !== 4) return undefined;
  const first = number(scan, i);
  if (first < 1500 || first > 2199) return undefined;
  const dash = lowerAt(scan, i + 1);
  const joined = isGlued(scan, i + 1) === isGlued(scan, i + 2);
  if (!(isDash(dash) || (dash === '/' && isGlued(scan, i + 1))) || !joined || !isNumberAt(scan, i + 2))
    return undefined;
  const size = length(scan, i + 2);
  if ((size !== 2 && size !== 4) || (size === 2 && !isGlued(scan, i + 2)) || !ends(scan, i + 3))
    return undefined;
  const last = size === 2 ? Math.floor(first / 100) * 100 + number(scan, i + 2) : number(scan, i + 2);
  const until = last <= first && size === 2 && first % 100 === 99 ? last + 100 : last;
  if (until <= first || until - first > 120) return undefined;
  const draft = draftDate(scan, i, i + 3);
  draft.year = first;
  draft.until = { year: until };
  draft.parts.year = spanOf(scan, i, i + 3);
  return finish(scan, draft, i + 3);
}

const YEAR_BEFORE = new Set(
  'in since of by from until till to through after before during for between and early late mid circa than was least a its his her their our the this at early-'.split(
    ' ',
  ),
);
const STRONG = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'from',
  'during',
  'circa',
  'mid',
  'early',
  'late',
  'before',
  'after',
]);
const COUNTERS = new Set(
  'about around some roughly approximately nearly almost over under least most up upwards exceeding exactly only below above estimated'.split(
    ' ',
  ),
);
const COUNTED = new Set(
  'people men women children homes jobs workers troops others deaths cases miles times soldiers police protesters staff members residents houses patients companies tonnes pages words votes seats students pupils refugees migrants employees victims prisoners civilians fighters'.split(
    ' ',
  ),
);

/** True when the counted things follow at `i`, an adjective between allowed. */
export const countedFollow = (scan: Scan, i: number): boolean =>
  COUNTED.has(lowerAt(scan, i)) ||
  (COUNTED.has(lowerAt(scan, i + 1)) &&
    lowerAt(scan, i) !== 'of' &&
    scan.tokens[i]?.kind === 'word' &&
    scan.tokens[i]?.text === lowerAt(scan, i));

/** A bare year in its context: "in 2020", "the 2020 protests", "Russia's 2022 invasion"; not "2020 people". */
export function readYear(scan: Scan, i: number): Reading<DateMention> | undefined {
  const year = yearAt(scan, i);
  if (year === undefined) return undefined;
  const { value } = year;
  const before = lowerAt(scan, i - 1);
  const lead = isDash(before) && isGlued(scan, i) ? lowerAt(scan, i - 2) : before;
  const next = scan.tokens[year.to];
  const era = lowerAt(scan, year.to);
  if (era === 'bc' || era === 'bce') return undefined;
  if (
    COUNTERS.has(before) ||
    (before === 'than' && lowerAt(scan, i - 2) !== 'later' && lowerAt(scan, i - 2) !== 'earlier')
  ) {
    const phrase = before === 'least' || before === 'most' ? lowerAt(scan, i - 3) : lowerAt(scan, i - 2);
    if (!STRONG.has(phrase) && !(before === 'around' && value >= 1900 && !countedFollow(scan, year.to)))
      return undefined;
  }
  if (countedFollow(scan, year.to)) return undefined;
  const likely = value >= 1900 && value < 2050;
  const ok = likely
    ? !isCountOfPlural(scan, lead, next?.lower ?? '', year.to)
    : value >= 1500 && value < 2100 && STRONG.has(lead) && next?.kind !== 'word';
  if (!ok && !(STRONG.has(lead) && value >= 1500 && value < 2100 && !looksPlural(era))) return undefined;
  const draft = draftDate(scan, i, year.to);
  draft.year = value;
  draft.parts.year = year.span;
  return finish(scan, draft, year.to);
}

/** A year in words behind a word that a year stands behind: "in nineteen eighty-four". */
export function readYearInWords(scan: Scan, i: number): Reading<DateMention> | undefined {
  return STRONG.has(lowerAt(scan, i - 1)) ? readYear(scan, i) : undefined;
}

const looksPlural = (word: string): boolean =>
  word.length > 3 && word.endsWith('s') && !/(?:ss|ous|is|us)$/.test(word);

/** Lower-case plurals right after a figure are counted unless a determiner or possessive makes it a year. */
function isCountOfPlural(scan: Scan, lead: string, next: string, at: number): boolean {
  if (scan.tokens[at]?.kind !== 'word' || !looksPlural(next) || scan.tokens[at]?.text !== next) return false;
  if (YEAR_BEFORE.has(lead) || lead.endsWith("'s") || lead.endsWith("s'")) return false;
  return scan.starts[at - 1] === 0;
}
