import { readNumeral } from './numberGrammar.ts';
import { exact, type Numeral } from './numeral.ts';
import { isDash, isGlued, lowerAt, type Scan } from './quantityScan.ts';
import { type CurrencyReading, readCurrency, readUnit, type UnitReading } from './unitReader.ts';

/** The upper end of a range, with the lower end's value once the scale that both share is applied. */
export interface RangeEnd {
  readonly low: number;
  readonly numeral: Numeral;
  readonly unit: UnitReading | undefined;
  readonly to: number;
  /** "from 5 to 7 per cent", "up 5p to 120p": two values, the first with the unit of the second. */
  readonly apart: boolean;
}

const MOVES = new Set(
  'from up down by rose risen rise rises fell fallen fall falls increased increase increases cut raised raise dropped drop drops jumped jump climbed grew declined slipped narrowed widened gained lost lowered surged soared slid doubled went moved changed'.split(
    ' ',
  ),
);

/** Words before the numbers that make "a to b" a change from one value to another. */
function movesBefore(scan: Scan, from: number, reach: number): boolean {
  for (let k = from - 1; k >= from - reach && k >= 0; k--) {
    if (scan.tokens[k]?.kind !== 'word') return false;
    if (MOVES.has(lowerAt(scan, k)) && isOutlook(scan, k)) return false;
    if (MOVES.has(lowerAt(scan, k))) return lowerAt(scan, k) !== 'up' || lowerAt(scan, k + 1) !== 'to';
  }
  return false;
}

const OUTLOOK = new Set(
  'expect expects expected expecting forecast forecasts guidance outlook target project projects projected be will'.split(
    ' ',
  ),
);

/** "expected to be up 4% to 7%": a forecast's range, not a move; never after "from". */
function isOutlook(scan: Scan, move: number): boolean {
  if (lowerAt(scan, move) === 'from') return false;
  for (let k = move - 1; k >= move - 5 && k >= 0; k--) if (OUTLOOK.has(lowerAt(scan, k))) return true;
  return false;
}

const isBetween = (scan: Scan, from: number): boolean => {
  for (let k = from - 1; k >= from - 3 && k >= 0; k--) if (lowerAt(scan, k) === 'between') return true;
  return false;
};

/** True for a lower-case plural, the sign that numbers before it count. */
export function pluralAt(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  if (token?.kind !== 'word' || token.text !== token.lower || !token.gap) return false;
  return (
    isPeople(token.lower) ||
    (token.lower.length > 3 && token.lower.endsWith('s') && !/(?:ss|us|is)$/.test(token.lower))
  );
}
const isPeople = (word: string): boolean =>
  word === 'people' || word === 'men' || word === 'women' || word === 'children' || word === 'police';

/** Score words take "3-2" as a result, not as a range. */
const RESULTS = new Set('wins victories defeats losses draws'.split(' '));

/** Words between the two sides of a thing: "74 by 51 centimetres". */
const SIDES = new Set(['by', 'x', '×']);

const twoSides = (first: Numeral, numeral: Numeral, unit: UnitReading): RangeEnd => ({
  low: first.value,
  numeral,
  unit,
  to: unit.to,
  apart: true,
});

/** Reads the second number of a range after `first` (with its unit or currency, if any, read already). */
export function readRangeEnd(
  scan: Scan,
  from: number,
  first: Numeral,
  unit: UnitReading | undefined,
  currency: CurrencyReading | undefined,
): RangeEnd | undefined {
  const link = unit?.to ?? first.to;
  const word = lowerAt(scan, link);
  const dash = isDash(word) && isGlued(scan, link) && isGlued(scan, link + 1);
  const and = word === 'and' && isBetween(scan, from);
  const or = word === 'or' && unit === undefined && currency === undefined;
  const to = word === 'to';
  const times = SIDES.has(word) && unit === undefined && currency === undefined;
  if (!dash && !and && !or && !to && !times) return undefined;
  const sign = readCurrency(scan, link + 1);
  if (sign?.bracketed === true) return undefined;
  if (sign !== undefined && currency === undefined) return undefined;
  const numeral = readNumeral(scan, sign?.to ?? link + 1, currency !== undefined);
  if (numeral === undefined || numeral.written.vague !== undefined || numeral.value < 0) return undefined;
  if (currency !== undefined && sign === undefined && !dash && numeral.written.scale === undefined)
    return undefined;
  const last = currency === undefined ? readUnit(scan, numeral, numeral.to) : undefined;
  if (times) return last?.unit.dimension === 'length' ? twoSides(first, numeral, last) : undefined;
  if (unit !== undefined && (last === undefined || last.unit.unit !== unit.unit.unit)) return undefined;
  if (last !== undefined && last.unit.dimension === 'duration' && lowerAt(scan, last.to) === 'ago' && to)
    return undefined;
  const low = sharedScale(first, numeral);
  const apart = to && movesBefore(scan, from, unit !== undefined || currency !== undefined ? 3 : 1);
  const end = last?.to ?? numeral.to;
  if (apart)
    return last !== undefined && unit === undefined
      ? { low: first.value, numeral, unit: last, to: end, apart }
      : undefined;
  if (!(numeral.value > low)) return undefined;
  if (or && (numeral.value > low * 2 + 1 || !sameForm(first, numeral))) return undefined;
  if (currency === undefined && last === undefined && isYearLike(first) && isYearLike(numeral))
    return undefined;
  if (currency === undefined && last === undefined && !and) {
    const counted = pluralAt(scan, numeral.to) || pluralAt(scan, numeral.to + 1);
    const result = RESULTS.has(lowerAt(scan, numeral.to));
    const large = first.plain === undefined || first.plain.length > 3;
    if (or ? !counted : !((counted && !result) || (large && dash) || first.written.scale !== undefined))
      return undefined;
  }
  return { low, numeral, unit: last, to: end, apart };
}

const sameForm = (a: Numeral, b: Numeral): boolean =>
  (a.written.form === 'words') === (b.written.form === 'words');

const isYearLike = (numeral: Numeral): boolean =>
  numeral.plain?.length === 4 && numeral.value >= 1500 && numeral.value < 2100;

/** "£3–4m": the first number takes the scale of the second when it is written without one. */
function sharedScale(first: Numeral, last: Numeral): number {
  const factor = last.written.scale?.factor;
  if (factor === undefined || first.written.scale !== undefined) return first.value;
  return first.value < last.value / factor ? exact(first.value * factor) : first.value;
}
