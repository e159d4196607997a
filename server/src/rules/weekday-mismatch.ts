import { t } from '../l10n/message.ts';
import { weekdayName } from '../mentions/formatDate.ts';
import { type Rule, replace, textAt, words } from './rule.ts';

/** The calendar has another weekday for the written date. */
export const weekdayMismatch: Rule = {
  code: 'weekday-mismatch',
  title: 'Wrong weekday',
  summary: 'The calendar has another weekday for the written date; no source is needed to say so.',
  level: 'error',
  fix: 'the right weekday',
  judge({ claim, reason }) {
    if (reason.kind !== 'weekday' || claim.mention.kind !== 'date') return undefined;
    const span = claim.mention.parts.weekday ?? claim.mention;
    const written = textAt(claim, span);
    const full = weekdayName(reason.weekday);
    const short = written.length <= 4 && written.replace('.', '').length === 3;
    const expected = short ? full.slice(0, 3) + (written.endsWith('.') ? '.' : '') : full;
    const date = words(claim)
      .replace(written, '')
      .replace(/^[\s,]+|[\s,]+$/g, '');
    return {
      level: 'error',
      span,
      message: t('{0}, not {1}: {2} is a {0}', full, written, date),
      expected: [expected],
      fixes: [replace(span, expected, true)],
    };
  },
};
