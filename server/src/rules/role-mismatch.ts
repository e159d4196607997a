import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import { type Rule, replace } from './rule.ts';

/** Longest stretch that is marked as one, in UTF-16 units. */
const LONGEST_MARK = 60;

/** The role written beside a name is somebody else's in the sources. */
export const roleMismatch: Rule = {
  code: 'role-mismatch',
  title: 'Wrong role',
  summary:
    'The role beside a known name belongs to another person in the sources, and no source gives this name a role like it.',
  level: 'error when the other person is named, else warning',
  fix: 'the name that has the role in the source',
  judge({ claim, reason, evidence, bound }) {
    if (reason.kind !== 'role') return undefined;
    const at = evidence[0];
    const name = claim.mention.kind === 'name' ? claim.mention.text : '';
    const said = reason.holder
      ? t('“{0}” is the role of {1}, not of {2}', reason.role, reason.holder, name)
      : t('“{0}” is not the role of {1}', reason.role, name);
    const union = {
      start: Math.min(reason.roleSpan.start, claim.mention.start),
      end: Math.max(reason.roleSpan.end, claim.mention.end),
    };
    return {
      level: bound ? 'error' : 'warning',
      // which of the two is wrong only the writer knows, so both are marked where they stand together
      span: union.end - union.start <= LONGEST_MARK ? union : claim.mention,
      message: `${said}${at ? ` — ${citation(at)}` : ''}`,
      expected: [],
      fixes: reason.holder ? [replace(claim.mention, reason.holder, false)] : [],
    };
  },
};
