import { t } from '../l10n/message.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { compareQuantity } from './compareQuantity.ts';
import { countDifferent, type Derivation, usable, words } from './derive.ts';
import { pairOf, partsAndWholes } from './deriveBeside.ts';
import { isDifference, isOneOff } from './deriveWords.ts';
import { sameNumber } from './tolerance.ts';

type Quantity = LocatedMention<QuantityMention>;

const MOST_DIGITS = 15;

/** A share, and where it is told. */
interface Factor {
  readonly ratio: number;
  readonly words: string;
  readonly from: readonly Quantity[];
}

/** The shares that a sentence tells: "15 %", "a third", and the ratio of two counts ("21 of 24"). */
function factorsIn(values: readonly Quantity[]): readonly Factor[] {
  const factors: Factor[] = [];
  for (const value of values) {
    const { dimension, value: amount } = value.mention;
    if (dimension === 'percentage' && usable(value.mention))
      factors.push({ ratio: amount / 100, words: words(value), from: [value] });
    if (dimension === 'fraction') factors.push({ ratio: amount, words: words(value), from: [value] });
  }
  for (const [part, whole] of partsAndWholes(values))
    if (whole.mention.value > part.mention.value)
      factors.push({
        ratio: part.mention.value / whole.mention.value,
        words: `${words(part)}/${words(whole)}`,
        from: [part, whole],
      });
  return factors.filter(({ ratio }) => ratio > 0 && ratio < 1);
}

/** What a price may be the price of. */
const MEASURED: ReadonlySet<QuantityMention['dimension']> = new Set([
  'count',
  'mass',
  'volume',
  'area',
  'length',
  'energy',
]);

/** The largest number of times that is told in passing: "two doses", "five times as many". */
const MOST_TIMES = 20;

/** How many times the value is the other one, where either sentence tells it: 8.40 for two doses at 4.20. */
function timesTold(value: number, other: number, told: readonly Quantity[]): Quantity | undefined {
  const times = other === 0 ? 0 : value / other;
  return told.find(
    ({ mention: { dimension, value: n, high } }) =>
      dimension === 'count' &&
      high === undefined &&
      n >= 2 &&
      n <= MOST_TIMES &&
      Number.isInteger(n) &&
      (sameNumber(times, n) || sameNumber(1 / times, n)),
  );
}

/** The smallest numbers that a sum or difference explains by itself; with smaller ones nearly everything would be explained. */
const LEAST = 10;

/**
 * Explains a draft value by one step from the very value that would contradict it: a share of it that either sentence
 * states ("420 nurses, and one in five will retire" makes 84), its whole, or what is left with a value that the draft gives
 * beside ("11 of the 18 buses" where the source says that seven go). `beside` are the other values of the draft's sentence,
 * `around` those of the source's; `asked` is true where the draft's words ask for a difference.
 */
export function deriveFromRival(
  claim: Quantity,
  rival: Quantity,
  beside: readonly Quantity[],
  around: readonly Quantity[],
  asked: boolean,
): Derivation | undefined {
  const { mention: draft } = claim;
  const { mention: other } = rival;
  if (!usable(draft) || !usable(other) || draft.dimension !== other.dimension || draft.unit !== other.unit)
    return undefined;
  const { comparator: _, ...bare } = other;
  // what is reckoned has as many digits as it comes to
  const like = { ...bare, written: { ...bare.written, significant: MOST_DIGITS } };
  const matches = (value: number): boolean => {
    const result = compareQuantity(draft, { ...like, value });
    return result.kind === 'agrees' && result.how !== 'within the bound';
  };
  // "56 % were 25 or older" where the source tells of the 44 % who were not
  if (draft.dimension === 'percentage' && sameNumber(draft.value + other.value, 100))
    return { how: t('100 % less {0}', words(rival)), from: [rival] };
  if (draft.dimension !== 'percentage' && draft.dimension !== 'fraction') {
    for (const factor of [...factorsIn(beside), ...factorsIn(around)]) {
      // "9 of the 14 peaks" does not explain 14 by 9
      if (factor.from.some(({ mention }) => mention === other)) continue;
      const whole = other.value / factor.ratio;
      if (matches(other.value * factor.ratio) || matches(whole))
        return { how: t('{0} of {1}', factor.words, words(rival)), from: [...factor.from, rival] };
      // "a 14 % rise to 61.8 million" makes 54.2 before it
      const before = [other.value / (1 + factor.ratio), other.value / (1 - factor.ratio)];
      const behind = [other.value * (1 + factor.ratio), other.value * (1 - factor.ratio)];
      if ([...before, ...behind].some(matches))
        return {
          how: t('{0} and a change of {1}', words(rival), factor.words),
          from: [rival, ...factor.from],
        };
    }
    const amount = around.find(
      ({ mention: q }) =>
        draft.dimension === 'money' &&
        other.per !== undefined &&
        MEASURED.has(q.dimension) &&
        usable(q) &&
        matches(other.value * q.value),
    );
    if (amount) return { how: t('{0} times {1}', words(amount), words(rival)), from: [amount, rival] };
    const times = timesTold(draft.value, other.value, [...beside, ...around]);
    if (times && times.mention !== other)
      return { how: t('{0} times {1}', words(times), words(rival)), from: [times, rival] };
  }
  if (draft.dimension === 'count' && Math.abs(other.value - draft.value) === 1 && isOneOff(claim))
    return { how: t('{0} and one', words(rival)), from: [rival] };
  const pair = pairOf(claim, beside);
  for (const value of beside) {
    const { mention: q } = value;
    if (!usable(q) || q.value === other.value || q.value === draft.value) continue;
    if (q.dimension !== draft.dimension || q.unit !== draft.unit || countDifferent(q, draft)) continue;
    const small = Math.min(Math.abs(q.value), Math.abs(other.value), Math.abs(draft.value)) < LEAST;
    // "11 of the 18 buses": the rest is told by a part of its whole
    if (small && !asked && !pair?.includes(value) && !isDifference(value)) continue;
    if (sameNumber(Math.abs(other.value - q.value), draft.value))
      return { how: t('difference of {0} and {1}', words(value), words(rival)), from: [value, rival] };
    if (sameNumber(other.value + q.value, draft.value))
      return { how: t('sum of {0} and {1}', words(value), words(rival)), from: [value, rival] };
  }
  return undefined;
}
