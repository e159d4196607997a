import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Binder } from './binding.ts';
import { clauseShare } from './clauseShare.ts';
import type { QuantityCandidate, QuantityEvidence } from './quantityEvidence.ts';
import { isSlipOfQuantity } from './slipOf.ts';
import { isToldElsewhere } from './toldElsewhere.ts';
import { NUMBER_ODDS } from './weights.ts';

/** More of these say nothing more. */
const MOST = { clauses: 6, things: 8 };
const SMALL = 10;

/** What speaks for and against a contradiction: that the draft's number is wrong, and not told of something else or worked out. */
export function contradictionParts(
  claim: LocatedMention<QuantityMention>,
  rival: QuantityCandidate,
  { support }: QuantityEvidence,
  binder: Binder,
) {
  const { binding, source } = rival;
  return {
    slip: Number(isSlipOfQuantity(claim.mention, source.mention)),
    clauses: Math.min(MOST.clauses, clauseShare(claim, source).clauses),
    things: Math.min(MOST.things, binder.common(claim, source)),
    frame: binding.before + binding.after,
    lead: support ? binding.score - support.binding.score : 0,
    cell: Number(claim.context.heads.size > 0),
    age: Number(claim.mention.dimension === 'age'),
    small: Number(Math.abs(claim.mention.value) < SMALL),
    toldElsewhere: Number(isToldElsewhere(claim, source.mention.value)),
    constant: 1,
  };
}

/** See `contradictionParts`. */
export type ContradictionParts = ReturnType<typeof contradictionParts>;

/** Log odds that the draft's number is wrong; what speaks is weighed by `NUMBER_ODDS`. */
export function contradictionOdds(parts: ContradictionParts): number {
  let odds = 0;
  for (const part of Object.keys(parts) as (keyof ContradictionParts)[])
    odds += NUMBER_ODDS.parts[part] * parts[part];
  return odds;
}

/** True where chance or another reading explains a contradiction as well as a wrong number does. */
export const isDoubtful = (parts: ContradictionParts): boolean =>
  contradictionOdds(parts) < NUMBER_ODDS.least;
