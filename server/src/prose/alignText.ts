import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import type { ProseBuilder } from './proseBuilder.ts';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([0-9a-zA-Z]{1,31}));/y;
const LINE_PREFIX = /[ \t>]*/y;
const LINE_ENDING = /[\r\n]/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * Adds the value of a Markdown text node to `builder`, with each character mapped to where it stands in `source`
 * between `start` and `end`: character references, escapes and line breaks map as a whole, block prefixes are left out.
 * Returns false, having added the rest of the value as one run, when source and value do not belong together.
 */
export function alignText(
  builder: ProseBuilder,
  source: string,
  value: string,
  start: number,
  end: number,
): boolean {
  if (end - start === value.length && !LINE_ENDING.test(value) && source.startsWith(value, start)) {
    builder.verbatim(start, end);
    return true;
  }
  let s = start;
  let v = 0;
  let verbatimFrom = start;
  const flush = () => builder.verbatim(verbatimFrom, s);
  while (v < value.length) {
    const code = source.charCodeAt(s);
    if (s >= end) break;
    const valueEol = lineEndingLength(value, v);
    if (valueEol > 0) {
      // white space around a line ending is not in the value
      let stop = s;
      while (isBlank(source.charCodeAt(stop))) stop++;
      const eol = lineEndingLength(source, stop);
      if (eol === 0) break;
      flush();
      s = stop + eol;
      v += valueEol;
      const rest = skipPrefix(source, s, end, value, v);
      builder.replace(stop, rest, ' ');
      s = rest;
      verbatimFrom = s;
      continue;
    }
    const reference = code === 38 ? readReference(source, s) : undefined;
    if (reference && value.startsWith(reference.text, v)) {
      flush();
      builder.replace(s, s + reference.length, reference.text);
      s += reference.length;
      v += reference.text.length;
      verbatimFrom = s;
    } else if (code === 92 && PUNCTUATION.test(source.charAt(s + 1)) && source[s + 1] === value[v]) {
      flush();
      builder.replace(s, s + 2, value.charAt(v));
      s += 2;
      v++;
      verbatimFrom = s;
    } else if (code === value.charCodeAt(v) || code === 0) {
      s++;
      v++;
    } else break;
  }
  flush();
  if (v >= value.length) return true;
  builder.replace(s, Math.max(end, s), value.slice(v).replace(/\s+/g, ' '));
  return false;
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

function lineEndingLength(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code === 13) return source.charCodeAt(at + 1) === 10 ? 2 : 1;
  return code === 10 ? 1 : 0;
}

/** Passes indentation and block quote markers at the start of a continuation line, but not a `>` that is text. */
function skipPrefix(source: string, from: number, end: number, value: string, v: number): number {
  LINE_PREFIX.lastIndex = from;
  const run = LINE_PREFIX.exec(source)?.[0] ?? '';
  let textual = 0;
  while (value.charCodeAt(v + textual) === 62) textual++;
  let stop = from + run.length;
  while (textual > 0 && stop > from) {
    stop--;
    if (source.charCodeAt(stop) === 62) textual--;
  }
  return Math.min(stop, end);
}

interface Reference {
  readonly text: string;
  readonly length: number;
}

function readReference(source: string, at: number): Reference | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match) return undefined;
  const [whole, decimal, hex, name] = match;
  const text = decimal
    ? decodeNumericCharacterReference(decimal, 10)
    : hex
      ? decodeNumericCharacterReference(hex, 16)
      : decodeNamedCharacterReference(name as string);
  return text === false ? undefined : { text, length: whole.length };
}
