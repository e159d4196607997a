import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { foldName } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** One comparable word of a source: folded, without marks; offsets into the text of its block. */
export interface PassageWord extends Span {
  readonly word: string;
  readonly block: number;
}

/** The words of one source in reading order. */
export interface Passage {
  readonly document: AnalysedDocument;
  readonly words: readonly PassageWord[];
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
  /** Indexes into the words of the passage, by word. */
  readonly where: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<AnalysedDocument, SourceWords>();

/** The words of a source with their places; worked out once for each analysed document. */
function wordsOf(document: AnalysedDocument): SourceWords {
  const read = known.get(document);
  if (read) return read;
  const words: PassageWord[] = [];
  const where = new Map<string, number[]>();
  document.blocks.forEach(({ block }, index) => {
    for (const word of comparableWords(block.text)) {
      const at = words.push({ ...word, block: index }) - 1;
      const places = where.get(word.word);
      if (places) places.push(at);
      else where.set(word.word, [at]);
    }
  });
  const source = { passage: { document, words }, where };
  known.set(document, source);
  return source;
}

/** Indexes every word of every source; the places of a word are gathered when it is first asked for. */
export function createPassageIndex(sources: readonly AnalysedDocument[]): PassageIndex {
  const words = sources.map(wordsOf);
  const gathered = new Map<string, { readonly passage: number; readonly at: number }[]>();
  return {
    passages: words.map(({ passage }) => passage),
    places(word) {
      let places = gathered.get(word);
      if (!places) {
        places = words.flatMap(({ where }, passage) =>
          (where.get(word) ?? []).map((at) => ({ passage, at })),
        );
        gathered.set(word, places);
      }
      return places;
    },
  };
}
