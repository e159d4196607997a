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
  const all: S[] = [];
  /** By stretch, the numbers of the spans that reach into it; they rise. */
  const stretches: (number[] | undefined)[] = [];
  const index: SpanIndex<S> = {
    add(span) {
      const number = all.push(span) - 1;
      for (let at = firstStretch(span); at <= lastStretch(span); at++) {
        const stretch = stretches[at];
        if (stretch) stretch.push(number);
        else stretches[at] = [number];
      }
    },
    over(span) {
      const found: number[] = [];
      for (let at = firstStretch(span); at <= lastStretch(span); at++)
        for (const number of stretches[at] ?? []) if (overlaps(all[number] as S, span)) found.push(number);
      return found
        .sort((a, b) => a - b)
        .filter((number, i) => number !== found[i - 1])
        .map((number) => all[number] as S);
    },
    touches(span) {
      for (let at = firstStretch(span); at <= lastStretch(span); at++)
        for (const number of stretches[at] ?? []) if (overlaps(all[number] as S, span)) return true;
      return false;
    },
  };
  for (const span of spans) index.add(span);
  return index;
}
