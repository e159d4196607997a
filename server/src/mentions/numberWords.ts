/** One word of a written-out number, with the place it may take in the number. */
export interface NumberWord {
  readonly kind: 'unit' | 'teen' | 'ten' | 'hundred' | 'scale' | 'dozen';
  readonly value: number;
}

const list = (words: string): readonly string[] => words.split(' ');

function fill<V>(map: Map<string, V>, words: string, value: (index: number) => V): void {
  list(words).forEach((word, index) => {
    map.set(word, value(index));
  });
}

const numberWords = new Map<string, NumberWord>();
fill(numberWords, 'zero one two three four five six seven eight nine', (i) => ({ kind: 'unit', value: i }));
fill(numberWords, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', (i) => ({
  kind: 'teen',
  value: 10 + i,
}));
fill(numberWords, 'twenty thirty forty fifty sixty seventy eighty ninety', (i) => ({
  kind: 'ten',
  value: 20 + 10 * i,
}));
numberWords.set('hundred', { kind: 'hundred', value: 100 });
numberWords.set('dozen', { kind: 'dozen', value: 12 });
fill(numberWords, 'thousand million billion trillion', (i) => ({ kind: 'scale', value: 1000 ** (i + 1) }));
numberWords.set('lakh', { kind: 'scale', value: 1e5 });
numberWords.set('crore', { kind: 'scale', value: 1e7 });

/** Words that build a cardinal number. */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = numberWords;

/** Scales that may follow digits, written out or short. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['k', 1e3],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

/** Short scales that need a currency before the number, for they are units or labels elsewhere. */
export const MONEY_SCALES: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['mm', 1e6],
  ['mil', 1e6],
  ['b', 1e9],
  ['t', 1e12],
]);

const ordinalWords = new Map<string, number>();
fill(
  ordinalWords,
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
  (i) => i + 1,
);
fill(
  ordinalWords,
  'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth',
  (i) => 20 + 10 * i,
);
ordinalWords.set('hundredth', 100);

/** Ordinal words up to "nineteenth", the tens and "hundredth". */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = ordinalWords;

/** A denominator in words. */
export interface Denominator {
  readonly value: number;
  readonly plural: boolean;
}

const denominators = new Map<string, Denominator>([
  ['half', { value: 1 / 2, plural: false }],
  ['halves', { value: 1 / 2, plural: true }],
]);
list('third quarter fifth sixth seventh eighth ninth tenth').forEach((word, i) => {
  denominators.set(word, { value: 1 / (i + 3), plural: false });
  denominators.set(`${word}s`, { value: 1 / (i + 3), plural: true });
});
denominators.set('hundredths', { value: 1 / 100, plural: true });

/** Denominators of written fractions ("third", "quarters"). */
export const DENOMINATORS: ReadonlyMap<string, Denominator> = denominators;

/** Fractions that have a sign of their own. */
export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

/** The range that a written fraction is understood to cover. */
export function fractionRange(value: number): { readonly low: number; readonly high: number } {
  const near = (to: number): boolean => Math.abs(value - to) < 1e-9;
  if (near(1 / 2)) return { low: 0.48, high: 0.52 };
  if (near(1 / 3)) return { low: 0.32, high: 0.345 };
  if (near(2 / 3)) return { low: 0.65, high: 0.685 };
  if (near(1 / 4)) return { low: 0.24, high: 0.26 };
  if (near(1 / 5)) return { low: 0.19, high: 0.21 };
  return { low: value * 0.96, high: value * 1.04 };
}

/** Words for an amount without a figure: the value they stand for and the range they cover. */
export interface VagueWord {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Plural amounts ("hundreds"); "of" and a further scale may follow ("hundreds of thousands"). */
export const VAGUE_PLURALS: ReadonlyMap<string, VagueWord> = new Map([
  ['tens', { value: 20, low: 20, high: 99 }],
  ['dozens', { value: 24, low: 24, high: 99 }],
  ['scores', { value: 40, low: 40, high: 100 }],
  ['hundreds', { value: 200, low: 200, high: 999 }],
  ['thousands', { value: 2e3, low: 2e3, high: 9999 }],
  ['millions', { value: 2e6, low: 2e6, high: 9999999 }],
  ['billions', { value: 2e9, low: 2e9, high: 9999999999 }],
  ['trillions', { value: 2e12, low: 2e12, high: 9999999999999 }],
]);

/** Plural scales that may follow "tens of", "hundreds of" and the like. */
export const PLURAL_SCALES: ReadonlyMap<string, number> = new Map([
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);
