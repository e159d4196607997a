import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Binder } from './binding.ts';
import { compareQuantity } from './compareQuantity.ts';
import type { Retrieval } from './retrieval.ts';
import { sameNumber } from './tolerance.ts';

/** Mentions on each side of a claim that are looked at together with it. */
const MOST_BESIDE = 20;

/**
 * "20 kilograms are needed, and ours had 13": the draft's "13 kg" is a bare number in a source sentence that measures in
 * the same unit.
 */
export function withoutUnit(
  { mention }: LocatedMention<QuantityMention>,
  near: ReadonlyMap<LocatedMention['context'], number>,
  retrieval: Retrieval,
): LocatedMention<QuantityMention> | undefined {
  if (mention.unit === undefined) return undefined;
  const scale = mention.written.scale?.factor ?? 1;
  /** "44 million tonnes, Norway 46": the scale is left out with the unit, where the other value has it. */
  const isScaled = (q: QuantityMention, { value }: QuantityMention, by: number): boolean =>
    sameNumber(value, mention.value) || q.written.scale?.factor === by;
  for (const sentence of near.keys()) {
    const values = retrieval.quantitiesIn(sentence);
    const bare = values.find(
      ({ mention: q }) =>
        (q.dimension === 'count' || q.dimension === 'label') &&
        q.noun === undefined &&
        (sameNumber(q.value, mention.value) || sameNumber(q.value * scale, mention.value)),
    );
    if (bare && values.some(({ mention: q }) => q.unit === mention.unit && isScaled(q, bare.mention, scale)))
      return bare;
  }
  return undefined;
}

/** Numbers that say by themselves less about what they count than the words around do. */
const BARE: ReadonlySet<QuantityMention['dimension']> = new Set(['count', 'label']);
/** Claims that may have taken such a number for something of their own: "Tranter, 104" for an age. */
const READ_INTO: ReadonlySet<QuantityMention['dimension']> = new Set(['count', 'label', 'age']);
/** Smaller ones stand near by chance. */
const LEAST_BARE = 10;

/**
 * The very number of the draft where a near source sentence does not say what it counts, or has it behind a name ("the Union
 * will have 33 seats, the Greens 24"), and tells something of what the draft's sentence tells.
 */
export function statedBare(
  claim: LocatedMention<QuantityMention>,
  near: ReadonlyMap<LocatedMention['context'], number>,
  retrieval: Retrieval,
  binder: Binder,
): LocatedMention<QuantityMention> | undefined {
  const { mention } = claim;
  if (Math.abs(mention.value) < LEAST_BARE || mention.high !== undefined) return undefined;
  // "a 104-year-old" is an age whatever stands elsewhere
  if (!READ_INTO.has(mention.dimension) || (mention.dimension === 'age' && mention.unitSpan))
    return undefined;
  const isUnsaid = mention.noun === undefined && mention.dimension !== 'age';
  for (const sentence of near.keys())
    for (const value of retrieval.quantitiesIn(sentence)) {
      const { dimension, noun, high } = value.mention;
      const isBare = high === undefined && (isUnsaid || (BARE.has(dimension) && noun === undefined));
      if (isBare && sameNumber(value.mention.value, mention.value) && binder.common(claim, value) > 0)
        return value;
    }
  return undefined;
}

/** The other quantities of the claim's sentence. */
export function valuesBeside(claim: LocatedMention): readonly LocatedMention<QuantityMention>[] {
  const { mentions = [] } = claim.document.blocks[claim.block] ?? {};
  const first = Math.max(claim.context.mentions[0] ?? 0, claim.index - MOST_BESIDE);
  const last = Math.min(claim.context.mentions.at(-1) ?? -1, claim.index + MOST_BESIDE);
  const beside: LocatedMention<QuantityMention>[] = [];
  for (let index = first; index <= last; index++) {
    const mention = mentions[index];
    if (index !== claim.index && mention?.kind === 'quantity') beside.push({ ...claim, index, mention });
  }
  return beside;
}

/** True when another value of the draft's sentence stands in the sentence of the one source value, and not of the other. */
export function toldTogether(
  told: readonly LocatedMention<QuantityMention>[],
  here: LocatedMention,
  there: LocatedMention,
  retrieval: Retrieval,
): boolean {
  if (here.context === there.context) return false;
  const stands = (sentence: LocatedMention['context'], beside: QuantityMention): boolean =>
    retrieval.quantitiesIn(sentence).some(({ mention }) => isTold(beside, mention));
  return told.some(({ mention }) => stands(here.context, mention) && !stands(there.context, mention));
}

/** True when a value of the draft's sentence is the source's own. */
export const isTold = (beside: QuantityMention, source: QuantityMention): boolean => {
  // "$2.35 billion, 150 million less than hoped": one of two sums leaves its currency out
  const elided =
    beside.dimension === 'count' &&
    source.dimension === 'money' &&
    (beside.written.scale !== undefined || beside.value >= 1000);
  if (elided) return sameNumber(beside.value, source.value);
  const comparison = compareQuantity(beside, source);
  return comparison.kind === 'agrees' && comparison.exact;
};
