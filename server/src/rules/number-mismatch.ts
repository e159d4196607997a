import { placeOf } from '../alignment/alignment.ts';
import { convert } from '../alignment/conversion.ts';
import { citation } from '../findings/evidence.ts';
import { formatLike } from '../mentions/formatNumber.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import { type Rule, replace, textAt } from './rule.ts';

/** Another value stands in the source for the same thing. */
export const numberMismatch: Rule = {
  code: 'number-mismatch',
  title: 'Wrong number',
  summary:
    'A number differs from the source’s number for the same thing, even when the draft’s number stands elsewhere in the source.',
  level: 'error when bound in one sentence or cell, else warning',
  fix: 'the source’s value, written as the draft writes numbers',
  judge({ claim, reason, bound }) {
    if (reason.kind !== 'number' || claim.mention.kind !== 'quantity') return undefined;
    const draft: QuantityMention = claim.mention;
    const source = reason.source.mention as QuantityMention;
    const range = draft.high !== undefined || source.high !== undefined;
    const span = range ? { start: draft.start, end: draft.end } : draft.number;
    const written = textAt(claim, span);
    const value = convert(source.value, source.unit, draft.unit) ?? source.value;
    const expected = range
      ? textAt(reason.source, reason.source.mention)
      : (formatLike(value, written) ?? textAt(reason.source, source.number));
    return {
      level: bound ? 'error' : 'warning',
      span,
      message: `${expected}, not ${written} — ${citation(placeOf(reason.source))}`,
      expected: [expected],
      fixes: [replace(span, expected, bound)],
    };
  },
};
