import type { Token } from '../prose/tokens.ts';
import { isCommonWord, isPlace } from './lexicon.ts';
import { isDemonym } from './lexiconDemonyms.ts';
import { isParticle } from './lexiconNames.ts';
import { isAbbreviation } from './lexiconRoles.ts';

/** A word as it is written, before its possessive ending is taken off. */
export interface Draft {
  start: number;
  end: number;
  text: string;
  gap: boolean;
  detached: boolean;
}

const MAX_HYPHEN_PARTS = 6;

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

const DOMAINS: ReadonlySet<string> = new Set(['com', 'org', 'net', 'gov', 'edu', 'io', 'tv']);

/** True for a capital letter in any script that has them. */
export const isUpper = (char: string | undefined): boolean => {
  if (char === undefined || char === '') return false;
  const code = char.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return char.toLowerCase() !== char;
};

/** True for "Minsk", "iPhone", "al-Assad", "d'Estaing". */
export function writtenWithCapital(text: string): boolean {
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

/** True for two or more capital letters, with dots, digits or a plural s: "EU", "U.S.", "MPs". */
export function allCapitals(text: string): boolean {
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

/** Reads one word with what is written on to it; returns the index of the token after it. */
export function readWord(
  text: string,
  tokens: readonly Token[],
  at: number,
  push: (draft: Draft) => void,
): number {
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
      !parts.slice(1).some(capital) &&
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
