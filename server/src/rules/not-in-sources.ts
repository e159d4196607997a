import { t } from '../l10n/message.ts';
import { type Rule, words } from './rule.ts';

const SAID = {
  quantity: (text: string) => t('The number “{0}” is not in any source', text),
  date: (text: string) => t('The date “{0}” is not in any source', text),
  name: (text: string) => t('The name “{0}” is not in any source', text),
  time: (text: string) => t('The time “{0}” is not in any source', text),
  quotation: (text: string) => t('The quotation “{0}” is not in any source', text),
} as const;

/** A number, date or name that no source has and that no single sum or difference explains. */
export const notInSources: Rule = {
  code: 'not-in-sources',
  title: 'Not in any source',
  summary:
    'A number, date or name is in no source, and no one sum, difference or share of stated values gives it.',
  level: 'information',
  fix: '–',
  judge({ claim, reason }) {
    if (reason.kind !== 'notFound') return undefined;
    return {
      level: 'information',
      span: claim.mention,
      message: SAID[claim.mention.kind](words(claim)),
      expected: [],
      fixes: [],
    };
  },
};
