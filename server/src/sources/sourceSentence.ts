import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { exact, type Numbers, packed } from '../text/exact.ts';
import { createNumbering, firstNotBelow } from '../text/numbering.ts';
import { type Bag, type SentenceContext, sentenceContexts, type Term } from './context.ts';
import type { SentenceFacts } from './sourcePart.ts';

/** The terms of all sources that were ever indexed, by number. */
export const termNumbers = createNumbering();

/**
 * All sentences of one source in four lists of numbers: objects and sets for each word would take fifty times the room of
 * the text.
 */
interface PackedSentences {
  /** Number, position in its sentence (0 for a head of the table) and end of each term. */
  readonly terms: Numbers;
  /** Start and clause of each word. */
  readonly words: Numbers;
  /** Distinct numbers of the terms of each sentence, rising. */
  readonly bags: Numbers;
  /** Where the terms, the words and the bag of each sentence begin. */
  readonly from: Numbers;
}

const TERM = 3;
const WORD = 2;
const FROM = 3;
const HEAD = 0;

/** Fewer numbers than this are looked through faster than halved. */
const FEW = 12;

/**
 * A sentence of a source. It keeps its terms as numbers and lays them out when they are asked for. A class, because there
 * are very many; it is its own bag, for the same reason.
 */
export class SourceSentence implements SentenceContext, Bag {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly mentions: readonly number[];
  readonly heads: ReadonlySet<string>;
  /** What stands in it. */
  readonly facts: SentenceFacts;
  private readonly packed: PackedSentences;
  /** Index among the packed sentences. */
  private readonly at: number;

  constructor(
    { start, end, sentence, mentions, heads }: SentenceContext,
    packed: PackedSentences,
    at: number,
    readFacts: (context: SentenceContext) => SentenceFacts,
  ) {
    this.start = start;
    this.end = end;
    this.sentence = sentence;
    this.mentions = exact(mentions);
    this.heads = heads;
    this.packed = packed;
    this.at = at;
    this.facts = readFacts(this);
  }

  get terms(): readonly Term[] {
    const { terms, words } = this.packed;
    const first = this.from(1);
    const all: Term[] = [];
    for (let i = this.from(0); i < this.until(0); i += TERM) {
      const term = termNumbers.word(terms[i] as number);
      const position = terms[i + 1] as number;
      const end = terms[i + 2] as number;
      if (position === HEAD) all.push({ term, start: end, end, position: 0, clause: 0 });
      else {
        const place = first + (position - 1) * WORD;
        const start = words[place] as number;
        all.push({ term, start, end, position, clause: words[place + 1] as number });
      }
    }
    return all;
  }

  get bag(): Bag {
    return this;
  }

  get size(): number {
    return this.until(2) - this.from(2);
  }

  has(term: string): boolean {
    const number = termNumbers.of(term);
    if (number === undefined) return false;
    const { bags } = this.packed;
    const from = this.from(2);
    const until = this.until(2);
    if (until - from > FEW) {
      const i = firstNotBelow(bags, number, from, until);
      return i < until && bags[i] === number;
    }
    for (let i = from; i < until; i++) if (bags[i] === number) return true;
    return false;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const number of this.numbers) yield termNumbers.word(number);
  }

  /** Distinct numbers of the terms, rising. */
  get numbers(): Numbers {
    return this.packed.bags.subarray(this.from(2), this.until(2));
  }

  place(offset: number): { readonly position: number; readonly clause: number } {
    const { words } = this.packed;
    const first = this.from(1);
    let low = 0;
    let high = (this.until(1) - first) / WORD - 1;
    if (high < 0) return { position: 0, clause: 0 };
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((words[first + middle * WORD] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { position: low, clause: words[first + low * WORD + 1] as number };
  }

  private from(list: number): number {
    return this.packed.from[this.at * FROM + list] as number;
  }

  private until(list: number): number {
    return this.packed.from[(this.at + 1) * FROM + list] as number;
  }
}

/** Reads the sentences of a source's blocks; `readFacts` tells what stands in one. */
export function readSentences(
  blocks: readonly AnalysedBlock[],
  readFacts: (block: number, context: SentenceContext) => SentenceFacts,
): { readonly sentences: readonly SourceSentence[]; readonly blocks: readonly number[] } {
  const terms: number[] = [];
  const words: number[] = [];
  const bags: number[] = [];
  const from: number[] = [0, 0, 0];
  const read: { readonly context: SentenceContext; readonly block: number }[] = [];
  blocks.forEach((analysed, block) => {
    for (const context of sentenceContexts(analysed)) {
      read.push({ context, block });
      for (const { term, position, end } of context.terms) terms.push(termNumbers.add(term), position, end);
      const { starts, clauses } = context.words;
      for (let i = 0; i < starts.length; i++) words.push(starts[i] as number, clauses[i] as number);
      const numbers = Array.from(context.bag, termNumbers.add).sort((a, b) => a - b);
      for (const number of numbers) bags.push(number);
      from.push(terms.length, words.length, bags.length);
    }
  });
  const lists: PackedSentences = {
    terms: packed(terms),
    words: packed(words),
    bags: packed(bags),
    from: packed(from),
  };
  return {
    sentences: read.map(
      ({ context, block }, at) =>
        new SourceSentence(context, lists, at, (sentence) => readFacts(block, sentence)),
    ),
    blocks: read.map(({ block }) => block),
  };
}
