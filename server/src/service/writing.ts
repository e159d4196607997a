import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { Span } from '../text/span.ts';
import type { CheckedDocument } from './checker.ts';

/** What is being written at a caret in prose. Offsets are into the block's text unless they say otherwise. */
export interface Writing {
  readonly kind: 'name' | 'number' | 'quotation';
  readonly block: number;
  /** Start of the typed part. */
  readonly start: number;
  readonly caret: number;
  /** What is typed so far; for a quotation, the words after its opening mark. */
  readonly typed: string;
  /** Offsets into the document that a completion replaces. */
  readonly replaced: Span;
  /** What a quotation ends with. */
  readonly closing: string;
}

/** Closing mark of each opening one. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“' };

/** A quotation typed further than this is the writer's own work. */
const MAX_TYPED = 80;

/** Letters looked at before the caret for a name or a number. */
const MAX_LOOK = 120;

const NUMBER = /\p{Sc}?\d[\d.,]*$/u;
const NAME = /(?:\p{Lu}[\p{L}\p{M}'’.-]{0,40} ){0,3}\p{Lu}[\p{L}\p{M}'’-]{0,40}$/u;
/** What may stand directly before a name or a number: nothing, a space or an opening mark. */
const FREE_BEFORE = /(?:^|[\s([{“"‘'«„—–*>])$/;
/** A letter or figure: when one follows, the caret stands inside a word. */
const WORD = /^[\p{L}\p{M}\p{N}_]/u;
const DEFINITION = /^\s{0,3}\[[^\]]{1,1000}\]:/;

/** Readings of what is being written at `offset` of the document, the longest first; none where nothing can be offered. */
export function writingAt({ analysed, document }: CheckedDocument, offset: number): readonly Writing[] {
  const { text, format, lines } = analysed.prose;
  if (WORD.test(text.slice(offset, offset + 2))) return [];
  const line = text.slice(lines.lineStart(lines.position(offset).line), offset);
  if (format === 'markdown' && isUnfinished(line)) return [];
  for (let block = 0; block < analysed.blocks.length; block++) {
    const { map, text: prose } = (analysed.blocks[block] as AnalysedBlock).block;
    const caret = map.toProse(offset);
    if (caret === undefined) continue;
    const quotation = quotationIn(prose, caret);
    const found = quotation ? [quotation] : wordsIn(prose, caret);
    const readings = found.flatMap(({ kind, typed, closing }): Writing[] => {
      const start = caret - typed.length;
      const from = offset - typed.length;
      // What is typed must stand in the document as it is: no code, no escapes, no markup in between.
      if (text.slice(from, offset) !== typed || (typed !== '' && map.toProse(from) !== start)) return [];
      if (kind === 'number' && format === 'markdown' && isListMarker(line, typed)) return [];
      const closed = closing !== '' && document.text.startsWith(closing, offset);
      const replaced = { start: from, end: closed ? offset + closing.length : offset };
      return [{ kind, typed, closing, block, start, caret, replaced }];
    });
    if (readings.length > 0) return readings;
  }
  return [];
}

/** Markdown that is not closed yet, so that the parser still reads it as text: code, a link or its target. */
const isUnfinished = (line: string): boolean =>
  line.split('`').length % 2 === 0 ||
  line.lastIndexOf('[') > line.lastIndexOf(']') ||
  line.lastIndexOf('](') > line.lastIndexOf(')') ||
  DEFINITION.test(line);

type Found = Pick<Writing, 'kind' | 'typed' | 'closing'>;

/** The quotation that is open at `caret`. An open one keeps names and numbers from being offered in it. */
function quotationIn(prose: string, caret: number): Found | undefined {
  let open = -1;
  for (let at = 0; at < caret; at++) {
    const mark = prose[at] as string;
    if (open >= 0 && mark === CLOSING[prose[open] as string]) open = -1;
    else if (open < 0 && mark in CLOSING && FREE_BEFORE.test(prose.slice(Math.max(0, at - 1), at))) open = at;
  }
  if (open < 0) return undefined;
  const typed = prose.slice(open + 1, caret);
  return { kind: 'quotation', typed, closing: CLOSING[prose[open] as string] as string };
}

/** A number, or a name with the names before it and then without them, one by one: "Then Ales Bi", "Ales Bi", "Bi". */
function wordsIn(prose: string, caret: number): Found[] {
  const before = prose.slice(Math.max(0, caret - MAX_LOOK), caret);
  const number = NUMBER.exec(before);
  const found = number ?? NAME.exec(before);
  if (!found || !FREE_BEFORE.test(before.slice(0, found.index))) return [];
  if (number) return [{ kind: 'number', typed: number[0], closing: '' }];
  const words = found[0].split(' ');
  return words.map((_, at) => ({ kind: 'name', typed: words.slice(at).join(' '), closing: '' }));
}

/** True for figures at the start of a line, which begin a list as often as a sentence. */
const isListMarker = (line: string, typed: string): boolean =>
  /^[\s>]*$/.test(line.slice(0, line.length - typed.length));

/** True when so much of a quotation is typed that completing it would only be in the way. */
export const isTypedOut = ({ kind, typed }: Writing): boolean =>
  kind === 'quotation' && typed.length > MAX_TYPED;
