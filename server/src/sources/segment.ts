import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { Numbers } from '../text/exact.ts';
import { postingsOf } from '../text/numbering.ts';
import { type SourcePart, sourcePart } from './sourcePart.ts';
import type { SourceSentence } from './sourceSentence.ts';

/**
 * A run of sources that are indexed together, whatever the other sources are: when one source changes, only its own
 * segment is indexed again.
 */
export interface Segment {
  readonly parts: readonly SourcePart[];
  /** In the order of the sources. */
  readonly sentences: readonly SourceSentence[];
  /** Number of sentences that have the term, by its number. */
  frequency(term: number): number;
  /** Indexes of the sentences that have the term, rising; empty for an unknown term. */
  sentencesWith(term: number): Numbers;
}

/** Sources in a segment: one in so many ends it, by its name, so that the other segments stay when sources come and go. */
const USUAL_SIZE = 16;
const MOST_SOURCES = 64;

/** By the first document. */
const known = new WeakMap<AnalysedDocument, { documents: readonly AnalysedDocument[]; segment: Segment }>();

/** Cuts the sources, in their order, into segments; those that have not changed stay the same objects. */
export const segmentsOf = (sources: readonly AnalysedDocument[]): readonly Segment[] => [
  ...segmentsInSteps(sources),
];

/** The same segments, each made when it is asked for. */
export function* segmentsInSteps(sources: readonly AnalysedDocument[]): Generator<Segment> {
  let from = 0;
  for (const [i, source] of sources.entries()) {
    const ends = hash(source.prose.uri) % USUAL_SIZE === 0 || i + 1 - from >= MOST_SOURCES;
    if (!ends && i + 1 < sources.length) continue;
    yield segmentOf(sources.slice(from, i + 1));
    from = i + 1;
  }
}

function segmentOf(documents: readonly AnalysedDocument[]): Segment {
  const first = documents[0] as AnalysedDocument;
  const last = known.get(first);
  if (last?.documents.length === documents.length && documents.every((d, i) => d === last.documents[i]))
    return last.segment;
  const segment = readSegment(documents.map(sourcePart));
  known.set(first, { documents, segment });
  return segment;
}

function readSegment(parts: readonly SourcePart[]): Segment {
  const sentences = parts.flatMap((part) => part.sentences);
  const count = sentences.reduce((sum, { size }) => sum + size, 0);
  const terms = new Int32Array(count);
  const places = new Int32Array(count);
  let next = 0;
  sentences.forEach(({ numbers }, at) => {
    terms.set(numbers, next);
    places.fill(at, next, next + numbers.length);
    next += numbers.length;
  });
  const postings = postingsOf(terms, (i) => places[i] as number);
  return { parts, sentences, frequency: postings.count, sentencesWith: postings.of };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
