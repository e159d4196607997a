import { FUNCTION_WORDS } from './countedNoun.ts';
import { DENOMINATORS, fractionRange, NUMBER_WORDS, ORDINAL_WORDS } from './numberWords.ts';
import { exact, type Numeral } from './numeral.ts';
import { buildQuantity, type Outcome } from './quantityBuild.ts';
import { pluralAt } from './quantityRange.ts';
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

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const AFTER_THIRD = words(
  'of the as more less in to lower higher down off over from since on by and or is are was were have had than at this last that who if but with longer shorter bigger smaller cheaper faster',
);

/** "the first three quarters" are of a year. */
const STRETCH = words('first last past next previous');

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
  if (part.plural !== value > 1 || STRETCH.has(lowerAt(scan, numeral.from - 1))) return undefined;
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
export function readShare(scan: Scan, numeral: Numeral): Outcome | undefined {
  const { from, to, value } = numeral;
  if (lowerAt(scan, to) !== 'in' || value < 1 || value > 99 || !Number.isInteger(value)) return undefined;
  let at = to + 1;
  if (lowerAt(scan, at) === 'every') at++;
  const word = lowerAt(scan, at);
  const known = GROUPS.has(word) || (value === 1 && isNumberAt(scan, at) && word.length < 4);
  if (!known || isJoint(scan, at + 1)) return undefined;
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
