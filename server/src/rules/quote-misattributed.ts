import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import { type Rule, replace } from './rule.ts';

/** The quotation is in the source, and somebody else says it there. */
export const quoteMisattributed: Rule = {
  code: 'quote-misattributed',
  title: 'Wrong speaker',
  summary:
    'The quoted words are in the source, but the source names another speaker; silent unless both speakers are named.',
  level: 'error',
  fix: 'the source’s speaker',
  judge({ reason, evidence }) {
    if (reason.kind !== 'misattributed') return undefined;
    const at = evidence[0];
    const written = reason.at.mention.kind === 'name' ? reason.at.mention.text : reason.named;
    const surname = reason.speaker.split(/\s+/).at(-1) ?? reason.speaker;
    // a bare surname in the draft stays a bare surname
    const expected = written.includes(' ') ? reason.speaker : surname;
    return {
      level: 'error',
      span: reason.at.mention,
      message: `${t('{0} said this, not {1}', reason.speaker, written)}${at ? ` — ${citation(at)}` : ''}`,
      expected: [expected],
      fixes: [replace(reason.at.mention, expected, false)],
    };
  },
};
