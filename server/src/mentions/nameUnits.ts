import type { Token } from '../prose/tokens.ts';
import type { Span } from '../text/span.ts';
import { isCommonWord, isPlace } from './lexicon.ts';
import { isDemonym } from './lexiconDemonyms.ts';
import { isParticle, isPossessiveBrand } from './lexiconNames.ts';
import { isAbbreviation } from './lexiconRoles.ts';

/**
 * What names are made of: a word with its hyphens, dots ("U.S.", "J.") and attached digits ("MH370"), without its
 * possessive ending; or a number; or one mark of punctuation.
 */
export interface Unit extends Span {
  readonly kind: 'word' | 'number' | 'mark';
  /** As written, possessive ending and the full stop of an abbreviation left out. */
  readonly text: string;
  readonly lower: string;
  /** White space stands before it. */
  readonly gap: boolean;
  /** Written with a capital (or "iPhone", "al-Assad", "d'Estaing"). */
  readonly capital: boolean;
  /** Letters all capital, two or more: "EU", "U.S.", "MPs". */
  readonly acronym: boolean;
  /** A single letter, with or without its full stop. */
  readonly letter: boolean;
  readonly possessive: boolean;
  /** Stands where any word has a capital: at the start of a sentence, of quoted words, after a colon. */
  readonly initial: boolean;
  /** May not be joined with the unit before it ("US-Belarus", "post-Soviet", "London-based"). */
  readonly detached: boolean;
}

const MAX_HYPHEN_PARTS = 6;

/** Tokens within which the head of a text (agency, place, date) is looked for. */
const MAX_HEAD = 16;

const DOMAINS: ReadonlySet<string> = new Set(['com', 'org', 'net', 'gov', 'edu', 'io', 'tv']);

/** Parts before a hyphen that belong to the name after it. */
const ARTICLE_PREFIXES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'ul',
  'ad',
  'as',
  'an',
  'ar',
  'at',
  'az',
  'ibn',
  'bin',
]);

export const isUpper = (char: string | undefined): boolean => {
  if (char === undefined || char === '') return false;
  const code = char.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return char.toLowerCase() !== char;
};

function writtenWithCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 65 && first <= 90) return true;
  if (first < 128) {
    const second = text[1];
    if (second === "'" || second === '’') return isUpper(text[2]);
    if (text.length > 2 && isUpper(second)) return true;
    const hyphen = text.indexOf('-');
    return hyphen > 0 && ARTICLE_PREFIXES.has(text.slice(0, hyphen)) && isUpper(text[hyphen + 1]);
  }
  return isUpper(text[0]);
}

function allCapitals(text: string): boolean {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (isUpper(char)) letters++;
    else if (char === 's' && i === text.length - 1 && letters >= 2) return true;
    else if (char.charCodeAt(0) >= 48 && char.charCodeAt(0) <= 57) continue;
    else if (char !== '.' && char !== '&' && char !== '-') return false;
  }
  return letters >= 2;
}

const isHyphen = (token: Token | undefined): boolean =>
  token !== undefined && !token.gap && (token.text === '-' || token.text === '‐' || token.text === '‑');

const isNameOfGroup = (text: string): boolean =>
  isDemonym(text) || isPlace(text.toLowerCase()) || (text.length <= 4 && allCapitals(text));

const OPENING = '"“‘«„\'`';
const CLOSING = '"”’»“\')]';

interface Draft {
  start: number;
  end: number;
  text: string;
  gap: boolean;
  detached: boolean;
}

/** Reads the units of a block. `sentences` and `tokens` are those of the block's `text`. */
export function readUnits(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Span[],
): readonly Unit[] {
  const units: Unit[] = [];
  let sentence = 0;
  /** The next word is the first of its sentence or quotation. */
  let initial = true;
  let afterStop = false;

  const pushWord = (draft: Draft): void => {
    let { end } = draft;
    let written = draft.text;
    let possessive = false;
    const tail = written.charCodeAt(written.length - 1);
    if ((tail === 115 || tail === 83) && written.length > 2) {
      const mark = written[written.length - 2];
      if ((mark === "'" || mark === '’') && !isPossessiveBrand(written.toLowerCase().replace('’', "'"))) {
        written = written.slice(0, -2);
        end -= 2;
        possessive = true;
      }
    }
    const lower = written.toLowerCase().replaceAll('’', "'");
    const capital = writtenWithCapital(written);
    units.push({
      kind: 'word',
      start: draft.start,
      end,
      text: written,
      lower,
      gap: draft.gap,
      capital,
      acronym: capital && allCapitals(written),
      letter: capital && (written.length === 1 || (written.length === 2 && written[1] === '.')),
      possessive,
      initial,
      detached: draft.detached,
    });
    initial = false;
    afterStop = false;
  };

  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    while (sentence < sentences.length && (sentences[sentence] as Span).start <= token.start) {
      initial = true;
      sentence++;
    }
    if (afterStop && token.gap) initial = true;
    if (token.kind === 'word') {
      i = readWord(text, tokens, i, pushWord);
      const last = units[units.length - 1] as Unit;
      const next = tokens[i];
      // "Belarus’ potash": the mark stays a mark of its own, the run of names ends here.
      if (
        next &&
        !next.gap &&
        !last.possessive &&
        /[sz]$/.test(last.lower) &&
        (next.text === '’' || next.text === "'")
      ) {
        const after = tokens[i + 1];
        if (after?.gap) units[units.length - 1] = { ...last, possessive: true };
      }
      continue;
    }
    if (token.kind === 'number') {
      const next = tokens[i + 1];
      if (next?.kind === 'word' && !next.gap && next.text.length > 1 && isUpper(next.text[0])) {
        pushWord({
          start: token.start,
          end: next.end,
          text: text.slice(token.start, next.end),
          gap: token.gap,
          detached: false,
        });
        const last = units[units.length - 1] as Unit;
        units[units.length - 1] = { ...last, capital: true };
        i += 2;
        continue;
      }
    }
    const { text: mark } = token;
    units.push({
      kind: token.kind === 'number' ? 'number' : 'mark',
      start: token.start,
      end: token.end,
      text: mark,
      lower: mark,
      gap: token.gap,
      capital: false,
      acronym: false,
      letter: false,
      possessive: false,
      initial,
      detached: false,
    });
    if (token.kind === 'number') {
      initial = false;
      afterStop = false;
    } else if (mark === '.' || mark === '!' || mark === '?' || mark === '…') afterStop = true;
    else if (mark === ':' || mark === '•' || mark === '*') initial = true;
    // "(CNN) Famed", "Minsk (Reuters) – Talks", "MINSK, December 14, 2025 – Talks": the text begins after the head.
    else if (i < MAX_HEAD && (mark === ')' || '–—-'.includes(mark)) && isHead(units)) initial = true;
    else if (
      OPENING.includes(mark) &&
      tokens[i + 1] &&
      !(tokens[i + 1] as Token).gap &&
      (token.gap || mark !== "'")
    )
      initial = true;
    else if (!CLOSING.includes(mark) && !OPENING.includes(mark)) afterStop = false;
    i++;
  }
  return units;
}

/** True while a block has only capitals, numbers and marks: an agency, a place, a date. */
function isHead(units: readonly Unit[]): boolean {
  return units.every((unit) => unit.kind !== 'word' || unit.capital);
}

/** Reads one word with what is written on to it; returns the index of the token after it. */
function readWord(text: string, tokens: readonly Token[], at: number, push: (draft: Draft) => void): number {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (next && !next.gap) {
    if (next.text === '.') {
      if (token.text.length === 1 && isUpper(token.text)) return readDotted(text, tokens, at, push);
      const domain = tokens[at + 2];
      if (domain && !domain.gap && DOMAINS.has(domain.text)) {
        push({
          start: token.start,
          end: domain.end,
          text: text.slice(token.start, domain.end),
          gap: token.gap,
          detached: false,
        });
        return at + 3;
      }
      if (isAbbreviation(token.lower) && tokens[at + 2]?.gap) {
        push({ start: token.start, end: token.end, text: token.text, gap: token.gap, detached: false });
        return at + 2;
      }
    }
    if (next.kind === 'number' && isUpper(token.text[0]) && token.text.length <= 4 && allUpper(token.text)) {
      push({
        start: token.start,
        end: next.end,
        text: text.slice(token.start, next.end),
        gap: token.gap,
        detached: false,
      });
      return at + 2;
    }
    if (next.text === '&' && isUpper(token.text[0])) {
      const after = tokens[at + 2];
      if (after?.kind === 'word' && !after.gap && isUpper(after.text[0])) {
        push({
          start: token.start,
          end: after.end,
          text: text.slice(token.start, after.end),
          gap: token.gap,
          detached: false,
        });
        return at + 3;
      }
    }
    if (isHyphen(next)) return readHyphened(text, tokens, at, push);
  }
  push({ start: token.start, end: token.end, text: token.text, gap: token.gap, detached: false });
  return at + 1;
}

const allUpper = (text: string): boolean => {
  for (const char of text) if (!isUpper(char)) return false;
  return true;
};

/** "U.S.", "J.K.", or one initial "J.". */
function readDotted(
  text: string,
  tokens: readonly Token[],
  at: number,
  push: (draft: Draft) => void,
): number {
  const first = tokens[at] as Token;
  let i = at;
  let end = first.end;
  let letters = 0;
  while (i < tokens.length) {
    const letter = tokens[i] as Token;
    if (letter.kind !== 'word' || (i > at && letter.gap) || !isUpper(letter.text[0])) break;
    const bare = letter.text.length === 1;
    // "U.S.'s" has no token of its own shape; "U.S's" ends the row with a possessive.
    if (!bare && !/^\p{Lu}['’]s$/u.test(letter.text)) break;
    letters++;
    end = letter.end;
    i++;
    const dot = tokens[i];
    if (!bare || dot?.text !== '.' || dot.gap) break;
    end = dot.end;
    i++;
  }
  if (letters === 1) {
    const following = tokens[i];
    const joins = following?.kind === 'word' && isUpper(following.text[0]);
    if (!joins) {
      push({ start: first.start, end: first.end, text: first.text, gap: first.gap, detached: false });
      return at + 1;
    }
  }
  push({ start: first.start, end, text: text.slice(first.start, end), gap: first.gap, detached: false });
  return i;
}

function readHyphened(
  text: string,
  tokens: readonly Token[],
  at: number,
  push: (draft: Draft) => void,
): number {
  const parts: Token[] = [tokens[at] as Token];
  let i = at + 1;
  while (parts.length < MAX_HYPHEN_PARTS && isHyphen(tokens[i])) {
    const part = tokens[i + 1];
    if (!part || part.gap || part.kind === 'punctuation') break;
    parts.push(part);
    i += 2;
  }
  const first = parts[0] as Token;
  const last = parts[parts.length - 1] as Token;
  const whole: Draft = {
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    gap: first.gap,
    detached: false,
  };
  if (parts.length === 1) {
    push(whole);
    return i;
  }
  const capital = (part: Token): boolean => part.kind === 'word' && isUpper(part.text[0]);
  const apart = (): number => {
    parts.forEach((part, n) => {
      push({
        start: part.start,
        end: part.end,
        text: part.text,
        gap: n === 0 ? part.gap : false,
        detached: n > 0,
      });
    });
    return i;
  };
  if (capital(first)) {
    const bare = (part: Token): string => part.text.replace(/['’]s$/, '');
    if (
      parts.every((part) => capital(part) && isNameOfGroup(bare(part))) &&
      !isPlace(whole.text.toLowerCase())
    )
      return apart();
    const second = parts[1] as Token;
    if (
      !capital(second) &&
      second.kind === 'word' &&
      !isParticle(second.lower) &&
      isCommonWord(second.lower)
    ) {
      push({ start: first.start, end: first.end, text: first.text, gap: first.gap, detached: false });
      const rest = { start: second.start, end: last.end, text: text.slice(second.start, last.end) };
      push({ ...rest, gap: false, detached: true });
      return i;
    }
    push(whole);
    return i;
  }
  const at2 = parts.findIndex(capital);
  if (at2 > 0 && !(at2 === 1 && ARTICLE_PREFIXES.has(first.lower))) return apart();
  push(whole);
  return i;
}
