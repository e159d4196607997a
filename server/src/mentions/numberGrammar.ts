import type { Token } from '../prose/tokens.ts';
import type { Written } from './mention.ts';
import { readVague } from './numberVague.ts';
import { readWords } from './numberWordGrammar.ts';
import { FRACTION_SIGNS, MONEY_SCALES, SCALES } from './numberWords.ts';
import { exact, type Numeral, significantDigits } from './numeral.ts';
import {
  isGlued,
  isHyphen,
  isJoint,
  isNumberAt,
  isWordAt,
  lowerAt,
  nextWord,
  type Scan,
} from './quantityScan.ts';

const MAX_DIGITS = 18;

/** Nouns that make "5m" five millions, not five metres. */
const PEOPLE = new Set('people men women children users customers viewers voters households'.split(' '));

/** True when "5m" or "10k" is followed by something that can be counted. */
function countsFollow(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  if (token?.kind !== 'word' || !token.gap) return false;
  if (PEOPLE.has(token.lower)) return true;
  const plural = (k: number): boolean => {
    const word = lowerAt(scan, k);
    return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('hurdles');
  };
  return (
    plural(i) ||
    (token.text === token.lower && isWordAt(scan, i + 1) && plural(i + 1) && !NOT_NOUN.has(token.lower))
  );
}
const NOT_NOUN = new Set(
  'from of in on at by to and or for with away above below long high wide deep tall off the'.split(' '),
);

interface Scale {
  readonly factor: number;
  readonly at: number;
  readonly to: number;
}

function readScale(scan: Scan, i: number, money: boolean): Scale | undefined {
  const at = nextWord(scan, i);
  if (at < 0) return undefined;
  const token = scan.tokens[at] as Token;
  const word = token.lower;
  const long = SCALES.get(word);
  if (long !== undefined) {
    if (word === 'k' && token.gap) return undefined;
    return { factor: long, at, to: at + 1 };
  }
  if (at !== i) return undefined;
  const short = MONEY_SCALES.get(word);
  if (short === undefined) return undefined;
  if (money)
    return token.gap && (word === 't' || word === 'b') ? undefined : { factor: short, at, to: at + 1 };
  return word === 'm' && !token.gap && countsFollow(scan, at + 1)
    ? { factor: short, at, to: at + 1 }
    : undefined;
}

/** Width of the white space before token `i` when it is one no-break or thin space, as between digit groups. */
function isGroupSpace(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  const before = scan.tokens[i - 1];
  if (token === undefined || before === undefined || token.start - before.end !== 1) return false;
  const code = scan.text.charCodeAt(before.end);
  return code === 0xa0 || code === 0x202f || code === 0x2009;
}

/** Index after the digit groups ("1,234,567") that begin at number token `i`; `i + 1` when there are none. */
function afterGroups(scan: Scan, i: number): number {
  const first = scan.tokens[i] as Token;
  let to = i + 1;
  if (first.text.length > 3) return to;
  const indian: number[] = [];
  for (let k = i + 1; k - i < 14; ) {
    const comma = isGlued(scan, k) && lowerAt(scan, k) === ',' && isGlued(scan, k + 1);
    const group = comma ? k + 1 : isGroupSpace(scan, k) ? k : -1;
    if (group < 0 || !isNumberAt(scan, group)) break;
    const length = (scan.tokens[group] as Token).text.length;
    if (length === 2 && comma) indian.push(group);
    else if (length === 3) {
      to = group + 1;
      if (indian.length > 0) return to;
    } else break;
    k = group + 1;
  }
  return to;
}

function readDigits(scan: Scan, i: number, money: boolean): Numeral | undefined {
  const first = scan.tokens[i] as Token;
  let to = afterGroups(scan, i);
  const grouped = to > i + 1;
  let digits = first.text;
  for (let k = i + 1; k < to; k++) if (isNumberAt(scan, k)) digits += (scan.tokens[k] as Token).text;
  if (digits.length > MAX_DIGITS) return undefined;
  let value = Number(digits);
  let place = 1;
  let decimal = false;
  if (lowerAt(scan, to) === '.' && isGlued(scan, to) && isNumberAt(scan, to + 1) && isGlued(scan, to + 1)) {
    const fraction = (scan.tokens[to + 1] as Token).text;
    if (fraction.length > MAX_DIGITS) return undefined;
    value = Number(`${digits}.${fraction}`);
    place = 10 ** -fraction.length;
    decimal = true;
    to += 2;
  } else {
    const sign = FRACTION_SIGNS.get(scan.tokens[to]?.text ?? '');
    if (sign !== undefined) {
      value += sign;
      place = 0.1;
      decimal = true;
      to++;
    } else {
      const slash = readSlashFraction(scan, to);
      if (slash !== undefined) {
        value += slash;
        place = 0.1;
        decimal = true;
        to += 3;
      }
    }
  }
  return scaled(scan, i, to, value, place, 'digits', money, grouped || decimal ? undefined : digits);
}

/** "1/2" after a whole number and a space ("2 1/2"). */
function readSlashFraction(scan: Scan, i: number): number | undefined {
  if (!isNumberAt(scan, i) || isGlued(scan, i) || lowerAt(scan, i + 1) !== '/' || !isGlued(scan, i + 1))
    return undefined;
  if (!isNumberAt(scan, i + 2) || !isGlued(scan, i + 2)) return undefined;
  const over = Number(lowerAt(scan, i));
  const under = Number(lowerAt(scan, i + 2));
  return over < under && (under === 2 || under === 3 || under === 4 || under === 8)
    ? over / under
    : undefined;
}

/** Adds the scale words behind a number and closes it. */
function scaled(
  scan: Scan,
  from: number,
  to: number,
  value: number,
  place: number,
  form: Written['form'],
  money: boolean,
  plain: string | undefined,
): Numeral {
  let factor = 1;
  let scale: Scale | undefined;
  let end = to;
  for (let step = 0; step < 2; step++) {
    const next = readScale(scan, end, money);
    if (next === undefined) break;
    factor *= next.factor;
    scale = scale === undefined ? next : { factor, at: scale.at, to: next.to };
    end = next.to;
  }
  const significant = significantDigits(value, place);
  if (scale === undefined) {
    const written: Written = { place, significant, form };
    return plain === undefined ? { from, to: end, value, written } : { from, to: end, value, written, plain };
  }
  const first = scan.tokens[scale.at] as Token;
  const last = scan.tokens[scale.to - 1] as Token;
  const spelt = first.text.length > 3;
  return {
    from,
    to: end,
    value: exact(value * factor),
    written: {
      place: place * factor,
      significant,
      form: form === 'digits' && spelt ? 'mixed' : form,
      scale: { factor, text: scan.text.slice(first.start, last.end), start: first.start, end: last.end },
    },
  };
}

/** ".5" — a decimal without its whole part. */
function readBareDecimal(scan: Scan, i: number, money: boolean): Numeral | undefined {
  if (!isNumberAt(scan, i + 1) || !isGlued(scan, i + 1) || isGlued(scan, i)) return undefined;
  const fraction = lowerAt(scan, i + 1);
  if (fraction.length > MAX_DIGITS) return undefined;
  return scaled(scan, i, i + 2, Number(`0.${fraction}`), 10 ** -fraction.length, 'digits', money, undefined);
}

const MINUS = new Set(['-', '−', '–', '‑']);

/** Index of the numeral behind a minus sign or the word "minus" at `i`; -1 when there is none. */
export function afterMinus(scan: Scan, i: number): number {
  const lower = lowerAt(scan, i);
  if (lower === 'minus') return i + 1;
  if (!MINUS.has(lower) || !isGlued(scan, i + 1)) return -1;
  const before = scan.tokens[i - 1];
  const open =
    scan.tokens[i]?.gap === true || before?.text === '(' || before?.text === '"' || before?.text === '“';
  return open ? i + 1 : -1;
}

function negative(numeral: Numeral, from: number): Numeral {
  return { from, to: numeral.to, value: -numeral.value, written: numeral.written };
}

/**
 * Reads the longest numeral at token `i`: digits with separators, decimals and fractions, number words, vague amounts,
 * each with its scale and sign. `money` allows the short scales that only a currency makes clear ("$5m").
 */
export function readNumeral(scan: Scan, i: number, money = false): Numeral | undefined {
  const token = scan.tokens[i];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return readDigits(scan, i, money);
  if (token.kind === 'word') {
    if (token.lower === 'minus') {
      const inner = lowerAt(scan, i + 1) === 'minus' ? undefined : readNumeral(scan, i + 1, money);
      return inner === undefined || inner.value < 0 ? undefined : negative(inner, i);
    }
    const words = readVague(scan, i) ?? readWords(scan, i);
    return words;
  }
  if (token.text === '.') return readBareDecimal(scan, i, money);
  const sign = FRACTION_SIGNS.get(token.text);
  if (sign !== undefined) return scaled(scan, i, i + 1, sign, 0.1, 'digits', money, undefined);
  const inner = afterMinus(scan, i);
  if (inner < 0 || !(isNumberAt(scan, inner) || lowerAt(scan, inner) === '.')) return undefined;
  const numeral = isNumberAt(scan, inner) ? readDigits(scan, inner, money) : undefined;
  return numeral === undefined ? undefined : negative(numeral, i);
}

/** True when a version, address or telephone number goes on at token `i` ("1.2.3", "555-12-34"). */
export function goesOn(scan: Scan, i: number): boolean {
  if (!isGlued(scan, i) || !isGlued(scan, i + 1) || !isNumberAt(scan, i + 1)) return false;
  const lower = lowerAt(scan, i);
  return (
    lower === '.' || lower === '/' || lower === ':' || lower === ',' || isHyphen(lower) || isJoint(scan, i)
  );
}
