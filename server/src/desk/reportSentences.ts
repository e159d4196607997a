import type { Span } from '../text/span.ts';
import type { ReportEvidence, ReportFact } from './report.ts';
import { isUnsettled } from './stateWords.ts';

/** A sentence of a source that several facts rest on, shown once. */
export interface SharedSentence {
  readonly evidence: ReportEvidence;
  /** The sentence on one line. */
  readonly text: string;
  /** The words that count, in order and apart. */
  readonly words: readonly Span[];
  /** Numbers of the facts. */
  readonly facts: readonly number[];
}

/**
 * The places that are shown in full for a fact. A name that agrees stands in many sentences: the best one will do, and
 * the others are named.
 */
export const shownPlaces = ({ kind, state, evidence }: ReportFact): readonly ReportEvidence[] =>
  kind === 'name' && !isUnsettled(state) ? evidence.slice(0, 1) : evidence;

/** The sentences that the facts rest on, each once, in the order in which they are first needed. */
export function sharedSentences(facts: readonly ReportFact[]): readonly SharedSentence[] {
  const found = new Map<string, { evidence: ReportEvidence; text: string; words: Span[]; facts: number[] }>();
  for (const fact of facts) {
    for (const evidence of shownPlaces(fact)) {
      const { before, words, after, file, line } = evidence;
      const text = before + words + after;
      const key = `${line} ${file}\n${text}`;
      const span = { start: before.length, end: before.length + words.length };
      const known = found.get(key);
      if (!known) found.set(key, { evidence, text, words: [span], facts: [fact.number] });
      else {
        known.words.push(span);
        if (known.facts.at(-1) !== fact.number) known.facts.push(fact.number);
      }
    }
  }
  return [...found.values()].map((sentence) => ({ ...sentence, words: joined(sentence.words) }));
}

/** Spans in order, those that touch or overlap as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

/** The pieces of a sentence: the words that count, and what stands between them. */
export function piecesOf({ text, words }: SharedSentence): readonly { text: string; counts: boolean }[] {
  const pieces: { text: string; counts: boolean }[] = [];
  let at = 0;
  for (const { start, end } of words) {
    pieces.push(
      { text: text.slice(at, start), counts: false },
      { text: text.slice(start, end), counts: true },
    );
    at = end;
  }
  pieces.push({ text: text.slice(at), counts: false });
  return pieces.filter((piece) => piece.text !== '');
}
