import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { foldName } from '../text/fold.ts';
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

interface SourceWords {
  readonly passage: Passage;
  /** Indexes into the words of the passage where the word stands, rising. */
  where(word: string): Int32Array;
}

const known = new WeakMap<AnalysedDocument, SourceWords>();

/** The words of a source with their places; worked out once for each analysed document. */
export function readPassage(document: AnalysedDocument): SourceWords {
  const read = known.get(document);
  if (read) return read;
  const source = readWords(document);
  known.set(document, source);
  return source;
}

const NOWHERE = new Int32Array(0);

/** Numbers of a word in one list: an object for each word of each source would take ten times the room. */
const BLOCK = 0;
const START = 1;
const END = 2;
const SIZE = 3;

function readWords(document: AnalysedDocument): SourceWords {
  const numbers = new Map<string, number>();
  const vocabulary: string[] = [];
  const counts: number[] = [];
  const found: number[] = [];
  const spans: number[] = [];
  document.blocks.forEach(({ block }, index) => {
    for (const { word, start, end } of comparableWords(block.text)) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = vocabulary.push(word) - 1;
        numbers.set(word, number);
        counts.push(0);
      }
      counts[number] = (counts[number] as number) + 1;
      found.push(number);
      spans.push(index, start, end);
    }
  });
  const words = Int32Array.from(found);
  const places = Int32Array.from(spans);
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, number) => {
    starts[number + 1] = (starts[number] as number) + count;
  });
  const next = starts.slice();
  const standing = new Int32Array(words.length);
  words.forEach((number, at) => {
    standing[next[number] as number] = at;
    next[number] = (next[number] as number) + 1;
  });
  const passage: Passage = {
    document,
    length: words.length,
    word: (at) => vocabulary[words[at] as number],
    at(at) {
      const word = vocabulary[words[at] as number];
      if (word === undefined) return undefined;
      const from = at * SIZE;
      return {
        word,
        block: places[from + BLOCK] as number,
        start: places[from + START] as number,
        end: places[from + END] as number,
      };
    },
  };
  return {
    passage,
    where(word) {
      const number = numbers.get(word);
      return number === undefined ? NOWHERE : standing.subarray(starts[number], starts[number + 1]);
    },
  };
}

/** Indexes every word of every source; the places of a word are gathered when it is first asked for. */
export function createPassageIndex(sources: readonly AnalysedDocument[]): PassageIndex {
  const words = sources.map(readPassage);
  const gathered = new Map<string, { readonly passage: number; readonly at: number }[]>();
  return {
    passages: words.map(({ passage }) => passage),
    places(word) {
      let places = gathered.get(word);
      if (!places) {
        const all: { readonly passage: number; readonly at: number }[] = [];
        words.forEach(({ where }, passage) => {
          for (const at of where(word)) all.push({ passage, at });
        });
        places = all;
        gathered.set(word, places);
      }
      return places;
    },
  };
}
