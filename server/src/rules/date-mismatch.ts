import { placeOf } from '../alignment/alignment.ts';
import { resolveDate } from '../alignment/compareDate.ts';
import { formatDateLike } from '../mentions/formatDate.ts';
import type { DateMention } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import { blockText, differs, type Rule, replace, textAt, words } from './rule.ts';

/** The smallest span that holds the wrong parts; the whole date when a part was not written on its own. */
function wrongSpan(draft: DateMention, parts: readonly ('year' | 'month' | 'day' | 'weekday')[]): Span {
  const spans = parts.flatMap((p) => draft.parts[p] ?? []);
  if (spans.length === 0 || spans.length < parts.length) return { start: draft.start, end: draft.end };
  return { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
}

/** "Q4 2020" and "Q3 2020": the words at the end that both have stay as they are. */
function changedWords(
  date: Span,
  written: string,
  right: string,
): { readonly span: Span; readonly text: string } {
  const [mine, theirs] = [written.split(' '), right.split(' ')];
  let same = 0;
  while (same < Math.min(mine.length, theirs.length) - 1 && mine.at(-1 - same) === theirs.at(-1 - same))
    same++;
  const tail = same === 0 ? 0 : mine.slice(-same).join(' ').length + 1;
  return { span: { start: date.start, end: date.end - tail }, text: right.slice(0, right.length - tail) };
}

/** The event has another day, month or year in the source. */
export const dateMismatch: Rule = {
  code: 'date-mismatch',
  title: 'Wrong date',
  summary:
    'Day, month or year differ from the source’s date for the same event; a dateline is not the event’s date.',
  level: 'error when bound to the event, else warning',
  fix: 'the source’s date in the draft’s order and style',
  judge({ claim, reason, bound }) {
    if (reason.kind !== 'date' || claim.mention.kind !== 'date') return undefined;
    const draft: DateMention = claim.mention;
    const source = reason.source.mention as DateMention;
    const span = wrongSpan(draft, reason.parts);
    const resolved = resolveDate(source, reason.source.document.dateline);
    const formatted = formatDateLike(resolved, draft, blockText(claim));
    // a part that the draft's form cannot hold (a quarter, a season): the source's own words
    const whole = formatted === textAt(claim, draft) ? words(reason.source) : formatted;
    // only the wrong part is replaced when the rest of the date stays as it was written
    const lead = textAt(claim, { start: draft.start, end: span.start });
    const tail = textAt(claim, { start: span.end, end: draft.end });
    const part = whole.startsWith(lead) && whole.endsWith(tail) && whole.length > lead.length + tail.length;
    const { span: target, text: expected } = part
      ? { span, text: whole.slice(lead.length, whole.length - tail.length) }
      : changedWords(draft, words(claim), whole);
    return {
      level: bound ? 'error' : 'warning',
      span: target,
      message: differs(whole, words(claim), placeOf(reason.source)),
      expected: [expected],
      fixes: [replace(target, expected, bound)],
    };
  },
};
