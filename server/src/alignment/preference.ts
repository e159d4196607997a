import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { THRESHOLDS } from './weights.ts';

/** A source value that may answer a claim. */
interface Bound {
  readonly source: { readonly document: AnalysedDocument };
  readonly binding: { readonly score: number };
}

/**
 * The better of two candidates: the one that is bound better or, of two that are bound about as well, the one of the
 * source with the better rank; the first one when nothing tells them apart.
 */
export function preferred<T extends Bound>(
  a: T | undefined,
  b: T,
  rankOf: (source: AnalysedDocument) => number,
): T {
  if (!a) return b;
  const [first, second] = [rankOf(a.source.document), rankOf(b.source.document)];
  if (first !== second && Math.abs(a.binding.score - b.binding.score) <= THRESHOLDS.alike) {
    return first < second ? a : b;
  }
  return a.binding.score >= b.binding.score ? a : b;
}
