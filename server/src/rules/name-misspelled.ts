import { citation } from '../findings/evidence.ts';
import { type Rule, replace, words } from './rule.ts';

/** The name is one or two letters away from exactly one name of the sources. */
export const nameMisspelled: Rule = {
  code: 'name-misspelled',
  title: 'Misspelled name',
  summary:
    'A name is a letter or two away from exactly one name of the sources, and is no name or transliteration of its own.',
  level: 'warning; error when the given name agrees and the surname is long',
  fix: 'the source’s spelling',
  judge({ claim, reason, evidence }) {
    if (reason.kind !== 'misspelled') return undefined;
    const at = evidence[0];
    return {
      level: reason.certain ? 'error' : 'warning',
      span: claim.mention,
      message: `${reason.name}, not ${words(claim)}${at ? ` — ${citation(at)}` : ''}`,
      expected: [reason.name],
      fixes: [replace(claim.mention, reason.name, reason.certain)],
    };
  },
};
