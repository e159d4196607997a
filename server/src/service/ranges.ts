import type { Range } from 'vscode-languageserver-types';
import type { Evidence } from '../findings/finding.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { CheckedDocument } from './checker.ts';
import { normaliseUri } from './uris.ts';

/** LSP range of a span: both count UTF-16 code units. */
export const toRange = (lines: LineIndex, span: Span): Range => ({
  start: lines.position(span.start),
  end: lines.position(span.end),
});

/** Span of an LSP range, clamped to the text. */
export function toSpan(lines: LineIndex, range: Range): Span {
  const start = lines.offset(range.start);
  return { start, end: Math.max(start, lines.offset(range.end)) };
}

/** True when the spans share text or one is a caret that stands in, before or after the other. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Zero-based line from which on a document was not checked, because the check took too long. */
export const uncheckedLine = ({
  unchecked,
  analysed,
}: Pick<CheckedDocument, 'unchecked' | 'analysed'>): number | undefined =>
  unchecked && analysed.prose.lines.position(unchecked.start).line;

/** Ranges of a piece of evidence and of its sentence, in the document it was found in. */
export interface EvidencePlace {
  readonly uri: string;
  readonly document: AnalysedDocument;
  readonly words: Range;
  readonly sentence: Range;
}

/** Where evidence stands; undefined when its document is neither a source nor the draft itself. */
export function placeOf(evidence: Evidence, checked: CheckedDocument): EvidencePlace | undefined {
  const uri = normaliseUri(evidence.uri);
  const own = uri === normaliseUri(checked.document.uri);
  const document = checked.sources.sources.get(uri) ?? (own ? checked.analysed : undefined);
  if (!document) return undefined;
  const { lines } = document.prose;
  const words = toRange(lines, evidence);
  const sentence = toRange(lines, {
    start: Math.min(evidence.start, evidence.sentence.start),
    end: Math.max(evidence.end, evidence.sentence.end),
  });
  return { uri: own ? checked.document.uri : uri, document, words, sentence };
}

/** Evidence without repeats of the same words, at most `limit`. */
export function distinct(
  evidence: readonly Evidence[],
  limit = Number.POSITIVE_INFINITY,
): readonly Evidence[] {
  const seen = new Set<string>();
  const kept = evidence.filter(({ uri, start, end }) => {
    const key = `${uri} ${start} ${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.slice(0, limit);
}
