import type { Token } from '../prose/tokens.ts';
import type { Span } from '../text/span.ts';
import { readAge, readDecadeOfAge } from './age.ts';
import { readDayMonth, readMonthDay, readWeekday } from './date.ts';
import { readDecade, readNumericDate, readYearInWords, readYearRange } from './dateNumeric.ts';
import { readDayWord, readDecadeWord, readPart, readQuarter, readSeason, readStep } from './dateRelative.ts';
import { DECADES, MONTHS, PARTS, SEASONS, SHORT_WEEKDAYS, WEEKDAYS } from './dateWords.ts';
import type { DateMention, TimeMention } from './mention.ts';
import { FRACTION_SIGNS, NUMBER_WORDS, ORDINAL_WORDS, VAGUE_PLURALS } from './numberWords.ts';
import { readArticleSpan, readPointFraction, readQuantity } from './quantity.ts';
import { buildQuantity, type Fact, type Outcome, one } from './quantityBuild.ts';
import { withElidedUnits } from './quantityElided.ts';
import { readArticleFraction } from './quantityFraction.ts';
import { isGluedToName } from './quantityName.ts';
import { readOrdinalWord } from './quantityOrdinal.ts';
import {
  createScan,
  isGlued,
  isNumberAt,
  lowerAt,
  nextWord,
  type Reading,
  type Scan,
  spanOf,
} from './quantityScan.ts';
import { readRaceClock } from './raceClock.ts';
import { readTime } from './time.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS } from './units.ts';

type Reader = (scan: Scan, i: number) => Outcome | undefined;

const asOutcome = (reading: Reading<DateMention | TimeMention> | undefined): Outcome | undefined =>
  reading === undefined ? undefined : one(reading.mention, reading.to);

const dated =
  (read: (scan: Scan, i: number) => Reading<DateMention | TimeMention> | undefined): Reader =>
  (scan, i) =>
    asOutcome(read(scan, i));

const inTurn =
  (...readers: readonly Reader[]): Reader =>
  (scan, i) => {
    for (const read of readers) {
      const outcome = read(scan, i);
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  };

/** "twice the rate": two times. */
const readTwice: Reader = (scan, i) => {
  const outcome = buildQuantity(scan, {
    dimension: 'count',
    value: lowerAt(scan, i) === 'twice' ? 2 : 3,
    written: { place: 1, significant: 1, form: 'words' },
    from: i,
    to: i + 1,
    number: [i, i + 1],
  });
  const fact = outcome.facts[0];
  if (fact?.kind !== 'quantity') return outcome;
  const noun = { text: 'times', modifiers: [], start: fact.start, end: fact.end };
  return { facts: [{ noun, ...fact }], to: outcome.to };
};

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['single', 1],
  ['double', 2],
  ['triple', 3],
]);

/** "low double-digit growth", "in the single digits": how many digits a share or a score has. */
const readDigits: Reader = (scan, i) => {
  const value = DIGITS.get(lowerAt(scan, i));
  const at = nextWord(scan, i + 1);
  const word = at < 0 ? '' : lowerAt(scan, at);
  if (value === undefined || (word !== 'digit' && word !== 'digits')) return undefined;
  return buildQuantity(scan, {
    dimension: 'label',
    value,
    written: { place: 1, significant: 1, form: 'words' },
    from: i,
    to: at + 1,
    number: [i, i + 1],
    unit: 'digits',
    unitSpan: spanOf(scan, at, at + 1),
  });
};

const MOST_OF = new Set(['the', 'its', 'their', 'his', 'her', 'our', 'those', 'these', 'them', 'all']);

const MARGIN = new Set(['just', 'about', 'more', 'over', 'only', 'nearly', 'at', 'less', 'around', 'almost']);

/** "most of the …", "a majority of": more than half. */
const readMost: Reader = (scan, i) => {
  if (lowerAt(scan, i + 1) !== 'of' || (lowerAt(scan, i) === 'most' && !MOST_OF.has(lowerAt(scan, i + 2))))
    return undefined;
  const before = lowerAt(scan, i - 1);
  if (before === 'at' || (lowerAt(scan, i) === 'majority' && before !== 'a' && before !== 'the'))
    return undefined;
  // "a majority of 187 votes" is a margin.
  if (isNumberAt(scan, i + 2) || MARGIN.has(lowerAt(scan, i + 2))) return undefined;
  return buildQuantity(scan, {
    dimension: 'fraction',
    value: 0.5,
    written: { place: 0.01, significant: 1, form: 'words', vague: { low: 0.5, high: 1 } },
    from: i,
    to: i + 1,
    number: [i, i + 1],
  });
};

/** Which readers may start at a word, in order; the first that takes it wins. */
const STARTERS: ReadonlyMap<string, Reader> = (() => {
  const map = new Map<string, Reader>();
  const add = (words: Iterable<string>, reader: Reader): void => {
    for (const word of words) {
      const earlier = map.get(word);
      map.set(word, earlier === undefined ? reader : inTurn(earlier, reader));
    }
  };
  const tens = [...NUMBER_WORDS].filter(([, word]) => word.kind === 'ten').map(([word]) => word);
  add(['q', 'first', 'second', 'third', 'fourth', 'final'], dated(readQuarter));
  add([...tens, ...ORDINAL_WORDS.keys()], dated(readDayMonth));
  add(tens, readOrdinalWord);
  add(ORDINAL_WORDS.keys(), readOrdinalWord);
  add(
    'one two three four five six seven eight nine ten eleven twelve noon midday midnight'.split(' '),
    dated(readTime),
  );
  add(['sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'], dated(readYearInWords));
  add([...NUMBER_WORDS.keys(), ...VAGUE_PLURALS.keys(), 'several', 'minus', 'a', 'an', 'half'], readQuantity);
  add(['a', 'an', 'half'], readPointFraction);
  add(['a', 'an', 'half'], readArticleFraction);
  add(['a', 'an', 'half'], readArticleSpan);
  add(['us', 'a', 'au', 'c', 'ca', 'can', 'hk', 'nz', 's', 'nt', 'r'], readQuantity);
  add(
    [...CURRENCY_CODES.keys()].map((code) => code.toLowerCase()),
    readQuantity,
  );
  add(['aged', 'ages', 'age'], readAge);
  const possessive = (words: Iterable<string>): string[] => [...words].flatMap((word) => [word, `${word}'s`]);
  add(possessive(MONTHS.keys()), dated(readMonthDay));
  add(possessive([...WEEKDAYS.keys(), ...SHORT_WEEKDAYS.keys()]), dated(readWeekday));
  add(possessive(['yesterday', 'today', 'tomorrow', 'tonight']), dated(readDayWord));
  add(['day'], dated(readDayWord));
  add(['last', 'past', 'this', 'current', 'next', 'coming'], dated(readStep));
  add(PARTS.keys(), dated(readPart));
  add(SEASONS.keys(), dated(readSeason));
  add(DECADES.keys(), inTurn(readDecadeOfAge, dated(readDecadeWord)));
  add(['twice', 'thrice'], readTwice);
  add(DIGITS.keys(), readDigits);
  add(['most', 'majority'], readMost);
  return map;
})();

const readFromNumber: Reader = (scan, i) => {
  if (isGluedToName(scan, i)) return readQuantity(scan, i);
  return (
    asOutcome(readNumericDate(scan, i)) ??
    asOutcome(readDayMonth(scan, i)) ??
    asOutcome(readYearRange(scan, i)) ??
    readDecadeOfAge(scan, i) ??
    asOutcome(readDecade(scan, i)) ??
    readRaceClock(scan, i) ??
    asOutcome(readTime(scan, i)) ??
    readQuantity(scan, i)
  );
};

const MINUS = new Set(['-', '−', '–', '.']);

function readAt(scan: Scan, i: number, token: Token): Outcome | undefined {
  if (token.kind === 'number') return readFromNumber(scan, i);
  if (token.kind === 'word') return STARTERS.get(token.lower)?.(scan, i);
  const { text } = token;
  if (CURRENCY_SIGNS.has(text)) return readQuantity(scan, i);
  if (MINUS.has(text)) return isGlued(scan, i + 1) && token.gap ? readQuantity(scan, i) : undefined;
  if (FRACTION_SIGNS.has(text)) return readQuantity(scan, i);
  if ((text === "'" || text === '’' || text === '‘') && isNumberAt(scan, i + 1) && isGlued(scan, i + 1)) {
    return asOutcome(readDecade(scan, i + 1));
  }
  return undefined;
}

/**
 * Finds the quantities, dates and times of one block in a single pass over its tokens, sorted and without overlap.
 * Each reader looks a bounded number of tokens ahead and back, so the time is linear in the length of the text.
 */
export function recogniseFacts(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Span[],
): readonly Fact[] {
  const scan = createScan(text, tokens, sentences);
  const facts: Fact[] = [];
  let i = 0;
  while (i < tokens.length) {
    const outcome = readAt(scan, i, tokens[i] as Token);
    if (outcome === undefined || outcome.to <= i) {
      i++;
      continue;
    }
    for (const fact of outcome.facts) facts.push(fact);
    i = outcome.to;
  }
  return withElidedUnits(facts, text);
}
