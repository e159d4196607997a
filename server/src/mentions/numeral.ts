import type { Written } from './mention.ts';

/** A numeral: tokens `from` up to, not including, `to`. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly written: Written;
  /** The digits when the numeral is nothing but one run of digits ("2020"), as a year or an age is. */
  readonly plain?: string;
}

/** Drops the binary dust of a product ("1.2" × 1e9). */
export const exact = (value: number): number => Number(value.toPrecision(15));

/** Significant digits of `value` counted in units of `place`, without trailing zeros of a whole number. */
export function significantDigits(value: number, place: number): number {
  let whole = Math.round(Math.abs(value) / place);
  if (!Number.isFinite(whole) || whole === 0) return 1;
  if (place >= 1) while (whole % 10 === 0) whole /= 10;
  return String(whole).length;
}
