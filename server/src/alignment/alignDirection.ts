import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Alignment } from './alignment.ts';
import type { Binder } from './binding.ts';
import { compareQuantity } from './compareQuantity.ts';
import { type DirectedValue, directedValues } from './direction.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

/** Terms of time and reckoning that tell nothing about what rises or falls. */
const GENERAL = new Set(
  'year quarter month week percent net total annual period compar earlier =earlier group first second third fourth last'.split(
    ' ',
  ),
);

const sharesTerm = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const term of a) if (b.has(term) && !GENERAL.has(term)) return true;
  return false;
};

const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((term) => !b.has(term)));

const isNominal = ({ form }: DirectedValue): boolean => form === 'noun' || form === 'nouns';

/** "A is 12 % above B" and "B is 12 % below A" say the same. */
function isTurnedRound(a: DirectedValue, b: DirectedValue): boolean {
  if (isNominal(a) || isNominal(b)) return false;
  return (
    sharesTerm(without(a.before, b.before), b.behind) && sharesTerm(without(b.before, a.before), a.behind)
  );
}

/** Axes that are a property of a thing, and tell by themselves what is compared: "lighter" can only be told of a weight. */
const PROPERTIES: ReadonlySet<string> = new Set(
  'weight size length height depth speed age warmth wetness price'.split(' '),
);

/** True for two directions of one property, of which neither is told against what the other one is told of. */
const isOfProperty = (a: DirectedValue, b: DirectedValue): boolean =>
  a.direction.axes.some((axis) => PROPERTIES.has(axis) && b.direction.axes.includes(axis)) &&
  !sharesTerm(a.before, b.behind) &&
  !sharesTerm(b.before, a.behind);

/** What one direction says to another of the same value: the same, the opposite, or nothing. */
type Comparison = 'same' | 'opposite' | 'unrelated';

/** Who won: "A beat B" against "A lost to B", or against "B beat A". A pronoun for the winner may be anybody. */
function compareContests(a: DirectedValue, b: DirectedValue): Comparison {
  const unnamed = a.namesBefore.size === 0 || b.namesBefore.size === 0;
  const together = unnamed
    ? sharesTerm(a.namesBehind, b.namesBehind)
    : sharesTerm(without(a.namesBefore, b.namesBehind), b.namesBefore);
  const crossed =
    sharesTerm(without(a.namesBefore, b.namesBefore), b.namesBehind) &&
    sharesTerm(without(a.namesBehind, b.namesBehind), b.namesBefore);
  if (together === crossed) return unnamed && a.sign === b.sign ? 'same' : 'unrelated';
  return (a.sign === b.sign) === together ? 'same' : 'opposite';
}

function compareDirections(a: DirectedValue, b: DirectedValue, isScore: boolean): Comparison {
  const axes = a.direction.axes.filter((axis) => b.direction.axes.includes(axis));
  if (axes.length === 0) return 'unrelated';
  if (isScore || axes.every((axis) => axis === 'contest')) return compareContests(a, b);
  if (a.sign === b.sign) return 'same';
  if (a.loss !== b.loss || a.role !== b.role || isTurnedRound(a, b)) return 'unrelated';
  return 'opposite';
}

/**
 * Looks at the direction of a value that the sources have: "fell 12 %" where the source says that it rose 12 %. Undefined
 * when a source tells the value with the draft's direction, or when it is told of something else.
 */
export function alignDirection(
  claim: LocatedMention<QuantityMention>,
  binder: Binder,
  retrieval: Retrieval,
): Alignment<QuantityMention> | undefined {
  const draft = directedValues(claim).get(claim.index);
  if (!draft || draft.turned) return undefined;
  let against: { source: LocatedMention<QuantityMention>; told: DirectedValue; score: number } | undefined;
  for (const source of retrieval.quantitiesFor(claim)) {
    const values = compareQuantity(claim.mention, source.mention);
    if (values.kind !== 'agrees' || !values.exact) continue;
    const told = directedValues(source).get(source.index);
    if (!told) continue;
    const comparison = compareDirections(draft, told, claim.mention.dimension === 'score');
    if (comparison === 'same') return undefined;
    if (comparison === 'unrelated' || told.turned || told.open !== draft.open) continue;
    const binding = binder.bind(claim, source);
    if (binding.time < 0 || binding.noun < 0) continue;
    const unnamed = draft.metric.size === 0 || told.metric.size === 0;
    const sameProperty = isOfProperty(draft, told);
    if (!unnamed && !sameProperty && !sharesTerm(draft.metric, told.metric)) continue;
    const score = binding.score;
    if (score < (unnamed && !sameProperty ? THRESHOLDS.directionUnnamed : THRESHOLDS.direction)) continue;
    if (!against || score > against.score) against = { source, told, score };
  }
  if (!against) return undefined;
  const { source, told, score } = against;
  return {
    claim,
    verdict: 'refuted',
    reason: { kind: 'direction', draft, told, source },
    evidence: [
      {
        document: source.document,
        block: source.block,
        start: Math.min(told.word.start, source.mention.start),
        end: Math.max(told.word.end, source.mention.end),
      },
    ],
    bound: score >= THRESHOLDS.error,
  };
}
