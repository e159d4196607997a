import { FUNCTION_WORDS } from './countedNoun.ts';
import { readYear } from './dateNumeric.ts';
import { MONTHS, WEEKDAYS } from './dateWords.ts';
import { goesOn } from './numberGrammar.ts';
import { exact, type Numeral } from './numeral.ts';
import { buildQuantity, countParts, type Outcome, one, plainWritten, quiet } from './quantityBuild.ts';
import { readFraction, readShare } from './quantityFraction.ts';
import { isAddress, isGluedToName, isLabelled, isLabelWord, isNameWord, isNoCount } from './quantityName.ts';
import { readOrdinalDigits } from './quantityOrdinal.ts';
import { pluralAt } from './quantityRange.ts';
import {
  isCapitalised,
  isDash,
  isGlued,
  isHyphen,
  isNumberAt,
  isWordAt,
  lowerAt,
  type Scan,
} from './quantityScan.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Reads a numeral that no unit follows: fraction, age, score, ordinal, year, label or count. */
export function readCount(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from } = numeral;
  const fraction = readFraction(scan, numeral) ?? readShare(scan, numeral);
  if (fraction !== undefined) return fraction;
  if (isNoCount(scan, numeral.to)) return quiet(chainEnd(scan, numeral.to + 1));
  if (numeral.written.form === 'words') return readWordCount(scan, numeral);
  const digits = isNumberAt(scan, from);
  if (digits && isGluedToName(scan, from)) return quiet(chainEnd(scan, numeral.to));
  if (numeral.plain !== undefined) {
    const special =
      readScore(scan, numeral) ??
      readAgeAside(scan, numeral) ??
      readAgePredicate(scan, numeral) ??
      readAgeBound(scan, numeral) ??
      readAgeOfPerson(scan, numeral) ??
      readOrdinalDigits(scan, numeral);
    if (special !== undefined) return special;
    const height = readHeight(scan, numeral);
    if (height !== undefined) return height;
    if (isTelephone(scan, numeral)) return quiet(numberRunEnd(scan, numeral.to));
  }
  if (goesOn(scan, numeral.to)) return quiet(chainEnd(scan, numeral.to));
  if (
    isGlued(scan, numeral.to) &&
    isWordAt(scan, numeral.to) &&
    !/^(?:s|x)$/.test(lowerAt(scan, numeral.to))
  ) {
    return quiet(chainEnd(scan, numeral.to));
  }
  if (numeral.plain !== undefined && numeral.plain.length > 4 && numeral.plain.startsWith('0'))
    return quiet(numeral.to);
  if (numeral.plain?.length === 4) {
    const year = readYear(scan, from);
    if (year !== undefined) return one(year.mention, year.to);
  }
  if (digits && isLabelled(scan, numeral)) return readLabel(scan, numeral);
  if (digits && (isAddress(scan, numeral.to) || isListMark(scan, numeral))) return quiet(numeral.to);
  return buildQuantity(scan, countParts(numeral));
}

/** "Article 50", "FIFA 17": the number belongs to the word before it. Signs and emergency calls have no such word. */
function readLabel(scan: Scan, numeral: Numeral): Outcome {
  const { from, to } = numeral;
  const label = lowerAt(scan, from - 1);
  if (
    !isWordAt(scan, from - 1) ||
    isGlued(scan, from) ||
    numeral.plain === undefined ||
    CALLING.test(label) ||
    FUNCTION_WORDS.has(label)
  )
    return quiet(to);
  return buildQuantity(scan, { ...countParts(numeral), dimension: 'label', unit: label });
}

/** "call 999" */
const CALLING = /^(?:call|dial|ring|phone|nos?$)/;

/** 5'11": feet and inches by their signs. */
function readHeight(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to, value } = numeral;
  if (
    !/^['’′]$/.test(lowerAt(scan, to)) ||
    !isGlued(scan, to) ||
    !isNumberAt(scan, to + 1) ||
    !isGlued(scan, to + 1)
  )
    return undefined;
  const inches = Number(lowerAt(scan, to + 1));
  if (value > 9 || inches > 11) return undefined;
  const end = /^["”″]$/.test(lowerAt(scan, to + 2)) && isGlued(scan, to + 2) ? to + 3 : to + 2;
  return buildQuantity(scan, {
    dimension: 'length',
    value: exact(value + inches / 12),
    written: { place: 1 / 12, significant: 3, form: 'digits' },
    from,
    to: end,
    number: [from, end],
    unit: 'ft',
  });
}

/** Index after a run of glued digits, letters and separators. */
function chainEnd(scan: Scan, i: number): number {
  let k = i;
  while (isGlued(scan, k)) {
    const token = scan.tokens[k];
    if (token?.kind === 'punctuation' && (!/^[-./:_‑]$/.test(token.text) || !isGlued(scan, k + 1))) break;
    k++;
  }
  return k;
}

function numberRunEnd(scan: Scan, i: number): number {
  let k = i;
  while (
    k < scan.tokens.length &&
    (isNumberAt(scan, k) || (isHyphen(lowerAt(scan, k)) && isNumberAt(scan, k + 1)))
  )
    k++;
  return k;
}

/** "020 7946 0958", "+44 20 …": groups of digits that are dialled. */
function isTelephone(scan: Scan, numeral: Numeral): boolean {
  const digits = numeral.plain as string;
  const more =
    isNumberAt(scan, numeral.to) || (lowerAt(scan, numeral.to) === '(' && isNumberAt(scan, numeral.to + 1));
  const plus = lowerAt(scan, numeral.from - 1) === '+' && isGlued(scan, numeral.from);
  return more && (plus || (digits.startsWith('0') && digits.length > 2));
}

/** "1." or "(1)" before a sentence or an item numbers it; "[12]" is a note. */
function isListMark(scan: Scan, numeral: Numeral): boolean {
  const { from, to } = numeral;
  const before = scan.tokens[from - 1];
  const after = lowerAt(scan, to);
  if (before?.text === '[' && after === ']') return true;
  if (numeral.plain === undefined || numeral.plain.length > 2) return false;
  if (before?.text === '(' && after === ')') return scan.starts[from - 1] === 1;
  const opens =
    scan.starts[from] === 1 ||
    before === undefined ||
    (before.kind === 'punctuation' && /^[:;.)]$/.test(before.text));
  const next = scan.tokens[to + 1];
  const capital = next === undefined || isCapitalised(next) || next.kind !== 'word';
  return (
    opens && isGlued(scan, to) && (after === '.' || after === ')') && (scan.starts[from] === 1 || capital)
  );
}

const VOTES = words('vote voted voting votes score won win beat lost victory defeat margin');
const AFTER_SCORE = words(
  'years year months month weeks week days day hours hour minutes minute miles km per percent million billion',
);

/** "3-2", "6–4": two whole numbers joined by a dash that no unit or counted plural follows; "52 to 48" after a vote. */
function readScore(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to } = numeral;
  const first = numeral.plain as string;
  if (first.length > 3 || !isNumberAt(scan, to + 1)) return undefined;
  const dash = isDash(lowerAt(scan, to)) && isGlued(scan, to) && isGlued(scan, to + 1);
  const vote = lowerAt(scan, to) === 'to' && hasBefore(scan, from, VOTES, 5);
  if (!dash && !vote) return undefined;
  const second = lowerAt(scan, to + 1);
  const end = to + 2;
  if (second.length > 3 || AFTER_SCORE.has(lowerAt(scan, end)) || lowerAt(scan, end) === '%')
    return undefined;
  if (isGlued(scan, from) && isDash(lowerAt(scan, from - 1))) return undefined;
  if (isGlued(scan, end) && (isWordAt(scan, end) || goesOn(scan, end)))
    return dash ? quiet(chainEnd(scan, end)) : undefined;
  if (first === '50' && second === '50') return quiet(end);
  return buildQuantity(scan, {
    dimension: 'score',
    value: Number(first),
    high: Number(second),
    written: plainWritten(Number(first), 'digits'),
    from,
    to: end,
    number: [from, end],
  });
}

function hasBefore(scan: Scan, i: number, set: ReadonlySet<string>, reach: number): boolean {
  for (let k = i - 1; k >= i - reach && k >= 0; k--) if (set.has(lowerAt(scan, k))) return true;
  return false;
}

const PERSONS = words(
  'man woman boy girl father mother husband wife son daughter brother sister teacher student officer driver actor actress singer star player forward striker midfielder defender goalkeeper winger captain farmer nurse doctor engineer lawyer pensioner teenager victim suspect',
);

const BEING = words('was is turned');
const RELATIVE = words('who he she');

/** "He was 77.", "Maddox, who was 77,": a number that ends its clause after a person and "was". */
function readAgePredicate(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to, value } = numeral;
  if (!BEING.has(lowerAt(scan, from - 1)) || value < 1 || value > 110 || !Number.isInteger(value))
    return undefined;
  if (!RELATIVE.has(lowerAt(scan, from - 2))) return undefined;
  const next = scan.tokens[to];
  const ends =
    next === undefined || (/^[,.;:]$/.test(next.text) && !isNumberAt(scan, to + 1)) || next.lower === 'when';
  return ends ? age(scan, numeral) : undefined;
}

const AGED = words(
  'men women people children adults boys girls patients voters drivers pensioners workers those anyone everyone persons residents passengers players athletes',
);

/** "men over 55": a bound with nothing behind it that would be counted. */
function readAgeBound(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to, value } = numeral;
  if (!/^(?:over|under|above|below)$/.test(lowerAt(scan, from - 1)) || value < 10 || value > 99)
    return undefined;
  if (!AGED.has(lowerAt(scan, from - 2)) || !Number.isInteger(value)) return undefined;
  const next = scan.tokens[to];
  const ends = next === undefined || /^[,.;:)]$/.test(next.text) || FUNCTION_WORDS.has(next.lower);
  return ends && !isNumberAt(scan, to + 1) ? age(scan, numeral) : undefined;
}

const ONE_PERSON = words('man woman boy girl youth teenager widow widower pensioner baby toddler');

/** "A man of 52 was arrested": the age of one person, with nothing behind it that would be counted. */
function readAgeOfPerson(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to, value } = numeral;
  if (lowerAt(scan, from - 1) !== 'of' || !ONE_PERSON.has(lowerAt(scan, from - 2))) return undefined;
  if (value < 1 || value > 110 || !Number.isInteger(value)) return undefined;
  const next = scan.tokens[to];
  const ends =
    next === undefined ||
    /^[,.;:)]$/.test(next.text) ||
    FUNCTION_WORDS.has(next.lower) ||
    /^(?:who|whose|was|is|died|has|had|from|in|at)$/.test(next.lower) ||
    /ed$/.test(next.lower);
  return ends && !isNumberAt(scan, to + 1) ? age(scan, numeral) : undefined;
}

/** "Name, 34," – a number between commas after a person. */
function readAgeAside(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to } = numeral;
  if (lowerAt(scan, from - 1) !== ',' || numeral.value < 1 || numeral.value > 120) return undefined;
  const person = scan.tokens[from - 2];
  if (person === undefined) return undefined;
  const isPerson =
    person.text === ')' ||
    PERSONS.has(person.lower) ||
    (isCapitalised(person) && !MONTHS.has(person.lower) && !WEEKDAYS.has(person.lower));
  if (!isPerson || isNumberAt(scan, from - 3)) return undefined;
  const next = scan.tokens[to];
  if (
    next !== undefined &&
    !(/^[,.;:()]$/.test(next.text) && !isNumberAt(scan, to + 1)) &&
    !/^(?:from|who)$/.test(next.lower)
  )
    return undefined;
  return age(scan, numeral);
}

function age(scan: Scan, numeral: Numeral): Outcome {
  return buildQuantity(scan, { ...countParts(numeral), dimension: 'age', unit: 'year' });
}

const ONE_NOT_AFTER = words(
  'no the this that any every some each another which such last big small new old good bad right wrong',
);
const ONE_NOT_BEFORE = words(
  'another way thing day hand side time side-effect by point moment more step can could must should day',
);

/** A number in words that counts; "one" only where it clearly does. */
function readWordCount(scan: Scan, numeral: Numeral): Outcome {
  const { from, to } = numeral;
  if (isNameWord(scan, from) || (to === from + 1 && isLabelWord(scan, from - 1) && !pluralAt(scan, to)))
    return quiet(to);
  if (lowerAt(scan, from) === 'zero' && !pluralAt(scan, to)) return quiet(to);
  if (to === from + 1 && lowerAt(scan, from) === 'one' && !countsOne(scan, from, to)) return quiet(to);
  return buildQuantity(scan, countParts(numeral));
}

function countsOne(scan: Scan, from: number, to: number): boolean {
  const next = lowerAt(scan, to);
  if (!isWordAt(scan, to) || isGlued(scan, to) || FUNCTION_WORDS.has(next) || ONE_NOT_BEFORE.has(next))
    return false;
  const before = lowerAt(scan, from - 1);
  if (ONE_NOT_AFTER.has(before) || (isGlued(scan, from) && isHyphen(before))) return false;
  if (
    isCapitalised(scan.tokens[to]) &&
    (MONTHS.has(next) || WEEKDAYS.has(next) || isCapitalised(scan.tokens[from]))
  )
    return false;
  return !(next.length > 4 && (next.endsWith('ed') || next.endsWith('ing')));
}
