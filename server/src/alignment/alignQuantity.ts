import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { termOf } from '../sources/vocabulary.ts';
import { type Alignment, placeOf } from './alignment.ts';
import { isTold, toldTogether, valuesBeside, withoutUnit } from './beside.ts';
import { type Binder, type Binding, UNBOUND } from './binding.ts';
import { hasLooseBound, isAnchored, isLimit } from './claimWords.ts';
import { isOfThisTime, ownerOf, saysRespectively } from './clauseOwner.ts';
import { compareQuantity, type QuantityComparison } from './compareQuantity.ts';
import { POINTS } from './conversion.ts';
import { derive, reduced } from './derive.ts';
import { preferred } from './preference.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

interface Candidate {
  readonly source: LocatedMention<QuantityMention>;
  readonly comparison: QuantityComparison;
  readonly binding: Binding;
}

/** Quantities that say too little to be looked for: a lone "first", "one" as a pronoun, "several". */
function tooWeak(q: QuantityMention): boolean {
  if (q.dimension === 'ordinal') return q.value === 1;
  return q.written.vague !== undefined && q.dimension === 'count';
}

/** Digits that do not stand in two places by chance: a sum of money, a share, or more than one digit. */
const isTelling = ({ dimension, written }: QuantityMention): boolean =>
  dimension === 'money' || POINTS.has(dimension) || written.significant > 1;

/**
 * The score from which a contradiction speaks. Counts of people and small counts are often made by the writer out of a
 * list, and ranks are relative to a qualifier: they need more. A noun that the sources count only once needs less.
 */
function neededScore(
  draft: QuantityMention,
  against: Candidate,
  supported: boolean,
  onlyValue: boolean,
): number {
  if (supported) return THRESHOLDS.elsewhere;
  if (against.comparison.kind === 'unit' && isTelling(draft)) return THRESHOLDS.unit;
  if (against.comparison.kind === 'hedge') return THRESHOLDS.hedge;
  if (draft.dimension === 'ordinal') return THRESHOLDS.ordinal;
  if (draft.dimension === 'count' && against.comparison.kind === 'differs') {
    const people = draft.noun !== undefined && termOf(draft.noun.text.toLowerCase()) === '=people';
    const value = Math.abs(draft.value);
    if (people && value <= THRESHOLDS.smallPeople) return THRESHOLDS.absentSmall;
    if (draft.noun === undefined) return THRESHOLDS.nounless;
    if (onlyValue && !people) return THRESHOLDS.onlyValue;
    if (value <= THRESHOLDS.smallCount) return THRESHOLDS.absentSmall;
  }
  if (draft.dimension === 'label' && !onlyValue) return THRESHOLDS.label;
  if ((draft.dimension === 'age' || draft.dimension === 'label') && onlyValue) return THRESHOLDS.onlyValue;
  return THRESHOLDS.absent;
}

/** The score from which an agreeing value is support: none for the same value, more for a looser form of it. */
function supportScore(draft: QuantityMention, comparison: QuantityComparison): number {
  if (comparison.kind !== 'agrees' || comparison.exact) return Number.NEGATIVE_INFINITY;
  const rounded = comparison.how === 'rounded as written' && draft.written.significant > 1;
  return rounded ? THRESHOLDS.rounded : THRESHOLDS.loose;
}

/** True for two cells of one row, or of one column, of a table. */
function areInLine(a: LocatedMention, b: LocatedMention): boolean {
  const here = a.document.blocks[a.block]?.block.cell;
  const there = b.document.blocks[b.block]?.block.cell;
  if (!here || !there || a.document !== b.document || here.table !== there.table) return false;
  return here.row === there.row || here.column === there.column;
}

/** The cell of the period that the draft names, where the draft's value is that of another period. */
const otherPeriod = (support: Candidate, rivals: readonly Candidate[]): Candidate | undefined =>
  support.binding.time < 0
    ? rivals.find(({ source, binding }) => binding.time > 0 && areInLine(source, support.source))
    : undefined;

/**
 * Binds a draft quantity. Support is sought first, over every source value; a contradiction must be bound, and bound
 * clearly better than the best support.
 */
export function alignQuantity(
  claim: LocatedMention<QuantityMention>,
  binder: Binder,
  retrieval: Retrieval,
): Alignment<QuantityMention> {
  const draft = claim.mention;
  let support: Candidate | undefined;
  let against: Candidate | undefined;
  let toldAgainst: Candidate | undefined;
  let slip: Candidate | undefined;
  const valuesOfNoun = new Set<number>();
  const near = retrieval.near(claim.context);
  const told = valuesBeside(claim);
  const rivals: Candidate[] = [];
  for (const source of retrieval.quantitiesFor(claim)) {
    const isNear = near.has(source.context);
    // far from the draft's sentence a value can only agree by itself; it cannot contradict
    if (!isNear && support) continue;
    const comparison = compareQuantity(draft, source.mention);
    if (comparison.kind === 'unrelated' || (!isNear && comparison.kind !== 'agrees')) continue;
    const candidate = { source, comparison, binding: isNear ? binder.bind(claim, source) : UNBOUND };
    const sameKind = candidate.binding.noun > 0 || draft.dimension === 'age' || draft.dimension === 'label';
    if (sameKind) valuesOfNoun.add(source.mention.value);
    if (comparison.kind === 'agrees') support = preferred(support, candidate, binder.rankOf);
    else if (comparison.kind === 'differs' && told.some(({ mention }) => isTold(mention, source.mention))) {
      const crossed = told.every(
        (beside) =>
          !isTold(beside.mention, source.mention) ||
          binder.bind(beside, source).score < candidate.binding.score,
      );
      if (crossed) toldAgainst = preferred(toldAgainst, candidate, binder.rankOf);
    } else {
      against = preferred(against, candidate, binder.rankOf);
      if (comparison.kind === 'unit') slip = preferred(slip, candidate, binder.rankOf);
      if (comparison.kind === 'differs') rivals.push(candidate);
    }
  }
  // a value that the draft's sentence gives itself is no other value for the claim, unless two values are crossed
  if (support && toldAgainst) against = preferred(against, toldAgainst, binder.rankOf);
  // the source's own digits with another unit are no chance
  if (!support && slip && isTelling(draft) && slip.binding.score >= THRESHOLDS.unit) {
    const behind = (against?.binding.score ?? 0) - slip.binding.score;
    if (behind < THRESHOLDS.unitBehind) against = slip;
  }
  if (support && support.binding.score < supportScore(draft, support.comparison)) support = undefined;
  const result = (
    verdict: Alignment['verdict'],
    reason: Alignment['reason'],
    c: Candidate | undefined,
    bound = false,
  ) => ({
    claim,
    verdict,
    reason,
    evidence: c ? [placeOf(c.source)] : [],
    bound,
  });
  const agree = support && {
    kind: 'agrees' as const,
    how: support.comparison.kind === 'agrees' ? support.comparison.how : '',
  };
  if (support && agree) {
    const owner = tooWeak(draft)
      ? undefined
      : (ownerOf(claim, support, rivals) ?? otherPeriod(support, rivals));
    if (owner && support.comparison.kind === 'agrees' && support.comparison.exact)
      return result('refuted', { kind: 'number', source: owner.source }, owner);
    const lead = (against?.binding.score ?? 0) - support.binding.score;
    // "1,240 children in 2024 and 310 in 2025": the second value of a sentence leaves its noun out
    const together = against?.source.context === support.source.context;
    const elidable = draft.dimension === 'count' || draft.dimension === 'ordinal';
    const whole = against?.comparison.kind === 'differs' && !(elidable && support.binding.noun === 0);
    const margin = !together
      ? THRESHOLDS.margin
      : whole
        ? THRESHOLDS.sentenceMargin
        : support.binding.noun === 0
          ? THRESHOLDS.elidedMargin
          : THRESHOLDS.margin;
    const clear =
      against &&
      against.binding.score >= THRESHOLDS.elsewhere &&
      lead >= margin &&
      !(together && saysRespectively(support.source)) &&
      !isOfThisTime(claim, support.source, against.source) &&
      !toldTogether(told, support.source, against.source, retrieval);
    if (!clear || tooWeak(draft)) return result('supported', agree, support);
  }
  if (isAnchored(claim)) return result('notEnoughInfo', { kind: 'notChecked' }, undefined);
  // a label that no source has is more often a name of its own than a number
  if (!against && draft.dimension === 'label')
    return result('notEnoughInfo', { kind: 'notChecked' }, undefined);
  if (tooWeak(draft)) return result('notEnoughInfo', { kind: 'notFound' }, undefined);
  const stated = retrieval.quantitiesNear(claim.context);
  // what the draft's own sentence works out of values that it gives is the writer's arithmetic
  const operands = stated.filter((q) => told.some(({ mention }) => isTold(mention, q.mention)));
  const own = derive(claim, operands) ?? reduced(claim, told, stated);
  const derivation =
    own ?? (support ? undefined : derive(claim, stated, (against?.binding.score ?? 0) >= THRESHOLDS.derived));
  if (derivation) {
    return {
      claim,
      verdict: 'supported',
      reason: { kind: 'derived', how: derivation.how },
      evidence: derivation.from.map(placeOf),
      bound: false,
    };
  }
  if (!against) {
    const bare = support ? undefined : withoutUnit(claim, near, retrieval);
    return bare
      ? {
          claim,
          verdict: 'supported',
          reason: { kind: 'agrees', how: 'same value' },
          evidence: [placeOf(bare)],
          bound: false,
        }
      : result('notEnoughInfo', { kind: 'notFound' }, undefined);
  }
  const needed = neededScore(draft, against, support !== undefined, valuesOfNoun.size === 1);
  if (against.binding.score < needed || against.binding.noun < 0) {
    return support && agree
      ? result('supported', agree, support)
      : result('notEnoughInfo', { kind: 'notFound' }, undefined);
  }
  const { comparison } = against;
  if (
    comparison.kind === 'hedge' &&
    comparison.problem === 'dropped' &&
    (hasLooseBound(claim) || isLimit(claim))
  ) {
    return result('supported', { kind: 'agrees', how: 'same bound' }, against);
  }
  const sameThing = against.binding.noun > 0 || draft.dimension !== 'count';
  const bound = sameThing && against.binding.score >= THRESHOLDS.error && against.binding.time >= 0;
  const source = against.source;
  switch (against.comparison.kind) {
    case 'hedge':
      return result(
        'refuted',
        { kind: 'hedge', source, problem: against.comparison.problem },
        against,
        bound,
      );
    case 'unit':
      return result('refuted', { kind: 'unit', source, problem: against.comparison.problem }, against, bound);
    default:
      return result('refuted', { kind: 'number', source }, against, bound);
  }
}
