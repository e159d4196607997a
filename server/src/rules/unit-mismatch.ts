import { placeOf } from '../alignment/alignment.ts';
import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import { type Rule, type RuleFix, replace, textAt, words } from './rule.ts';

/** The words that carry the unit: the scale where million and billion differ, else the unit's own words. */
function unitPart(q: QuantityMention, problem: string): Span | undefined {
  if (problem === 'scale') return q.written.scale;
  return problem === 'sign' ? undefined : q.unitSpan;
}

/** The same number with another unit, scale, currency or sign. */
export const unitMismatch: Rule = {
  code: 'unit-mismatch',
  title: 'Wrong unit',
  summary:
    'The number agrees, its unit does not: percent against percentage points, million against billion, currency, a lost minus sign.',
  level: 'error when bound, else warning',
  fix: 'the source’s unit; the number is not touched',
  judge({ claim, reason, bound }) {
    if (reason.kind !== 'unit' || claim.mention.kind !== 'quantity') return undefined;
    const source = reason.source.mention as QuantityMention;
    const mine = unitPart(claim.mention, reason.problem);
    const theirs = unitPart(source, reason.problem);
    const span = mine ?? { start: claim.mention.start, end: claim.mention.end };
    const expected = mine && theirs ? textAt(reason.source, theirs) : words(reason.source);
    const fixes: RuleFix[] =
      mine && theirs
        ? [replace(span, expected, bound)]
        : [replace(claim.mention, words(reason.source), false)];
    return {
      level: bound ? 'error' : 'warning',
      span,
      message: `${t('{0}, not {1}', words(reason.source), words(claim))} — ${citation(placeOf(reason.source))}`,
      expected: [expected],
      fixes,
    };
  },
};
