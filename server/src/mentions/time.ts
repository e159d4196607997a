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

const ZONES = new Set(
  'gmt bst utc est edt et cet cest eet eest pt pst pdt ct cst cdt mt mst mdt msk ist jst aest aedt sgt hkt wib wat eat sast'.split(
    ' ',
  ),
);

interface Clock {
  readonly minutes: number;
  readonly to: number;
  /** Written so that only a clock time can be meant. */
  readonly sure: boolean;
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
    return { minutes: hours * 60, to: to + 1, sure: true };
  if (!hasMinutes || hours > 24 || (separator !== ':' && zoneAt(scan, to) < 0)) return undefined;
  return { minutes: hours * 60 + minutes, to, sure: false };
}

/** A zone ("GMT", "local time") at token `i`; index after it, or -1. */
function zoneAt(scan: Scan, i: number): number {
  const token = scan.tokens[i];
  if (token?.kind !== 'word') return -1;
  if (token.lower === 'local' && lowerAt(scan, i + 1) === 'time') return i + 2;
  return ZONES.has(token.lower) && token.text === token.text.toUpperCase() ? i + 1 : -1;
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
  if (isDash(lowerAt(scan, to)) && isNumberAt(scan, to + 1)) {
    const end = clockAt(scan, to + 1);
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
    return { mention: { kind: 'time', ...spanOf(scan, i, i + 2), minutes: hour * 60 }, to: i + 2 };
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
