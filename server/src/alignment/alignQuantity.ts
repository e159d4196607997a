import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type Alignment, placeOf } from './alignment.ts';
import type { Binder } from './binding.ts';
import { judgeQuantity } from './judgeQuantity.ts';
import { quantityEvidence } from './quantityEvidence.ts';
import { contradictionParts, isDoubtful } from './quantityOdds.ts';
import type { Retrieval } from './retrieval.ts';

/**
 * Binds a draft quantity. Support is sought first, over every source value; a contradiction must be bound, and bound
 * clearly better than the best support. A sentence that `isForeign` names only what no source has, and is not contradicted.
 */
export function alignQuantity(
  claim: LocatedMention<QuantityMention>,
  binder: Binder,
  retrieval: Retrieval,
  isForeign: () => boolean,
): Alignment<QuantityMention> {
  const evidence = quantityEvidence(claim, binder, retrieval, isForeign);
  const { alignment, rival } = judgeQuantity(claim, evidence, binder, retrieval);
  if (!rival) return alignment;
  const parts = contradictionParts(claim, rival, evidence, binder);
  const weighed = { value: rival.source.mention.value, parts };
  if (!isDoubtful(parts)) return { ...alignment, weighed };
  const { support } = evidence;
  return support?.comparison.kind === 'agrees'
    ? {
        claim,
        verdict: 'supported',
        reason: { kind: 'agrees', how: support.comparison.how },
        evidence: [placeOf(support.source)],
        bound: false,
        weighed,
      }
    : { claim, verdict: 'notEnoughInfo', reason: { kind: 'notFound' }, evidence: [], bound: false, weighed };
}
