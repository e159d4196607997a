import type { Evidence } from '../findings/finding.ts';

/** A sentence around evidence, on one line, cut at word ends where it is long. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Characters shown on either side of the words; a hover or a note with more is not read. */
const SIDE = 180;

/** The source sentence of `evidence`, split at its words. */
export function excerptOf(evidence: Evidence, side = SIDE): Excerpt {
  const { text, start, end } = evidence.sentence;
  // The sentence may be given without the markup of its source: then its offsets do not count its characters.
  const guess = evidence.start - start;
  const verbatim = text.length === end - start && text.startsWith(evidence.text, guess);
  const at = verbatim ? guess : nearest(text, evidence.text, guess);
  if (at < 0) return { before: '', words: oneLine(evidence.text).trim(), after: '' };
  const before = oneLine(text.slice(0, at)).trimStart();
  const after = oneLine(text.slice(at + evidence.text.length)).trimEnd();
  return {
    before:
      before.length > side ? `… ${before.slice(before.indexOf(' ', before.length - side) + 1)}` : before,
    words: oneLine(evidence.text),
    after: after.length > side ? `${after.slice(0, after.lastIndexOf(' ', side))} …` : after,
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Offset of the occurrence of `words` nearest to `near`, or -1. */
function nearest(text: string, words: string, near: number): number {
  let best = -1;
  if (words === '') return best;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best;
}
