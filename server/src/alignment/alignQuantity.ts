import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { type Alignment, placeOf } from './alignment.ts';
import type { Binder, Binding } from './binding.ts';
import { compareQuantity, type QuantityComparison } from './compareQuantity.ts';
import { derive } from './derive.ts';
import { THRESHOLDS } from './weights.ts';

interface Candidate {
  readonly source: LocatedMention<QuantityMention>;
  readonly comparison: QuantityComparison;
  readonly binding: Binding;
}

const better = (a: Candidate | undefined, b: Candidate): Candidate =>
  a && a.binding.score >= b.binding.score ? a : b;

/** Quantities that say too little to be looked for: a lone "first", "one" as a pronoun, "several". */
function tooWeak(q: QuantityMention): boolean {
  if (q.dimension === 'ordinal') return q.value === 1;
  return q.written.vague !== undefined && q.dimension === 'count';
}

/** "two years later", "three days before": anchored at another event; the stretch is not stated in the source as such. */
const ANCHORED =
  /^[\s,]+(?:later|earlier|before|after|afterwards|previously|ago|on|prior|since|from now|hence)\b/i;

function isAnchored(claim: LocatedMention<QuantityMention>): boolean {
  if (claim.mention.dimension !== 'duration') return false;
  const text = claim.document.blocks[claim.block]?.block.text ?? '';
  return ANCHORED.test(text.slice(claim.mention.end, claim.mention.end + 20));
}

/**
 * Binds a draft quantity. Support is sought first, over every source value; a contradiction must be bound, and bound
 * clearly better than the best support.
 */
export function alignQuantity(
  claim: LocatedMention<QuantityMention>,
  index: SourceIndex,
  binder: Binder,
): Alignment<QuantityMention> {
  const draft = claim.mention;
  let support: Candidate | undefined;
  let against: Candidate | undefined;
  for (const source of index.quantities) {
    const comparison = compareQuantity(draft, source.mention);
    if (comparison.kind === 'unrelated') continue;
    const candidate = { source, comparison, binding: binder.bind(claim, source) };
    if (comparison.kind === 'agrees') support = better(support, candidate);
    else against = better(against, candidate);
  }
  const loose = support?.comparison.kind === 'agrees' && !support.comparison.exact;
  if (support && loose && support.binding.score < THRESHOLDS.loose) support = undefined;
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
    const lead = (against?.binding.score ?? 0) - support.binding.score;
    const clear = against && against.binding.score >= THRESHOLDS.elsewhere && lead >= THRESHOLDS.margin;
    if (!clear || tooWeak(draft)) return result('supported', agree, support);
  }
  if (isAnchored(claim)) return result('notEnoughInfo', { kind: 'notChecked' }, undefined);
  if (!against || tooWeak(draft)) return result('notEnoughInfo', { kind: 'notFound' }, undefined);
  const small = draft.dimension === 'count' && Math.abs(draft.value) <= THRESHOLDS.smallCount;
  const hedge = against.comparison.kind === 'hedge' || against.comparison.kind === 'unit';
  const needed = support
    ? THRESHOLDS.elsewhere
    : small && !hedge
      ? THRESHOLDS.absentSmall
      : THRESHOLDS.absent;
  const derivation = support ? undefined : derive(draft, index.quantities);
  if (derivation && against.binding.score < THRESHOLDS.derived) {
    return {
      claim,
      verdict: 'supported',
      reason: { kind: 'derived', how: derivation.how },
      evidence: derivation.from.map(placeOf),
      bound: false,
    };
  }
  if (against.binding.score < needed || against.binding.noun < 0) {
    return support && agree
      ? result('supported', agree, support)
      : result('notEnoughInfo', { kind: 'notFound' }, undefined);
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
