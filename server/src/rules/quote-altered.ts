import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import type { Span } from '../text/span.ts';
import { blockText, type Rule, type RuleFix, textAt } from './rule.ts';

/** Words that are taken out, with the space that they leave. */
function withSpace({ start, end }: Span, text: string): Span {
  if (/\s/.test(text.charAt(end))) return { start, end: end + 1 };
  return /\s/.test(text.charAt(start - 1)) ? { start: start - 1, end } : { start, end };
}

/** The words between quotation marks are close to the source's words, but not the same. */
export const quoteAltered: Rule = {
  code: 'quote-altered',
  title: 'Altered quotation',
  summary:
    'A quotation differs from the source’s words beyond marks, case and marked cuts; or a cut swallows a “not”.',
  level: 'error; warning for a cut that swallows a negation',
  fix: 'the source’s words, or the words without quotation marks',
  judge({ claim, reason, evidence, bound }) {
    if (reason.kind !== 'quoteAltered' || claim.mention.kind !== 'quotation') return undefined;
    const at = evidence[0];
    const where = at ? ` — ${citation(at)}` : '';
    const { outer } = claim.mention;
    const unquote: RuleFix = {
      title: t('Remove the quotation marks'),
      edits: [{ start: outer.start, end: outer.end, newText: textAt(claim, claim.mention) }],
      safe: false,
    };
    if (reason.negation) {
      return {
        level: 'warning',
        span: claim.mention,
        message: `${t('The cut leaves out a negation: “{0}”', reason.source)}${where}`,
        expected: [],
        fixes: [unquote],
      };
    }
    const span: Span = {
      start: Math.min(...reason.edits.map((e) => e.start)),
      end: Math.max(...reason.edits.map((e) => e.end)),
    };
    let expected = '';
    let last = span.start;
    for (const edit of reason.edits) {
      expected += textAt(claim, { start: last, end: edit.start }) + edit.source;
      last = edit.end;
    }
    const restore: RuleFix = {
      title: t('Restore the source’s words'),
      edits: reason.edits.map((e) => ({
        ...(e.source === '' ? withSpace(e, blockText(claim)) : { start: e.start, end: e.end }),
        newText: e.source,
      })),
      safe: bound,
    };
    const written = textAt(claim, span);
    return {
      level: bound ? 'error' : 'warning',
      span,
      message: expected.trim()
        ? `${t('“{0}”, not “{1}”', expected, written)}${where}`
        : `${t('“{0}” is not in the quotation', written)}${where}`,
      expected: [expected],
      fixes: [restore, unquote],
    };
  },
};
