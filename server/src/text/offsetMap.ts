import type { Span } from './span.ts';

/**
 * One run of a prose text that stands in the document. When `length === documentLength` the run is verbatim and
 * offsets inside it map one to one; otherwise (an entity, an escape, a hard break) it maps as a whole.
 */
export interface Segment {
  readonly prose: number;
  readonly length: number;
  readonly document: number;
  readonly documentLength: number;
}

/** Maps offsets of a prose text (markup removed) to offsets of the document it was read from, and back. */
export interface OffsetMap {
  readonly segments: readonly Segment[];
  /** Document offset of the prose offset; inside a non-verbatim run, that run's start. */
  toDocument(offset: number): number;
  /** The smallest document span that shows the prose span: markup at either end stays outside. */
  spanToDocument(span: Span): Span;
  /** Prose offset of a document offset, or undefined when that place is not prose of this map. */
  toProse(offset: number): number | undefined;
}

/** Builds an offset map from segments sorted by `prose`; they must not overlap in either text. */
export function createOffsetMap(segments: readonly Segment[]): OffsetMap {
  /** Index of the last segment whose key is not after `offset`, or -1. */
  const find = (offset: number, key: 'prose' | 'document'): number => {
    let low = 0;
    let high = segments.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((segments[middle] as Segment)[key] <= offset) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  };
  const start = (offset: number): number => {
    const s = segments[Math.max(0, find(offset, 'prose'))];
    if (!s) return 0;
    const into = Math.max(0, offset - s.prose);
    if (into >= s.length) return s.document + s.documentLength;
    return s.length === s.documentLength ? s.document + into : s.document;
  };
  /** End offsets look at the character before them, so that markup which follows a word stays outside. */
  const end = (offset: number): number => {
    const s = segments[find(offset - 1, 'prose')];
    if (!s) return start(offset);
    const into = offset - s.prose;
    if (s.length === s.documentLength) return s.document + Math.min(into, s.length);
    return s.document + s.documentLength;
  };
  return {
    segments,
    toDocument: start,
    spanToDocument: (span) => {
      const from = start(span.start);
      return { start: from, end: span.end > span.start ? Math.max(from, end(span.end)) : from };
    },
    toProse(offset) {
      const s = segments[find(offset, 'document')];
      if (!s) return undefined;
      const into = offset - s.document;
      if (into < s.documentLength) return s.length === s.documentLength ? s.prose + into : s.prose;
      return into === s.documentLength ? s.prose + s.length : undefined;
    },
  };
}
