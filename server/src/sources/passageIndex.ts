import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import { type Numbers, packed } from '../text/exact.ts';
import { foldName } from '../text/fold.ts';
import { createNumbering, firstNotBelow, type Postings, postingsOf } from '../text/numbering.ts';
import type { Span } from '../text/span.ts';

/** One comparable word of a source: folded, without marks; offsets into the text of its block. */
export interface PassageWord extends Span {
  readonly word: string;
  readonly block: number;
}

/** The words of one source in reading order, counted from 0. */
export interface Passage {
  readonly document: AnalysedDocument;
  /** Number of words. */
  readonly length: number;
  /** The word alone; undefined beyond either end. */
  word(at: number): string | undefined;
  /** The word with its place; undefined beyond either end. */
  at(at: number): PassageWord | undefined;
}

/** Finds where words of a quotation stand in the sources. */
export interface PassageIndex {
  readonly passages: readonly Passage[];
  /** Places (passage, word index) where the word stands; empty for unknown words. */
  places(word: string): readonly { readonly passage: number; readonly at: number }[];
}

/** Endings that some texts write apart: "does n't", "it 's". */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i;

const ELLIPSIS = /[…[\]]/;

/**
 * Comparable words of a text: lower case, diacritics and apostrophe style folded, digits and letters split at everything
 * else. Hyphens and dashes only separate, so "long-standing" equals "long standing".
 */
export function comparableWords(text: string, offset = 0): { word: string; start: number; end: number }[] {
  const words: { word: string; start: number; end: number }[] = [];
  const pattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{M}])/giu;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    const cut = m[0].length - (CLITIC.exec(m[0])?.[0].length ?? 0);
    for (const [from, to] of cut > 0 && cut < m[0].length
      ? [
          [0, cut],
          [cut, m[0].length],
        ]
      : [[0, m[0].length]]) {
      const start = m.index + (from as number);
      const end = m.index + (to as number);
      words.push({ word: foldName(text.slice(start, end)), start: start + offset, end: end + offset });
    }
  }
  return words;
}

/** True when the text between two words of a quotation marks a cut ("…", "...", "[…]"). */
export const marksCut = (between: string): boolean => ELLIPSIS.test(between) || /\.\s?\.\s?\./.test(between);

/** The words of all sources that were ever indexed, by number. */
const wordNumbers = createNumbering();

/** A passage in two lists of numbers: an object for each word of each source would take ten times the room. */
class SourceWords implements Passage {
  readonly document: AnalysedDocument;
  /** Number of each word. */
  private readonly words: Numbers;
  /** Index of the first word of each block, and of the end. */
  private readonly blocks: Numbers;
  private readonly postings: Postings;
  /** The block that was looked into last; what it holds is read again when it is wanted. */
  private last: { readonly block: number; readonly words: ReturnType<typeof comparableWords> } | undefined;

  constructor(document: AnalysedDocument) {
    const words: number[] = [];
    const blocks: number[] = [0];
    for (const { block } of document.blocks) {
      for (const { word } of comparableWords(block.text)) words.push(wordNumbers.add(word));
      blocks.push(words.length);
    }
    this.document = document;
    this.words = packed(words);
    this.blocks = packed(blocks);
    this.postings = postingsOf(this.words);
  }

  get length(): number {
    return this.words.length;
  }

  word(at: number): string | undefined {
    const number = this.words[at];
    return number === undefined ? undefined : wordNumbers.word(number);
  }

  at(at: number): PassageWord | undefined {
    if (this.words[at] === undefined) return undefined;
    // the last block that begins no later: those without words begin where the next one does
    const block = firstNotBelow(this.blocks, at + 1) - 1;
    if (this.last?.block !== block)
      this.last = {
        block,
        words: comparableWords((this.document.blocks[block] as AnalysedBlock).block.text),
      };
    const found = this.last.words[at - (this.blocks[block] as number)];
    return found && { word: found.word, block, start: found.start, end: found.end };
  }

  /** Indexes where the word stands, rising. */
  where(word: string): Numbers {
    const number = wordNumbers.of(word);
    return number === undefined ? NOWHERE : this.postings.of(number);
  }
}

const NOWHERE = new Uint16Array(0);

const known = new WeakMap<AnalysedDocument, SourceWords>();

/** The words of a source with their places; worked out once for each analysed document. */
export function readPassage(document: AnalysedDocument): SourceWords {
  const read = known.get(document);
  if (read) return read;
  const source = new SourceWords(document);
  known.set(document, source);
  return source;
}

/** Indexes every word of every source; the places of a word are gathered when it is first asked for. */
export function createPassageIndex(sources: readonly AnalysedDocument[]): PassageIndex {
  const words = sources.map(readPassage);
  const gathered = new Map<string, { readonly passage: number; readonly at: number }[]>();
  return {
    passages: words,
    places(word) {
      let places = gathered.get(word);
      if (!places) {
        const all: { readonly passage: number; readonly at: number }[] = [];
        words.forEach((source, passage) => {
          for (const at of source.where(word)) all.push({ passage, at });
        });
        places = all;
        gathered.set(word, places);
      }
      return places;
    },
  };
}
