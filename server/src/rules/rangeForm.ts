import { formatLike } from '../mentions/formatNumber.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { commonEnd, commonStart } from '../text/difference.ts';
import { textAt } from './rule.ts';
import type { Rewriting } from './unitForm.ts';

/** The source's range in the draft's form: all of it, or only the end that differs. */
export function withRange(
  claim: LocatedMention,
  draft: QuantityMention,
  from: LocatedMention,
  source: QuantityMention,
): Rewriting {
  const whole = { span: { start: draft.start, end: draft.end }, text: textAt(from, source) };
  if (draft.high === undefined || source.high === undefined || draft.unit !== source.unit) return whole;
  const written = textAt(claim, draft.number);
  const text = formatLike(source.value, written, source.high);
  if (text === undefined) return whole;
  const { start, end } = draft.number;
  if (draft.value === source.value) {
    const kept = written.slice(0, commonStart(written, text)).replace(/[\p{L}\p{N}.,]+$/u, '').length;
    return { span: { start: start + kept, end }, text: text.slice(kept) };
  }
  if (draft.high === source.high) {
    const most = Math.min(written.length, text.length);
    const tail = written.slice(written.length - commonEnd(written, text, most));
    const kept = tail.replace(/^[\p{L}\p{N}.,]+/u, '').length;
    return { span: { start, end: end - kept }, text: text.slice(0, text.length - kept) };
  }
  return { span: draft.number, text };
}
