import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Binding } from './binding.ts';
import { THRESHOLDS } from './weights.ts';

const digitsOf = (value: number): string => String(Number(Math.abs(value).toPrecision(12)));

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
  const exchanged = rest[0][0] === rest[1][1] && rest[0][1] === rest[1][0];
  return rest[0].slice(1) === rest[1].slice(1) || (exchanged && rest[0].slice(2) === rest[1].slice(2));
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
