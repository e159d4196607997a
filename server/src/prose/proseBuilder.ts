import { createOffsetMap, type OffsetMap, type Segment } from '../text/offsetMap.ts';
import type { Span } from '../text/span.ts';

/** Stands in prose for something that is shown but is not prose: inline code, an image, a bare URL. */
export const PLACEHOLDER = '\uFFFC';

/** The text of one block and its map, as gathered from the document. */
export interface ProseText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Gathers the prose of one block from runs of the document, which must be added in document order. */
export interface ProseBuilder {
  /** Adds the document's own characters. */
  verbatim(start: number, end: number): void;
  /** Adds `text` for the document run `start`–`end`, which maps as a whole; an empty text adds nothing. */
  replace(start: number, end: number, text: string): void;
  /** The gathered text with white space at both ends and URLs removed; undefined when no prose is left. */
  finish(): ProseText | undefined;
}

/** Creates a builder over the text of a document. */
export function createProseBuilder(source: string): ProseBuilder {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  const add = (start: number, end: number, text: string) => {
    if (text === '' || end <= start) return;
    parts.push(text);
    pushSegment(segments, {
      prose: length,
      length: text.length,
      document: start,
      documentLength: end - start,
    });
    length += text.length;
  };
  return {
    verbatim: (start, end) => add(start, end, source.slice(start, end)),
    replace: add,
    finish() {
      const raw = parts.join('');
      const spans = nonProseSpans(raw);
      const masked = spans.length === 0 ? { text: raw, segments } : mask(raw, segments, spans);
      return trim(masked.text, masked.segments);
    },
  };
}

/** Appends a segment, joining it to the last one when both map one to one without a hole. */
function pushSegment(segments: Segment[], next: Segment): void {
  const last = segments[segments.length - 1];
  if (
    last &&
    last.length === last.documentLength &&
    next.length === next.documentLength &&
    last.document + last.documentLength === next.document
  ) {
    const length = last.length + next.length;
    segments[segments.length - 1] = { ...last, length, documentLength: length };
  } else segments.push(next);
}

/** The part of `segments` that covers `span` of the prose, moved so that it starts at prose offset `to`. */
function copySegments(
  into: Segment[],
  segments: readonly Segment[],
  from: number,
  span: Span,
  to: number,
): number {
  let i = from;
  for (; i < segments.length; i++) {
    const s = segments[i] as Segment;
    if (s.prose >= span.end) break;
    const start = Math.max(s.prose, span.start);
    const end = Math.min(s.prose + s.length, span.end);
    const prose = to + start - span.start;
    if (end > start && s.length === s.documentLength) {
      const document = s.document + start - s.prose;
      pushSegment(into, { prose, length: end - start, document, documentLength: end - start });
    } else if (end > start) into.push({ ...s, prose, length: end - start });
    if (s.prose + s.length > span.end) break;
  }
  return i;
}

interface Masked {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Replaces each span by one placeholder that maps to all of it, or by nothing when the span says so. */
function mask(text: string, segments: readonly Segment[], spans: readonly NonProse[]): Masked {
  const map = createOffsetMap(segments);
  const out: Segment[] = [];
  let result = '';
  let at = 0;
  let i = 0;
  const keep = (end: number) => {
    i = copySegments(out, segments, i, { start: at, end }, result.length);
    result += text.slice(at, end);
  };
  for (const span of spans) {
    keep(span.start);
    if (span.shown) {
      const shown = map.spanToDocument(span);
      out.push({
        prose: result.length,
        length: 1,
        document: shown.start,
        documentLength: shown.end - shown.start,
      });
      result += PLACEHOLDER;
    }
    at = span.end;
  }
  keep(text.length);
  return { text: result, segments: out };
}

interface NonProse extends Span {
  /** True when a reader sees something there. */
  readonly shown: boolean;
}

const NON_PROSE =
  /\b(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<>"“”\uFFFC]{1,2000}|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|\[-?@[^\s[\]][^[\]\n]{0,199}\]/giu;
const AFTER_URL = /[.,;:!?'’)\]*_]+$/u;

/** Soft hyphens and their like: invisible, but they would cut a word in two. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g;

/** URLs and mail addresses in running text, citation keys (`[@key, p. 3]`) and invisible characters, in order. */
function nonProseSpans(text: string): readonly NonProse[] {
  const spans: NonProse[] = [];
  if (text.includes('://') || text.includes('@') || /www\.|mailto:/iu.test(text)) {
    for (const match of text.matchAll(NON_PROSE)) {
      const shown = !match[0].startsWith('[');
      const length = shown ? lengthWithoutTail(match[0]) : match[0].length;
      spans.push({ start: match.index, end: match.index + length, shown });
    }
  }
  if (text.search(INVISIBLE) < 0) return spans;
  const invisible = Array.from(text.matchAll(INVISIBLE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    shown: false,
  }));
  let end = 0;
  return [...spans, ...invisible]
    .sort((a, b) => a.start - b.start)
    .filter((span) => {
      const apart = span.start >= end;
      if (apart) end = span.end;
      return apart;
    });
}

/** Sentence punctuation after a URL belongs to the sentence; a bracket that closes one opened in the URL does not. */
function lengthWithoutTail(url: string): number {
  const tail = AFTER_URL.exec(url.slice(-16));
  if (!tail) return url.length;
  const length = url.length - tail[0].length;
  return tail[0].startsWith(')') && url.slice(0, length).includes('(') ? length + 1 : length;
}

function trim(text: string, segments: readonly Segment[]): ProseText | undefined {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (end <= start) return undefined;
  if (start === 0 && end === text.length) return { text, map: createOffsetMap(segments) };
  const kept: Segment[] = [];
  copySegments(kept, segments, 0, { start, end }, 0);
  return { text: text.slice(start, end), map: createOffsetMap(kept) };
}
