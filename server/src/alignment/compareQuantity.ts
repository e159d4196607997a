import type { Comparator, QuantityMention } from '../mentions/mention.ts';
import { isCalled } from '../mentions/units.ts';
import { comparable, convert, MEASURES, POINTS } from './conversion.ts';
import { roundAt, sameNumber, TOLERANCE } from './tolerance.ts';

/**
 * How a draft quantity stands to a source quantity.
 * `agrees`: a permitted form of the source's value; `exact` tells the same value from a looser form.
 * `hedge`: the value is the source's, its hedge or bound is not. `unit`: same number, other unit, scale or sign.
 * `differs`: comparable and another value. `unrelated`: says nothing about each other.
 */
export type QuantityComparison =
  | { readonly kind: 'agrees'; readonly exact: boolean; readonly how: string }
  | { readonly kind: 'hedge'; readonly problem: 'wrongSide' | 'outside' | 'dropped' }
  | { readonly kind: 'unit'; readonly problem: 'unit' | 'base' | 'scale' | 'currency' | 'sign' | 'points' }
  | { readonly kind: 'differs' }
  /** `apart`: comparable, but so far apart that only the same words around both make them two values of one thing. */
  | { readonly kind: 'unrelated'; readonly apart?: true };

const UNRELATED: QuantityComparison = { kind: 'unrelated' };
const APART: QuantityComparison = { kind: 'unrelated', apart: true };
const DIFFERS: QuantityComparison = { kind: 'differs' };
const agrees = (how: string, exact = false): QuantityComparison => ({ kind: 'agrees', exact, how });

const UPWARD = new Set<Comparator['kind']>(['moreThan', 'atLeast', 'justOver']);
const DOWNWARD = new Set<Comparator['kind']>(['lessThan', 'nearly', 'justUnder', 'upTo']);

/** Whether a hedge bounds a value from below (`up`) or from above. */
export const side = (kind: Comparator['kind'] | undefined): 'up' | 'down' | undefined =>
  kind === undefined ? undefined : UPWARD.has(kind) ? 'up' : DOWNWARD.has(kind) ? 'down' : undefined;

/** True when `value` is a round number: one significant digit, or a multiple of 5, 25, 50 or 100 at the scale of `by`. */
function isRound(value: number, by: number): boolean {
  const magnitude = 10 ** Math.floor(Math.log10(Math.abs(by) || 1));
  if (sameNumber(value % magnitude, 0)) return true;
  return [0.05, 0.25, 0.5].some(
    (step) => sameNumber(Math.abs(value / (magnitude * step)) % 1, 0) && magnitude * step >= 1,
  );
}

/** Both readings of a precise-or-rounded number: equal, or the source's value written shorter. */
function roundsTo(source: number, draft: QuantityMention, value: number): boolean {
  if (sameNumber(source, value)) return true;
  const { place, significant, scale } = draft.written;
  // "fourteen minutes and 31 seconds" for 14:31.08, "87 metres" for 87.44
  const finer = place === 1 && significant > 1 && MEASURES.has(draft.dimension) && !Number.isInteger(source);
  const scaled =
    finer || scale !== undefined || ['percentage', 'percentagePoints', 'money'].includes(draft.dimension);
  if (!scaled && (significant < TOLERANCE.roundingDigits || Math.abs(source) < TOLERANCE.exactBelow))
    return false;
  return sameNumber(roundAt(source, place), value);
}

/** True for digits that people round to: 5, 40, 35, 250, 1,750; the zeros at the end and the scale do not count. */
function hasRoundDigits({ value, written }: QuantityMention): boolean {
  if (written.significant <= 1) return true;
  const digits = Math.round(
    Math.abs(value) / 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) + 1 - written.significant),
  );
  return written.significant === 2 ? digits % 5 === 0 : digits % 25 === 0;
}

/**
 * A bound names a round number, or one of fewer digits than the value that it stands for: "more than 99" is none for 100.
 * Of two bounds of one side the draft's must have fewer digits. Ages are bounded by any number that a law names ("under 18").
 */
const isRounder = (draft: QuantityMention, source: QuantityMention): boolean =>
  draft.dimension === 'age' ||
  draft.written.significant < source.written.significant ||
  (side(draft.comparator?.kind) !== side(source.comparator?.kind) && hasRoundDigits(draft));

/** True for a value just on the open side of a bound. */
const isInside = (value: number, bound: number, open: 'up' | 'down' | undefined): boolean =>
  (open === 'up' ? value > bound : open === 'down' && value < bound) &&
  Math.abs(value - bound) <= TOLERANCE.insideBound * Math.abs(bound);

/** Compares a bare or hedged draft value with one exact source value. */
function againstExact(draft: QuantityMention, source: QuantityMention, s: number): QuantityComparison {
  const d = draft.value;
  const hedge = draft.comparator?.kind;
  const from = source.comparator?.kind;
  const bounded = roundsTo(s, draft, d) ? agrees('rounded as written') : agrees('within the bound');
  const near = s !== 0 && Math.abs(d - s) <= TOLERANCE.aboutRound * Math.abs(s);
  switch (hedge) {
    case undefined:
    case 'exact': {
      // "2:02.86" where the source says "under two minutes and three seconds": both can be true
      if (hedge === undefined && isInside(d, s, side(from))) return UNRELATED;
      if (!roundsTo(s, draft, d)) return DIFFERS;
      // "133,000" for "more than 133,000" is as near as the last place of a rounded number
      if (side(from) && hedge === undefined)
        return d >= TOLERANCE.exactBelow && draft.written.significant >= TOLERANCE.roundingDigits
          ? agrees('rounded as written')
          : { kind: 'hedge', problem: 'dropped' };
      return agrees(sameNumber(s, d) ? 'same value' : 'rounded as written', sameNumber(s, d));
    }
    case 'about':
      if (sameNumber(s, d)) return agrees('same value', true);
      // "about 101" for 100 is no rounding: a hedged number is rounder than the one it stands for
      if (draft.written.significant >= source.written.significant && !hasRoundDigits(draft)) return DIFFERS;
      if (Math.abs(d - s) <= TOLERANCE.about * Math.abs(s)) return agrees('within 5 %');
      if (near && isRound(d, s)) return agrees('rounded');
      return DIFFERS;
    case 'moreThan':
    case 'justOver':
    case 'atLeast': {
      // "25 or older" are the others of those "under 25"
      if (hedge === 'atLeast' && from === 'lessThan' && sameNumber(s, d)) return UNRELATED;
      if (side(from) === 'down' && sameNumber(s, d)) return { kind: 'hedge', problem: 'wrongSide' };
      if (sameNumber(s, d)) {
        if (side(from) === 'up' || hedge === 'atLeast' || from === 'about') return agrees('same bound', true);
        return { kind: 'hedge', problem: 'wrongSide' };
      }
      if (side(from) === 'up' && d < s * TOLERANCE.sameBound) return DIFFERS;
      if (s > d && (hedge !== 'justOver' || s <= d * TOLERANCE.justOver)) {
        if (s > d * TOLERANCE.boundReach) return UNRELATED;
        return isRounder(draft, source) ? bounded : DIFFERS;
      }
      if (s > d) return near ? { kind: 'hedge', problem: 'outside' } : DIFFERS;
      if (side(from) === 'up') return DIFFERS;
      return near ? { kind: 'hedge', problem: 'wrongSide' } : DIFFERS;
    }
    case 'nearly':
    case 'justUnder':
    case 'lessThan':
    case 'upTo': {
      if (side(from) === 'up' && sameNumber(s, d)) return { kind: 'hedge', problem: 'wrongSide' };
      if (sameNumber(s, d)) {
        if (side(from) === 'down' || hedge === 'upTo' || from === 'about') return agrees('same bound', true);
        return { kind: 'hedge', problem: 'wrongSide' };
      }
      if (side(from) === 'down' && s < d * TOLERANCE.sameBound) return DIFFERS;
      const floor = hedge === 'nearly' ? TOLERANCE.nearly : hedge === 'justUnder' ? TOLERANCE.justUnder : 0;
      if (s < d && s >= d * floor) {
        if (s < d / TOLERANCE.boundReach) return UNRELATED;
        return isRounder(draft, source) ? bounded : DIFFERS;
      }
      if (s < d) return near ? { kind: 'hedge', problem: 'outside' } : DIFFERS;
      if (side(from) === 'down') return DIFFERS;
      return near ? { kind: 'hedge', problem: 'wrongSide' } : DIFFERS;
    }
  }
}

/** Two amounts in words: another fraction differs, another "dozens" says nothing. */
function againstVague(draft: QuantityMention, source: QuantityMention, s: number): QuantityComparison {
  if (sameNumber(draft.value, s)) {
    const [own, other] = [side(draft.comparator?.kind), side(source.comparator?.kind)];
    return own && other && own !== other
      ? { kind: 'hedge', problem: 'wrongSide' }
      : agrees('same words', true);
  }
  const [a, b] = [draft.written.vague, source.written.vague];
  const fractions = draft.dimension === 'fraction' && source.dimension === 'fraction';
  return fractions && a && b && (a.high < b.low || b.high < a.low) ? DIFFERS : UNRELATED;
}

/**
 * Units that one word may mean: "tons" are tonnes to most writers outside the United States, "miles" at sea nautical ones,
 * and "degrees" those of the scale that everybody around uses.
 */
const ONE_WORD: readonly ReadonlySet<string>[] = [
  ['t', 'ton'],
  ['mile', 'nmi'],
  ['mi', 'nmi'],
  ['°', '°C'],
  ['°', '°F'],
].map((units) => new Set(units));

const mayBeOneUnit = (a: string | undefined, b: string | undefined): boolean =>
  ONE_WORD.some((units) => units.has(a ?? '') && units.has(b ?? ''));

/** The same digits with another unit, scale, currency or sign. */
function unitSlip(draft: QuantityMention, source: QuantityMention): QuantityComparison {
  const sameDigits = sameNumber(Math.abs(draft.value), Math.abs(source.value));
  if (POINTS.has(draft.dimension) && POINTS.has(source.dimension)) {
    if (draft.dimension === source.dimension) return UNRELATED;
    const inPoints = (q: QuantityMention) => (q.dimension === 'basisPoints' ? q.value / 100 : q.value);
    const oneIsPercent = draft.dimension === 'percentage' || source.dimension === 'percentage';
    const fromBasis = source.dimension === 'basisPoints' || draft.dimension === 'basisPoints';
    if (sameNumber(inPoints(draft), inPoints(source)) && (!oneIsPercent || fromBasis)) {
      return agrees('same points', true);
    }
    return sameDigits ? { kind: 'unit', problem: 'points' } : UNRELATED;
  }
  if (draft.dimension === 'money' && source.dimension === 'money' && draft.unit !== source.unit) {
    return sameDigits ? { kind: 'unit', problem: 'currency' } : UNRELATED;
  }
  if (MEASURES.has(draft.dimension) && MEASURES.has(source.dimension) && draft.unit !== source.unit) {
    if (mayBeOneUnit(draft.unit, source.unit)) return sameDigits ? agrees('same value', true) : UNRELATED;
    // "a five-day week" is no slip of "five miles away"
    const counts =
      draft.dimension === source.dimension
        ? draft.value < 4 && draft.dimension === 'duration'
        : draft.written.significant < 2;
    return sameDigits && !counts ? { kind: 'unit', problem: 'unit' } : UNRELATED;
  }
  return UNRELATED;
}

function fractionOf(q: QuantityMention): number | undefined {
  if (q.dimension === 'fraction') return q.value;
  return q.dimension === 'percentage' ? q.value / 100 : undefined;
}

const inUnit = ({ unit: _, ...rest }: QuantityMention, unit: string | undefined): QuantityMention =>
  unit === undefined ? rest : { unit, ...rest };

/** True for two sums of money whose currencies may be one: "dollars" and Canadian dollars, "cents" and euros. */
function sameMoney(a: QuantityMention, b: QuantityMention): boolean {
  if (a.dimension !== 'money' || b.dimension !== 'money') return false;
  return (
    (a.sharedName !== undefined && isCalled(a.sharedName, b.unit)) ||
    (b.sharedName !== undefined && isCalled(b.sharedName, a.unit))
  );
}

/** Days in the stretches of time for which a value is told. */
const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365 / 12,
  quarter: 365 / 4,
  year: 365,
};

/** Size of a base: people in "per 100,000", days in "a month". */
const sizeOf = (per: string): number | undefined => (/^\d+$/.test(per) ? Number(per) : DAYS[per]);

/** Rates for other bases: "3.4 per 10,000" is "34 per 100,000", and "34 per 1,000" is not. */
function compareBases(draft: QuantityMention, source: QuantityMention): QuantityComparison | undefined {
  if (draft.per === undefined || source.per === undefined || draft.per === source.per) return undefined;
  const [mine, theirs] = [sizeOf(draft.per), sizeOf(source.per)];
  if (mine === undefined || theirs === undefined || draft.per in DAYS !== source.per in DAYS)
    return undefined;
  const value = convert(source.value, source.unit, draft.unit);
  if (value === undefined || draft.high !== undefined || source.high !== undefined) return undefined;
  const converted = (value * mine) / theirs;
  if (
    Math.abs(converted - draft.value) <= Math.max(draft.written.place / 2, TOLERANCE.conversion * converted)
  )
    return agrees('converted');
  return sameNumber(value, draft.value) ? { kind: 'unit', problem: 'base' } : UNRELATED;
}

/** Compares two quantities whatever their dimension; symmetric only in `unrelated`. */
export function compareQuantity(draft: QuantityMention, stated: QuantityMention): QuantityComparison {
  const source = draft.unit !== stated.unit && sameMoney(draft, stated) ? inUnit(stated, draft.unit) : stated;
  if (!comparable(draft, source)) {
    const a = fractionOf(draft);
    const b = fractionOf(source);
    if (a !== undefined && b !== undefined && draft.dimension !== source.dimension) {
      const vague = draft.written.vague ?? source.written.vague;
      const other = draft.written.vague ? b : a;
      if (vague ? other >= vague.low && other <= vague.high : sameNumber(a, b)) return agrees('same share');
      return UNRELATED;
    }
    return unitSlip(draft, source);
  }
  const base = compareBases(draft, source);
  if (base) return base;
  if (draft.dimension === 'score' || source.dimension === 'score') {
    if (sameNumber(draft.value, source.value) && sameNumber(draft.high ?? -1, source.high ?? -1))
      return agrees('same score', true);
    const crossed = sameNumber(draft.value, source.high ?? -1) && sameNumber(draft.high ?? -1, source.value);
    return crossed ? agrees('same score, other order') : DIFFERS;
  }
  // a label is the same or another one; nothing is rounded
  if (draft.dimension === 'label')
    return sameNumber(draft.value, source.value) ? agrees('same number', true) : DIFFERS;
  const s = convert(source.value, source.unit, draft.unit);
  if (s === undefined) return UNRELATED;
  const sHigh = source.high === undefined ? undefined : convert(source.high, source.unit, draft.unit);
  if (draft.written.vague) {
    const { low, high } = draft.written.vague;
    if (source.written.vague) return againstVague(draft, source, s);
    return s >= low && s <= high ? agrees('within the usual meaning') : UNRELATED;
  }
  if (source.written.vague) {
    const { low, high } = source.written.vague;
    return draft.value >= low && draft.value <= high ? agrees('within the usual meaning') : UNRELATED;
  }
  if (draft.high !== undefined || sHigh !== undefined) {
    if (draft.high !== undefined && sHigh !== undefined) {
      const same = roundsTo(s, draft, draft.value) && roundsTo(sHigh, draft, draft.high);
      return same ? agrees('same range', true) : DIFFERS;
    }
    if (sHigh !== undefined) {
      if (sameNumber(draft.value, s) || sameNumber(draft.value, sHigh)) return agrees('end of the range');
      return draft.comparator && draft.value >= s && draft.value <= sHigh
        ? agrees('inside the range')
        : UNRELATED;
    }
    return UNRELATED;
  }
  if (draft.unit !== source.unit) {
    const half = draft.written.place / 2;
    const slack = Math.max(
      half,
      draft.comparator || source.comparator ? Math.abs(s) * TOLERANCE.conversion : 0,
    );
    if (Math.abs(s - draft.value) <= slack * (1 + 1e-9))
      return agrees('converted', sameNumber(s, draft.value));
    return sameNumber(draft.value, source.value) ? { kind: 'unit', problem: 'unit' } : UNRELATED;
  }
  if (draft.value !== 0 && sameNumber(draft.value, -s)) return { kind: 'unit', problem: 'sign' };
  const ratio = s === 0 ? 0 : draft.value / s;
  const scaled = draft.written.scale !== undefined || source.written.scale !== undefined;
  if (scaled && [1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9].some((f) => Math.abs(ratio / f - 1) < 1e-9)) {
    return { kind: 'unit', problem: 'scale' };
  }
  // three orders of magnitude apart, two values are about two things: a dividend a share is no revenue
  const apart = Math.abs(ratio) >= TOLERANCE.apart || Math.abs(ratio) <= 1 / TOLERANCE.apart;
  if (apart && (draft.dimension === 'count' || draft.dimension === 'money')) return APART;
  return againstExact(draft, source, s);
}
