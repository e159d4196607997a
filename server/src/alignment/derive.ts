import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm } from '../sources/vocabulary.ts';
import { compareQuantity } from './compareQuantity.ts';

/** More values than this are not combined: the pairs would explain anything. */
const MOST_VALUES = 60;

const words = (m: LocatedMention<QuantityMention>): string =>
  (m.document.blocks[m.block]?.block.text ?? '').slice(m.mention.start, m.mention.end);

/** Parts smaller than this share of the other are not combined with it. */
const SMALLEST_PART = 0.01;

/** Explains a draft value by one step of arithmetic on stated values of the same kind. */
export interface Derivation {
  readonly how: string;
  readonly from: readonly LocatedMention<QuantityMention>[];
}

const usable = (q: QuantityMention): boolean =>
  !q.written.vague && q.high === undefined && q.dimension !== 'ordinal' && q.dimension !== 'label';

/**
 * True when a writer could add or compare the two: they stand in one sentence, or near each other counting the same
 * noun. Percentages of different things do not add up, so they must share the sentence.
 */
function addable(a: LocatedMention<QuantityMention>, b: LocatedMention<QuantityMention>): boolean {
  if (a.context === b.context) return a.mention.value > 1 && b.mention.value > 1;
  if (a.document !== b.document || Math.abs(a.block - b.block) > 1 || a.mention.dimension === 'percentage')
    return false;
  const noun = headTerm(a.mention.noun);
  return a.mention.dimension !== 'count' || (noun !== undefined && noun === headTerm(b.mention.noun));
}

/**
 * Looks for one sum or difference of two source values of the draft's own dimension and unit, or (for a percentage or a
 * share) one value as a share or a change of another. Values under 10 are left out as differences: they explain too much.
 */
export function derive(
  draft: QuantityMention,
  candidates: readonly LocatedMention<QuantityMention>[],
): Derivation | undefined {
  if (!usable(draft)) return undefined;
  const matches = (value: number, like: QuantityMention): boolean => {
    const { comparator: _, ...bare } = like;
    const result = compareQuantity(draft, { ...bare, value });
    return result.kind === 'agrees' && result.how !== 'within the bound';
  };
  const same = candidates.filter(
    (c) => usable(c.mention) && c.mention.dimension === draft.dimension && c.mention.unit === draft.unit,
  );
  if (same.length <= MOST_VALUES) {
    for (let i = 0; i < same.length; i++) {
      const a = same[i] as LocatedMention<QuantityMention>;
      for (let j = i + 1; j < same.length; j++) {
        const b = same[j] as LocatedMention<QuantityMention>;
        if (!addable(a, b) || a.mention.value === b.mention.value) continue;
        const smaller = Math.min(Math.abs(a.mention.value), Math.abs(b.mention.value));
        // three and 125,000 make nothing that anybody would add up
        if (smaller < SMALLEST_PART * Math.max(Math.abs(a.mention.value), Math.abs(b.mention.value)))
          continue;
        if (matches(a.mention.value + b.mention.value, a.mention)) {
          return { how: `sum of ${words(a)} and ${words(b)}`, from: [a, b] };
        }
        const difference = Math.abs(a.mention.value - b.mention.value);
        if (
          (difference >= 10 || (a.context === b.context && difference >= 2)) &&
          matches(difference, a.mention)
        ) {
          return { how: `difference of ${words(a)} and ${words(b)}`, from: [a, b] };
        }
      }
    }
  }
  if (draft.dimension !== 'percentage' && draft.dimension !== 'fraction') return undefined;
  const share = draft.dimension === 'percentage' ? 100 : 1;
  const values = candidates.filter(
    (c) => usable(c.mention) && (c.mention.dimension === 'count' || c.mention.dimension === 'money'),
  );
  for (const a of values.slice(0, MOST_VALUES)) {
    for (const b of values.slice(0, MOST_VALUES)) {
      const near = a.document === b.document && Math.abs(a.block - b.block) <= 1;
      if (a === b || !near || a.mention.unit !== b.mention.unit || b.mention.value === 0) continue;
      const ratio = a.mention.value / b.mention.value;
      if (ratio < 1 && matches(ratio * share, draft))
        return { how: `${words(a)} of ${words(b)}`, from: [a, b] };
      if (matches(Math.abs(ratio - 1) * share, draft))
        return { how: `change from ${words(b)} to ${words(a)}`, from: [a, b] };
    }
  }
  return undefined;
}
