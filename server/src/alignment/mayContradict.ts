import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm } from '../sources/vocabulary.ts';
import { isOneIn } from './claimWords.ts';
import { directedValues } from './direction.ts';

/** Stretches of time that a value may be told for. */
const TIMES = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
]);

/** "80 francs more than": how far two values are apart, which the writer may have worked out. */
function isDifference(claim: LocatedMention<QuantityMention>): boolean {
  const told = directedValues(claim).get(claim.index);
  return told?.role === 'by' && told.form === 'adjective';
}

/** "$242 a month" beside a value that is told for another time, or for none. */
const isOfOtherTime = (draft: QuantityMention, source: QuantityMention): boolean =>
  draft.per !== undefined && source.per !== draft.per && TIMES.has(draft.per);

/** True when the draft's sentence names somebody, and has nothing in common with the source's but that both count people. */
function onlyCountsPeople(
  claim: LocatedMention<QuantityMention>,
  source: LocatedMention<QuantityMention>,
): boolean {
  if (headTerm(claim.mention.noun) !== '=people' || claim.context.heads.size > 0) return false;
  const mentions = claim.document.blocks[claim.block]?.mentions ?? [];
  if (!claim.context.mentions.some((at) => mentions[at]?.kind === 'name')) return false;
  for (const term of claim.context.bag) if (term !== '=people' && source.context.bag.has(term)) return false;
  return true;
}

/** False where another value of the source says nothing against the draft's, however well the words around it agree. */
export const mayContradict = (
  claim: LocatedMention<QuantityMention>,
  source: LocatedMention<QuantityMention>,
): boolean =>
  !isOfOtherTime(claim.mention, source.mention) &&
  !onlyCountsPeople(claim, source) &&
  (!isOneIn(claim) || isOneIn(source)) &&
  (!isDifference(claim) || directedValues(source).get(source.index)?.role === 'by');
