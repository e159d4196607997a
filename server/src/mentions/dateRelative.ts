import { readMonthDay, readWeekday } from './date.ts';
import { readDecade, readYear, readYearRange } from './dateNumeric.ts';
import { type DateDraft, draftDate, finish, monthAt, textAt, yearAfter, yearAt } from './dateParts.ts';
import { DECADES, PARTS, RELATIVE_UNITS, SEASONS, WEEKDAYS } from './dateWords.ts';
import type { DateMention } from './mention.ts';
import { ORDINAL_WORDS } from './numberWords.ts';
import {
  isCapitalised,
  isGlued,
  isNumberAt,
  isWordAt,
  lowerAt,
  nextWord,
  type Reading,
  type Scan,
  spanOf,
} from './quantityScan.ts';

type DateReading = Reading<DateMention>;
type RelativeUnit = NonNullable<DateMention['relative']>['unit'];

function relative(scan: Scan, from: number, to: number, unit: RelativeUnit, count: number): DateReading {
  const draft = draftDate(scan, from, to);
  draft.relative = { unit, count };
  const last = scan.tokens[to - 1];
  if (last?.lower.endsWith("'s")) draft.end = last.end - 2;
  return { mention: draft, to };
}

const stem = (word: string): string => (word.endsWith("'s") ? word.slice(0, -2) : word);

/** "yesterday", "today", "tomorrow", "tonight", "the day before yesterday". */
export function readDayWord(scan: Scan, i: number): DateReading | undefined {
  const word = stem(lowerAt(scan, i));
  if (word === 'day') {
    const next = lowerAt(scan, i + 1);
    const end = stem(lowerAt(scan, i + 2));
    if (next === 'before' && end === 'yesterday') return relative(scan, i, i + 3, 'day', -2);
    if (next === 'after' && end === 'tomorrow') return relative(scan, i, i + 3, 'day', 2);
    return undefined;
  }
  if (isCapitalised(scan.tokens[i]) && scan.starts[i] === 0 && isCapitalised(scan.tokens[i - 1]))
    return undefined;
  const count = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0;
  return relative(scan, i, i + 1, 'day', count);
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['past', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
]);
const KINDS_OF_YEAR = new Set(['financial', 'fiscal', 'calendar', 'school', 'tax', 'academic']);
const PARTS_OF_DAY = new Set(['night', 'evening', 'morning', 'afternoon', 'lunchtime']);

/** "last year", "this financial year", "next Monday", "last summer", "the past year". */
export function readStep(scan: Scan, i: number): DateReading | undefined {
  const lead = lowerAt(scan, i);
  const count = STEPS.get(lead);
  if (count === undefined) return undefined;
  let at = nextWord(scan, i + 1);
  if (at < 0) return undefined;
  if (KINDS_OF_YEAR.has(lowerAt(scan, at))) at++;
  const word = stem(lowerAt(scan, at));
  const definite = lowerAt(scan, i - 1) === 'the';
  if (WEEKDAYS.has(word) && !word.endsWith('ays')) return widen(scan, i, readWeekday(scan, at));
  if (isCapitalised(scan.tokens[at]) && monthAt(scan, at) !== undefined)
    return widen(scan, i, readMonthDay(scan, at));
  const season = SEASONS.get(word);
  if (season !== undefined && at === i + 1 && !definite && (word !== 'fall' || lead !== 'this')) {
    const draft = draftDate(scan, i, at + 1);
    draft.season = season;
    return finish(scan, draft, at + 1);
  }
  if (PARTS_OF_DAY.has(word)) {
    if (lead !== 'last' && lead !== 'this') return undefined;
    if (lead === 'last' && word !== 'night' && word !== 'evening') return undefined;
    if (lead === 'this' && word === 'night') return undefined;
    return definite ? undefined : relative(scan, i, at + 1, 'day', count);
  }
  const unit = RELATIVE_UNITS.get(word);
  if (unit === undefined || word === 'second' || word === 'minute' || word === 'day' || word === 'hour')
    return undefined;
  if (word === 'night' || (lowerAt(scan, at + 1) === 'of' && lead === 'last')) return undefined;
  if (definite || lead === 'past') {
    // "the past year" is a stretch up to now; "the next year" hangs on another date.
    if (count !== -1) return lead === 'current' ? relative(scan, i, at + 1, unit[0], 0) : undefined;
    return relative(scan, definite ? i - 1 : i, at + 1, unit[0], -unit[1]);
  }
  return relative(scan, i, at + 1, unit[0], count * unit[1]);
}

/** Takes the words before a date into its span. */
function widen(scan: Scan, from: number, reading: DateReading | undefined): DateReading | undefined {
  if (reading === undefined) return undefined;
  const start = scan.tokens[from]?.start ?? reading.mention.start;
  return { mention: { ...reading.mention, start }, to: reading.to };
}

/** A duration before "ago", as a date: "two weeks ago". */
export function agoDate(
  scan: Scan,
  from: number,
  to: number,
  unit: string,
  value: number,
): DateReading | undefined {
  const relativeUnit = RELATIVE_UNITS.get(unit);
  return relativeUnit === undefined
    ? undefined
    : relative(scan, from, to, relativeUnit[0], -value * relativeUnit[1]);
}

const OWNERS = new Set(['his', 'her', 'their', 'my', 'your', 'our']);

/** "early March", "mid-2020", "the late 1990s", "late last year". */
export function readPart(scan: Scan, i: number): DateReading | undefined {
  const part = PARTS.get(lowerAt(scan, i));
  if (part === undefined) return undefined;
  // "in his early 50s" is an age.
  if (OWNERS.has(lowerAt(scan, i - 1))) return undefined;
  let at = i + 1;
  if (/^[-‐‑–]$/.test(lowerAt(scan, at)) && isGlued(scan, at)) at++;
  if (lowerAt(scan, at) === 'in' || lowerAt(scan, at) === 'on') return undefined;
  if (lowerAt(scan, at) === 'the') at++;
  const date = readPartTarget(scan, at);
  if (date === undefined || date.mention.day !== undefined) return undefined;
  const mention: DateMention = { ...date.mention, start: scan.tokens[i]?.start ?? date.mention.start, part };
  return { mention, to: date.to };
}

function readPartTarget(scan: Scan, at: number): DateReading | undefined {
  if (isNumberAt(scan, at)) return readDecade(scan, at) ?? readYearRange(scan, at) ?? readYear(scan, at);
  if (lowerAt(scan, at) === "'" || lowerAt(scan, at) === '’') return readDecade(scan, at + 1);
  if (!isWordAt(scan, at)) return undefined;
  const lower = lowerAt(scan, at);
  if (lower === 'last' || lower === 'this' || lower === 'next') return readStep(scan, at);
  if (SEASONS.has(lower)) return readSeason(scan, at);
  return readDecadeWord(scan, at) ?? readMonthDay(scan, at);
}

/** "the nineties". */
export function readDecadeWord(scan: Scan, i: number): DateReading | undefined {
  const decade = DECADES.get(lowerAt(scan, i));
  if (decade === undefined) return undefined;
  const before = lowerAt(scan, i - 1);
  if (before !== 'the' && !PARTS.has(before) && !(before === '-' && PARTS.has(lowerAt(scan, i - 2))))
    return undefined;
  const draft = draftDate(scan, i, i + 1);
  draft.decade = decade;
  draft.parts.year = spanOf(scan, i, i + 1);
  return finish(scan, draft, i + 1);
}

function withYear(draft: DateDraft, scan: Scan, at: number): number {
  let k = at;
  if (lowerAt(scan, k) === 'of' && lowerAt(scan, k + 1) === 'the') k++;
  if (lowerAt(scan, k + 1) === 'fiscal') k++;
  const year = yearAfter(scan, k) ?? yearAt(scan, k + 1 - (lowerAt(scan, k) === 'of' ? 0 : 1));
  if (year === undefined) return -1;
  draft.year = year.value;
  draft.parts.year = year.span;
  return year.to;
}

/** "summer 2020", "the spring of 1945". */
export function readSeason(scan: Scan, i: number): DateReading | undefined {
  const season = SEASONS.get(lowerAt(scan, i));
  if (season === undefined) return undefined;
  const draft = draftDate(scan, i, i + 1);
  draft.season = season;
  const to = withYear(draft, scan, i + 1);
  return to < 0 || lowerAt(scan, i + 1) === 'in' ? undefined : finish(scan, draft, to);
}

const DIGIT_QUARTER = /^[1-4]$/;

/** "Q3", "Q3 2024", "third quarter of 2024", "second-quarter". */
export function readQuarter(scan: Scan, i: number): DateReading | undefined {
  const draft = draftDate(scan, i, i + 1);
  let at: number;
  if (textAt(scan, i) === 'Q') {
    if (
      !isGlued(scan, i + 1) ||
      !DIGIT_QUARTER.test(lowerAt(scan, i + 1)) ||
      (isGlued(scan, i + 2) && isWordAt(scan, i + 2))
    )
      return undefined;
    draft.quarter = Number(lowerAt(scan, i + 1));
    at = i + 2;
  } else {
    const quarter = lowerAt(scan, i) === 'final' ? 4 : ORDINAL_WORDS.get(lowerAt(scan, i));
    const word = nextWord(scan, i + 1);
    if (quarter === undefined || quarter > 4 || word < 0 || stem(lowerAt(scan, word)) !== 'quarter')
      return undefined;
    if (/^[-‐‑]?final/.test(lowerAt(scan, word + 1) + lowerAt(scan, word + 2))) return undefined;
    draft.quarter = quarter;
    at = word + 1;
    if (stem(lowerAt(scan, word)) !== lowerAt(scan, word)) {
      const reading = finish(scan, draft, at);
      draft.end -= 2;
      return reading;
    }
  }
  const to = withYear(draft, scan, at);
  return finish(scan, draft, to < 0 ? at : to);
}
