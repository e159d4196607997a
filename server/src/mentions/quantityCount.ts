import { FUNCTION_WORDS } from './countedNoun.ts';
import { readYear } from './dateNumeric.ts';
import { MONTHS, WEEKDAYS } from './dateWords.ts';
import { goesOn } from './numberGrammar.ts';
import { DENOMINATORS, fractionRange, NUMBER_WORDS, ORDINAL_WORDS } from './numberWords.ts';
import { exact, type Numeral } from './numeral.ts';
import { buildQuantity, countParts, type Outcome, one, plainWritten, quiet } from './quantityBuild.ts';
import { isAddress, isGluedToName, isLabelled, isNameWord } from './quantityName.ts';
import { pluralAt } from './quantityRange.ts';
import {
  isCapitalised,
  isDash,
  isGlued,
  isHyphen,
  isJoint,
  isNumberAt,
  isWordAt,
  lowerAt,
  nextWord,
  type Scan,
} from './quantityScan.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Reads a numeral that no unit follows: fraction, age, score, ordinal, year, label or count. */
export function readCount(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from } = numeral;
  const fraction = readFraction(scan, numeral) ?? readShare(scan, numeral);
  if (fraction !== undefined) return fraction;
  if (numeral.written.form === 'words') return readWordCount(scan, numeral);
  const digits = isNumberAt(scan, from);
  if (digits && isGluedToName(scan, from)) return quiet(chainEnd(scan, numeral.to));
  if (numeral.plain !== undefined) {
    const special =
      readScore(scan, numeral) ?? readAgeAside(scan, numeral) ?? readOrdinalDigits(scan, numeral);
    if (special !== undefined) return special;
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
  if (digits && (isLabelled(scan, numeral) || isAddress(scan, numeral.to) || isListMark(scan, numeral)))
    return quiet(numeral.to);
  return buildQuantity(scan, countParts(numeral));
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
  const more = isNumberAt(scan, numeral.to);
  const plus = lowerAt(scan, numeral.from - 1) === '+' && isGlued(scan, numeral.from);
  return more && (plus || (digits.startsWith('0') && digits.length > 2));
}

/** "1." or "(1)" at the start of a sentence numbers it. */
function isListMark(scan: Scan, numeral: Numeral): boolean {
  const { from, to } = numeral;
  if (numeral.plain === undefined || numeral.plain.length > 2)
    return lowerAt(scan, from - 1) === '[' && lowerAt(scan, to) === ']' && isGlued(scan, from - 1);
  const before = lowerAt(scan, from - 1);
  const after = lowerAt(scan, to);
  if (before === '[' && after === ']') return true;
  if (scan.starts[from] === 1 && (after === '.' || after === ')') && scan.tokens[to + 1] !== undefined)
    return isGlued(scan, to) && scan.starts[to + 1] !== 1;
  return before === '(' && after === ')' && scan.starts[from - 1] === 1;
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
    !(/^[,.;:)]$/.test(next.text) && !isNumberAt(scan, to + 1)) &&
    !/^(?:from|who)$/.test(next.lower)
  )
    return undefined;
  return age(scan, numeral);
}

function age(scan: Scan, numeral: Numeral): Outcome {
  return buildQuantity(scan, { ...countParts(numeral), dimension: 'age', unit: 'year' });
}

const ENDINGS = words('st nd rd th');

/** "70th". */
function readOrdinalDigits(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to } = numeral;
  if (!isGlued(scan, to) || !ENDINGS.has(lowerAt(scan, to))) return undefined;
  const before = scan.tokens[from - 1];
  if (isCapitalised(scan.tokens[to + 1]) && /^(?:street|avenue|floor|ave|st)$/.test(lowerAt(scan, to + 1)))
    return quiet(to + 2);
  if (before?.text === '/') return quiet(to + 1);
  return ordinal(scan, numeral.value, from, to + 1, 'digits');
}

function ordinal(scan: Scan, value: number, from: number, to: number, form: 'digits' | 'words'): Outcome {
  const parts = {
    dimension: 'ordinal',
    value,
    written: plainWritten(value, form),
    from,
    to,
    number: [from, to],
  } as const;
  return buildQuantity(scan, parts);
}

const NOT_RANKS = words('hand rate party class guess aid mate generation');
const NOT_TIMES = words('per a every one each split');

/** "first", "twenty-first"; not "at first", "second-hand", "First Minister", "per second". */
export function readOrdinalWord(scan: Scan, i: number): Outcome | undefined {
  const lower = lowerAt(scan, i);
  let value = ORDINAL_WORDS.get(lower);
  let to = i + 1;
  if (value === undefined) {
    const tens = NUMBER_WORDS.get(lower);
    const at = nextWord(scan, i + 1);
    const unit = at < 0 ? undefined : ORDINAL_WORDS.get(lowerAt(scan, at));
    if (tens?.kind !== 'ten' || unit === undefined || unit > 9 || !isJoint(scan, i + 1)) return undefined;
    value = tens.value + unit;
    to = at + 1;
  }
  const next = scan.tokens[to];
  const before = lowerAt(scan, i - 1);
  const capital = isCapitalised(scan.tokens[i]);
  if (capital && isCapitalised(next) && scan.tokens[i]?.text !== scan.tokens[i]?.text.toUpperCase())
    return quiet(to);
  if (capital && scan.starts[i] === 0 && next?.kind === 'word' && isCapitalised(scan.tokens[i - 1]))
    return quiet(to);
  if (isJoint(scan, to) && NOT_RANKS.has(lowerAt(scan, to + 1))) return quiet(to + 2);
  const hasNoun = nextWord(scan, to) >= 0;
  if (
    lower === 'second' &&
    NOT_TIMES.has(before) &&
    (!hasNoun || before === 'per' || before === 'split' || FUNCTION_WORDS.has(lowerAt(scan, to)))
  )
    return quiet(to);
  if (lower === 'first' && before === 'at' && (!hasNoun || FUNCTION_WORDS.has(lowerAt(scan, to))))
    return quiet(to);
  if (
    lower === 'first' &&
    (lowerAt(scan, to) === 'and' || scan.starts[i] === 1) &&
    (lowerAt(scan, to) === ',' || lowerAt(scan, to + 1) === 'foremost')
  )
    return quiet(to);
  return ordinal(scan, value, i, to, 'words');
}

const AFTER_THIRD = words(
  'of the as more less in to lower higher down off over from since on by and or is are was were have had than at this last that who if but with longer shorter bigger smaller cheaper faster',
);

/** "a third", "two-thirds", "one quarter", "3/4", "half" behind an article or number. `numeral` is the upper number. */
export function readFraction(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { to, value } = numeral;
  const slash =
    lowerAt(scan, to) === '/' && isGlued(scan, to) && isNumberAt(scan, to + 1) && isGlued(scan, to + 1);
  if (slash && numeral.plain !== undefined) {
    const under = Number(lowerAt(scan, to + 1));
    const ends = !(
      isGlued(scan, to + 2) &&
      /^[/\-.]$/.test(lowerAt(scan, to + 2)) &&
      isNumberAt(scan, to + 3)
    );
    if (ends && value >= 1 && value < under && /^(?:2|3|4|5|6|8|10)$/.test(String(under))) {
      return fraction(scan, numeral.from, to + 2, value / under, 'digits');
    }
    return undefined;
  }
  const at = nextWord(scan, to);
  const part = at < 0 || value < 1 || value > 99 ? undefined : DENOMINATORS.get(lowerAt(scan, at));
  if (part === undefined || numeral.written.vague !== undefined) return undefined;
  if (part.plural !== value > 1) return undefined;
  const next = lowerAt(scan, at + 1);
  if (part.plural && part.value === 0.25 && value !== 3 && next !== 'of') return undefined;
  if (part.plural && part.value === 0.5 && next !== 'of') return undefined;
  if (!part.plural && !isJoint(scan, to) && next !== 'of' && isWordAt(scan, at + 1) && !AFTER_THIRD.has(next))
    return undefined;
  if (isJoint(scan, at + 1) && lowerAt(scan, at + 2).startsWith('final')) return undefined;
  return fraction(scan, numeral.from, at + 1, value * part.value, numeral.written.form);
}

/** A fraction of which the numerator is an article ("a third") at `i`, or "half" alone. */
export function readArticleFraction(scan: Scan, i: number): Outcome | undefined {
  const alone = lowerAt(scan, i) === 'half';
  const at = alone ? i : nextWord(scan, i + 1);
  const part = at < 0 ? undefined : DENOMINATORS.get(lowerAt(scan, at));
  if (part === undefined || part.plural) return undefined;
  const next = lowerAt(scan, at + 1);
  const word = isWordAt(scan, at + 1);
  if (isHyphen(next) && isGlued(scan, at + 1)) return undefined;
  if (part.value === 0.5) {
    const before = lowerAt(scan, i - 1);
    if (HALF_NOT_AFTER.has(before) || ORDINAL_WORDS.has(before)) return undefined;
    const hedged = HALF_AFTER.has(before);
    const counted = HALF_BEFORE.has(next);
    if (!(counted || (hedged && (!word || FUNCTION_WORDS.has(next))))) return undefined;
    if (alone && (next === 'a' || next === 'an')) return undefined;
    if (alone && before === 'the' && next !== 'of') return undefined;
  } else if (word && !AFTER_THIRD.has(next)) return undefined;
  return fraction(scan, i, at + 1, part.value, 'words');
}
const HALF_NOT_AFTER = words('last other opening better a an');
const HALF_AFTER = words(
  'than nearly almost about around roughly over under by least just exactly approximately',
);
const HALF_BEFORE = words('of the its their his her our my as');

function fraction(
  scan: Scan,
  from: number,
  to: number,
  value: number,
  form: 'digits' | 'words' | 'mixed',
): Outcome {
  const exactly = exact(value);
  const written = { place: 0.01, significant: 1, form, vague: fractionRange(exactly) } as const;
  return buildQuantity(scan, {
    dimension: 'fraction',
    value: exactly,
    written,
    from,
    to,
    number: [from, to],
  });
}

const GROUPS = words(
  'two three four five six seven eight nine ten twelve twenty fifty hundred thousand 2 3 4 5 6 7 8 9 10 20 50 100 1000',
);

/** "one in five", "nine in 10". */
function readShare(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to, value } = numeral;
  if (lowerAt(scan, to) !== 'in' || value < 1 || value > 99 || !Number.isInteger(value)) return undefined;
  let at = to + 1;
  if (lowerAt(scan, at) === 'every') at++;
  const word = lowerAt(scan, at);
  if (!GROUPS.has(word) || isJoint(scan, at + 1)) return undefined;
  const group = isNumberAt(scan, at) ? Number(word) : (NUMBER_WORDS.get(word)?.value ?? 0);
  const next = lowerAt(scan, at + 1);
  if (group <= value || (isGlued(scan, at + 1) && (next === ',' || next === '.') && isNumberAt(scan, at + 2)))
    return undefined;
  const counts =
    next === 'of' ||
    next === 'people' ||
    pluralAt(scan, at + 1) ||
    (value === 1 && (next === '' || !isWordAt(scan, at + 1) || FUNCTION_WORDS.has(next)));
  if (!counts || TIMES.has(next)) return undefined;
  return fraction(scan, from, at + 1, value / group, numeral.written.form);
}
const TIMES = words(
  'seconds minutes hours days nights weeks months years decades overs innings games matches',
);

const ONE_NOT_AFTER = words(
  'no the this that any every some each another which such last big small new old good bad right wrong',
);
const ONE_NOT_BEFORE = words(
  'another way thing day hand side time side-effect by point moment more step can could must should day',
);

/** A number in words that counts; "one" only where it clearly does. */
function readWordCount(scan: Scan, numeral: Numeral): Outcome {
  const { from, to } = numeral;
  if (isNameWord(scan, from)) return quiet(to);
  if (to === from + 1 && lowerAt(scan, from) === 'one' && !countsOne(scan, from, to)) return quiet(to);
  return buildQuantity(scan, countParts(numeral));
}

function countsOne(scan: Scan, from: number, to: number): boolean {
  const next = lowerAt(scan, to);
  if (!isWordAt(scan, to) || isGlued(scan, to) || FUNCTION_WORDS.has(next) || ONE_NOT_BEFORE.has(next))
    return false;
  const before = lowerAt(scan, from - 1);
  if (ONE_NOT_AFTER.has(before) || (isGlued(scan, from) && isHyphen(before))) return false;
  if (isCapitalised(scan.tokens[to])) return false;
  return !(next.length > 4 && (next.endsWith('ed') || next.endsWith('ing')));
}
