import { overlaps, type Span } from './span.ts';

/** Spans of one text, found by the text they share with another span. */
export interface SpanIndex<S extends Span> {
  add(span: S): void;
  /** The spans that overlap with `span`, in the order in which they were added. */
  over(span: Span): readonly S[];
  /** True when there is such a span. */
  touches(span: Span): boolean;
}

/** Characters of a text whose spans are kept together: more than most spans have. */
const STRETCH = 512;

const firstStretch = ({ start }: Span): number => Math.floor(start / STRETCH);
const lastStretch = ({ start, end }: Span): number => Math.floor(Math.max(start, end - 1) / STRETCH);

/** Creates an index of `spans`; a look costs what stands near, however long the text is. */
export function createSpanIndex<S extends Span>(spans: Iterable<S> = []): SpanIndex<S> {
  const stretches: ({ readonly span: S; readonly order: number }[] | undefined)[] = [];
  let count = 0;
  const index: SpanIndex<S> = {
    add(span) {
      const entry = { span, order: count++ };
      for (let at = firstStretch(span); at <= lastStretch(span); at++) {
        const stretch = stretches[at];
        if (stretch) stretch.push(entry);
        else stretches[at] = [entry];
      }
    },
    over(span) {
      const found: { readonly span: S; readonly order: number }[] = [];
      for (let at = firstStretch(span); at <= lastStretch(span); at++)
        for (const entry of stretches[at] ?? []) if (overlaps(entry.span, span)) found.push(entry);
      return found
        .sort((a, b) => a.order - b.order)
        .filter(({ order }, i) => order !== found[i - 1]?.order)
        .map((entry) => entry.span);
    },
    touches(span) {
      for (let at = firstStretch(span); at <= lastStretch(span); at++)
        for (const entry of stretches[at] ?? []) if (overlaps(entry.span, span)) return true;
      return false;
    },
  };
  for (const span of spans) index.add(span);
  return index;
}
