import type { Passage, PassageIndex, PassageWord } from '../sources/passageIndex.ts';
import { comparableWords } from '../sources/passageIndex.ts';

/** A run of words of one source. */
export interface FoundWords {
  readonly passage: Passage;
  readonly first: PassageWord;
  readonly last: PassageWord;
  /** The run had to be widened to whole words at this side. */
  readonly widenedStart: boolean;
  readonly widenedEnd: boolean;
}

/**
 * Where a copied stretch of text stands in the sources, its first and last words widened when they were cut; the first
 * source that `prefer` accepts wins, else the first of all. Undefined when no source has it.
 */
export function findWords(
  text: string,
  index: PassageIndex,
  prefer: (uri: string) => boolean = () => false,
): FoundWords | undefined {
  const words = comparableWords(text).map(({ word }) => word);
  if (words.length === 0) return undefined;
  // A word in the middle is whole; of one or two words the first is taken as it is.
  const anchor = words.length > 2 ? 1 : 0;
  let best: FoundWords | undefined;
  for (const { passage, at } of index.places(words[anchor] as string)) {
    const found = matchAt(index.passages[passage] as Passage, at - anchor, words);
    if (!found) continue;
    const whole = !found.widenedStart && !found.widenedEnd;
    const preferred = prefer(found.passage.document.prose.uri);
    if (preferred && whole) return found;
    if (!best || score(found, preferred) > score(best, prefer(best.passage.document.prose.uri))) best = found;
  }
  return best;
}

const score = ({ widenedStart, widenedEnd }: FoundWords, preferred: boolean): number =>
  (preferred ? 4 : 0) - (widenedStart ? 1 : 0) - (widenedEnd ? 1 : 0);

function matchAt(passage: Passage, at: number, words: readonly string[]): FoundWords | undefined {
  const first = passage.at(at);
  const last = passage.at(at + words.length - 1);
  if (!first || !last) return undefined;
  const end = words.length - 1;
  for (let k = 1; k < end; k++) if (passage.word(at + k) !== words[k]) return undefined;
  const [head, tail] = [words[0] as string, words[end] as string];
  if (end === 0)
    return first.word === head ? { passage, first, last, widenedStart: false, widenedEnd: false } : undefined;
  if (!first.word.endsWith(head) || !last.word.startsWith(tail)) return undefined;
  return { passage, first, last, widenedStart: first.word !== head, widenedEnd: last.word !== tail };
}
