import type { Item, LabelledError, PredictedFinding } from './item.ts';

/** A finding longer than this (or three times the error) points at a sentence, not at a fact. */
const LONGEST_SPAN = 40;
/** A quotation may be flagged as a whole. */
const LONGEST_QUOTATION = 600;
/** A wrong speaker may be flagged on the quotation beside the name. */
const BESIDE_SPEAKER = 80;

/** Text with typographic variants, case and white space folded, for comparing a suggestion with the right words. */
export const fold = (text: string): string =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** True when the finding points at the error: it overlaps and is not much longer. */
export function hits(finding: PredictedFinding, error: LabelledError): boolean {
  const reach = error.sub === 'quote_misattr' && finding.type === 'quote' ? BESIDE_SPEAKER : 0;
  if (finding.start >= error.end + reach || error.start >= finding.end + reach) return false;
  const bothQuotes = error.type === 'quote' && finding.type === 'quote';
  const longest = Math.max(LONGEST_SPAN, 3 * (error.end - error.start), bothQuotes ? LONGEST_QUOTATION : 0);
  return finding.end - finding.start <= longest;
}

/** True when the finding's suggestion puts the right words in place of the error. */
export function repairs(item: Item, finding: PredictedFinding, error: LabelledError): boolean {
  if (finding.suggestion === undefined || !error.correct) return false;
  if (fold(finding.suggestion) === fold(error.correct)) return true;
  const put = (start: number, end: number, text: string) =>
    item.draft.slice(0, start) + text + item.draft.slice(end);
  const suggested = put(finding.start, finding.end, finding.suggestion);
  return fold(suggested) === fold(put(error.start, error.end, error.correct));
}

/** Errors that the product sets out to find. */
export const inScope = (error: LabelledError): boolean => error.type !== 'relation' && error.type !== 'other';

/** Findings that count: errors and warnings, or all. */
export function counted(findings: readonly PredictedFinding[], all: boolean): readonly PredictedFinding[] {
  const weak = new Set(['info', 'information', 'hint']);
  return all ? findings : findings.filter(({ severity }) => !weak.has((severity ?? 'warning').toLowerCase()));
}
