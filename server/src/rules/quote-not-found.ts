import { t } from '../l10n/message.ts';
import { type Rule, textAt } from './rule.ts';

/** No source has the quoted words or anything near them. */
export const quoteNotFound: Rule = {
  code: 'quote-not-found',
  title: 'Quotation not found',
  summary: 'No source has the words between the quotation marks, nor a passage close to them.',
  level: 'warning',
  fix: 'remove the quotation marks',
  judge({ claim, reason }) {
    if (reason.kind !== 'quoteNotFound' || claim.mention.kind !== 'quotation') return undefined;
    const { outer } = claim.mention;
    return {
      level: 'warning',
      span: claim.mention,
      message: t('These words are not in any source'),
      expected: [],
      fixes: [
        {
          title: t('Remove the quotation marks'),
          edits: [{ start: outer.start, end: outer.end, newText: textAt(claim, claim.mention) }],
          safe: false,
        },
      ],
    };
  },
};
