import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import { type Rule, replace, words } from './rule.ts';

/** Another name stands in the same place of the source's sentence. */
export const nameMismatch: Rule = {
  code: 'name-mismatch',
  title: 'Wrong name',
  summary:
    'The source has another name in the same slot (“talks in …”, “appointed by …”), tells the sentence of another person, country or organisation, or joins the surname to another given name.',
  level: 'warning',
  fix: 'the source’s name',
  judge({ claim, reason, evidence }) {
    if (reason.kind !== 'name') return undefined;
    const at = evidence[0];
    const slot = reason.slot ? `${reason.slot} ` : '';
    return {
      level: 'warning',
      span: claim.mention,
      message: `${t('{0}, not {1}', `${slot}${reason.name}`, words(claim))}${at ? ` — ${citation(at)}` : ''}`,
      expected: [reason.name],
      fixes: [replace(claim.mention, reason.name, false)],
    };
  },
};
