import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention } from '../sources/context.ts';
import { isStopWord, termOf } from '../sources/vocabulary.ts';
import { exact } from '../text/exact.ts';

/** The words around a mention, nearest first, at most `FRAME` on each side. */
export interface Frame {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Words on each side that make the frame of a mention. */
export const FRAME = 4;

/** Words that only carry tense: "was sentenced" frames like "is sentenced". */
const TENSE = new Set('is was are were be been being has have had will would the a an'.split(' '));

/** The comparable words around a mention in its sentence, nearest first on each side. */
export function readFrame(m: LocatedMention): Frame {
  const { tokens } = (m.document.blocks[m.block] as AnalysedBlock).block;
  const { mention, context } = m;
  const start = mention.kind === 'name' && mention.honorific ? mention.honorific.start : mention.start;
  const low = firstFrom(tokens, start);
  const word = (at: number): string | undefined => {
    const t = tokens[at];
    if (!t || t.start < context.start || t.end > context.end) return undefined;
    if (t.kind === 'number') return t.text;
    return t.kind === 'word' && !TENSE.has(t.lower) ? termOf(t.lower) : '';
  };
  const walk = (from: number, step: 1 | -1): readonly string[] => {
    const found: string[] = [];
    for (let at = from; found.length < FRAME; at += step) {
      const next = word(at);
      if (next === undefined) break;
      if (next !== '' && (step < 0 || (tokens[at]?.start ?? 0) >= mention.end)) found.push(next);
    }
    return exact(found);
  };
  return { before: walk(low - 1, -1), after: walk(low, 1) };
}

/** How many of the nearest words of two frames are the same on one side. */
export function commonRun(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** How many of the first `run` words of one side say something. */
export function contentOf(words: readonly string[], run: number): number {
  let n = 0;
  for (let i = 0; i < run; i++) if (!isStopWord(words[i] as string)) n++;
  return n;
}
