/** Thresholds of number semantics (docs/semantics.md), named once. Ratios, unless said otherwise. */
export const TOLERANCE = {
  /** Two written numbers are the same number; only floating-point noise is forgiven. */
  same: 1e-9,
  /** "about d" agrees within this share of the source value. */
  about: 0.05,
  /** A round "about d" (one significant digit, a multiple of 5/25/50/100 at scale) agrees within this share. */
  aboutRound: 0.1,
  /** How far a value may lie on the open side of a bound that the source states and still be meant by it. */
  insideBound: 0.03,
  /** "nearly d": the source value reaches at least this share of d. */
  nearly: 0.9,
  justUnder: 0.95,
  justOver: 1.05,
  /** "more than d" with the source value far above d says little; beyond this the two are not about the same value. */
  boundReach: 2.5,
  /** "over 80" is no paraphrase of "over 100": two bounds of one side agree from this share on. */
  sameBound: 0.9,
  /** Counts and sums of money this many times apart contradict nothing. */
  apart: 1000,
  /** Converted units agree within this share when hedged. */
  conversion: 0.03,
  /** Whole numbers below this are counts that must be exact. */
  exactBelow: 1000,
  /** Significant digits from which an unhedged number may be a rounding. */
  roundingDigits: 3,
} as const;

/** Rounds half away from zero at `place` (1, 10, 0.1 …), free of binary noise. */
export function roundAt(value: number, place: number): number {
  const scaled = Math.abs(value) / place;
  const rounded = Math.floor(scaled + 0.5 + 1e-9);
  return (Math.sign(value) * Math.round(rounded * place * 1e9)) / 1e9;
}

/** Equality of two numbers, relative to their size. */
export const sameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE.same * Math.max(1, Math.abs(a), Math.abs(b));
