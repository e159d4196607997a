import type { SourcePlace } from '../alignment/alignment.ts';
import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { sentenceAt } from '../prose/document.ts';
import type { Evidence } from './finding.ts';

/** Turns a place in a source's block into evidence with document offsets, line and sentence. */
export function toEvidence(place: SourcePlace): Evidence {
  const { document } = place;
  const { block } = document.blocks[place.block] as AnalysedBlock;
  const { text, lines } = document.prose;
  const span = block.map.spanToDocument(place);
  const within = block.sentences[sentenceAt(block, place.start)] ?? { start: 0, end: block.text.length };
  const sentence = block.map.spanToDocument(within);
  return {
    uri: document.prose.uri,
    start: span.start,
    end: span.end,
    line: lines.position(span.start).line,
    text: text.slice(span.start, span.end),
    sentence: { start: sentence.start, end: sentence.end, text: block.text.slice(within.start, within.end) },
  };
}

/** Last part of a URI or path, decoded, as it is shown to people: "lukashenko-pardons.txt". */
export function fileName(uri: string): string {
  const name = uri.split(/[\\/]/).filter(Boolean).at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const EXCERPT_WORDS = 3;
const EXCERPT_LENGTH = 90;

/** Words until the nearest clause boundary, so that an excerpt does not end in the first word of the next clause. */
const CLAUSE_END = /[,;:()—–]\s*$/;

/** The value with a few words around it, from one clause of one sentence, for messages. */
export function excerpt(place: SourcePlace): string {
  const { block } = place.document.blocks[place.block] as AnalysedBlock;
  const sentence = block.sentences[sentenceAt(block, place.start)] ?? { start: 0, end: block.text.length };
  const before = block.text
    .slice(sentence.start, place.start)
    .split(/(?<=\s)/)
    .filter(Boolean);
  const after = block.text
    .slice(place.end, sentence.end)
    .split(/(?<=\s)/)
    .filter(Boolean);
  const lead: string[] = [];
  for (const word of before.reverse()) {
    if (lead.length >= EXCERPT_WORDS || CLAUSE_END.test(word)) break;
    lead.unshift(word);
  }
  const trail: string[] = [];
  for (const word of after) {
    if (trail.length >= EXCERPT_WORDS || /^[;:()—–]/.test(word)) break;
    trail.push(word);
    if (CLAUSE_END.test(word)) break;
  }
  let middle = block.text.slice(place.start, place.end);
  if (middle.length > EXCERPT_LENGTH) {
    middle = `${middle.slice(0, EXCERPT_LENGTH / 2)} … ${middle.slice(-EXCERPT_LENGTH / 2)}`;
  }
  return `${lead.join('')}${middle}${trail.join('')}`.trim().replace(/[\s,;:.(]+$/, '');
}

/** Line of a place in its source, counted from 1. */
export const lineOf = ({ document, block, start, end }: SourcePlace): number =>
  document.prose.lines.position(
    (document.blocks[block] as AnalysedBlock).block.map.spanToDocument({ start, end }).start,
  ).line + 1;

/** "lukashenko-pardons.txt:1 “has pardoned 123 individuals”": where a message points. */
export const citation = (place: SourcePlace): string =>
  `${fileName(place.document.prose.uri)}:${lineOf(place)} “${excerpt(place)}”`;
