import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import { sameName } from '../mentions/nameKey.ts';
import type { LocatedMention } from '../sources/context.ts';
import { comparableWords } from '../sources/passageIndex.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { termOf } from '../sources/vocabulary.ts';
import { foldName } from '../text/fold.ts';
import { kept } from '../text/kept.ts';
import { once } from '../text/once.ts';
import type { SourcePlace } from './alignment.ts';
import { createSlipIndex } from './nameIndex.ts';

/** A name with one of its words put right, and where the sources have that word. */
export interface WordSlip {
  readonly form: readonly string[];
  readonly at: SourcePlace;
}

/** Shortest word of which a slip is believed when only its neighbour speaks for it. */
const SHORTEST = 6;

/**
 * Finds a word of a draft name that is a slip for exactly one word of the sources' names, where the word beside it is the
 * same in both ("Priemtime Emmy" for "Primetime Emmy"), whatever else the two names hold.
 */
export function createSlipFinder(index: SourceIndex) {
  const likeWords = once(() => createSlipIndex(index.entities.entities.flatMap(({ forms }) => forms.flat())));

  /** The words of the sources' names that a word may be a slip for; a draft names the same again and again. */
  const meantBy = kept((word: string): readonly string[] =>
    likeWords()(word).filter((each) => sameName([word], [each]) === 'misspelling'),
  );

  /** A place where `word` stands before or behind the neighbour that the draft has. */
  function placeBeside(word: string, before: string | undefined, after: string | undefined) {
    for (const { passage, at } of index.passages.places(foldName(word))) {
      const source = index.passages.passages[passage];
      const isBeside = (own: string | undefined, there: number): boolean => {
        const other = source?.word(there);
        return own !== undefined && own.length > 2 && other !== undefined && termOf(own) === termOf(other);
      };
      const found = source?.at(at);
      if (found && source && (isBeside(before, at - 1) || isBeside(after, at + 1)))
        return { document: source.document, block: found.block, start: found.start, end: found.end };
    }
    return undefined;
  }

  return function slipOf({ document, block, mention }: LocatedMention<NameMention>): WordSlip | undefined {
    const { text } = (document.blocks[block] as AnalysedBlock).block;
    const around = comparableWords(
      text.slice(Math.max(0, mention.start - 60), mention.end + 60),
      Math.max(0, mention.start - 60),
    );
    for (const [n, word] of mention.words.entries()) {
      if (word.length < SHORTEST || index.passages.places(foldName(word)).length > 0) continue;
      const at = around.findIndex(
        (w) => w.word === foldName(word) && w.start >= mention.start && w.end <= mention.end,
      );
      if (at < 0) continue;
      const right = meantBy(word);
      const [only] = right;
      if (!only || new Set(right.map((each) => foldName(each))).size !== 1) continue;
      const place = placeBeside(only, around[at - 1]?.word, around[at + 1]?.word);
      if (place) return { form: mention.words.map((each, k) => (k === n ? only : each)), at: place };
    }
    return undefined;
  };
}
