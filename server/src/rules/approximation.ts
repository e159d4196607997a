import { placeOf } from '../alignment/alignment.ts';
import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import { type Rule, replace, textAt } from './rule.ts';

/** The value is the source's; the words "about", "more than", "nearly" … around it are not true of it. */
export const approximation: Rule = {
  code: 'approximation',
  title: 'Wrong bound or hedge',
  summary:
    '“More than”, “nearly”, “about” and the like must hold for the source’s value, and a bound in the source must not be dropped.',
  level: 'error on the wrong side of a bound, warning outside the tolerance',
  fix: 'the source’s own bound, or none',
  judge({ claim, reason, bound }) {
    if (reason.kind !== 'hedge' || claim.mention.kind !== 'quantity') return undefined;
    const draft: QuantityMention = claim.mention;
    const source = reason.source.mention as QuantityMention;
    const theirs = source.comparator ? textAt(reason.source, source.comparator) : '';
    const isAfter = source.comparator !== undefined && source.comparator.start > source.start;
    const where = citation(placeOf(reason.source));
    if (reason.problem === 'dropped' || !draft.comparator) {
      const written = textAt(claim, draft.number);
      const at = { start: draft.start, end: draft.number.end };
      const bounded = (value: string) => (isAfter ? `${value} ${theirs}` : `${theirs} ${value}`);
      const expected = bounded(textAt(claim, at));
      return {
        level: 'warning',
        span: draft.number,
        message: `${t('“{0}”, not exactly {1}', bounded(written), written)} — ${where}`,
        expected: [expected],
        fixes: [replace(at, expected, false)],
      };
    }
    const { comparator } = draft;
    const own = textAt(claim, comparator);
    const value = textAt(reason.source, source);
    const stated = !theirs ? value : isAfter ? `${value} ${theirs}` : `${theirs} ${value}`;
    const opens = /^\p{Lu}\p{Ll}/u.test(own);
    const fix =
      theirs && !isAfter
        ? replace(comparator, opens ? theirs.charAt(0).toUpperCase() + theirs.slice(1) : theirs, bound)
        : {
            title: t('Remove “{0}”', own),
            edits: [{ start: comparator.start, end: Math.max(comparator.end, draft.start), newText: '' }],
            safe: false,
          };
    return {
      level: reason.problem === 'wrongSide' && bound ? 'error' : 'warning',
      span: comparator,
      message: `${t('The source has {0}, not “{1}”', theirs ? `“${stated}”` : stated, `${own} ${textAt(claim, draft)}`)} — ${where}`,
      expected: [theirs],
      fixes: [fix],
    };
  },
};
