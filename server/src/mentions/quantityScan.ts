import type { Token } from '../prose/tokens.ts';
import type { Span } from '../text/span.ts';

/** A block's text and tokens as the quantitative recognisers read them, with what they need to know of its sentences. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** 1 at each token that starts a sentence. */
  readonly starts: Uint8Array;
}

/** What a recogniser took: mentions, if any, and the index of the first token after them. */
export interface Reading<M> {
  readonly mention: M;
  readonly to: number;
}

/** Prepares `tokens` for the recognisers. */
export function createScan(text: string, tokens: readonly Token[], sentences: readonly Span[]): Scan {
  const starts = new Uint8Array(tokens.length);
  let i = 0;
  for (const sentence of sentences) {
    while (i < tokens.length && (tokens[i] as Token).start < sentence.start) i++;
    if (i < tokens.length) starts[i] = 1;
  }
  if (tokens.length > 0) starts[0] = 1;
  return { text, tokens, starts };
}

/** Lower-cased text of token `i`; empty outside the block. */
export const lowerAt = (scan: Scan, i: number): string => scan.tokens[i]?.lower ?? '';

/** True when token `i` exists and stands directly after the one before it. */
export const isGlued = (scan: Scan, i: number): boolean => scan.tokens[i]?.gap === false;

/** True when token `i` is a run of digits. */
export const isNumberAt = (scan: Scan, i: number): boolean => scan.tokens[i]?.kind === 'number';

/** True when token `i` is a word. */
export const isWordAt = (scan: Scan, i: number): boolean => scan.tokens[i]?.kind === 'word';

/** True for the characters that join the words of a compound. */
export const isHyphen = (lower: string): boolean => lower === '-' || lower === '‐' || lower === '‑';

/** True for hyphens and the dashes that stand between the ends of a range. */
export const isDash = (lower: string): boolean =>
  isHyphen(lower) || lower === '–' || lower === '—' || lower === '−';

/** True when token `i` is a hyphen with a token glued on both sides. */
export const isJoint = (scan: Scan, i: number): boolean =>
  isGlued(scan, i) && isHyphen(lowerAt(scan, i)) && isGlued(scan, i + 1);

/** Index of the word that follows at `i`, with a joining hyphen stepped over; -1 when no word follows. */
export function nextWord(scan: Scan, i: number): number {
  if (isWordAt(scan, i)) return i;
  return isJoint(scan, i) && isWordAt(scan, i + 1) ? i + 1 : -1;
}

/** True when the token's first letter is a capital. */
export function isCapitalised(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const code = token.text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : token.text.charAt(0) !== token.lower.charAt(0);
}

/** The span from token `from` up to, not including, token `to`. */
export function spanOf(scan: Scan, from: number, to: number): Span {
  const first = scan.tokens[from];
  const last = scan.tokens[to - 1];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}

const HEADLINE_WINDOW = 12;

/**
 * True when the words around token `i` are set as a headline or in capitals, so that a capital says nothing.
 * Looks at a window of words in the sentence, and asks most of the longer ones to be capitalised.
 */
export function isTitleCase(scan: Scan, i: number): boolean {
  let from = i;
  while (from > 0 && scan.starts[from] === 0 && i - from < HEADLINE_WINDOW) from--;
  let long = 0;
  let capital = 0;
  for (let k = from; k < scan.tokens.length && k < i + HEADLINE_WINDOW; k++) {
    if (k > i && scan.starts[k] === 1) break;
    const token = scan.tokens[k];
    if (token?.kind !== 'word' || token.text.length < 4) continue;
    long++;
    if (isCapitalised(token)) capital++;
  }
  return long >= 3 && capital >= long * 0.8;
}
