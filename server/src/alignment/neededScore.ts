import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { termOf } from '../sources/vocabulary.ts';
import type { Binder } from './binding.ts';
import { isMultiple } from './claimWords.ts';
import { POINTS } from './conversion.ts';
import { sentenceOf } from './nameFit.ts';
import { isTelling, type QuantityCandidate, unitScore } from './quantityEvidence.ts';
import { THRESHOLDS, WEIGHTS } from './weights.ts';

/** True for a count of people as such. */
export const isPeople = ({ noun }: QuantityMention): boolean =>
  noun !== undefined && termOf(noun.text.toLowerCase()) === '=people';

/**
 * Nouns by which times and places are counted through: their ordinals are no ranks, and need no qualifier. Minutes of play
 * are not among them, which reports reckon from one another.
 */
const COUNTED_THROUGH: ReadonlySet<string> = new Set(
  'lap hole stage mile floor storey birthday anniversary edition'.split(' ').map(termOf),
);

/** "On the 38th floor" for the 34th: one place in a count for another, where no near source has its number in any form. */
export const isOtherPosition = (
  { dimension, noun, value }: QuantityMention,
  { binding }: QuantityCandidate,
  stated: readonly LocatedMention<QuantityMention>[],
): boolean =>
  dimension === 'ordinal' &&
  binding.noun === 1 &&
  COUNTED_THROUGH.has(termOf(noun?.text.toLowerCase() ?? '')) &&
  !stated.some(({ mention }) => mention.value === value);

/** The score from which another count contradicts one that no source has. */
function absentCount(draft: QuantityMention, { binding }: QuantityCandidate, onlyValue: boolean): number {
  const people = isPeople(draft);
  const value = Math.abs(draft.value);
  // "attacked by four men": the word before the count is the same, too
  const small = binding.before > 0 && binding.noun > 0 ? THRESHOLDS.absentFramed : THRESHOLDS.absentSmall;
  if (people && value <= THRESHOLDS.smallPeople) return small;
  if (draft.noun === undefined) return THRESHOLDS.nounless;
  if (onlyValue && !people) return THRESHOLDS.onlyValue;
  return value <= THRESHOLDS.smallCount ? small : THRESHOLDS.absent;
}

/**
 * The score from which a contradiction speaks. Counts of people and small counts are often made by the writer out of a
 * list, and ranks are relative to a qualifier: they need more. A noun that the sources count only once needs less.
 */
export function neededScore(
  claim: LocatedMention<QuantityMention>,
  against: QuantityCandidate,
  supported: boolean,
  onlyValue: boolean,
): number {
  const draft = claim.mention;
  const { comparison } = against;
  if (supported) return draft.dimension === 'ordinal' ? THRESHOLDS.ordinal : THRESHOLDS.elsewhere;
  if (comparison.kind === 'unit' && isTelling(draft)) return unitScore(draft);
  if (comparison.kind === 'hedge')
    return comparison.problem === 'wrongSide' ? THRESHOLDS.wrongSide : THRESHOLDS.hedge;
  switch (draft.dimension) {
    case 'ordinal':
      return THRESHOLDS.ordinal;
    case 'count':
      if (isMultiple(claim)) return THRESHOLDS.ordinal;
      return comparison.kind === 'differs' ? absentCount(draft, against, onlyValue) : THRESHOLDS.absent;
    case 'label':
      return onlyValue ? THRESHOLDS.onlyValue : THRESHOLDS.label;
    case 'age':
      return THRESHOLDS.age;
    default:
      return THRESHOLDS.absent;
  }
}

/**
 * True where the passage around the other value tells the draft's sentence, which one sentence of the source may do only in
 * part. Not for counts that a writer makes out of a list.
 */
export function isToldAround(
  { mention: draft, context }: LocatedMention<QuantityMention>,
  { comparison, binding, source }: QuantityCandidate,
  onlyValue: boolean,
  binder: Binder,
): boolean {
  if (comparison.kind !== 'differs') return false;
  if (draft.dimension === 'age')
    return onlyValue && binder.passage(context, sentenceOf(source)) >= THRESHOLDS.agePassage;
  const telling =
    draft.dimension === 'money' ||
    POINTS.has(draft.dimension) ||
    (draft.dimension === 'count' &&
      binding.noun === 1 &&
      draft.value > THRESHOLDS.smallCount &&
      !isPeople(draft));
  return (
    telling &&
    binding.score >= THRESHOLDS.passageFloor &&
    binding.score + WEIGHTS.value * binder.passage(context, sentenceOf(source)) >= THRESHOLDS.passage
  );
}
