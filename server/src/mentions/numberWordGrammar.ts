import type { Token } from '../prose/tokens.ts';
import type { Written } from './mention.ts';
import { DENOMINATORS, NUMBER_WORDS } from './numberWords.ts';
import { exact, type Numeral, significantDigits } from './numeral.ts';
import { isGlued, isHyphen, isWordAt, lowerAt, nextWord, type Scan } from './quantityScan.ts';

const MAX_WORDS = 16;

type State = 'start' | 'unit' | 'teen' | 'ten' | 'tenUnit' | 'hundred' | 'scale' | 'dozen';

const OPEN_TO_SMALL = new Set<State>(['start', 'hundred', 'scale']);
const SMALL = new Set<State>(['unit', 'teen', 'ten', 'tenUnit']);

/** Index of the token `words` steps on, hyphens stepped over; -1 when another word stands there. */
function follow(scan: Scan, i: number, words: readonly string[]): number {
  let k = i;
  for (const word of words) {
    const at = nextWord(scan, k);
    if (at < 0 || lowerAt(scan, at) !== word) return -1;
    k = at + 1;
  }
  return k;
}

const HALF_TAILS: readonly (readonly [readonly string[], number])[] = [
  [['and', 'a', 'half'], 0.5],
  [['and', 'a', 'quarter'], 0.25],
  [['and', 'three', 'quarters'], 0.75],
];

/** A number written in words, built up word by word. */
interface Sum {
  state: State;
  /** Finished groups ("two million" of "two million three hundred"). */
  total: number;
  /** The group under way, below a thousand. */
  group: number;
  limit: number;
  place: number;
  half: boolean;
  scale: { readonly factor: number; readonly token: Token } | undefined;
}

/** Adds the word to the sum when it may stand there. */
function add(sum: Sum, token: Token): boolean {
  const word = NUMBER_WORDS.get(token.lower);
  if (word === undefined) return false;
  const { state } = sum;
  if (word.kind === 'unit' && state === 'ten' && word.value > 0) {
    sum.group += word.value;
    sum.state = 'tenUnit';
  } else if (word.kind === 'unit' || word.kind === 'teen' || word.kind === 'ten') {
    if (!OPEN_TO_SMALL.has(state) || sum.half) return false;
    if (word.value === 0 && state !== 'start') return false;
    sum.group += word.value;
    sum.state = word.kind;
    sum.place = 1;
    sum.scale = undefined;
  } else if (word.kind === 'hundred') {
    if (!SMALL.has(state) || sum.group >= 100 || sum.group === 0) return false;
    sum.group *= 100;
    sum.state = 'hundred';
  } else if (word.kind === 'dozen') {
    if (!SMALL.has(state) || sum.total > 0) return false;
    sum.group *= 12;
    sum.state = 'dozen';
  } else {
    if (sum.group === 0 || word.value >= sum.limit) return false;
    sum.total += sum.group * word.value;
    sum.group = 0;
    sum.limit = word.value;
    sum.place = sum.half ? word.value / 10 : word.value;
    sum.half = false;
    sum.scale = { factor: word.value, token };
    sum.state = 'scale';
  }
  return true;
}

/** "point five" after a unit: the decimals' value and the index after them. */
function readPoint(scan: Scan, i: number): { value: number; place: number; to: number } | undefined {
  let value = 0;
  let place = 1;
  let k = i + 1;
  while (k - i < 7) {
    const word = NUMBER_WORDS.get(lowerAt(scan, k));
    if (word?.kind !== 'unit') break;
    place /= 10;
    value += word.value * place;
    k++;
  }
  return place < 1 ? { value, place, to: k } : undefined;
}

/** Reads "half a million", "a quarter of a million" at `i`. */
function readPartOfScale(scan: Scan, i: number): Numeral | undefined {
  let k = i;
  const article = lowerAt(scan, k) === 'a' || lowerAt(scan, k) === 'one';
  let times = 1;
  if (article) k++;
  else if (lowerAt(scan, k) === 'three' || lowerAt(scan, k) === 'two') {
    times = lowerAt(scan, k) === 'two' ? 2 : 3;
    k = nextWord(scan, k + 1);
    if (k < 0) return undefined;
  }
  const part = DENOMINATORS.get(lowerAt(scan, k));
  if (part === undefined || (part.plural ? times === 1 : times > 1)) return undefined;
  if (part.value !== 0.5 && times === 1 && !article) return undefined;
  let at = nextWord(scan, k + 1);
  if (lowerAt(scan, at) === 'of') at = nextWord(scan, at + 1);
  else if (part.value !== 0.5) return undefined;
  if (lowerAt(scan, at) === 'a') at = nextWord(scan, at + 1);
  const word = NUMBER_WORDS.get(lowerAt(scan, at));
  if (word === undefined || (word.kind !== 'scale' && word.kind !== 'dozen' && word.kind !== 'hundred'))
    return undefined;
  const token = scan.tokens[at] as Token;
  const value = exact(times * part.value * word.value);
  const place = word.value / 10;
  const written: Written =
    word.kind === 'scale'
      ? {
          place,
          significant: significantDigits(value, place),
          form: 'words',
          scale: { factor: word.value, text: token.text, start: token.start, end: token.end },
        }
      : { place: 1, significant: 1, form: 'words' };
  return { from: i, to: at + 1, value, written };
}

const ARTICLE_SCALES = new Set([
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
  'dozen',
  'lakh',
  'crore',
]);
const PART_STARTS = new Set(['a', 'one', 'half', 'three', 'two']);

/** Reads the longest number in words at `i` ("a hundred and five", "two and a half million"). */
export function readWords(scan: Scan, i: number): Numeral | undefined {
  const first = lowerAt(scan, i);
  if (PART_STARTS.has(first)) {
    const part = readPartOfScale(scan, i);
    if (part !== undefined) return part;
  }
  const sum: Sum = {
    state: 'start',
    total: 0,
    group: 0,
    limit: Number.POSITIVE_INFINITY,
    place: 1,
    half: false,
    scale: undefined,
  };
  let k = i;
  if (first === 'a' || first === 'an') {
    const at = nextWord(scan, i + 1);
    if (at < 0 || !ARTICLE_SCALES.has(lowerAt(scan, at))) return undefined;
    sum.group = 1;
    sum.state = 'unit';
    k = i + 1;
  } else if (!NUMBER_WORDS.has(first)) return undefined;
  let to = k;
  for (let step = 0; step < MAX_WORDS; step++) {
    let at = k === i ? i : nextWord(scan, k);
    if (at < 0) break;
    if (lowerAt(scan, at) === 'and' && k > i) {
      const tail = readTail(scan, k, sum);
      if (tail !== undefined) {
        k = tail;
        to = tail;
        continue;
      }
      if (sum.state !== 'hundred' && sum.state !== 'scale') break;
      at = nextWord(scan, at + 1);
      const next = NUMBER_WORDS.get(lowerAt(scan, at));
      if (next === undefined || next.kind === 'hundred' || next.kind === 'scale' || next.kind === 'dozen')
        break;
    } else if (
      lowerAt(scan, at) === 'point' &&
      (sum.state === 'unit' || sum.state === 'tenUnit' || sum.state === 'teen')
    ) {
      const point = readPoint(scan, at);
      if (point === undefined) break;
      sum.group = exact(sum.group + point.value);
      sum.place = point.place;
      k = point.to;
      to = k;
      const scale = NUMBER_WORDS.get(lowerAt(scan, k));
      if (scale?.kind !== 'scale') break;
      const token = scan.tokens[k] as Token;
      const place = sum.place * scale.value;
      add(sum, token);
      sum.place = place;
      to = ++k;
      break;
    }
    if (!add(sum, scan.tokens[at] as Token)) break;
    k = at + 1;
    to = k;
  }
  if (sum.state === 'start' || to === i) return undefined;
  const value = exact(sum.total + sum.group);
  const { place, scale } = sum;
  const written: Written = {
    place,
    significant: significantDigits(value, place),
    form: 'words',
    ...(scale === undefined
      ? {}
      : {
          scale: {
            factor: scale.factor,
            text: scale.token.text,
            start: scale.token.start,
            end: scale.token.end,
          },
        }),
    ...(sum.state === 'dozen' ? { vague: { low: value, high: value } } : {}),
  };
  return { from: i, to, value, written };
}

/** Takes "and a half" into the sum; gives the index after it. */
function readTail(scan: Scan, i: number, sum: Sum): number | undefined {
  if (sum.half || sum.state === 'start') return undefined;
  for (const [words, part] of HALF_TAILS) {
    const to = follow(scan, i, words);
    if (to < 0) continue;
    if (sum.state === 'scale') {
      sum.total += part * sum.limit;
      sum.place = sum.limit / 10;
    } else {
      sum.group += part;
      sum.place = 0.1;
      sum.half = true;
    }
    return to;
  }
  return undefined;
}

/** True when the words "and a half" stand at `i`; digits and articles take them too ("a year and a half"). */
export function readAndPart(
  scan: Scan,
  i: number,
): { readonly part: number; readonly to: number } | undefined {
  if (
    lowerAt(scan, i) !== 'and' &&
    !(isHyphen(lowerAt(scan, i)) && isGlued(scan, i) && isWordAt(scan, i + 1))
  ) {
    return undefined;
  }
  for (const [words, part] of HALF_TAILS) {
    const to = follow(scan, i, words);
    if (to >= 0) return { part, to };
  }
  return undefined;
}
