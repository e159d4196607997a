import { agoDate } from './dateRelative.ts';
import type { Written } from './mention.ts';
import { afterMinus, readNumeral } from './numberGrammar.ts';
import { readAndPart } from './numberWordGrammar.ts';
import { DENOMINATORS, MONEY_SCALES, SCALES } from './numberWords.ts';
import { exact, type Numeral } from './numeral.ts';
import { buildQuantity, type Outcome, one, type QuantityParts } from './quantityBuild.ts';
import { readCount } from './quantityCount.ts';
import { type RangeEnd, readRangeEnd } from './quantityRange.ts';
import {
  isGlued,
  isHyphen,
  isJoint,
  isNumberAt,
  lowerAt,
  nextWord,
  type Scan,
  spanOf,
} from './quantityScan.ts';
import { type CurrencyReading, readCurrency, readUnit, type UnitReading } from './unitReader.ts';
import type { Unit } from './units.ts';

/** Reads a number with its unit, or without one, at token `i`. Money first, then units, then bare numbers. */
export function readQuantity(scan: Scan, i: number): Outcome | undefined {
  const sign = afterMinus(scan, i);
  const signed = sign > 0 ? readCurrency(scan, sign) : undefined;
  const currency = signed ?? readCurrency(scan, i);
  if (currency !== undefined) return readMoney(scan, i, currency, signed !== undefined);
  const numeral = readNumeral(scan, i);
  return numeral === undefined ? undefined : readPlain(scan, numeral);
}

function readMoney(scan: Scan, i: number, currency: CurrencyReading, negative: boolean): Outcome | undefined {
  if (currency.bracketed) return readBracketed(scan, currency);
  const numeral = readNumeral(scan, currency.to, true);
  if (numeral === undefined) return undefined;
  const from = negative ? i : currency.from;
  const range = negative ? undefined : readRangeEnd(scan, from, numeral, undefined, currency);
  const to = range?.to ?? numeral.to;
  return buildQuantity(scan, {
    dimension: 'money',
    value: negative ? -numeral.value : (range?.low ?? numeral.value),
    ...(range === undefined ? {} : { high: range.numeral.value }),
    written:
      numeral.written.scale === undefined && range !== undefined ? range.numeral.written : numeral.written,
    from,
    to,
    number: [numeral.from, to],
    unit: currency.unit,
    sharedName: currency.sharedName,
    unitSpan: spanOf(scan, currency.from, currency.to),
    hyphenated: isJoint(scan, to),
  });
}

/** "$(3.2) million": brackets are an accountant's minus. */
function readBracketed(scan: Scan, currency: CurrencyReading): Outcome | undefined {
  const numeral = readNumeral(scan, currency.to + 1, true);
  if (numeral === undefined || lowerAt(scan, numeral.to) !== ')') return undefined;
  const word = lowerAt(scan, numeral.to + 1);
  const scale = SCALES.get(word) ?? (isGlued(scan, numeral.to + 1) ? MONEY_SCALES.get(word) : undefined);
  const factor = scale !== undefined && numeral.written.scale === undefined ? scale : 1;
  return buildQuantity(scan, {
    dimension: 'money',
    value: -exact(numeral.value * factor),
    written: { ...numeral.written, place: numeral.written.place * factor },
    from: currency.from,
    to: numeral.to + (factor === 1 ? 1 : 2),
    number: [numeral.from, numeral.to],
    unit: currency.unit,
    sharedName: currency.sharedName,
    unitSpan: spanOf(scan, currency.from, currency.to),
  });
}

/** "hundreds of millions of dollars", "0.25 of a percentage point": the unit behind "of". */
function unitBehindOf(scan: Scan, numeral: Numeral): UnitReading | undefined {
  if (lowerAt(scan, numeral.to) !== 'of') return undefined;
  if (numeral.written.vague !== undefined) {
    const unit = readUnit(scan, numeral, numeral.to + 1);
    return unit?.unit.dimension === 'percentage' ? undefined : unit;
  }
  if (lowerAt(scan, numeral.to + 1) !== 'a' || lowerAt(scan, numeral.to + 2) !== 'percentage')
    return undefined;
  return readUnit(scan, numeral, numeral.to + 2);
}

function readPlain(scan: Scan, numeral: Numeral): Outcome | undefined {
  const unit = readUnit(scan, numeral, numeral.to) ?? unitBehindOf(scan, numeral);
  const range = readRangeEnd(scan, numeral.from, numeral, unit, undefined);
  if (range !== undefined) return readRange(scan, numeral, unit, range);
  if (unit === undefined) return readCount(scan, numeral);
  const compound = readCompound(scan, numeral, unit);
  if (compound !== undefined) return compound;
  if (unit.unit.dimension === 'duration') return readTimeSpan(scan, numeral, unit);
  return measured(scan, numeral, unit, unit.to);
}

const withFactor = (value: number, unit: Unit): number =>
  unit.factor === undefined ? value : exact(value * unit.factor);

function writtenIn(written: Written, unit: Unit): Written {
  return unit.factor === undefined ? written : { ...written, place: written.place * unit.factor };
}

function measured(scan: Scan, numeral: Numeral, unit: UnitReading, to: number): Outcome {
  return buildQuantity(scan, {
    dimension: unit.unit.dimension,
    value: withFactor(numeral.value, unit.unit),
    written: writtenIn(numeral.written, unit.unit),
    from: numeral.from,
    to,
    number: [numeral.from, numeral.to],
    unit: unit.unit.unit,
    sharedName: unit.unit.shared,
    unitSpan: spanOf(scan, unit.from, unit.to),
    hyphenated: unit.hyphenated,
  });
}

function readRange(scan: Scan, numeral: Numeral, unit: UnitReading | undefined, range: RangeEnd): Outcome {
  const shared = range.unit ?? unit;
  const dimension = shared?.unit.dimension ?? 'count';
  const parts: QuantityParts = {
    dimension,
    value: shared === undefined ? range.low : withFactor(range.low, shared.unit),
    written: shared === undefined ? numeral.written : writtenIn(numeral.written, shared.unit),
    from: numeral.from,
    to: numeral.to,
    number: [numeral.from, numeral.to],
    unit: shared?.unit.unit,
    sharedName: shared?.unit.shared,
  };
  if (range.apart) return buildQuantity(scan, parts);
  const high = shared === undefined ? range.numeral.value : withFactor(range.numeral.value, shared.unit);
  const old = shared?.unit.dimension === 'duration' ? oldAt(scan, range.to) : -1;
  const to = old > 0 ? old : range.to;
  return buildQuantity(scan, {
    ...parts,
    dimension: old > 0 ? 'age' : dimension,
    high,
    to,
    number: [numeral.from, range.numeral.to],
    unitSpan: shared === undefined ? undefined : spanOf(scan, shared.from, shared.to),
    hyphenated: shared?.hyphenated ?? false,
  });
}

/** Smaller units that may follow a unit ("two hours 36 minutes"), and how many make one of it. */
const SMALLER: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['hour', ['minute', 60]],
  ['minute', ['second', 60]],
  ['day', ['hour', 24]],
  ['week', ['day', 7]],
  ['year', ['month', 12]],
  ['ft', ['in', 12]],
  ['st', ['lb', 14]],
  ['lb', ['oz', 16]],
]);

function readCompound(scan: Scan, numeral: Numeral, unit: UnitReading): Outcome | undefined {
  const smaller = SMALLER.get(unit.unit.unit ?? '');
  if (smaller === undefined || unit.hyphenated) return undefined;
  let at = unit.to;
  const link = lowerAt(scan, at);
  const isTime = unit.unit.dimension === 'duration';
  if (isTime && (link === 'and' || link === ',')) at++;
  if (isTime && link === ',' && lowerAt(scan, at) === 'and') at++;
  const second = readNumeral(scan, at);
  if (
    second === undefined ||
    second.written.vague !== undefined ||
    second.value >= smaller[1] ||
    second.value < 0
  )
    return undefined;
  const last = readUnit(scan, second, second.to);
  const inches =
    unit.unit.unit === 'ft' &&
    last === undefined &&
    numeral.value < 9 &&
    !isTime &&
    Number.isInteger(second.value);
  if (last?.unit.unit !== smaller[0] && !(inches && endsMeasure(scan, second.to))) return undefined;
  const to = last?.to ?? second.to;
  const value = isTime
    ? numeral.value * smaller[1] + second.value
    : exact(numeral.value + second.value / smaller[1]);
  return buildQuantity(scan, {
    dimension: unit.unit.dimension,
    value,
    written: { place: isTime ? 1 : 1 / smaller[1], significant: 3, form: numeral.written.form },
    from: numeral.from,
    to,
    number: [numeral.from, to],
    unit: isTime ? smaller[0] : unit.unit.unit,
    unitSpan: spanOf(scan, unit.from, unit.to),
  });
}

const endsMeasure = (scan: Scan, i: number): boolean =>
  scan.tokens[i] === undefined || lowerAt(scan, i) === 'tall' || /^[,.;)]$/.test(lowerAt(scan, i));

/** Index after "old" or "-olds" at `i`; -1 without one. */
export function oldAt(scan: Scan, i: number): number {
  const at = nextWord(scan, i);
  const word = at < 0 ? '' : lowerAt(scan, at);
  return word === 'old' || word === 'olds' || word === "old's" ? at + 1 : -1;
}

/** A number of years, weeks …: an age before "old", a date before "ago", else a duration. */
function readTimeSpan(scan: Scan, numeral: Numeral, unit: UnitReading): Outcome {
  const name = unit.unit.unit as string;
  const old = oldAt(scan, unit.to);
  if (old > 0 && (name === 'year' || name === 'month' || name === 'week' || name === 'day')) {
    return buildQuantity(scan, {
      dimension: 'age',
      value: numeral.value,
      written: numeral.written,
      from: numeral.from,
      to: old,
      number: [numeral.from, numeral.to],
      unit: name,
      unitSpan: spanOf(scan, unit.from, unit.to),
      hyphenated: unit.hyphenated,
    });
  }
  const half = unit.hyphenated ? undefined : readAndPart(scan, unit.to);
  const value = numeral.value + (half?.part ?? 0);
  const end = half?.to ?? unit.to;
  const { vague } = numeral.written;
  if (lowerAt(scan, end) === 'ago' && (vague === undefined || vague.low === vague.high)) {
    const date = agoDate(scan, numeral.from, end + 1, name, value);
    if (date !== undefined) return one(date.mention, date.to);
  }
  if (half === undefined) return measured(scan, numeral, unit, unit.to);
  return measured(
    scan,
    { ...numeral, value, written: { ...numeral.written, place: 0.1, significant: 2 } },
    unit,
    end,
  );
}

/** "a quarter of a percentage point", "half of a point". Token `i` is the article or "half". */
export function readPointFraction(scan: Scan, i: number): Outcome | undefined {
  const at = lowerAt(scan, i) === 'half' ? i : i + 1;
  const part = DENOMINATORS.get(lowerAt(scan, at));
  if (part === undefined || part.plural || lowerAt(scan, at + 1) !== 'of' || lowerAt(scan, at + 2) !== 'a')
    return undefined;
  if (
    lowerAt(scan, at + 3) !== 'percentage' &&
    lowerAt(scan, at + 3) !== 'mile' &&
    lowerAt(scan, at + 3) !== 'century'
  )
    return undefined;
  const written: Written = { place: 0.01, significant: 2, form: 'words' };
  const numeral: Numeral = { from: i, to: at + 3, value: part.value, written };
  const unit = readUnit(scan, numeral, at + 3);
  return unit === undefined ? undefined : measured(scan, { ...numeral, to: at + 1 }, unit, unit.to);
}

const ARTICLE_BEFORE = new Set(
  'than nearly almost over under within about around just least for after in to every'.split(' '),
);
const ARTICLE_AFTER = new Set('ago before after earlier later long'.split(' '));

/** "more than a year", "half an hour", "a year and a half", "a year ago": an article in place of the number. */
export function readArticleSpan(scan: Scan, i: number): Outcome | undefined {
  const half = lowerAt(scan, i) === 'half';
  const article = half ? i + 1 : i;
  const word = lowerAt(scan, article);
  const joined = half && isHyphen(word);
  if (!joined && word !== 'a' && word !== 'an') return undefined;
  const numeral: Numeral = {
    from: i,
    to: article + 1,
    value: half ? 0.5 : 1,
    written: { place: half ? 0.1 : 1, significant: 1, form: 'words' },
  };
  if (isNumberAt(scan, article + 1) || lowerAt(scan, article + 1) === 'second') return undefined;
  const unit = readUnit(scan, numeral, joined ? article : article + 1);
  if (unit === undefined || (unit.hyphenated && !joined)) return undefined;
  if (half)
    return unit.unit.dimension === 'duration'
      ? readTimeSpan(scan, numeral, unit)
      : measured(scan, numeral, unit, unit.to);
  if (unit.unit.dimension !== 'duration' || unit.to > article + 2) return undefined;
  const after = lowerAt(scan, unit.to);
  if (oldAt(scan, unit.to) > 0) return undefined;
  const tail = readAndPart(scan, unit.to) !== undefined;
  if (!tail && !ARTICLE_BEFORE.has(lowerAt(scan, i - 1)) && !ARTICLE_AFTER.has(after)) return undefined;
  return readTimeSpan(scan, numeral, unit);
}
