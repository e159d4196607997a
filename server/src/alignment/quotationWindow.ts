import type { Passage, PassageIndex, PassageWord } from '../sources/passageIndex.ts';
import { comparableWords, marksCut } from '../sources/passageIndex.ts';
import { isStopWord } from '../sources/vocabulary.ts';
import type { Span } from '../text/span.ts';

/** A comparable word of a draft quotation. */
export interface QuotedWord extends Span {
  readonly word: string;
}

/**
 * The parts of a quotation between its marked cuts and bracketed insertions, each to be found in order; with what stands
 * in brackets where the source may have written it (`withInsertions`).
 */
export function fragmentsOf(text: string, offset: number, withInsertions = false): QuotedWord[][] {
  const fragments: QuotedWord[][] = [];
  let current: QuotedWord[] = [];
  let last = 0;
  let depth = 0;
  const cut = () => {
    if (current.length > 0) fragments.push(current);
    current = [];
  };
  for (const word of joined(comparableWords(text), text)) {
    const between = text.slice(last, word.start);
    for (const c of between) depth = c === '[' ? depth + 1 : c === ']' ? Math.max(0, depth - 1) : depth;
    if (marksCut(between)) cut();
    if (depth === 0 || withInsertions)
      current.push({ word: word.word, start: word.start + offset, end: word.end + offset });
    last = word.end;
  }
  cut();
  return fragments;
}

/** "[T]he" is one word, of which whoever quoted it changed the first letter. */
function joined(words: ReturnType<typeof comparableWords>, text: string): ReturnType<typeof comparableWords> {
  const result: typeof words = [];
  for (const word of words) {
    const before = result.at(-1);
    const isRest =
      before !== undefined &&
      before.end - before.start === 1 &&
      text[before.start - 1] === '[' &&
      text.slice(before.end, word.start) === ']';
    if (isRest)
      result[result.length - 1] = { word: before.word + word.word, start: word.start, end: word.end };
    else result.push(word);
  }
  return result;
}

/** A run of source words: `from` inclusive, `to` exclusive, in one passage. */
export interface Window {
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

/** Places of one quotation that are kept; a text that repeats itself more often says nothing new. */
const MOST_PLACES = 40;

/** At most this many source words may be cut between two fragments of one quotation. */
const LONGEST_CUT = 120;

function matchesAt(passage: Passage, at: number, words: readonly QuotedWord[]): boolean {
  for (let k = 0; k < words.length; k++) if (passage.word(at + k) !== words[k]?.word) return false;
  return true;
}

/** All places where every fragment stands verbatim and in order; each gives the window of each fragment. */
export function findVerbatim(fragments: readonly QuotedWord[][], index: PassageIndex): Window[][] {
  const [first, ...rest] = fragments;
  if (!first?.[0]) return [];
  const found: Window[][] = [];
  // the rarest word of the first fragment stands in the fewest places
  let anchor = 0;
  for (let k = 1; k < first.length; k++) {
    const [rarest, here] = [first[anchor], first[k]] as [QuotedWord, QuotedWord];
    if (index.places(here.word).length < index.places(rarest.word).length) anchor = k;
  }
  for (const { passage, at: place } of index.places((first[anchor] as QuotedWord).word)) {
    if (found.length >= MOST_PLACES) break;
    const at = place - anchor;
    if (at < 0) continue;
    const source = index.passages[passage] as Passage;
    if (!matchesAt(source, at, first)) continue;
    const windows: Window[] = [{ passage, from: at, to: at + first.length }];
    let position = at + first.length;
    for (const fragment of rest) {
      let next = -1;
      for (let k = position; k <= position + LONGEST_CUT && k < source.length; k++) {
        if (matchesAt(source, k, fragment)) {
          next = k;
          break;
        }
      }
      if (next < 0) break;
      windows.push({ passage, from: next, to: next + fragment.length });
      position = next + fragment.length;
    }
    if (windows.length === fragments.length) found.push(windows);
  }
  return found;
}

/** One step of an alignment: a draft word, a source word, or both. */
export interface AlignedPair {
  readonly draft?: number;
  readonly source?: number;
  readonly same: boolean;
}

/** The best approximate place of a quotation: pairs in order, and how many words are the same. */
export interface Approximate {
  readonly window: Window;
  readonly pairs: readonly AlignedPair[];
  readonly matched: number;
}

const LONGEST_QUOTATION = 400;
const MOST_WINDOWS = 6;
/** Words standing in more places than this do not vote for a place. */
const COMMON = 400;

/** What a step of an alignment costs; a replaced word is cheaper than one dropped and one added, so that edits stay small. */
const STEP = { replaced: 9, added: 10, dropped: 10 } as const;

/**
 * The same for the first and the last word, which say where a quotation begins and ends: a few source words left out beside
 * them are likelier than another word in their place and the quotation's end elsewhere. Common words stand everywhere.
 */
const EDGE_STEP = { replaced: 65, added: 66 } as const;
const COMMON_EDGE_STEP = { replaced: 21, added: 22 } as const;

/** True for each word from `from` up to `to` that stands in square brackets: whoever quoted it put it there. */
function insertionsIn(passage: Passage, from: number, to: number): readonly boolean[] {
  let block = -1;
  let spans: readonly Span[] = [];
  return Array.from({ length: to - from }, (_, k) => {
    const word = passage.at(from + k) as PassageWord;
    if (word.block !== block) {
      block = word.block;
      const text = passage.document.blocks[block]?.block.text ?? '';
      spans = text.includes('[')
        ? [...text.matchAll(/\[[^[\]]{1,200}\]/g)].map((m) => ({
            start: m.index,
            end: m.index + m[0].length,
          }))
        : [];
    }
    return spans.some(({ start, end }) => start < word.start && word.end < end);
  });
}

/** Aligns words with source words; source words before the first and after the last pair cost nothing. */
function align(
  words: readonly QuotedWord[],
  passage: Passage,
  from: number,
  to: number,
): Omit<Approximate, 'window'> & { first: number; last: number } {
  const n = words.length;
  const m = to - from;
  const step = (i: number) => {
    if (n === 1 || (i !== 1 && i !== n)) return STEP;
    return isStopWord(words[i - 1]?.word ?? '') ? COMMON_EDGE_STEP : EDGE_STEP;
  };
  const isInsertion = insertionsIn(passage, from, to);
  const cost = Array.from({ length: n + 1 }, () => new Int32Array(m + 1));
  for (let i = 1; i <= n; i++) {
    const row = cost[i] as Int32Array;
    const above = cost[i - 1] as Int32Array;
    const { replaced, added } = step(i);
    row[0] = (above[0] as number) + added;
    for (let j = 1; j <= m; j++) {
      const same = words[i - 1]?.word === passage.word(from + j - 1);
      row[j] = Math.min(
        (above[j - 1] as number) + (same ? 0 : replaced),
        (above[j] as number) + added,
        (row[j - 1] as number) + (isInsertion[j - 1] ? 0 : STEP.dropped),
      );
    }
  }
  const lastRow = cost[n] as Int32Array;
  let j = 0;
  for (let k = 1; k <= m; k++) if ((lastRow[k] as number) < (lastRow[j] as number)) j = k;
  const last = j;
  let i = n;
  const pairs: AlignedPair[] = [];
  let matched = 0;
  while (i > 0) {
    const here = (cost[i] as Int32Array)[j] as number;
    const same = j > 0 && words[i - 1]?.word === passage.word(from + j - 1);
    if (j > 0 && here === ((cost[i - 1] as Int32Array)[j - 1] as number) + (same ? 0 : step(i).replaced)) {
      pairs.push({ draft: i - 1, source: from + j - 1, same });
      if (same) matched++;
      i--;
      j--;
    } else if (here === ((cost[i - 1] as Int32Array)[j] as number) + step(i).added) {
      pairs.push({ draft: i - 1, same: false });
      i--;
    } else {
      if (!isInsertion[j - 1]) pairs.push({ source: from + j - 1, same: false });
      j--;
    }
  }
  pairs.reverse();
  return { pairs, matched, first: from + j, last: from + last };
}

/** Words on either side of an alignment that have no equal on the other. */
export const changesIn = (found: Approximate | undefined): number =>
  found === undefined ? Number.POSITIVE_INFINITY : found.pairs.filter(({ same }) => !same).length;

/** Best approximate places of the words, best first; empty when no word of theirs is rare enough to look for. */
export function findApproximate(words: readonly QuotedWord[], index: PassageIndex): Approximate[] {
  if (words.length === 0 || words.length > LONGEST_QUOTATION) return [];
  const votes = new Map<string, { passage: number; diagonal: number; count: number }>();
  words.forEach(({ word }, i) => {
    const places = index.places(word);
    if (places.length > COMMON) return;
    for (const { passage, at } of places) {
      const diagonal = Math.floor((at - i) / 4);
      for (const d of [diagonal, diagonal + 1]) {
        const key = `${passage}:${d}`;
        const vote = votes.get(key);
        if (vote) vote.count++;
        else votes.set(key, { passage, diagonal: d * 4, count: 1 });
      }
    }
  });
  const best = [...votes.values()]
    .sort((a, b) => b.count - a.count || a.passage - b.passage || a.diagonal - b.diagonal)
    .slice(0, MOST_WINDOWS);
  return best
    .map(({ passage, diagonal }) => {
      const source = index.passages[passage] as Passage;
      const slack = 4 + Math.ceil(words.length / 4);
      const from = Math.max(0, diagonal - slack);
      const to = Math.min(source.length, diagonal + words.length + slack);
      const { pairs, matched, first, last } = align(words, source, from, to);
      return { window: { passage, from: first, to: last }, pairs, matched };
    })
    .filter((a) => a.matched > 0 && a.window.to > a.window.from)
    .sort(
      (a, b) => b.matched - a.matched || a.window.passage - b.window.passage || a.window.from - b.window.from,
    );
}
