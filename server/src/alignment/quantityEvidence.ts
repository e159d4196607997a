import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm, headWord, termOf } from '../sources/vocabulary.ts';
import { isTold, valuesBeside } from './beside.ts';
import type { Binder, Binding } from './binding.ts';
import { best, Candidate, type Standing } from './candidate.ts';
import { isAlong } from './claimWords.ts';
import { compareQuantity, type QuantityComparison } from './compareQuantity.ts';
import { POINTS } from './conversion.ts';
import { contradictionOf } from './mayContradict.ts';
import { hasOneMore } from './oneMore.ts';
import { preferred } from './preference.ts';
import type { Retrieval } from './retrieval.ts';
import { isDigitSlip, isPowerOfTen } from './slipOf.ts';
import { sameNumber } from './tolerance.ts';
import { THRESHOLDS, WEIGHTS } from './weights.ts';
import { sentenceMatches, textBefore, textBehind } from './wordsAround.ts';

/** A source value measured against a draft's. */
export type QuantityCandidate = Candidate<QuantityMention, QuantityComparison>;

/** What the sources say to a draft quantity. */
export interface QuantityEvidence {
  /** The best bound value that agrees. */
  readonly support: QuantityCandidate | undefined;
  /** The best bound value that does not. */
  readonly against: QuantityCandidate | undefined;
  /** That value where the draft's is a slip of it, and no source has the draft's. */
  readonly slip: QuantityCandidate | undefined;
  /** Near values that do not agree, in the order of the sources; those that count (`counts`) say something against the draft's. */
  readonly others: readonly QuantityCandidate[];
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

/** The score from which the source's own digits with another unit contradict: longer ones are less of a chance. */
export const unitScore = ({ written }: QuantityMention): number =>
  written.significant > 2 ? THRESHOLDS.unitLong : THRESHOLDS.unit;

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
  // "sixteen per cent, and its rival more than seven"
  const elided = beside.dimension === 'count' && beside.noun === undefined && POINTS.has(source.dimension);
  const { kind } = compareQuantity(elided ? { ...beside, dimension: source.dimension } : beside, source);
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

/** What counts alike is known of both values or of neither: a noun that one of them leaves out is left out of the score. */
const scoreOf = ({ score, noun }: Binding): number => score - WEIGHTS.noun * noun;

/** The claim and a value told beside fit clearly better in each other's places than in their own. */
const isCrossed = (
  { source, binding }: QuantityCandidate,
  support: QuantityCandidate,
  told: readonly LocatedMention<QuantityMention>[],
  binder: Binder,
): boolean =>
  told.some((beside) => {
    if (!isMeant(beside.mention, source.mention)) return false;
    const there = binder.bind(beside, support.source);
    if (there.score <= THRESHOLDS.crossed || scoreOf(there) < scoreOf(support.binding)) return false;
    const straight = scoreOf(support.binding) + scoreOf(binder.bind(beside, source));
    return scoreOf(there) + scoreOf(binding) - straight >= THRESHOLDS.crossedLead;
  });

/** "More than a quarter" for "nearly a quarter" of the same thing. */
const isTurned = (draft: QuantityMention, { comparison, binding, source }: QuantityCandidate): boolean =>
  comparison.kind === 'hedge' &&
  comparison.problem === 'wrongSide' &&
  source.mention.comparator !== undefined &&
  sameNumber(draft.value, source.mention.value) &&
  (binding.noun > 0 || draft.dimension !== 'count');

const DIFFERS: QuantityComparison = { kind: 'differs' };
const SAME: QuantityComparison = { kind: 'agrees', exact: true, how: 'same value' };

const FALL = termOf('fell');
/** Words that a number goes down, stands below zero, is owed or works against whoever it is told of. */
const saysBelow = sentenceMatches(
  /\b(?:off|lower|less|fewer|worse|shed|cut|slipped|slid|tumbled|plunged|eased|dipped|shrank|weaker|below|minus|negative|sub-?zero|frost|loss(?:es)?|deficits?|shortfalls?|overdrawn|headwinds?|adverse)\b/i,
);

/** "Lost 2.8 %" for "−2.8 %": what one side writes as a sign the other one says. */
function isSignInWords(
  claim: LocatedMention<QuantityMention>,
  source: LocatedMention<QuantityMention>,
  compared: QuantityComparison,
): boolean {
  if (compared.kind !== 'unit' || compared.problem !== 'sign') return false;
  const unsigned = claim.mention.value < 0 ? source : claim;
  return unsigned.context.bag.has(FALL) || saysBelow(unsigned);
}

/** "A river over two autumns" for "two autumns": a bound that only one side has, and that may be none. */
const isBoundOnlyAlong = (
  claim: LocatedMention<QuantityMention>,
  source: LocatedMention<QuantityMention>,
  compared: QuantityComparison,
): boolean =>
  compared.kind === 'hedge' &&
  sameNumber(claim.mention.value, source.mention.value) &&
  ((isAlong(claim) && source.mention.comparator === undefined) ||
    (isAlong(source) && claim.mention.comparator === undefined));

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
  if (!binder.mayReach(claim, source, THRESHOLDS.apart)) return false;
  const { score, noun } = binder.bind(claim, source);
  return score >= THRESHOLDS.apart && (noun > 0 || claim.mention.dimension === 'money');
}

/** How far a value lies above or below another one, and the words by which a draft says so. */
const LESS_THAN = /^\s(?:more|less|fewer|higher|lower|cheaper|dearer|longer|shorter|older|younger)\sthan\b/i;
const compares = sentenceMatches(
  /\b(?:more|less|fewer|higher|lower|cheaper|dearer|longer|shorter|older|younger|differen\w+|gap|margin|extra|increase\w*|decrease\w*|ris\w+|rose|f[ae]ll\w*|drop\w*|cut\w*|up|down|gr[eo]w\w*|sav\w+|above|below|over|under|ahead|behind|short|off|undercut\w*|undercuts|discount|by)\b/i,
);

/** The least by which a value must be bound better than one that agrees, to speak against it. */
const LEAST_MARGIN = Math.min(
  THRESHOLDS.margin,
  THRESHOLDS.timeMargin,
  THRESHOLDS.turnedMargin,
  THRESHOLDS.elidedMargin,
  THRESHOLDS.sentenceMargin,
);

/** The score below which a value says nothing against one that agrees. */
const leastAgainst = ({ binding }: QuantityCandidate): number =>
  Math.max(Math.min(THRESHOLDS.elsewhere, THRESHOLDS.ordinal), binding.score + LEAST_MARGIN);

/**
 * Looks at every source value that can decide about a draft quantity. A sentence told of nobody whom the sources name
 * (`isForeign`) is contradicted by none. Most values are not looked at closely: those that agree are bound first, and of the
 * others only those that may be bound well enough to matter beside them.
 */
export function quantityEvidence(
  claim: LocatedMention<QuantityMention>,
  binder: Binder,
  retrieval: Retrieval,
  isForeign: () => boolean,
): QuantityEvidence {
  const draft = claim.mention;
  const told = valuesBeside(claim);
  const others: QuantityCandidate[] = [];
  const agreeing = new Set<AnalysedDocument>();
  const valuesOfNoun = new Set<number>();
  const ofOneKind = draft.dimension === 'age' || draft.dimension === 'label';
  const measured = { mention: claim, binder, standingOf: createStanding(claim, told, binder, isForeign) };
  let found: QuantityCandidate | undefined;
  // "from $6 to $7.50, after earnings of $5.52": a bound is not meant for a value that the draft gives by itself
  const isSupport = (comparison: QuantityComparison, source: QuantityMention): boolean =>
    comparison.kind === 'agrees' && (comparison.exact || !told.some((t) => isTold(t.mention, source)));
  // "£6 less than the men" is no wage of £6
  const isOnlyMore = (source: LocatedMention<QuantityMention>): boolean =>
    draft.dimension !== 'count' && LESS_THAN.test(textBehind(source, 20)) && !compares(claim);
  for (const source of retrieval.quantitiesFor(claim)) {
    const compared = compareQuantity(draft, source.mention);
    const comparison =
      isSignInWords(claim, source, compared) || isBoundOnlyAlong(claim, source, compared)
        ? SAME
        : isSamePlace(claim, source, compared, binder)
          ? DIFFERS
          : compared;
    if (comparison.kind === 'unrelated') continue;
    if (ofOneKind || binder.noun(claim, source) > 0) valuesOfNoun.add(source.mention.value);
    if (comparison.kind === 'agrees' && (!isSupport(comparison, source.mention) || isOnlyMore(source)))
      continue;
    const candidate = new Candidate(measured, source, comparison, true);
    if (comparison.kind !== 'agrees') {
      others.push(candidate);
      continue;
    }
    found = preferred(found, candidate, binder.rankOf);
    agreeing.add(source.document);
  }
  // far from the draft's sentence a value can only agree by itself; it cannot contradict
  const elsewhere = found ? undefined : retrieval.quantityElsewhere(claim);
  if (elsewhere) {
    const comparison = compareQuantity(draft, elsewhere.mention);
    if (ofOneKind) valuesOfNoun.add(elsewhere.mention.value);
    if (isSupport(comparison, elsewhere.mention) && !isOnlyMore(elsewhere)) {
      found = new Candidate(measured, elsewhere, comparison, false);
      agreeing.add(elsewhere.document);
    }
  }
  let support = found && found.binding.score >= supportScore(draft, found.comparison) ? found : undefined;
  const floor = support ? leastAgainst(support) - THRESHOLDS.alike : Number.NEGATIVE_INFINITY;
  let against = best(others, floor, (other) => other.counts, binder.rankOf);
  // a value that the draft's sentence gives itself is no other value for the claim, unless two values are crossed
  if (found) {
    const least = Math.min(floor, found.binding.score, THRESHOLDS.otherSource);
    const crossed = best(others, least, (other) => other.standing === 'told', binder.rankOf);
    if (crossed && isCrossed(crossed, found, told, binder)) {
      against = preferred(against, crossed, binder.rankOf);
      crossed.countCrossed();
    }
  }
  // "about four hundred thousand" for the 402,000 that stands right beside the other value
  if (found && !support && against?.source.context === found.source.context) support = found;
  // the source's own digits with another unit are no chance
  if (!found && isTelling(draft)) {
    const isUnit = ({ comparison }: QuantityCandidate): boolean => comparison.kind === 'unit';
    const slip = best(others, unitScore(draft), isUnit, binder.rankOf);
    if (slip && slip.binding.score >= unitScore(draft)) {
      const behind = (against?.binding.score ?? 0) - slip.binding.score;
      // "1,836 miles and 9,180 gallons" told as 9,180 miles and 1,836 gallons: the units are right
      const other = against?.source.mention.value;
      const isExchanged = other !== undefined && told.some(({ mention }) => sameNumber(mention.value, other));
      if (behind < THRESHOLDS.unitBehind && !isExchanged) against = slip;
    }
  }
  // nor is its very value with the opposite bound
  if (!found && against?.comparison.kind === 'differs') {
    const turned = best(others, Number.NEGATIVE_INFINITY, (other) => isTurned(draft, other), binder.rankOf);
    if (turned && against.binding.score - turned.binding.score < THRESHOLDS.unitBehind) against = turned;
  }
  const slip =
    support || against?.comparison.kind === 'unit' ? undefined : slipAmong(others, claim, against, binder);
  return { support, against: slip ?? against, slip, others, told, valuesOfNoun, agreeing };
}

/**
 * The near value that the draft's is a slip of, where no source has the draft's: digits exchanged, a wrong one in many, or
 * the point or the zeros lost. Long numbers are not that alike by chance, so little else has to bind the two.
 */
function slipAmong(
  others: readonly QuantityCandidate[],
  claim: LocatedMention<QuantityMention>,
  against: QuantityCandidate | undefined,
  binder: Binder,
): QuantityCandidate | undefined {
  const draft = claim.mention;
  // what is counted through has values of every kind
  if (draft.dimension === 'label' || draft.dimension === 'ordinal') return undefined;
  const isSlip = ({ comparison, source, counts }: QuantityCandidate): boolean =>
    comparison.kind === 'differs' &&
    (isDigitSlip(draft, source.mention) ||
      (isPowerOfTen(draft, source.mention) && binder.common(claim, source) > 0)) &&
    counts;
  const slip = best(others, THRESHOLDS.slip, isSlip, binder.rankOf);
  if (!slip || slip.binding.score < THRESHOLDS.slip) return undefined;
  if (!against) return slip;
  // of two sources the better bound one, or the better ranked one, is asked
  if (against.source.document !== slip.source.document)
    return preferred(against, slip, binder.rankOf) === slip ? slip : undefined;
  return slip.binding.score >= against.binding.score - THRESHOLDS.slipBehind ? slip : undefined;
}

/** Tells what the near values are that do not agree with the claim. */
function createStanding(
  claim: LocatedMention<QuantityMention>,
  told: readonly LocatedMention<QuantityMention>[],
  binder: Binder,
  isForeign: () => boolean,
): (candidate: QuantityCandidate) => Standing {
  const { dimension } = claim.mention;
  // a sum or a share tells by itself what it is about
  const isOfEvent = dimension !== 'money' && !POINTS.has(dimension);
  let claimIsMargin: boolean | undefined;
  let mayContradict: ((source: LocatedMention<QuantityMention>) => boolean) | undefined;
  return (candidate) => {
    const { source, comparison } = candidate;
    if (comparison.kind !== 'differs') return 'rival';
    // "by seven wickets" is how they won, "11 wickets" what a bowler took
    claimIsMargin ??= isMargin(claim);
    if (claimIsMargin !== isMargin(source)) return 'none';
    // "three men and a woman" are not all the people of the draft
    if (isPartOf(source, claim, candidate.binding)) return 'none';
    const meant = told.filter(({ mention }) => isMeant(mention, source.mention));
    if (meant.length > 0) {
      const { score } = candidate.binding;
      return meant.every((beside) => binder.bind(beside, source).score < score) ? 'told' : 'none';
    }
    if (isOfEvent && isForeign()) return 'none';
    mayContradict ??= contradictionOf(claim);
    return mayContradict(source) ? 'rival' : 'none';
  };
}
