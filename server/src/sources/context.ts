import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import { sentenceAt } from '../prose/document.ts';
import { foldName } from '../text/fold.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { isStopWord, termOf } from './vocabulary.ts';

/** A content word of a sentence in the form in which it is compared. */
export interface Term extends Span {
  readonly term: string;
  /** Number of word tokens before it in its sentence. */
  readonly position: number;
  /** Number of clause boundaries before it in its sentence. */
  readonly clause: number;
}

/** Terms without repeats. */
export interface Bag extends Iterable<string> {
  readonly size: number;
  has(term: string): boolean;
}

/** What one sentence (or table cell, with its heads) is about. Offsets are into the block's text. */
export interface SentenceContext extends Span {
  readonly sentence: number;
  readonly terms: readonly Term[];
  /** Distinct terms. */
  readonly bag: Bag;
  /** Word position and clause of any offset of the sentence. */
  place(offset: number): { readonly position: number; readonly clause: number };
  /** Indexes of the block's mentions that stand in this sentence. */
  readonly mentions: readonly number[];
  /** Terms of the row and column heads of a table cell. */
  readonly heads: ReadonlySet<string>;
}

const CLAUSE_WORDS = new Set([
  'but',
  'while',
  'which',
  'who',
  'whereas',
  'although',
  'though',
  'after',
  'before',
  'when',
]);
const CLAUSE_MARKS = new Set([',', ';', ':', '—', '–', '(', ')']);

const NO_HEADS: ReadonlySet<string> = new Set();
const NO_MENTIONS: readonly number[] = [];

function termsOfText(text: string | undefined): string[] {
  if (!text) return [];
  return (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((w) => !isStopWord(w))
    .map((w) => termOf(foldName(w)));
}

/** A context with the places of its words, which the context of a source packs. */
export interface ReadContext extends SentenceContext {
  readonly words: { readonly starts: readonly number[]; readonly clauses: readonly number[] };
}

/** Contexts of all sentences of a block, in order. */
export function sentenceContexts({ block, mentions }: AnalysedBlock): ReadContext[] {
  const skip = mentions.filter((m) => m.kind === 'quantity' || m.kind === 'date' || m.kind === 'time');
  const heads = block.cell
    ? new Set([...termsOfText(block.cell.rowHead), ...termsOfText(block.cell.columnHead)])
    : NO_HEADS;
  const bySentence: (number[] | undefined)[] = block.sentences.map(() => undefined);
  mentions.forEach((m, i) => {
    const sentence = sentenceAt(block, m.start);
    const known = bySentence[sentence];
    if (known) known.push(i);
    else if (sentence < bySentence.length) bySentence[sentence] = [i];
  });
  const { tokens } = block;
  let token = 0;
  let skipAt = 0;
  return block.sentences.map((span, sentence) => {
    const terms: Term[] = [];
    const starts: number[] = [];
    const clauses: number[] = [];
    let position = 0;
    let clause = 0;
    while (token < tokens.length && (tokens[token]?.start ?? 0) < span.start) token++;
    for (; token < tokens.length; token++) {
      const t = tokens[token];
      if (!t || t.start >= span.end) break;
      if (t.kind === 'punctuation') {
        if (CLAUSE_MARKS.has(t.text)) clause++;
        continue;
      }
      if (CLAUSE_WORDS.has(t.lower)) clause++;
      starts.push(t.start);
      clauses.push(clause);
      position++;
      if (t.kind !== 'word' || isStopWord(t.lower) || t.text.length < 2) continue;
      while (skipAt < skip.length && (skip[skipAt] as Span).end <= t.start) skipAt++;
      const blocked = skip[skipAt];
      // the counted unit of a duration or a measure says what is measured and is compared on its own
      if (blocked && blocked.start <= t.start) continue;
      terms.push({ term: termOf(foldName(t.lower)), start: t.start, end: t.end, position, clause });
    }
    for (const head of heads)
      terms.push({ term: head, start: span.start, end: span.start, position: 0, clause: 0 });
    const words = { starts: starts.slice(), clauses: clauses.slice() };
    return {
      start: span.start,
      end: span.end,
      sentence,
      terms,
      bag: new Set(terms.map((t) => t.term)),
      words,
      place: placesOf(words),
      mentions: bySentence[sentence] ?? NO_MENTIONS,
      heads,
    };
  });
}

/** Looks up the word at an offset: its position is its index among the starts of words. */
const placesOf =
  ({ starts, clauses }: ReadContext['words']): SentenceContext['place'] =>
  (offset) => {
    const position = lastAtOrBefore(starts, offset);
    return { position, clause: clauses[position] ?? 0 };
  };

/** Contexts by the mentions of their block, which it keeps while it stays the same, and by the heads of its cell. */
const known = new WeakMap<readonly LocalMention[], Map<string, readonly SentenceContext[]>>();

/** Cells with the same text share their mentions; under more pairs of heads than this their contexts are read again. */
const MOST_HEADS = 256;

/** Contexts of the sentences of one block; they stay the same objects while its text, mentions and heads stay. */
export function contextsOf(block: AnalysedBlock): readonly SentenceContext[] {
  const { cell } = block.block;
  const heads = cell ? `${cell.rowHead ?? ''}\0${cell.columnHead ?? ''}` : '';
  let variants = known.get(block.mentions);
  const last = variants?.get(heads);
  if (last) return last;
  const contexts = sentenceContexts(block);
  if (!variants || variants.size >= MOST_HEADS) {
    variants = new Map();
    known.set(block.mentions, variants);
  }
  variants.set(heads, contexts);
  return contexts;
}

/** Contexts of a whole document by block index. */
export const documentContexts = (document: AnalysedDocument): readonly (readonly SentenceContext[])[] =>
  document.blocks.map(contextsOf);

/** A mention where it stands. */
export interface LocatedMention<M extends LocalMention = LocalMention> {
  readonly document: AnalysedDocument;
  readonly block: number;
  readonly index: number;
  readonly mention: M;
  readonly context: SentenceContext;
}
