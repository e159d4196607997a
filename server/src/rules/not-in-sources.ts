import { type Rule, words } from './rule.ts';

const KIND = {
  quantity: 'number',
  date: 'date',
  name: 'name',
  time: 'time',
  quotation: 'quotation',
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
      message: `The ${KIND[claim.mention.kind]} “${words(claim)}” is not in any source`,
      expected: [],
      fixes: [],
    };
  },
};
