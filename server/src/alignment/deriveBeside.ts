import { t } from '../l10n/message.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { isOneIn } from './claimWords.ts';
import { compareQuantity } from './compareQuantity.ts';
import { type Derivation, usable, words } from './derive.ts';
import { isPartOf } from './partOfWhole.ts';
import { textBefore } from './wordsAround.ts';

type Quantity = LocatedMention<QuantityMention>;
/** A part and its whole. */
type Pair = readonly [Quantity, Quantity];

/** The pairs of two numbers next to each other of which the first is told as a part of the second: "21 of 24", "one in five". */
export function partsAndWholes(mentions: readonly Quantity[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i + 1 < mentions.length; i++) {
    const part = mentions[i] as Quantity;
    const whole = mentions[i + 1] as Quantity;
    if (part.mention.dimension === 'count' && isPartOf(part, whole)) pairs.push([part, whole]);
  }
  return pairs;
}

/** The pair of which the claim is the part or the whole; `beside` are the other values of its sentence. */
export const pairOf = (claim: Quantity, beside: readonly Quantity[]): Pair | undefined =>
  partsAndWholes([...beside, claim].sort((a, b) => a.mention.start - b.mention.start)).find((pair) =>
    pair.includes(claim),
  );

/** Wholes of which a writer tells a share in small numbers: "two in five", "one in 250". */
const isSmallWhole = (value: number): boolean =>
  value <= 10 || value === 12 || value % 25 === 0 || value === 20;

/** True for either number of a share told as one number out of another: "four out of five eels", "one flat in 250". */
export function isRatio(claim: Quantity, beside: readonly Quantity[]): boolean {
  if (claim.mention.dimension !== 'count') return false;
  if (isOneIn(claim)) return true;
  const [part, whole] = pairOf(claim, beside) ?? [];
  return (
    part !== undefined &&
    whole !== undefined &&
    part.mention.value < whole.mention.value &&
    part.mention.value <= 10 &&
    isSmallWhole(whole.mention.value) &&
    !/\b(?:the|its|their)\s*$/i.test(textBefore(whole, 8))
  );
}

/** "seven out of eight" for the source's "21 of 24": the same ratio in smaller numbers. */
export function reduced(
  claim: LocatedMention<QuantityMention>,
  beside: readonly LocatedMention<QuantityMention>[],
  candidates: readonly LocatedMention<QuantityMention>[],
): Derivation | undefined {
  if (claim.mention.dimension !== 'count') return undefined;
  const mine = pairOf(claim, beside);
  if (!mine) return undefined;
  const ratio = mine[0].mention.value / mine[1].mention.value;
  const theirs = partsAndWholes(candidates).find(
    ([part, whole]) => Math.abs(part.mention.value / whole.mention.value - ratio) < 1e-9,
  );
  return theirs && { how: t('{0} of {1}', words(theirs[0]), words(theirs[1])), from: theirs };
}

/** "A flat of 70 square metres costs 1,323 francs": a value of the source times, or by, one that only the draft has. */
export function scaled(
  claim: LocatedMention<QuantityMention>,
  beside: readonly LocatedMention<QuantityMention>[],
  candidates: readonly LocatedMention<QuantityMention>[],
): Derivation | undefined {
  const { mention: draft } = claim;
  if (draft.dimension !== 'money' || draft.written.scale || !usable(draft) || draft.written.significant < 2)
    return undefined;
  for (const { mention: own } of beside) {
    if (own.dimension === 'money' || own.dimension === 'percentage' || !usable(own) || own.value <= 1)
      continue;
    if (candidates.some(({ mention }) => mention.value === own.value)) continue;
    for (const from of candidates) {
      const { comparator: _, ...like } = from.mention;
      if (like.dimension !== 'money' || like.unit !== draft.unit) continue;
      const result = compareQuantity(draft, { ...like, value: like.value * own.value });
      if (result.kind === 'agrees' && result.how !== 'within the bound')
        return { how: t('{0} times {1}', String(own.value), words(from)), from: [from] };
    }
  }
  return undefined;
}
