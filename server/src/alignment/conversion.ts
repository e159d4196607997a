import type { Dimension, QuantityMention } from '../mentions/mention.ts';

/** Factors to one base unit per class; keys are the canonical units of the mentions. */
const FACTORS: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  mm: ['m', 0.001],
  cm: ['m', 0.01],
  m: ['m', 1],
  km: ['m', 1000],
  in: ['m', 0.0254],
  ft: ['m', 0.3048],
  yd: ['m', 0.9144],
  yard: ['m', 0.9144],
  mile: ['m', 1609.344],
  mi: ['m', 1609.344],
  'm²': ['m²', 1],
  'ft²': ['m²', 0.09290304],
  ha: ['m²', 10_000],
  acre: ['m²', 4046.8564224],
  'km²': ['m²', 1e6],
  'mi²': ['m²', 2_589_988.110336],
  mg: ['kg', 1e-6],
  g: ['kg', 0.001],
  kg: ['kg', 1],
  t: ['kg', 1000],
  lb: ['kg', 0.45359237],
  oz: ['kg', 0.028349523125],
  st: ['kg', 6.35029318],
  ml: ['l', 0.001],
  l: ['l', 1],
  'km/h': ['km/h', 1],
  mph: ['km/h', 1.609344],
  'm/s': ['km/h', 3.6],
  kW: ['W', 1e3],
  MW: ['W', 1e6],
  GW: ['W', 1e9],
  W: ['W', 1],
  kWh: ['Wh', 1e3],
  MWh: ['Wh', 1e6],
  GWh: ['Wh', 1e9],
  TWh: ['Wh', 1e12],
  Hz: ['Hz', 1],
  kHz: ['Hz', 1e3],
  MHz: ['Hz', 1e6],
  GHz: ['Hz', 1e9],
  second: ['day', 1 / 86_400],
  minute: ['day', 1 / 1440],
  hour: ['day', 1 / 24],
  day: ['day', 1],
  night: ['day', 1],
  week: ['day', 7],
  fortnight: ['day', 14],
  month: ['month', 1],
  quarter: ['month', 3],
  year: ['month', 12],
  decade: ['month', 120],
  century: ['month', 1200],
};

/**
 * Value of `amount` in `unit`, expressed in `target`, or undefined when the two do not convert. Temperatures have an
 * offset; "hours" and "days" convert, days and months do not (a month has no fixed length).
 */
export function convert(
  amount: number,
  unit: string | undefined,
  target: string | undefined,
): number | undefined {
  if (unit === target) return amount;
  if (unit === undefined || target === undefined) return undefined;
  if (unit === '°C' && target === '°F') return (amount * 9) / 5 + 32;
  if (unit === '°F' && target === '°C') return ((amount - 32) * 5) / 9;
  const from = FACTORS[unit];
  const to = FACTORS[target];
  return from && to && from[0] === to[0] ? (amount * from[1]) / to[1] : undefined;
}

/** True when the two quantities measure the same thing, so that their values can be compared at all. */
export function comparable(a: QuantityMention, b: QuantityMention): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.unit === b.unit) return true;
  return convert(1, a.unit, b.unit) !== undefined;
}

/** Dimensions that count in hundredths: percentages, percentage points and basis points. */
export const POINTS: ReadonlySet<Dimension> = new Set(['percentage', 'percentagePoints', 'basisPoints']);

/** Dimensions whose units can be mistaken for one another while the number stays. */
export const MEASURES: ReadonlySet<Dimension> = new Set([
  'length',
  'area',
  'volume',
  'mass',
  'speed',
  'temperature',
  'power',
  'energy',
  'duration',
]);
