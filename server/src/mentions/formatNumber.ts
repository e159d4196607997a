import { tokenize } from '../prose/tokens.ts';
import { readNumeral } from './numberGrammar.ts';
import { numberInWords, ordinalInWords, ordinalSuffix } from './numberSpelling.ts';
import { DENOMINATORS, ORDINAL_WORDS } from './numberWords.ts';
import { exact, type Numeral } from './numeral.ts';
import { createScan, isNumberAt, lowerAt, nextWord, type Scan } from './quantityScan.ts';

/** Families of scales: a value moves within the family in which the draft writes. */
const FAMILIES: readonly (readonly (readonly [string, number])[])[] = [
  [
    ['thousand', 1e3],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
  ],
  [
    ['m', 1e6],
    ['bn', 1e9],
    ['tn', 1e12],
  ],
  [
    ['mn', 1e6],
    ['bn', 1e9],
    ['tn', 1e12],
  ],
  [
    ['k', 1e3],
    ['m', 1e6],
    ['b', 1e9],
    ['t', 1e12],
  ],
];
const MAX_DECIMALS = 3;

const decimals = (value: number): number => (String(exact(value)).split('.')[1] ?? '').length;

function asCase(text: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return text.toUpperCase();
  const first = like.charAt(0);
  return first !== first.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Writes digits with the thousands separator and the decimals that `like` has. */
function digits(value: number, like: string): string {
  const wanted = /\.(\d\d)$/.test(like.trim()) && decimals(value) === 1 ? 2 : decimals(value);
  const [whole = '0', fraction] = value.toFixed(Math.min(wanted, 12)).split('.');
  const separator = /\d([,\u00a0\u202f\u2009])\d{3}/.exec(like)?.[1];
  const bare = separator === undefined && /\d{4}/.test(like);
  const grouped = bare || whole.length < 4 ? whole : group(whole, separator ?? ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function group(whole: string, separator: string): string {
  let out = '';
  for (let i = 0; i < whole.length; i++) {
    if (i > 0 && (whole.length - i) % 3 === 0) out += separator;
    out += whole.charAt(i);
  }
  return out;
}

/** The scale that suits `value`: the written one, or another of its family when the figure would be clumsy. */
function scaleFor(value: number, text: string, factor: number): readonly [string, number] | undefined {
  const fits = (by: number): boolean => {
    const part = exact(value / by);
    return part >= 1 && part < 1000 && decimals(part) <= MAX_DECIMALS;
  };
  if (fits(factor)) return [text, factor];
  const lower = text.toLowerCase();
  for (const family of FAMILIES) {
    if (!family.some(([name, by]) => name === lower && by === factor)) continue;
    for (const [name, by] of family) if (fits(by)) return [asCase(name, text), by];
  }
  return decimals(value / factor) <= MAX_DECIMALS && value / factor >= 0.01 ? [text, factor] : undefined;
}

const SIGN = /^(?:[-−–‑]|minus\s+)/i;

/** Writes `value` as the numeral `text` is written. */
function single(value: number, text: string, numeral: Numeral): string | undefined {
  const sign = SIGN.exec(text)?.[0] ?? '';
  const body = text.slice(sign.length);
  const mark = value < 0 ? sign || '-' : '';
  const size = Math.abs(value);
  const { written } = numeral;
  if (!/\d/.test(body))
    return mark + words(size, body, written.vague !== undefined && written.vague.low !== written.vague.high);
  if (written.scale === undefined) return mark + digits(size, body);
  const scaleText = written.scale.text;
  const cut = body.lastIndexOf(scaleText);
  const scale = cut < 0 ? undefined : scaleFor(size, scaleText, written.scale.factor);
  if (scale === undefined) return mark + digits(size, '1,000');
  const figure = body.slice(0, cut);
  const space = figure.slice(figure.trimEnd().length);
  const hyphen = space === '' && figure.endsWith('-') ? '-' : '';
  return mark + digits(exact(size / scale[1]), figure.replace(/[-\s]+$/, '')) + space + hyphen + scale[0];
}

function words(value: number, like: string, vague: boolean): string {
  const spelt = vague && value >= 10 ? undefined : numberInWords(value);
  // nobody spells "one hundred and thirty-three thousand" out
  const long = spelt !== undefined && /hundred .*thousand/.test(spelt);
  return spelt === undefined || long ? digits(value, '1,000') : asCase(spelt, like);
}

const FRACTIONS: readonly (readonly [number, string])[] = [...DENOMINATORS]
  .filter(([, part]) => !part.plural)
  .flatMap(([name, part]) =>
    [1, 2, 3, 4, 5, 7].map((over) => [over * part.value, over === 1 ? `a ${name}` : name, over] as const),
  )
  .filter(([value, , over]) => value < 1 && (over as number) >= 1)
  .map(
    ([value, name, over]) =>
      [value, over === 1 ? name : `${numberInWords(over as number)} ${name}s`] as const,
  );

/** "a third" → "a quarter", "two-thirds" → "three-quarters"; undefined when no plain fraction has the value. */
function fraction(value: number, like: string): string | undefined {
  const found = FRACTIONS.find(([each]) => Math.abs(each - value) < 1e-6)?.[1];
  if (found === undefined) return undefined;
  const named = found === 'a half' ? 'half' : found.replace(/^a eighth/, 'an eighth');
  return asCase(like.includes('-') && !named.startsWith('a') ? named.replace(' ', '-') : named, like);
}

function scanOf(text: string): Scan {
  return createScan(text, tokenize(text), []);
}

/** The value that a number is written with, before its unit says more: 52 for the "52" of "52 cents" ($0.52). */
export function numeralValue(text: string): number | undefined {
  return readNumeral(scanOf(text), 0, true)?.value;
}

/**
 * Writes `value` (and `high`, for a range or a score) in the form of `original`, the text of a quantity's number span:
 * number words stay words, digits keep their separators, scales their style. Undefined when that form cannot hold it.
 */
export function formatLike(value: number, original: string, high?: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const scan = scanOf(original);
  const lower = original.toLowerCase();
  if (lower === 'twice' || lower === 'thrice') {
    return value === 2
      ? asCase('twice', original)
      : asCase(`${numberInWords(value) ?? digits(value, '')} times`, original);
  }
  if (lower === 'a' || lower === 'an' || lower === 'half a' || lower === 'half an') {
    return value === 1
      ? asCase('a', original)
      : Number.isInteger(value)
        ? words(value, original, false)
        : undefined;
  }
  const ordinal = formatOrdinal(value, scan, original);
  if (ordinal !== undefined) return ordinal;
  const first = readNumeral(scan, 0, true);
  const isPart =
    first === undefined
      ? DENOMINATORS.has(lowerAt(scan, 0)) || lowerAt(scan, 0) === 'a'
      : namesPart(scan, first.to);
  if (isPart) return value < 1 ? fraction(value, original) : undefined;
  if (first === undefined) return undefined;
  const end = scan.tokens[first.to - 1]?.end ?? original.length;
  if (first.to >= scan.tokens.length) return single(value, original, first);
  const second = lastNumeral(scan, first.to);
  if (second === undefined || high === undefined) return undefined;
  const start = scan.tokens[second.from]?.start ?? 0;
  const tail = original.slice(start);
  const shared = first.written.scale === undefined ? second.written.scale?.factor : undefined;
  const low = shared !== undefined && value >= shared ? exact(value / shared) : value;
  const a = single(low, original.slice(0, end), first);
  const b = single(high, tail, second);
  return a === undefined || b === undefined ? undefined : a + original.slice(end, start) + b;
}

const namesPart = (scan: Scan, i: number): boolean => {
  const at = nextWord(scan, i);
  return at >= 0 && DENOMINATORS.has(lowerAt(scan, at)) && at === scan.tokens.length - 1;
};

/** The numeral that ends the text, behind a link and a currency sign. */
function lastNumeral(scan: Scan, i: number): Numeral | undefined {
  for (let k = i + 1; k <= i + 3 && k < scan.tokens.length; k++) {
    const numeral = readNumeral(scan, k, true);
    if (numeral !== undefined)
      return numeral.to === scan.tokens.length && numeral.value >= 0 ? numeral : undefined;
  }
  return undefined;
}

function formatOrdinal(value: number, scan: Scan, original: string): string | undefined {
  if (!Number.isInteger(value) || value < 0) return undefined;
  if (isNumberAt(scan, 0) && scan.tokens.length === 2 && /^(?:st|nd|rd|th)$/.test(lowerAt(scan, 1))) {
    return `${value}${ordinalSuffix(value)}`;
  }
  const last = lowerAt(scan, scan.tokens.length - 1);
  const isWord =
    ORDINAL_WORDS.has(last) && (scan.tokens.length === 1 || (scan.tokens.length === 3 && last !== 'third'));
  if (!isWord) return undefined;
  const spelt = ordinalInWords(value);
  return spelt === undefined ? `${value}${ordinalSuffix(value)}` : asCase(spelt, original);
}
