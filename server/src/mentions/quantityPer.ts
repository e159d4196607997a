import { isGlued, isJoint, isNumberAt, isWordAt, lowerAt, type Scan } from './quantityScan.ts';

/** The base of a rate: its canonical text and the index after it. */
export interface Per {
  readonly text: string;
  readonly to: number;
}

const BASES = new Set(
  'second minute hour day night week weekend fortnight month quarter year decade head person game match share barrel tonne ton litre liter gallon kilo kg unit ticket mile km kilometre bottle piece capita household pupil student patient worker employee visit session season lap round set inning'.split(
    ' ',
  ),
);

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** Reads "a year", "per barrel", "an hour", "each week", "per 100,000 people", "-a-share", "/day" at token `i`. */
export function readPer(scan: Scan, i: number): Per | undefined {
  const hyphen = isJoint(scan, i);
  const at = hyphen ? i + 1 : i;
  const word = lowerAt(scan, at);
  let base = at + 1;
  if (hyphen && isJoint(scan, base)) base++;
  if (word === 'a' || word === 'an' || word === 'each' || word === 'every') {
    const text = lowerAt(scan, base);
    if (!BASES.has(text) || (!hyphen && isGlued(scan, at))) return undefined;
    // "a year ago" and "a week before" hang on the event, not on the number.
    const next = lowerAt(scan, base + 1);
    if (next === 'ago' || next === 'earlier' || next === 'later' || next === 'before' || next === 'after')
      return undefined;
    return { text, to: base + 1 };
  }
  // "118 lambs for every 100 ewes"
  if (word === 'for' && /^(?:every|each)$/.test(lowerAt(scan, at + 1)) && isNumberAt(scan, at + 2))
    return perNumber(scan, at + 2);
  if (word === 'per' && lowerAt(scan, base) !== 'cent') {
    if (isNumberAt(scan, base)) return perNumber(scan, base);
    if (!isWordAt(scan, base)) return undefined;
    const count = PER_WORDS.get(lowerAt(scan, base));
    if (count !== undefined) {
      const of = lowerAt(scan, base + 1);
      return of === 'people' ? { text: count, to: base + 2 } : { text: count, to: base + 1 };
    }
    const further = singular(lowerAt(scan, base + 1));
    if (!BASES.has(singular(lowerAt(scan, base))) && BASES.has(further))
      return { text: further, to: base + 2 };
    return { text: singular(lowerAt(scan, base)), to: base + 1 };
  }
  if (word === '/' && isGlued(scan, at) && isWordAt(scan, base) && isGlued(scan, base)) {
    const text = singular(lowerAt(scan, base));
    return BASES.has(text) ? { text, to: base + 1 } : undefined;
  }
  return undefined;
}

const PER_WORDS: ReadonlyMap<string, string> = new Map([
  ['thousand', '1000'],
  ['million', '1000000'],
]);

function perNumber(scan: Scan, i: number): Per {
  let text = lowerAt(scan, i);
  let to = i + 1;
  while (
    lowerAt(scan, to) === ',' &&
    isGlued(scan, to) &&
    isGlued(scan, to + 1) &&
    isNumberAt(scan, to + 1) &&
    to - i < 8
  ) {
    text += lowerAt(scan, to + 1);
    to += 2;
  }
  const unit = lowerAt(scan, to);
  if (unit === 'million') {
    text += '000000';
    to++;
  }
  return { text, to };
}
