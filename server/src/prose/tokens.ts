import type { Span } from '../text/span.ts';
import { isWhiteSpace } from '../text/whiteSpace.ts';

/**
 * The smallest unit the recognisers read.
 * `word`: letters and combining marks, with apostrophes between letters ("don't", "Belarus's"); `number`: a run of
 * ASCII digits only ("1,234.5" is number, punctuation, number, punctuation, number); `punctuation`: one other
 * character that is not white space (hyphens, currency signs, quotation marks …).
 */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'punctuation';
  readonly text: string;
  /** Lower-cased text, with U+2019 folded to an ASCII apostrophe. */
  readonly lower: string;
  /** True when white space, or the start of the text, stands directly before the token. */
  readonly gap: boolean;
}

const WORD = /[\p{L}\p{M}]/u;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (code === 0x2019 || code === 0x2018 || code === 0xa0 || Number.isNaN(code)) return false;
  return WORD.test(String.fromCodePoint(text.codePointAt(at) as number));
}

const width = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Splits `text` into tokens in one linear pass; offsets are UTF-16 offsets into `text`. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let gap = true;
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code <= 32 || isWhiteSpace(code)) {
      gap = true;
      i++;
      continue;
    }
    const start = i;
    let kind: Token['kind'] = 'punctuation';
    if (isDigit(code)) {
      kind = 'number';
      while (i < text.length && isDigit(text.charCodeAt(i))) i++;
    } else if (isLetter(text, i)) {
      kind = 'word';
      while (i < text.length) {
        if (isLetter(text, i)) i += width(text, i);
        else if (isApostrophe(text.charCodeAt(i)) && isLetter(text, i + 1)) i++;
        else break;
      }
    } else i += width(text, i);
    const slice = text.slice(start, i);
    tokens.push({ start, end: i, kind, text: slice, lower: slice.toLowerCase().replaceAll('’', "'"), gap });
    gap = false;
  }
  return tokens;
}

/** Index of the first of `spans` (sorted by start) that starts at or after `offset`; their count when none does. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
