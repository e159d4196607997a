import { MONTHS, WEEKDAYS } from './dateWords.ts';
import type { TimeMention } from './mention.ts';
import {
  isCapitalised,
  isDash,
  isGlued,
  isNumberAt,
  lowerAt,
  type Reading,
  type Scan,
  spanOf,
} from './quantityScan.ts';
import { ZONES } from './timeZones.ts';

interface Clock {
  readonly minutes: number;
  readonly to: number;
  /** Written so that only a clock time can be meant. */
  readonly sure: boolean;
  /** No half of the day was written, and the hour is in both. */
  readonly halfOpen?: boolean;
}

/** Reads "am", "p.m." at `i`: hours to add at noon and the index after it. */
function halfOfDay(scan: Scan, i: number): { readonly pm: boolean; readonly to: number } | undefined {
  const word = lowerAt(scan, i);
  if (word === 'am' || word === 'pm') return { pm: word === 'pm', to: i + 1 };
  if ((word !== 'a' && word !== 'p') || lowerAt(scan, i + 1) !== '.' || lowerAt(scan, i + 2) !== 'm')
    return undefined;
  if (!isGlued(scan, i + 1) || !isGlued(scan, i + 2)) return undefined;
  return { pm: word === 'p', to: lowerAt(scan, i + 3) === '.' && isGlued(scan, i + 3) ? i + 4 : i + 3 };
}

const UNTIL_TIME = new Set('until till before after by from since around between'.split(' '));
/** Verbs of prices and marks: "closed at 6.15" is no time. */
const PRICED = new Set(
  'closed close opened trading traded valued rated stood standing stands remained fixed set ended measured put estimated priced grew rose fell scored averaged'.split(
    ' ',
  ),
);
const DAY_PARTS = new Set(['in', 'on', 'this', 'yesterday', 'today', 'tomorrow', 'tonight']);

/** "at 6.15", "shortly before 18.30": a point for the colon, where no unit or noun follows and no price is told. */
function isPointTime(scan: Scan, i: number, to: number): boolean {
  const before = lowerAt(scan, i - 1);
  const next = scan.tokens[to];
  const dayPart = next !== undefined && (DAY_PARTS.has(next.lower) || WEEKDAYS.has(next.lower));
  const ends =
    next === undefined || (next.kind === 'punctuation' && next.text !== '%' && !isGluedSign(next.text));
  if (before === 'at') return !PRICED.has(lowerAt(scan, i - 2)) && (dayPart || ends);
  if (!UNTIL_TIME.has(before)) return false;
  const second =
    (next?.lower === 'to' || next?.lower === 'and' || next?.lower === 'until') && isNumberAt(scan, to + 1);
  return (
    (dayPart && next?.lower !== 'in') ||
    (second && lowerAt(scan, to + 2) === '.' && lowerAt(scan, to + 3).length === 2 && isClockPair(scan, i))
  );
}

/** "from 17.30 to 19.00": both could be hours, and neither has a unit. */
function isClockPair(scan: Scan, i: number): boolean {
  const after = scan.tokens[i + 7];
  return (
    Number(lowerAt(scan, i)) < 24 &&
    Number(lowerAt(scan, i + 4)) < 25 &&
    Number(lowerAt(scan, i + 6)) < 60 &&
    (after === undefined ||
      (after.kind === 'punctuation' && after.text !== '%') ||
      DAY_PARTS.has(after.lower))
  );
}

const isGluedSign = (text: string): boolean => /^[%€£$°/×x-]$/.test(text);

/** A clock time at number token `i`. */
function clockAt(scan: Scan, i: number): Clock | undefined {
  const digits = lowerAt(scan, i);
  if (digits.length > 2) return undefined;
  const hours = Number(digits);
  let minutes = 0;
  let to = i + 1;
  const separator = lowerAt(scan, to);
  const hasMinutes =
    (separator === ':' || separator === '.') &&
    isGlued(scan, to) &&
    isGlued(scan, to + 1) &&
    isNumberAt(scan, to + 1) &&
    lowerAt(scan, to + 1).length === 2;
  if (hasMinutes) {
    minutes = Number(lowerAt(scan, to + 1));
    to += 2;
    if (minutes > 59) return undefined;
    if (
      isGlued(scan, to) &&
      /^[:.]$/.test(lowerAt(scan, to)) &&
      isNumberAt(scan, to + 1) &&
      isGlued(scan, to + 1)
    )
      return undefined;
  }
  const half = halfOfDay(scan, to);
  if (half !== undefined) {
    if (hours < 1 || hours > 12)
      return hours < 24 && hasMinutes
        ? { minutes: hours * 60 + minutes, to: half.to, sure: true }
        : undefined;
    return { minutes: ((hours % 12) + (half.pm ? 12 : 0)) * 60 + minutes, to: half.to, sure: true };
  }
  if (lowerAt(scan, to) === "o'clock" && hours >= 1 && hours <= 12)
    return { minutes: hours * 60, to: to + 1, sure: true, halfOpen: true };
  if (!hasMinutes || hours > 24) return undefined;
  if (separator !== ':' && zoneAt(scan, to) < 0 && !isPointTime(scan, i, to)) return undefined;
  const halfOpen = hours >= 1 && hours <= 12 && !digits.startsWith('0');
  return { minutes: hours * 60 + minutes, to, sure: false, ...(halfOpen && { halfOpen }) };
}

/** A zone ("GMT", "local time") at token `i`; index after it, or -1. */
function zoneAt(scan: Scan, i: number): number {
  const token = scan.tokens[i];
  if (token?.kind !== 'word') return -1;
  if (token.lower === 'local' && lowerAt(scan, i + 1) === 'time') return i + 2;
  return ZONES.has(token.lower) && token.text === token.text.toUpperCase() ? i + 1 : -1;
}

/** The dash, or the word behind "from 9.30" and "between 2pm", before the end of a range. */
function isRangeLink(scan: Scan, i: number, to: number): boolean {
  const link = lowerAt(scan, to);
  if (isDash(link)) return true;
  const before = lowerAt(scan, i - 1);
  if (before === 'from') return link === 'to' || link === 'until' || link === 'till';
  return before === 'between' && link === 'and';
}

/** The end of a range that is written with a point, behind a start that is. */
function pointClock(scan: Scan, i: number, start: Clock): Clock | undefined {
  const [hours, minutes] = [Number(lowerAt(scan, i)), Number(lowerAt(scan, i + 2))];
  const fits =
    !start.sure &&
    lowerAt(scan, i + 1) === '.' &&
    isGlued(scan, i + 1) &&
    isGlued(scan, i + 2) &&
    /^[0-5]\d$/.test(lowerAt(scan, i + 2)) &&
    hours < 25;
  return fits ? { minutes: hours * 60 + minutes, to: i + 3, sure: false } : undefined;
}

const SCORE_WORDS = new Set(
  'john luke mark matthew genesis psalm romans corinthians isaiah acts exodus job ratio'.split(' '),
);

/** "16:30", "2:12 p.m.", "7am", "12:00 GMT", "17:30–19:30", "1500 GMT", "noon". */
export function readTime(scan: Scan, i: number): Reading<TimeMention> | undefined {
  if (!isNumberAt(scan, i)) return readTimeWord(scan, i);
  const clock = clockAt(scan, i) ?? militaryAt(scan, i);
  if (clock === undefined) return sharedHalf(scan, i);
  let { minutes, to } = clock;
  if (!clock.sure && isCapitalised(scan.tokens[i - 1]) && SCORE_WORDS.has(lowerAt(scan, i - 1)))
    return undefined;
  let until: number | undefined;
  if (isRangeLink(scan, i, to) && isNumberAt(scan, to + 1)) {
    const end = clockAt(scan, to + 1) ?? pointClock(scan, to + 1, clock);
    if (end !== undefined) {
      until = end.minutes;
      to = end.to;
    }
  }
  const zone = zoneAt(scan, to);
  const end = zone < 0 ? to : zone;
  if (!clock.sure && isGlued(scan, end) && scan.tokens[end]?.kind === 'word') return undefined;
  minutes %= 1440;
  const zoneSpan = zone < 0 ? undefined : spanOf(scan, to, zone);
  return {
    mention: {
      kind: 'time',
      ...spanOf(scan, i, end),
      minutes,
      ...(clock.halfOpen && zone < 0 && { halfOpen: true }),
      ...(until === undefined ? {} : { until: until % 1440 }),
      ...(zoneSpan === undefined ? {} : { zone: scan.text.slice(zoneSpan.start, zoneSpan.end), zoneSpan }),
    },
    to: end,
  };
}

/** "1500 GMT": four digits count as a time only before a zone. */
function militaryAt(scan: Scan, i: number): Clock | undefined {
  const digits = lowerAt(scan, i);
  if (digits.length !== 4 || zoneAt(scan, i + 1) < 0) return undefined;
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  return hours < 24 && minutes < 60 ? { minutes: hours * 60 + minutes, to: i + 1, sure: true } : undefined;
}

/** "9-11am": the first hour takes its half of the day from the second. */
function sharedHalf(scan: Scan, i: number): Reading<TimeMention> | undefined {
  const hours = Number(lowerAt(scan, i));
  if (
    lowerAt(scan, i).length > 2 ||
    hours < 1 ||
    hours > 12 ||
    !isDash(lowerAt(scan, i + 1)) ||
    !isNumberAt(scan, i + 2)
  )
    return undefined;
  const end = clockAt(scan, i + 2);
  if (end === undefined || !end.sure) return undefined;
  const pm = end.minutes >= 720 && hours % 12 < Math.floor(end.minutes / 60) % 12;
  return {
    mention: {
      kind: 'time',
      ...spanOf(scan, i, end.to),
      minutes: ((hours % 12) + (pm ? 12 : 0)) * 60,
      until: end.minutes,
    },
    to: end.to,
  };
}

const HOURS: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, k) => [word, k + 1] as const),
);

/** "noon", "midday", "midnight", "seven o'clock". */
function readTimeWord(scan: Scan, i: number): Reading<TimeMention> | undefined {
  const word = lowerAt(scan, i);
  const hour = HOURS.get(word);
  if (hour !== undefined) {
    if (lowerAt(scan, i + 1) !== "o'clock") return undefined;
    return {
      mention: { kind: 'time', ...spanOf(scan, i, i + 2), minutes: hour * 60, halfOpen: true },
      to: i + 2,
    };
  }
  if (word !== 'noon' && word !== 'midday' && word !== 'midnight') return undefined;
  const before = lowerAt(scan, i - 1);
  if (
    before !== 'at' &&
    before !== 'by' &&
    before !== 'until' &&
    before !== 'before' &&
    before !== 'after' &&
    before !== 'since'
  )
    return undefined;
  return {
    mention: { kind: 'time', ...spanOf(scan, i, i + 1), minutes: word === 'midnight' ? 0 : 720 },
    to: i + 1,
  };
}

/** True when a word before a number makes a clock time likely ("Friday 16:30"). */
export const isCalendarWord = (lower: string): boolean => WEEKDAYS.has(lower) || MONTHS.has(lower);
