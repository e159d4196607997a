import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm, headWord, termOf } from '../sources/vocabulary.ts';
import { isTold, valuesBeside } from './beside.ts';
import { type Binder, type Binding, UNBOUND } from './binding.ts';
import { compareQuantity, type QuantityComparison } from './compareQuantity.ts';
import { POINTS } from './conversion.ts';
import { hasOneMore } from './derive.ts';
import { mayContradict } from './mayContradict.ts';
import { preferred } from './preference.ts';
import type { Retrieval } from './retrieval.ts';
import { sameNumber } from './tolerance.ts';
import { THRESHOLDS } from './weights.ts';
import { textBefore } from './wordsAround.ts';

/** A source value measured against a draft's. */
export interface QuantityCandidate {
  readonly source: LocatedMention<QuantityMention>;
  readonly comparison: QuantityComparison;
  readonly binding: Binding;
}

/** What the sources say to a draft quantity. */
export interface QuantityEvidence {
  /** The best bound value that agrees. */
  readonly support: QuantityCandidate | undefined;
  /** The best bound value that does not. */
  readonly against: QuantityCandidate | undefined;
  /** Near values that do not agree, in the order of the sources; those that the draft's own sentence gives are left out. */
  readonly rivals: readonly QuantityCandidate[];
  /** The other quantities of the draft's sentence. */
  readonly told: readonly LocatedMention<QuantityMention>[];
  /** Values that the near sentences give for the same noun, or for ages and labels. */
  readonly valuesOfNoun: ReadonlySet<number>;
  /** The sources with a value that agrees. */
  readonly agreeing: ReadonlySet<AnalysedDocument>;
}

/** Digits that do not stand in two places by chance: a sum of money, a share, or more than one digit. */
export const isTelling = ({ dimension, written }: QuantityMention): boolean =>
  dimension === 'money' || POINTS.has(dimension) || written.significant > 1;

/** The score from which an agreeing value is support: none for the same value, more for a looser form of it. */
function supportScore(draft: QuantityMention, comparison: QuantityComparison): number {
  if (comparison.kind !== 'agrees' || comparison.exact) return Number.NEGATIVE_INFINITY;
  const rounded = comparison.how === 'rounded as written' && draft.written.significant > 1;
  return rounded ? THRESHOLDS.rounded : THRESHOLDS.loose;
}

/** True for a count of people of one kind that is listed with somebody else, where the draft counts people. */
const isPartOf = (
  source: LocatedMention<QuantityMention>,
  { mention }: LocatedMention<QuantityMention>,
  { noun }: Binding,
): boolean =>
  noun > 0 &&
  headTerm(mention.noun) === '=people' &&
  headWord(mention.noun) !== headWord(source.mention.noun) &&
  hasOneMore(source);

/** True when a value of the draft's sentence is the source's own, or a form of it, permitted ("just over 21%" for 21.4%) or not. */
function isMeant(beside: QuantityMention, source: QuantityMention): boolean {
  if (isTold(beside, source)) return true;
  const { kind } = compareQuantity(beside, source);
  return kind === 'agrees' || kind === 'hedge';
}

/** Things that a match or a vote is won by, and that its players or parties have too. */
const MARGINS: ReadonlySet<string> = new Set(
  [
    'wickets',
    'runs',
    'points',
    'goals',
    'tries',
    'shots',
    'strokes',
    'lengths',
    'seconds',
    'votes',
    'seats',
  ].map(termOf),
);

/** True for "by seven wickets". */
const isMargin = (m: LocatedMention<QuantityMention>): boolean =>
  MARGINS.has(headTerm(m.mention.noun) ?? '') && /\bby\s+(?:just\s+|only\s+)?$/i.test(textBefore(m, 12));

/** The value told beside fits better in the place of the claim's own value than the claim does. */
const isCrossed = (
  { source }: QuantityCandidate,
  support: QuantityCandidate,
  told: readonly LocatedMention<QuantityMention>[],
  binder: Binder,
): boolean =>
  told.some(
    (beside) =>
      isMeant(beside.mention, source.mention) &&
      binder.bind(beside, support.source).score >= support.binding.score,
  );

/** "More than a quarter" for "nearly a quarter" of the same thing. */
const isTurned = (draft: QuantityMention, { comparison, binding, source }: QuantityCandidate): boolean =>
  comparison.kind === 'hedge' &&
  comparison.problem === 'wrongSide' &&
  source.mention.comparator !== undefined &&
  sameNumber(draft.value, source.mention.value) &&
  (binding.noun > 0 || draft.dimension !== 'count');

const DIFFERS: QuantityComparison = { kind: 'differs' };

/** Values that are thousands of times apart tell one thing where the words around them are the same. */
function isSamePlace(
  claim: LocatedMention<QuantityMention>,
  source: LocatedMention<QuantityMention>,
  compared: QuantityComparison,
  binder: Binder,
): boolean {
  if (compared.kind !== 'unrelated' || !compared.apart) return false;
  // "13 , 000": a number that a source writes in pieces
  const [mine, theirs] = [claim.mention.value, source.mention.value].map((value) => String(Math.abs(value)));
  if (theirs === '0' || mine?.startsWith(theirs as string) || theirs?.startsWith(mine as string))
    return false;
  const { score, noun } = binder.bind(claim, source);
  return score >= THRESHOLDS.apart && (noun > 0 || claim.mention.dimension === 'money');
}

/**
 * Looks at every source value that can decide about a draft quantity. A sentence told of nobody whom the sources name
 * (`isForeign`) is contradicted by none.
 */
export function quantityEvidence(
  claim: LocatedMention<QuantityMention>,
  binder: Binder,
  retrieval: Retrieval,
  isForeign: () => boolean,
): QuantityEvidence {
  const draft = claim.mention;
  let support: QuantityCandidate | undefined;
  let against: QuantityCandidate | undefined;
  let toldAgainst: QuantityCandidate | undefined;
  let slip: QuantityCandidate | undefined;
  let turned: QuantityCandidate | undefined;
  const agreeing = new Set<AnalysedDocument>();
  const valuesOfNoun = new Set<number>();
  const near = retrieval.near(claim.context);
  const told = valuesBeside(claim);
  // a sum or a share tells by itself what it is about
  const isOfEvent = draft.dimension !== 'money' && !POINTS.has(draft.dimension);
  const rivals: QuantityCandidate[] = [];
  for (const source of retrieval.quantitiesFor(claim)) {
    const isNear = near.has(source.context);
    // far from the draft's sentence a value can only agree by itself; it cannot contradict
    if (!isNear && support) continue;
    const compared = compareQuantity(draft, source.mention);
    const comparison = isNear && isSamePlace(claim, source, compared, binder) ? DIFFERS : compared;
    if (comparison.kind === 'unrelated' || (!isNear && comparison.kind !== 'agrees')) continue;
    const candidate: QuantityCandidate = {
      source,
      comparison,
      binding: isNear ? binder.bind(claim, source) : UNBOUND,
    };
    const sameKind = candidate.binding.noun > 0 || draft.dimension === 'age' || draft.dimension === 'label';
    if (sameKind) valuesOfNoun.add(source.mention.value);
    // "from $6 to $7.50, after earnings of $5.52": a bound is not meant for a value that the draft gives by itself
    if (
      comparison.kind === 'agrees' &&
      !comparison.exact &&
      told.some((t) => isTold(t.mention, source.mention))
    )
      continue;
    // "by seven wickets" is how they won, "11 wickets" what a bowler took
    if (comparison.kind === 'differs' && isMargin(claim) !== isMargin(source)) continue;
    // "three men and a woman" are not all the people of the draft
    if (comparison.kind === 'differs' && isPartOf(source, claim, candidate.binding)) continue;
    if (comparison.kind === 'agrees') {
      support = preferred(support, candidate, binder.rankOf);
      agreeing.add(source.document);
    } else if (
      comparison.kind === 'differs' &&
      told.some(({ mention }) => isMeant(mention, source.mention))
    ) {
      const crossed = told.every(
        (beside) =>
          !isMeant(beside.mention, source.mention) ||
          binder.bind(beside, source).score < candidate.binding.score,
      );
      if (crossed) toldAgainst = preferred(toldAgainst, candidate, binder.rankOf);
    } else if (
      comparison.kind !== 'differs' ||
      (mayContradict(claim, source) && !(isOfEvent && isForeign()))
    ) {
      against = preferred(against, candidate, binder.rankOf);
      if (comparison.kind === 'unit') slip = preferred(slip, candidate, binder.rankOf);
      if (isTurned(draft, candidate)) turned = preferred(turned, candidate, binder.rankOf);
      rivals.push(candidate);
    }
  }
  // a value that the draft's sentence gives itself is no other value for the claim, unless two values are crossed
  if (support && toldAgainst && isCrossed(toldAgainst, support, told, binder)) {
    against = preferred(against, toldAgainst, binder.rankOf);
    rivals.push(toldAgainst);
  }
  // the source's own digits with another unit are no chance
  if (!support && slip && isTelling(draft) && slip.binding.score >= THRESHOLDS.unit) {
    const behind = (against?.binding.score ?? 0) - slip.binding.score;
    if (behind < THRESHOLDS.unitBehind) against = slip;
  }
  // nor is its very value with the opposite bound
  if (!support && turned && against && against.comparison.kind === 'differs') {
    if (against.binding.score - turned.binding.score < THRESHOLDS.unitBehind) against = turned;
  }
  if (support && support.binding.score < supportScore(draft, support.comparison)) support = undefined;
  return { support, against, rivals, told, valuesOfNoun, agreeing };
}
