import { kept } from './kept.ts';
import { createOffsetMap, type OffsetMap, type Segment } from './offsetMap.ts';

/** A text in the one typography that comparisons use; `map` leads from folded offsets to those of the original. */
export interface FoldedText {
  readonly text: string;
  readonly map: OffsetMap;
}

const groups = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).flatMap(([to, from]) => Array.from(from, (char) => [char, to] as const)));

/** Characters that differ in typography only. An empty replacement removes the character. */
const TYPOGRAPHY: ReadonlyMap<string, string> = new Map([
  ...groups({
    '"': '“”„‟«»″＂',
    "'": '‘’‚‛‹›′ʼʹ＇`´',
    '-': '‐‑‒–—―−﹘﹣－',
    ff: 'ﬀ',
    fi: 'ﬁ',
    fl: 'ﬂ',
    ffi: 'ﬃ',
    ffl: 'ﬄ',
    st: 'ﬅﬆ',
    ij: 'ĳ',
    IJ: 'Ĳ',
    '...': '…',
  }),
  ...Array.from('\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff', (char) => [char, ''] as const),
]);

const SPACE = /[^\S\ufeff]|[\u0085\u180e]/u;
const DROPPED = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const MARK = /\p{M}/u;
const PLAIN = /^[\x21-\x5f\x61-\x7e]*(?: [\x21-\x5f\x61-\x7e]+)*$/;

/**
 * Folds quotation marks, dashes, ellipses, ligatures and runs of white space to one ASCII form each, drops invisible
 * characters and composes letters with their marks. Case and every other character stay.
 */
export function fold(text: string): FoldedText {
  const whole: Segment = { prose: 0, length: text.length, document: 0, documentLength: text.length };
  if (PLAIN.test(text)) return { text, map: createOffsetMap(text === '' ? [] : [whole]) };

  const segments: Segment[] = [];
  let folded = '';
  const add = (document: number, documentLength: number, replacement: string) => {
    if (replacement === '') return;
    const next = { prose: folded.length, length: replacement.length, document, documentLength };
    const last = segments[segments.length - 1];
    if (last && isEven(last) && isEven(next) && last.document + last.documentLength === document) {
      const length = last.length + next.length;
      segments[segments.length - 1] = { ...last, length, documentLength: length };
    } else segments.push(next);
    folded += replacement;
  };

  let i = 0;
  while (i < text.length) {
    const start = i;
    i = passPlain(text, i);
    if (i > start) {
      add(start, i - start, text.slice(start, i));
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(i) as number);
    i += char.length;
    if (SPACE.test(char)) {
      while (i < text.length && (SPACE.test(text.charAt(i)) || isDropped(text, i))) i++;
      add(start, i - start, ' ');
      continue;
    }
    const replacement = TYPOGRAPHY.get(char);
    if (replacement !== undefined) {
      add(start, char.length, replacement);
      continue;
    }
    i = passMarks(text, i);
    const letter =
      i - start === char.length ? char : text.slice(start, i).replace(DROPPED, '').normalize('NFC');
    add(start, i - start, letter);
  }
  return { text: folded, map: createOffsetMap(segments) };
}

/** Visible ASCII that stays as it is; the backtick does not. */
const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f && code !== 0x60;

/** Passes plain characters and single spaces between them, short of a letter that a combining mark may follow. */
function passPlain(text: string, from: number): number {
  let i = from;
  while (isPlain(text.charCodeAt(i)) || (text.charCodeAt(i) === 32 && isPlain(text.charCodeAt(i + 1)))) i++;
  return i > from && text.charCodeAt(i) >= 0xad ? i - 1 : i;
}

const isDropped = (text: string, at: number): boolean => TYPOGRAPHY.get(text.charAt(at)) === '';

/** Passes the combining marks at `from`, and invisible characters that stand before one. */
function passMarks(text: string, from: number): number {
  let end = from;
  let i = from;
  while (i < text.length && text.charCodeAt(i) >= 0xad) {
    const char = codePoint(text, i);
    if (MARK.test(char)) end = i + char.length;
    else if (!isDropped(text, i)) break;
    i += char.length;
  }
  return end;
}

const isEven = (segment: Segment): boolean => segment.length === segment.documentLength;

const codePoint = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) as number);

/** Letters that carry no separable mark, with the letters that people write for them. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ı: 'i',
    ħ: 'h',
    ŋ: 'n',
    ŧ: 't',
    ə: 'e',
    ƒ: 'f',
  }),
);

const ASCII = /^[ -_a-~]*$/;

/** A name in the form in which spellings are compared: lower case, no diacritics, one apostrophe, one kind of dash and space. */
export const foldName: (name: string) => string = kept(readFolded);

function readFolded(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase().replace(/\s+/g, ' ').trim();
  return fold(name)
    .text.toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/gu, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC')
    .trim();
}
