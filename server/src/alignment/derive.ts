import { t } from '../l10n/message.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import { headTerm, isPersonTerm } from '../sources/vocabulary.ts';
import { isMultiple } from './claimWords.ts';
import { compareQuantity, side } from './compareQuantity.ts';
import { convert } from './conversion.ts';
import { asksForDifference, asksForRatio, asksForSum, asksForTwice } from './deriveWords.ts';
import { countAlike, hasOneMore } from './oneMore.ts';
import { sentenceMatches } from './wordsAround.ts';

/** More values than this are not combined: the pairs would explain anything. */
const MOST_VALUES = 60;

/** The longest list that is added up. */
const MOST_PARTS = 8;

/** A value as its text writes it. */
export const words = (m: LocatedMention<QuantityMention>): string =>
  (m.document.blocks[m.block]?.block.text ?? '').slice(m.mention.start, m.mention.end);

/** What arithmetic gives is rounded by this share at the most. */
const ROUGH = 0.05;

/** Parts smaller than this share of the other are not combined with it. */
const SMALLEST_PART = 0.01;

/** Explains a draft value by one step of arithmetic on stated values of the same kind. */
export interface Derivation {
  readonly how: string;
  readonly from: readonly LocatedMention[];
}

/** False for vague amounts, ranges, ranks and labels, with which nobody reckons. */
export const usable = (q: QuantityMention): boolean =>
  !q.written.vague && q.high === undefined && q.dimension !== 'ordinal' && q.dimension !== 'label';

/** True for counts of two things. */
export function countDifferent(a: QuantityMention, b: QuantityMention): boolean {
  const [first, second] = [headTerm(a.noun), headTerm(b.noun)];
  return a.dimension === 'count' && first !== undefined && second !== undefined && first !== second;
}

/** True where one of two values may be the other at another time: they count one thing, or stand in one sentence. */
const mayChange = (a: LocatedMention<QuantityMention>, b: LocatedMention<QuantityMention>): boolean =>
  !countDifferent(a.mention, b.mention) &&
  (a.context === b.context ||
    a.mention.dimension !== 'count' ||
    (a.mention.noun !== undefined && b.mention.noun !== undefined));

/** True when two values count two things of which neither is the claim's: three weeks and two goals make no five seats. */
function countOtherThings(a: QuantityMention, b: QuantityMention, claim: QuantityMention): boolean {
  const [first, second, own] = [headTerm(a.noun), headTerm(b.noun), headTerm(claim.noun)];
  if (!countDifferent(a, b) || first === undefined || second === undefined || own === undefined) return false;
  return first !== own && second !== own && !(isPersonTerm(first) && isPersonTerm(second));
}

/** A value under one is a share, unless it was written in a smaller unit. */
const isWhole = ({ value, written }: QuantityMention): boolean => value > 1 || written.place > value;

/**
 * True when a writer could add or compare the two: they stand in one sentence, or near each other counting the same
 * noun. Percentages of different things do not add up, so they must share the sentence.
 */
function addable(
  a: LocatedMention<QuantityMention>,
  b: LocatedMention<QuantityMention>,
  claim: QuantityMention,
  asked: boolean,
): boolean {
  // ages are no amounts
  if (a.mention.dimension === 'age') return false;
  if (a.context === b.context)
    return isWhole(a.mention) && isWhole(b.mention) && !countOtherThings(a.mention, b.mention, claim);
  if (a.document !== b.document || a.mention.dimension === 'percentage') return false;
  // where the words ask for a sum or a difference, the two may stand far apart
  if (!asked && Math.abs(a.block - b.block) > 1) return false;
  const noun = headTerm(a.mention.noun);
  return a.mention.dimension !== 'count' || (noun !== undefined && noun === headTerm(b.mention.noun));
}

const near = (a: LocatedMention, b: LocatedMention): boolean =>
  a.document === b.document && Math.abs(a.block - b.block) <= 1;

/** True for two cells of one column. */
function inColumn(a: LocatedMention, b: LocatedMention): boolean {
  const here = a.document.blocks[a.block]?.block.cell;
  const there = b.document.blocks[b.block]?.block.cell;
  return (
    here !== undefined &&
    a.document === b.document &&
    here.table === there?.table &&
    here.column === there.column
  );
}

const isCounted = ({ mention }: LocatedMention<QuantityMention>): boolean =>
  mention.dimension === 'count' || mention.dimension === 'money';

/** True when the draft's value is a permitted form of `value`, measured as `like` is. */
type Matches = (value: number, like: QuantityMention) => boolean;
type Step = (
  claim: LocatedMention<QuantityMention>,
  candidates: readonly LocatedMention<QuantityMention>[],
  matches: Matches,
) => Derivation | undefined;

/** A value of the same dimension in the unit of the claim: "7.42 metres, 14 centimetres below the record". */
function inUnitOf(
  { dimension, unit }: QuantityMention,
  candidate: LocatedMention<QuantityMention>,
): readonly LocatedMention<QuantityMention>[] {
  const { mention } = candidate;
  if (mention.dimension !== dimension) return [];
  // cents name no currency
  if (mention.unit === unit || (dimension === 'money' && unit === undefined)) return [candidate];
  const value = convert(mention.value, mention.unit, unit);
  if (value === undefined || unit === undefined) return [];
  return [{ ...candidate, mention: { ...mention, value: Number(value.toPrecision(12)), unit } }];
}

/** Written to a part of a unit: two of these have a difference by chance as seldom as larger numbers. */
const isFine = ({ written }: QuantityMention): boolean => written.place < 1 && written.significant > 2;

/** One sum or difference of two values. Differences under 10 are left out across sentences: they explain too much. */
const sumOrDifference: Step = (claim, candidates, matches) => {
  const { mention } = claim;
  const asked = asksForDifference(claim);
  const summed = asksForSum(claim);
  const same = candidates.flatMap((candidate) => inUnitOf(mention, candidate));
  if (same.length > MOST_VALUES) return undefined;
  for (let i = 0; i < same.length; i++) {
    const a = same[i] as LocatedMention<QuantityMention>;
    for (let j = i + 1; j < same.length; j++) {
      const b = same[j] as LocatedMention<QuantityMention>;
      if (
        a.mention.unit !== b.mention.unit ||
        !addable(a, b, mention, asked || summed) ||
        a.mention.value === b.mention.value
      )
        continue;
      const smaller = Math.min(Math.abs(a.mention.value), Math.abs(b.mention.value));
      // three and 125,000 make nothing that anybody would add up
      if (smaller < SMALLEST_PART * Math.max(Math.abs(a.mention.value), Math.abs(b.mention.value))) continue;
      if (matches(a.mention.value + b.mention.value, a.mention))
        return { how: t('sum of {0} and {1}', words(a), words(b)), from: [a, b] };
      const difference = Math.abs(a.mention.value - b.mention.value);
      if (
        (difference >= 10 || asked || (a.context === b.context && (difference >= 2 || isFine(a.mention)))) &&
        matches(difference, a.mention)
      ) {
        return { how: t('difference of {0} and {1}', words(a), words(b)), from: [a, b] };
      }
    }
  }
  return undefined;
};

/** The sum of all values of one kind that one sentence lists, three or more. */
const sumOfList: Step = ({ mention }, candidates, matches) => {
  const lists = new Map<SentenceContext, LocatedMention<QuantityMention>[]>();
  for (const c of candidates) {
    if (c.mention.dimension !== mention.dimension || c.mention.unit !== mention.unit) continue;
    const list = lists.get(c.context);
    if (list) list.push(c);
    else lists.set(c.context, [c]);
  }
  for (const list of lists.values()) {
    if (list.length < 3 || list.length > MOST_PARTS) continue;
    const first = list[0] as LocatedMention<QuantityMention>;
    const sizes = list.map((c) => Math.abs(c.mention.value));
    // an amount a share is no part of a turnover
    if (Math.min(...sizes) < SMALLEST_PART * Math.max(...sizes) && first.mention.dimension === 'money')
      continue;
    const total = list.reduce((sum, c) => sum + c.mention.value, 0);
    if (matches(total, first.mention))
      return { how: t('sum of {0}', list.map(words).join(', ')), from: list };
  }
  return undefined;
};

/** Rows of one column that are looked at for sums. */
const MOST_ROWS = 30;

/** The sum of neighbouring cells of one column: three regions of a table that make the north. */
const sumOfRows: Step = ({ mention }, candidates, matches) => {
  const columns = new Map<string, LocatedMention<QuantityMention>[]>();
  for (const c of candidates.flatMap((candidate) => inUnitOf(mention, candidate))) {
    const cell = c.document.blocks[c.block]?.block.cell;
    if (!cell) continue;
    const key = `${c.document.prose.uri} ${cell.table} ${cell.column}`;
    const column = columns.get(key);
    if (column) column.push(c);
    else columns.set(key, [c]);
  }
  for (const column of columns.values()) {
    if (column.length < 2 || column.length > MOST_ROWS) continue;
    for (let from = 0; from + 1 < column.length; from++) {
      const first = column[from] as LocatedMention<QuantityMention>;
      let sum = first.mention.value;
      for (let to = from + 1; to < column.length; to++) {
        const next = column[to] as LocatedMention<QuantityMention>;
        if (next.mention.unit !== first.mention.unit) break;
        sum += next.mention.value;
        if (!matches(sum, first.mention)) continue;
        const rows = column.slice(from, to + 1);
        return { how: t('sum of {0}', rows.map(words).join(', ')), from: rows };
      }
    }
  }
  return undefined;
};

/** A list of a count and a single one, taken together. */
const oneMore: Step = ({ mention }, candidates, matches) => {
  if (mention.dimension !== 'count') return undefined;
  const found = candidates.find(
    (c) =>
      c.mention.dimension === 'count' &&
      matches(c.mention.value + 1, c.mention) &&
      countAlike(mention, c.mention) &&
      hasOneMore(c),
  );
  return found && { how: t('{0} and one more', words(found)), from: [found] };
};

/** A share that is stated beside its whole: "20 months, half of it suspended" are ten months. */
const partOfWhole: Step = ({ mention }, candidates, matches) => {
  const shares = candidates
    .filter(({ mention: c }) => c.dimension === 'percentage' || c.dimension === 'fraction')
    .slice(0, MOST_VALUES);
  for (const share of shares) {
    const ratio = share.mention.dimension === 'percentage' ? share.mention.value / 100 : share.mention.value;
    if (ratio <= 0 || ratio >= 1) continue;
    for (const whole of candidates) {
      const { mention: w } = whole;
      if (whole.context !== share.context || w.dimension !== mention.dimension) continue;
      if (w.dimension === 'percentage' || w.dimension === 'fraction' || w.unit !== mention.unit) continue;
      if (matches(w.value * ratio, w))
        return { how: t('{0} of {1}', words(share), words(whole)), from: [share, whole] };
    }
  }
  return undefined;
};

/** "16 pupils for each teacher", "450 kroner a tree": words that ask for a quotient or a product. */
const asksForEach = sentenceMatches(/\b(?:each|every|per|apiece|an? average|on average|averag\w+|a head)\b/i);

/** One value shared out over another, where the draft says so; and the other way round where the source does. */
const quotientOrProduct: Step = (claim, candidates, matches) => {
  const isShared = claim.mention.per !== undefined || asksForEach(claim);
  const values = candidates.filter(isCounted).slice(0, MOST_VALUES);
  for (const a of values) {
    for (const b of values) {
      if (a === b || b.mention.dimension !== 'count' || b.mention.value <= 1 || a.context !== b.context)
        continue;
      if (a.mention.dimension !== claim.mention.dimension || a.mention.unit !== claim.mention.unit) continue;
      if (isShared && matches(a.mention.value / b.mention.value, a.mention))
        return { how: t('{0} for each of {1}', words(a), words(b)), from: [a, b] };
      const times = a.mention.per !== undefined || asksForEach(a);
      if (times && a.mention.value > 1 && matches(a.mention.value * b.mention.value, a.mention))
        return { how: t('{0} times {1}', words(b), words(a)), from: [a, b] };
    }
  }
  return undefined;
};

/** "Twice as many as in 2019": one value as a multiple of another, where the draft says how many times. */
const multiple: Step = (claim, candidates) => {
  const { mention } = claim;
  if (!isMultiple(claim)) return undefined;
  const bound = side(mention.comparator?.kind);
  const [least, most] = [bound === 'up' ? 1 : 1 - ROUGH, bound === 'down' ? 1 : 1 + ROUGH];
  const reach = bound ? 2 * ROUGH : 0;
  const values = candidates.filter((c) => c.mention.value > 0 && !isMultiple(c)).slice(0, MOST_VALUES);
  for (const a of values)
    for (const b of values) {
      if (a === b || a.mention.value <= b.mention.value || !near(a, b) || !mayChange(a, b)) continue;
      if (a.mention.dimension !== b.mention.dimension || a.mention.unit !== b.mention.unit) continue;
      const share = a.mention.value / b.mention.value / mention.value;
      if (share >= least - (bound === 'down' ? reach : 0) && share <= most + (bound === 'up' ? reach : 0))
        return { how: t('change from {0} to {1}', words(b), words(a)), from: [a, b] };
    }
  return undefined;
};

/** One value as a share of another, or the change between the two. */
const shareOrChange: Step = (claim, candidates, matches) => {
  const { mention } = claim;
  if (mention.dimension !== 'percentage' && mention.dimension !== 'fraction') return undefined;
  const share = mention.dimension === 'percentage' ? 100 : 1;
  const values = candidates.filter(isCounted).slice(0, MOST_VALUES);
  const asked = asksForRatio(claim);
  for (const a of values) {
    for (const b of values) {
      if (
        a === b ||
        !(near(a, b) || (asked && inColumn(a, b))) ||
        a.mention.unit !== b.mention.unit ||
        b.mention.value === 0
      )
        continue;
      const ratio = a.mention.value / b.mention.value;
      if (ratio < 1 && matches(ratio * share, mention))
        return { how: t('{0} of {1}', words(a), words(b)), from: [a, b] };
      if (!mayChange(a, b)) continue;
      if (matches(Math.abs(ratio - 1) * share, mention))
        return { how: t('change from {0} to {1}', words(b), words(a)), from: [a, b] };
    }
  }
  return undefined;
};

/** "A twelve-point deficit" at 24–12. */
const asksForMargin = sentenceMatches(/\b(?:deficit|lead|led|margin|advantage|gap|ahead|behind|clear|by)\b/i);

/** How far the two numbers of a score are apart, where the draft speaks of a lead. */
const scoreMargin: Step = (claim, candidates) => {
  const { dimension, value } = claim.mention;
  if (dimension !== 'count' || !asksForMargin(claim)) return undefined;
  const score = candidates.find(
    ({ mention: { dimension: other, value: own, high } }) =>
      other === 'score' && high !== undefined && Math.abs(own - high) === value,
  );
  return score && { how: t('difference of {0}', words(score)), from: [score] };
};

/** Twice a value, where the draft says so. */
const twice: Step = (claim, candidates, matches) => {
  const { mention } = claim;
  if (!asksForTwice(claim)) return undefined;
  const half = candidates.find(
    ({ mention: c }) =>
      c.dimension === mention.dimension && c.unit === mention.unit && matches(c.value * 2, c),
  );
  return half && { how: t('{0} times {1}', '2', words(half)), from: [half] };
};

/** Steps that no chance makes, or that the words ask for: they explain a value whatever else binds to it. */
const SURE: readonly Step[] = [
  twice,
  scoreMargin,
  multiple,
  sumOfList,
  sumOfRows,
  oneMore,
  partOfWhole,
  quotientOrProduct,
];
const STEPS: readonly Step[] = [sumOrDifference, ...SURE, shareOrChange];

/**
 * Explains a draft value by one step of arithmetic on stated values: a sum or difference of two, the sum of a list, a
 * stated share of a whole, a quotient or product that the words ask for, one value as a share or a change of another.
 * With `sure`, only by the steps between the first and the last of these.
 */
export function derive(
  claim: LocatedMention<QuantityMention>,
  candidates: readonly LocatedMention<QuantityMention>[],
  sure = false,
): Derivation | undefined {
  const draft = claim.mention;
  if (!usable(draft)) return undefined;
  const matches: Matches = (value, like) => {
    const { comparator: _, ...bare } = like;
    const result = compareQuantity(draft, { ...bare, value });
    if (result.kind !== 'agrees' || result.how === 'within the bound') return false;
    // "$1bn" is no rounding of 610 million: with one digit nearly everything would be explained
    return result.how !== 'rounded as written' || Math.abs(value - draft.value) <= ROUGH * Math.abs(value);
  };
  const stated = candidates.filter(
    ({ mention }) => usable(mention) || mention.dimension === 'fraction' || mention.dimension === 'score',
  );
  for (const step of sure && !asksForDifference(claim) && !asksForSum(claim) ? SURE : STEPS) {
    const found = step(claim, stated, matches);
    if (found) return found;
  }
  return undefined;
}
