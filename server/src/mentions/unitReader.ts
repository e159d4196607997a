import type { Numeral } from './numeral.ts';
import { pluralAt } from './quantityRange.ts';
import {
  isCapitalised,
  isGlued,
  isJoint,
  isTitleCase,
  isWordAt,
  lowerAt,
  type Scan,
} from './quantityScan.ts';
import {
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  DOLLAR_PREFIXES,
  DURATION_MODIFIERS,
  type SharedName,
  UNITS,
  type Unit,
} from './units.ts';

/** A unit found behind a numeral: tokens `from` up to `to`. */
export interface UnitReading {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  /** Joined by a hyphen ("12-month"). */
  readonly hyphenated: boolean;
}

function match(scan: Scan, i: number, rest: readonly string[]): number {
  let k = i + 1;
  for (const word of rest) {
    if (lowerAt(scan, k) !== word) {
      // "percentage-point": a hyphen may stand for the space.
      if (!isJoint(scan, k) || lowerAt(scan, k + 1) !== word) return -1;
      k++;
    }
    k++;
  }
  return k;
}

const MASS_AFTER = new Set(['of', 'in', 'heavier', 'lighter', 'overweight']);
const MASS_BEFORE = new Set(
  'weigh weighs weighed weighing lost loses losing gained gaining shed shedding lift lifted'.split(' '),
);

/** "20 pounds" is a mass after "weighs" and before "of …", else money. */
function isMass(scan: Scan, numeral: Numeral, to: number): boolean {
  if (numeral.written.scale !== undefined) return false;
  const after = lowerAt(scan, to);
  if (MASS_AFTER.has(after)) return after !== 'in' || lowerAt(scan, to + 1) === 'weight';
  for (let k = numeral.from - 1; k >= numeral.from - 3; k--)
    if (MASS_BEFORE.has(lowerAt(scan, k))) return true;
  return false;
}

/** "3 m high": words that make a lone "m" a length. */
const EXTENTS = new Set(['high', 'tall', 'long', 'deep', 'wide', 'thick', 'above', 'below']);

/**
 * Letters that are a unit also after a space: "2,400 m", "30 g of salt". Before a plural or a currency "m" is a
 * million ("5 m people"), and "in" and "p" are words.
 */
function standsApart(scan: Scan, at: number, { unit }: Unit): boolean {
  const next = lowerAt(scan, at + 1);
  if (unit === 'm') {
    if (EXTENTS.has(next)) return true;
    const million =
      pluralAt(scan, at + 1) || UNITS.get(next)?.some((entry) => entry.unit.dimension === 'money');
    const joined = isGlued(scan, at + 1) && !/^[.,;:)?!]$/.test(next);
    return !million && !joined;
  }
  return (unit === 'g' || unit === 'l' || unit === 't') && (next === 'of' || !isWordAt(scan, at + 1));
}

const POUND: Unit = { dimension: 'mass', unit: 'lb' };
const ANGLE: Unit = { dimension: 'angle', unit: '°' };
const BEARINGS = new Set(
  'view views angle angles turn latitude longitude north south east west panorama arc slope incline'.split(
    ' ',
  ),
);

/** "a 360-degree view", "12 degrees north" are no temperatures. */
const isAngle = (scan: Scan, numeral: Numeral, at: number, to: number): boolean =>
  BEARINGS.has(lowerAt(scan, to)) ||
  numeral.value >= 180 ||
  (numeral.value === 90 && lowerAt(scan, at) === 'degree');

const STONE: Unit = { dimension: 'mass', unit: 'st' };

/** Reads the unit behind `numeral`, at token `i`. */
export function readUnit(scan: Scan, numeral: Numeral, i: number): UnitReading | undefined {
  const hyphenated = isJoint(scan, i);
  const at = hyphenated ? i + 1 : i;
  const token = scan.tokens[at];
  if (token === undefined || token.kind === 'number') return undefined;
  const glued = !hyphenated && !token.gap;
  const isDigits = numeral.written.form !== 'words';
  if (token.lower === 'stone' || (token.lower === 'st' && glued)) {
    return readStone(scan, numeral, at, hyphenated);
  }
  const entries = UNITS.get(token.lower);
  if (entries !== undefined) {
    for (const { rest, unit } of entries) {
      if (unit.glued === true && !(isDigits && (glued || (!hyphenated && standsApart(scan, at, unit)))))
        continue;
      if (unit.exactly !== undefined && token.text !== unit.exactly) continue;
      const to = match(scan, at, rest);
      if (to < 0) continue;
      if (isRefused(scan, numeral, at, to, unit, glued)) continue;
      const mass =
        unit.unit === 'GBP' &&
        token.lower.startsWith('pound') &&
        rest.length === 0 &&
        isMass(scan, numeral, to);
      if (unit.unit === '°' && isAngle(scan, numeral, at, to))
        return { unit: ANGLE, from: at, to, hyphenated };
      return { unit: mass ? POUND : unit, from: at, to, hyphenated };
    }
  }
  return hyphenated || glued ? undefined : readModified(scan, numeral, at);
}

/** Forms that are units elsewhere but not here. */
function isRefused(
  scan: Scan,
  numeral: Numeral,
  at: number,
  to: number,
  unit: Unit,
  glued: boolean,
): boolean {
  const token = scan.tokens[at];
  const word = token?.lower;
  if (unit.dimension === 'duration') {
    if (word === 'second' && numeral.value !== 1 && !isJoint(scan, at - 1)) return true;
    if (word === 'min' && token?.text !== 'min') return true;
    if (word === 'quarters' && numeral.value === 3) return true;
    if (
      isCapitalised(token) &&
      token?.text !== word?.toUpperCase() &&
      !glued &&
      !isTitleCase(scan, at) &&
      isCapitalised(scan.tokens[to])
    )
      return true;
  }
  if (word === 'mb' || word === 'gb') return lowerAt(scan, numeral.from - 1) === 'radio';
  if ((word === 'foot' || word === 'yard') && lowerAt(scan, to) === 'soldiers') return true;
  if (word === 'feet' && lowerAt(scan, to) === 'apart' && numeral.value === 2) return false;
  if ((word === '€' || word === '£') && !glued)
    return lowerAt(scan, to) !== '' && scan.tokens[to]?.kind === 'number';
  if ((word === '€' || word === '£') && glued) return scan.tokens[to]?.kind === 'number' && isGlued(scan, to);
  if (word === 'degree' || word === 'degrees')
    return lowerAt(scan, to) === 'murder' || isDegreeCourse(scan, to);
  return false;
}

/** "two degrees from Oxford" are studies. */
const isDegreeCourse = (scan: Scan, to: number): boolean =>
  lowerAt(scan, to) === 'from' || lowerAt(scan, to) === 'in';

function readStone(scan: Scan, numeral: Numeral, at: number, hyphenated: boolean): UnitReading | undefined {
  const last = numeral.value % 100;
  const ordinal = last % 10 === 1 && last !== 11;
  const pounds = scan.tokens[at + 1]?.kind === 'number' && lowerAt(scan, at + 2).startsWith('lb');
  const plain = lowerAt(scan, at) === 'st' ? pounds || !ordinal : pounds || isMassContext(scan, numeral, at);
  return plain ? { unit: STONE, from: at, to: at + 1, hyphenated } : undefined;
}

const isMassContext = (scan: Scan, numeral: Numeral, at: number): boolean =>
  isMass(scan, numeral, at + 1) || (lowerAt(scan, at + 1) === 'in' && lowerAt(scan, at + 2) === 'weight');

/** "three previous years": one or two modifiers before a unit of time. */
function readModified(scan: Scan, numeral: Numeral, i: number): UnitReading | undefined {
  let k = i;
  while (k < i + 2 && DURATION_MODIFIERS.has(lowerAt(scan, k))) k++;
  if (k === i) return undefined;
  for (const { rest, unit } of UNITS.get(lowerAt(scan, k)) ?? []) {
    if (unit.modifiable !== true || rest.length > 0 || isRefused(scan, numeral, k, k + 1, unit, false))
      continue;
    return { unit, from: k, to: k + 1, hyphenated: false };
  }
  return undefined;
}

/** A currency written before its number: tokens `from` up to `to`, the number at `to`. */
export interface CurrencyReading {
  readonly unit: string;
  readonly sharedName?: SharedName;
  readonly from: number;
  readonly to: number;
  /** An opening bracket stands at `to`, before the number: "$(3.2)". */
  readonly bracketed?: boolean;
}

/** Signs that several states write. */
const SHARED_SIGNS: ReadonlyMap<string, SharedName> = new Map([
  ['$', 'dollar'],
  ['£', 'pound'],
  ['₹', 'rupee'],
]);

/** Reads "$", "US$", "USD", "Rs." at token `i` when digits follow. */
export function readCurrency(scan: Scan, i: number): CurrencyReading | undefined {
  const token = scan.tokens[i];
  if (token === undefined || token.kind === 'number') return undefined;
  if (token.kind === 'punctuation') {
    const unit = CURRENCY_SIGNS.get(token.text);
    if (unit === undefined) return undefined;
    const sharedName = SHARED_SIGNS.get(token.text);
    const shared = sharedName && { sharedName };
    if (startsDigits(scan, i + 1)) return { unit, from: i, to: i + 1, ...shared };
    const bracketed =
      lowerAt(scan, i + 1) === '(' &&
      isGlued(scan, i + 1) &&
      isGlued(scan, i + 2) &&
      startsDigits(scan, i + 2);
    return bracketed ? { unit, from: i, to: i + 1, bracketed, ...shared } : undefined;
  }
  if (lowerAt(scan, i + 1) === '$' && isGlued(scan, i + 1) && startsDigits(scan, i + 2)) {
    const unit = DOLLAR_PREFIXES.get(token.lower);
    return unit === undefined ? undefined : { unit, from: i, to: i + 2 };
  }
  const unit = CURRENCY_CODES.get(token.text);
  if (unit === undefined) return undefined;
  const dot = lowerAt(scan, i + 1) === '.' && isGlued(scan, i + 1) ? i + 2 : i + 1;
  if (startsDigits(scan, dot)) return { unit, from: i, to: dot };
  const sign = readCurrency(scan, i + 1);
  return sign !== undefined && !isWordAt(scan, i + 1) ? { unit, from: i, to: sign.to } : undefined;
}

function startsDigits(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  if (token?.kind === 'number') return true;
  return (
    (token?.text === '.' || token?.text === '-') &&
    scan.tokens[i + 1]?.kind === 'number' &&
    isGlued(scan, i + 1)
  );
}
