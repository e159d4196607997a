import { exact } from './exact.ts';
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
  /** The same object for a map and the same map moved through its document. */
  readonly identity: object;
  /** Document offset of the prose offset; inside a non-verbatim run, that run's start. */
  toDocument(offset: number): number;
  /** The smallest document span that shows the prose span: markup at either end stays outside. */
  spanToDocument(span: Span): Span;
  /** Prose offset of a document offset, or undefined when that place is not prose of this map. */
  toProse(offset: number): number | undefined;
}

/** Builds an offset map from segments sorted by `prose`; they must not overlap in either text. */
export const createOffsetMap = (segments: readonly Segment[]): OffsetMap =>
  new SegmentMap(exact(segments), 0);

/** The map of the same prose where its run of the document starts `by` characters later; it shares the segments. */
export function shiftOffsetMap(map: OffsetMap, by: number): OffsetMap {
  if (by === 0) return map;
  return map instanceof SegmentMap
    ? new SegmentMap(map.own, map.by + by)
    : createOffsetMap(map.segments.map((s) => ({ ...s, document: s.document + by })));
}

/** How far `b` is `a` moved through the document; undefined when they differ in more than that. */
export function shiftBetween(a: OffsetMap, b: OffsetMap): number | undefined {
  if (a instanceof SegmentMap && b instanceof SegmentMap && a.own === b.own) return b.by - a.by;
  const [from, to] = [a.segments, b.segments];
  const by = (to[0]?.document ?? 0) - (from[0]?.document ?? 0);
  const same = from.length === to.length && from.every((s, i) => isMoved(s, to[i] as Segment, by));
  return same ? by : undefined;
}

const isMoved = (a: Segment, b: Segment, by: number): boolean =>
  a.prose === b.prose &&
  a.length === b.length &&
  a.documentLength === b.documentLength &&
  a.document + by === b.document;

/** A class, because each block of each source has one: its methods cost nothing a block, and moving one costs an object. */
class SegmentMap implements OffsetMap {
  readonly own: readonly Segment[];
  readonly by: number;

  constructor(own: readonly Segment[], by: number) {
    this.own = own;
    this.by = by;
  }

  get segments(): readonly Segment[] {
    return this.by === 0 ? this.own : this.own.map((s) => ({ ...s, document: s.document + this.by }));
  }

  get identity(): object {
    return this.own;
  }

  toDocument(offset: number): number {
    const s = this.own[Math.max(0, this.find(offset, 'prose'))];
    if (!s) return 0;
    const into = Math.max(0, offset - s.prose);
    if (into >= s.length) return this.by + s.document + s.documentLength;
    return this.by + (s.length === s.documentLength ? s.document + into : s.document);
  }

  spanToDocument(span: Span): Span {
    const from = this.toDocument(span.start);
    return { start: from, end: span.end > span.start ? Math.max(from, this.endOf(span.end)) : from };
  }

  toProse(offset: number): number | undefined {
    const s = this.own[this.find(offset - this.by, 'document')];
    if (!s) return undefined;
    const into = offset - this.by - s.document;
    if (into < s.documentLength) return s.length === s.documentLength ? s.prose + into : s.prose;
    return into === s.documentLength ? s.prose + s.length : undefined;
  }

  /** End offsets look at the character before them, so that markup which follows a word stays outside. */
  private endOf(offset: number): number {
    const s = this.own[this.find(offset - 1, 'prose')];
    if (!s) return this.toDocument(offset);
    const into = offset - s.prose;
    if (s.length === s.documentLength) return this.by + s.document + Math.min(into, s.length);
    return this.by + s.document + s.documentLength;
  }

  /** Index of the last segment whose key is not after `offset`, or -1. */
  private find(offset: number, key: 'prose' | 'document'): number {
    let low = 0;
    let high = this.own.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((this.own[middle] as Segment)[key] <= offset) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }
}
