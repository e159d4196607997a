import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { exchangedAt } from '../text/exchanged.ts';
import type { Binding } from './binding.ts';
import { THRESHOLDS } from './weights.ts';

const digitsOf = (value: number): string => String(Number(Math.abs(value).toPrecision(12)));

/** Significant digits from which two exchanged ones, and one wrong one, are seldom chance; and those of a power of ten. */
const EXCHANGED = 3;
const WRONG = 4;
const TELLING = 2;
/** A thousand times is the most that a slip of the point or of the zeros makes. */
const PLACES = 3;

/** True when two neighbouring digits are exchanged, and the rest is the same. */
export const isExchanged = (a: string, b: string): boolean => exchangedAt(a, b) !== undefined;

/** True when one digit is another, too many or missing, or two neighbours are exchanged. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const rest = [a.slice(from), b.slice(from)] as [string, string];
  if (a.length !== b.length) {
    const [short, long] = a.length < b.length ? rest : [rest[1], rest[0]];
    return long.slice(1) === short;
  }
  return rest[0].slice(1) === rest[1].slice(1) || isExchanged(a, b);
}

/** True when `draft` may be `source` written wrongly: one more or less, or a slip of one digit in two or more. */
export function isSlipOf(draft: number, source: number): boolean {
  if (draft === source || Math.sign(draft) !== Math.sign(source)) return false;
  if (Math.abs(draft - source) === 1) return true;
  const [a, b] = [digitsOf(draft), digitsOf(source)];
  return Math.max(a.replace(/\D/g, '').length, b.replace(/\D/g, '').length) > 1 && isOneSlip(a, b);
}

/** The same for quantities; both ends of a range slip alike. */
export const isSlipOfQuantity = (draft: QuantityMention, source: QuantityMention): boolean =>
  isSlipOf(draft.value, source.value) &&
  (draft.high === undefined ||
    source.high === undefined ||
    draft.high - source.high === draft.value - source.value);

/** The digits of a written value without the zeros before and behind them. */
const significantDigits = ({ value }: QuantityMention): string =>
  digitsOf(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');

/**
 * A slip that chance seldom makes: two neighbouring digits exchanged in three or more ("1,560" for "1,650"), or one digit
 * wrong in four or more. Both values are of one unit and of as many digits.
 */
export function isDigitSlip(draft: QuantityMention, source: QuantityMention): boolean {
  if (draft.unit !== source.unit || draft.high !== undefined || source.high !== undefined) return false;
  const [a, b] = [digitsOf(draft.value), digitsOf(source.value)];
  const digits = Math.min(significantDigits(draft).length, significantDigits(source).length);
  return (
    a.length === b.length &&
    a.indexOf('.') === b.indexOf('.') &&
    (digits >= WRONG ? isOneSlip(a, b) : digits >= EXCHANGED && isExchanged(a, b))
  );
}

/** The same digits, two or more, ten, a hundred or a thousand times apart: "930 million" for "9.3 billion". */
export function isPowerOfTen(draft: QuantityMention, source: QuantityMention): boolean {
  if (draft.unit !== source.unit || draft.high !== undefined || source.high !== undefined) return false;
  const [a, b] = [significantDigits(draft), significantDigits(source)];
  if (a !== b || a.length < TELLING) return false;
  const places = Math.round(Math.abs(Math.log10(Math.abs(draft.value / source.value))));
  return places >= 1 && places <= PLACES;
}

interface Rival {
  readonly source: LocatedMention;
  readonly comparison: { readonly kind: string };
  readonly binding: Binding;
  readonly counts: boolean;
}

/** Of the other values of one source that are bound nearly as well as the best one, the one that the draft's may be a slip of. */
export function likeliest<R extends Rival>(best: R, rivals: readonly R[], isSlip: (rival: R) => boolean): R {
  if (best.comparison.kind !== 'differs' || isSlip(best)) return best;
  let found = best;
  let least = best.binding.score - THRESHOLDS.slipBehind;
  for (const rival of rivals) {
    const { comparison, source } = rival;
    if (comparison.kind !== 'differs' || source.document !== best.source.document) continue;
    if (!isSlip(rival) || !rival.counts) continue;
    const { binding } = rival;
    if (binding.score < least || binding.noun < 0) continue;
    [found, least] = [rival, binding.score];
  }
  return found;
}
