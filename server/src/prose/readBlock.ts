import type { Span } from '../text/span.ts';
import { splitSentences } from './sentences.ts';
import { type Token, tokenize } from './tokens.ts';

/** What the text of a block alone decides: its sentences and tokens. */
export interface BlockReading {
  readonly sentences: readonly Span[];
  readonly tokens: readonly Token[];
}

/** Splits a block's text; a pure function of that text, so that a caller may keep its results by text. */
export function readBlock(text: string): BlockReading {
  return { sentences: splitSentences(text), tokens: tokenize(text) };
}
