import { exact } from './numeral.ts';
import type { Outcome } from './quantityBuild.ts';
import { buildQuantity, plainWritten } from './quantityBuild.ts';
import { isGlued, isNumberAt, lowerAt, type Scan } from './quantityScan.ts';

/** Words after which "58:32" is minutes and seconds. */
const TIMED = new Set('in of time clocked ran clocking record best'.split(' '));

/** The group of digits at `i` when it is joined to the one before it by `mark`. */
const group = (scan: Scan, i: number, mark: string, digits: number): boolean =>
  lowerAt(scan, i) === mark &&
  isGlued(scan, i) &&
  isNumberAt(scan, i + 1) &&
  isGlued(scan, i + 1) &&
  lowerAt(scan, i + 1).length <= digits;

/**
 * A measured time at number token `i`, in seconds: "2:08:19", "1:59:40.2", "2:03.4", and "58:32" after "in" or "time".
 * A time of day with seconds ("at 14:30:05") is none; it is stepped over.
 */
export function readRaceClock(scan: Scan, i: number): Outcome | undefined {
  const first = lowerAt(scan, i);
  if (first.length > 2 || !group(scan, i + 1, ':', 2) || lowerAt(scan, i + 2).length !== 2) return undefined;
  const parts = [Number(first), Number(lowerAt(scan, i + 2))];
  let to = i + 3;
  if (group(scan, to, ':', 2) && lowerAt(scan, to + 1).length === 2) {
    parts.push(Number(lowerAt(scan, to + 1)));
    to += 2;
  }
  const tenths = group(scan, to, '.', 3) ? lowerAt(scan, to + 1) : '';
  if (tenths !== '') to += 2;
  const before = lowerAt(scan, i - 1);
  const long = parts.length === 3 || tenths !== '';
  if (!long && !(TIMED.has(before) && (parts[0] as number) > 24)) return undefined;
  if (parts.slice(1).some((part) => part > 59) || (isGlued(scan, to) && lowerAt(scan, to) === ':'))
    return undefined;
  if (before === 'at' || before === 'by' || before === 'until') return { facts: [], to };
  const whole = parts.reduce((seconds, part) => seconds * 60 + part, 0);
  return buildQuantity(scan, {
    dimension: 'duration',
    value: exact(whole + (tenths === '' ? 0 : Number(`0.${tenths}`))),
    written: { ...plainWritten(whole, 'digits'), place: tenths === '' ? 1 : 0.1 ** tenths.length },
    from: i,
    to,
    number: [i, to],
    unit: 'second',
  });
}
