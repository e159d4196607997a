import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { once } from '../text/once.ts';
import { datesNear } from './alignAgo.ts';
import { type Alignment, placeOf, type SourcePlace } from './alignment.ts';
import { isTold, statedBare, toldTogether, withoutUnit } from './beside.ts';
import type { Binder } from './binding.ts';
import {
  countsNames,
  hasLooseBound,
  isAnchored,
  isClockQuarter,
  isComparedWith,
  isLimit,
  isStoppage,
  isTop,
} from './claimWords.ts';
import { isOfThisTime, ownerOf, saysRespectively } from './clauseOwner.ts';
import { type ClauseShare, clauseShare, isNamedWith, isOfRow } from './clauseShare.ts';
import { POINTS } from './conversion.ts';
import { type Derivation, derive } from './derive.ts';
import { reduced, scaled } from './deriveBeside.ts';
import { deriveFromRival } from './deriveFromRival.ts';
import { timeBetween } from './deriveTime.ts';
import { asksForDifference } from './deriveWords.ts';
import { isOtherPosition, isPeople, isToldAround, neededScore } from './neededScore.ts';
import { otherOfChange } from './oldAndNew.ts';
import { isPartOf } from './partOfWhole.ts';
import type { QuantityCandidate, QuantityEvidence } from './quantityEvidence.ts';
import type { Retrieval } from './retrieval.ts';
import { isSlipOfQuantity, likeliest } from './slipOf.ts';
import { disagreementOf, isOtherSources } from './sourcesDiffer.ts';
import { sameNumber } from './tolerance.ts';
import { THRESHOLDS, WEIGHTS } from './weights.ts';
import { textBefore, textBehind } from './wordsAround.ts';

/** Quantities that say too little to be looked for: a lone "first", "one" as a pronoun, "several". */
function tooWeak(q: QuantityMention): boolean {
  if (q.dimension === 'ordinal') return q.value === 1;
  return q.written.vague !== undefined && q.dimension === 'count';
}

/** Words on one side that are the same: there the draft repeats the source. */
const FRAMED = 3;
/** Words around a value that are the same: then little else has to be. */
const VERBATIM = 2;

/** What is judged by thresholds of its own. */
const OWN_SCALES: ReadonlySet<QuantityMention['dimension']> = new Set(['age', 'label', 'ordinal']);

/** Words of the draft around the value that the other value has around it, too, what is counted aside. */
const framedBy = ({ binding: { before, after, noun }, source: { mention } }: QuantityCandidate): number =>
  before + (noun > 0 && mention.dimension === 'count' ? Math.max(0, after - 1) : after);

/**
 * True where two sentences have so little in common beside the value that chance explains it: one word or one name, or,
 * where both count the same, nothing more. "Seven riders broke away" is not denied by "eleven riders did not finish".
 */
function isThin(
  claim: LocatedMention<QuantityMention>,
  against: QuantityCandidate,
  supported: boolean,
  onlyValue: boolean,
  told: readonly LocatedMention<QuantityMention>[],
  { binder, retrieval }: { readonly binder: Binder; readonly retrieval: Retrieval },
): boolean {
  const draft = claim.mention;
  if (against.comparison.kind !== 'differs' || OWN_SCALES.has(draft.dimension)) return false;
  if (framedBy(against) >= VERBATIM) return false;
  // what is counted is known of both, or of neither
  if (
    draft.dimension === 'count' &&
    claim.context.heads.size === 0 &&
    (draft.noun === undefined) !== (against.source.mention.noun === undefined)
  )
    return true;
  // "one man in his forties": an article as often as a number
  if (draft.dimension === 'count' && draft.value === 1) return true;
  const { source, binding } = against;
  // the heads of a cell say in few words what it is about
  if (source.context.heads.size > 0) return false;
  const values = retrieval.quantitiesIn(source.context);
  const beside = told.filter(({ mention }) => values.some((value) => isTold(mention, value.mention)));
  const things = binder.common(claim, source) + beside.length;
  if (supported) return things <= 1;
  const isShare = draft.dimension === 'money' || POINTS.has(draft.dimension);
  if (binding.noun <= 0 || isShare) return things <= 1;
  return things === 0 && (isPeople(draft) || !onlyValue);
}

/** True where another value is bound so well, or in the very words of the draft, that only sure arithmetic explains the draft's. */
const isSureOf = (against: QuantityCandidate | undefined): boolean =>
  against !== undefined &&
  against.binding.score >=
    (against.binding.before >= FRAMED || against.binding.after >= FRAMED
      ? THRESHOLDS.error
      : THRESHOLDS.derived);

/** The words on both sides of the other value are the draft's: there no arithmetic explains the draft's value. */
const isVerbatim = (against: QuantityCandidate | undefined): boolean =>
  against?.comparison.kind === 'differs' &&
  against.binding.before >= FRAMED &&
  against.binding.after >= FRAMED &&
  against.binding.score >= THRESHOLDS.error;

/** "… of 540 hosts", "540 of them": the draft speaks of a part, too. */
const isShareOf = (claim: LocatedMention): boolean =>
  /\bof\s+(?:(?:the|its|their|all|these|those)\s+)?$/i.test(textBefore(claim, 16)) ||
  /^\s+of\b/i.test(textBehind(claim, 6));

/** Words that the clauses of two values have in common, and that the draft tells of the source's, where chance explains it. */
const CHANCE = { clauses: 1, told: 2 };

/**
 * True for another value that is told in other words and is no likely slip: the draft's was more often reckoned or read
 * elsewhere than miswritten. Where both count the same, or the words around are the same, it is not.
 */
function isFarOff(
  claim: LocatedMention<QuantityMention>,
  against: QuantityCandidate,
  told: readonly LocatedMention<QuantityMention>[],
): boolean {
  const { comparison, binding, source } = against;
  if (comparison.kind !== 'differs' || OWN_SCALES.has(claim.mention.dimension) || binding.noun > 0)
    return false;
  if (binding.score >= THRESHOLDS.farOff || binding.before + binding.after >= VERBATIM) return false;
  if (source.context.heads.size > 0 || isSlipOfQuantity(claim.mention, source.mention)) return false;
  // a value that the draft gives to something else is exchanged with it
  if (told.some(({ mention }) => sameNumber(mention.value, source.mention.value))) return false;
  const share = clauseShare(claim, source);
  return share.clauses <= CHANCE.clauses && share.told <= CHANCE.told;
}

/** "53-53 at halftime" is no other result of "104-97": two scores with no number in common, in other words. */
function isOtherScore(
  { mention: draft }: LocatedMention<QuantityMention>,
  against: QuantityCandidate,
): boolean {
  if (draft.dimension !== 'score' || framedBy(against) >= VERBATIM) return false;
  const { value, high } = against.source.mention;
  return ![draft.value, draft.high].some((number) => number === value || number === high);
}

/** Words that two clauses have in common where they tell one event. */
const ONE_EVENT = 3;

/** Bound by few words of the sentence, not by those around the value nor by the time. */
const isUnframed = ({ binding }: QuantityCandidate, { clauses }: ClauseShare): boolean =>
  binding.before + binding.after === 0 &&
  binding.time <= 0 &&
  binding.score < THRESHOLDS.farOff &&
  clauses < ONE_EVENT;

/**
 * True where the clauses of two values have enough in common for the source's to deny the draft's, beside another one that
 * agrees. "740 people were evacuated", in a sentence about a flooded town, is not what "killed two people" is about, in
 * another about that town.
 */
function tellsOfOne(claim: LocatedMention, against: QuantityCandidate): boolean {
  const share = clauseShare(claim, against.source);
  return share.clauses + share.told > 0 && !isUnframed(against, share);
}

/** Other values of the sentence that denies the draft's, of which the draft's may be reckoned. */
const MOST_RIVALS = 8;

const isNear =
  (best: QuantityCandidate) =>
  (other: QuantityCandidate): boolean =>
    other !== best && other.comparison.kind === 'differs' && other.source.context === best.source.context;

/** True for two cells of one row, or of one column, of a table. */
function areInLine(a: LocatedMention, b: LocatedMention): boolean {
  const here = a.document.blocks[a.block]?.block.cell;
  const there = b.document.blocks[b.block]?.block.cell;
  if (!here || !there || a.document !== b.document || here.table !== there.table) return false;
  return here.row === there.row || here.column === there.column;
}

/** The cell of the period that the draft names, where the draft's value is that of another period. */
const otherPeriod = (
  support: QuantityCandidate,
  rivals: readonly QuantityCandidate[],
): QuantityCandidate | undefined =>
  support.binding.time < 0
    ? rivals.find(
        (rival) => areInLine(rival.source, support.source) && rival.counts && rival.binding.time > 0,
      )
    : undefined;

/** A verdict, and the other value that was held against the claim's where only the words around the two speak for that. */
export interface Judgement {
  readonly alignment: Alignment<QuantityMention>;
  readonly rival?: QuantityCandidate;
}

/** The verdict on a draft quantity by what is bound to it, before the odds are looked at. */
export function judgeQuantity(
  claim: LocatedMention<QuantityMention>,
  evidence: QuantityEvidence,
  binder: Binder,
  retrieval: Retrieval,
): Judgement {
  const draft = claim.mention;
  const near = retrieval.near(claim.context);
  const { support, against, slip, others, told, valuesOfNoun, agreeing } = evidence;
  const result = (
    verdict: Alignment['verdict'],
    reason: Alignment['reason'],
    c: QuantityCandidate | undefined,
    bound = false,
  ): Judgement => ({
    alignment: { claim, verdict, reason, evidence: c ? [placeOf(c.source)] : [], bound },
  });
  const supported = (reason: Alignment['reason'], evidence: readonly SourcePlace[]): Judgement => ({
    alignment: { claim, verdict: 'supported', reason, evidence, bound: false },
  });
  const byRival = once((): Derivation | undefined => {
    if (against?.comparison.kind !== 'differs') return undefined;
    const asked = asksForDifference(claim);
    for (const { source } of [against, ...others.filter(isNear(against))].slice(0, MOST_RIVALS)) {
      const around = retrieval.quantitiesIn(source.context);
      const derivation = deriveFromRival(claim, source, told, around, asked);
      if (derivation) return derivation;
    }
    return undefined;
  });
  const agree = support && {
    kind: 'agrees' as const,
    how: support.comparison.kind === 'agrees' ? support.comparison.how : '',
  };
  const part =
    support !== undefined &&
    against !== undefined &&
    isPartOf(against.source, support.source) &&
    !isShareOf(claim);
  if (support && agree) {
    const differing = others.filter(({ comparison }) => comparison.kind === 'differs');
    const owner = tooWeak(draft)
      ? undefined
      : (ownerOf(claim, support, differing) ??
        otherPeriod(support, differing) ??
        otherOfChange(
          claim,
          support.source,
          differing.filter(({ binding }) => binding.score >= THRESHOLDS.change),
        ));
    if (owner && support.comparison.kind === 'agrees' && support.comparison.exact)
      return result('refuted', { kind: 'number', source: owner.source }, owner);
    // "1,240 children in 2024 and 310 in 2025": the second value of a sentence leaves its noun out
    const together = against?.source.context === support.source.context;
    // … and is then bound without one
    const ofNoun = together && support.binding.noun === 0 ? WEIGHTS.noun * (against?.binding.noun ?? 0) : 0;
    const lead = (against?.binding.score ?? 0) - ofNoun - support.binding.score;
    const elidable = draft.dimension === 'count' || draft.dimension === 'ordinal';
    const whole = against?.comparison.kind === 'differs' && !(elidable && support.binding.noun === 0);
    const turned =
      agree?.how === 'within the bound' &&
      against?.comparison.kind === 'hedge' &&
      against.comparison.problem === 'wrongSide';
    const timed = support.binding.time > 0 && (against?.binding.time ?? 0) <= 0;
    const margin = turned
      ? THRESHOLDS.turnedMargin
      : !together
        ? timed
          ? THRESHOLDS.timeMargin
          : against && (against.binding.time > 0 || isNamedWith(claim, against.source, support.source))
            ? THRESHOLDS.namedMargin
            : THRESHOLDS.margin
        : part
          ? THRESHOLDS.partMargin
          : whole
            ? THRESHOLDS.sentenceMargin
            : support.binding.noun === 0
              ? THRESHOLDS.elidedMargin
              : THRESHOLDS.margin;
    const clear =
      against &&
      against.binding.score >= (part ? THRESHOLDS.part : neededScore(claim, against, true, false)) &&
      lead >= margin &&
      !isThin(claim, against, true, false, told, { binder, retrieval }) &&
      !(together && saysRespectively(support.source)) &&
      !saysRespectively(claim) &&
      !isComparedWith(claim) &&
      !isOfRow(claim, support.source) &&
      tellsOfOne(claim, against) &&
      byRival() === undefined &&
      !isOtherSources(claim, support, against) &&
      !isOfThisTime(claim, support.source, against.source) &&
      !toldTogether(told, support.source, against.source, retrieval);
    if (!clear || tooWeak(draft) || countsNames(claim) || isTop(claim)) {
      const disagreement = disagreementOf(claim, support, differing, agreeing, binder.rankOf);
      const { alignment } = result('supported', agree, support);
      return { alignment: disagreement ? { ...alignment, disagreement } : alignment };
    }
  }
  if (isStoppage(claim) || isClockQuarter(claim))
    return result('notEnoughInfo', { kind: 'notChecked' }, undefined);
  if (isAnchored(claim)) {
    const other = against && isAnchored(against.source) && against.binding.score >= THRESHOLDS.ago;
    // two dates may be that far apart
    const kind = datesNear(claim, retrieval, 2) < 2 ? 'notFound' : 'notChecked';
    if (!other) return result('notEnoughInfo', { kind }, undefined);
  }
  // a label that no source has is more often a name of its own than a number
  if (!against && draft.dimension === 'label')
    return result('notEnoughInfo', { kind: 'notChecked' }, undefined);
  if (tooWeak(draft)) return result('notEnoughInfo', { kind: 'notFound' }, undefined);
  // what the draft itself lists, or counts of a list, is no number of the source's
  if (!support && (countsNames(claim) || isTop(claim)))
    return result('notEnoughInfo', { kind: 'notFound' }, undefined);
  const stated = retrieval.quantitiesNear(claim.context);
  // what the draft's own sentence works out of values that it gives is the writer's arithmetic
  const operands = stated.filter((q) => told.some(({ mention }) => isTold(mention, q.mention)));
  const own =
    derive(claim, operands) ??
    reduced(claim, told, stated) ??
    scaled(claim, told, stated) ??
    byRival() ??
    timeBetween(claim, retrieval);
  // a value that agrees by its digits alone explains less than arithmetic that the words ask for
  const weakly = support !== undefined && support.binding.score <= THRESHOLDS.crossed;
  const derivation =
    own ?? (support && !weakly ? undefined : derive(claim, stated, weakly || isSureOf(against)));
  if (derivation && !isVerbatim(against)) {
    return supported({ kind: 'derived', how: derivation.how }, derivation.from.map(placeOf));
  }
  const bare = support ? undefined : withoutUnit(claim, near, retrieval);
  if (bare && (!against || against.source.context === bare.context))
    return supported({ kind: 'agrees', how: 'same value' }, [placeOf(bare)]);
  if (!against) return result('notEnoughInfo', { kind: 'notFound' }, undefined);
  const stands =
    support || against.comparison.kind !== 'differs' || isVerbatim(against)
      ? undefined
      : statedBare(claim, near, retrieval, binder);
  if (stands) return supported({ kind: 'agrees', how: 'same value' }, [placeOf(stands)]);
  const onlyValue = valuesOfNoun.size === 1;
  const needed = slip
    ? THRESHOLDS.slip
    : part
      ? THRESHOLDS.part
      : !support && isOtherPosition(draft, against, stated)
        ? THRESHOLDS.position
        : neededScore(claim, against, support !== undefined, onlyValue);
  const isLow = against.binding.score < needed;
  const around = isLow && !support && isToldAround(claim, against, onlyValue, binder);
  const weak =
    (!support && !slip && isFarOff(claim, against, told)) ||
    isOtherScore(claim, against) ||
    (!slip && isThin(claim, against, support !== undefined, onlyValue, told, { binder, retrieval })) ||
    (isLow && !around);
  if (weak || against.binding.noun < 0) {
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
    default: {
      const isSlip = (rival: QuantityCandidate) => isSlipOfQuantity(draft, rival.source.mention);
      const told = support ? against : likeliest(against, others, isSlip);
      const sure = told === against && bound;
      const judgement = result('refuted', { kind: 'number', source: told.source }, told, sure);
      // two values of the draft that stand in each other's places are no chance
      return told.isCrossed || around ? judgement : { ...judgement, rival: told };
    }
  }
}
