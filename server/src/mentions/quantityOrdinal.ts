import { FUNCTION_WORDS } from './countedNoun.ts';
import type { Numeral } from './numeral.ts';
import { ordinalWordAt } from './ordinalWord.ts';
import { buildQuantity, type Outcome, plainWritten, quiet } from './quantityBuild.ts';
import { isCapitalised, isGlued, isJoint, lowerAt, nextWord, type Scan } from './quantityScan.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const ENDINGS = words('st nd rd th');

/** "70th". */
export function readOrdinalDigits(scan: Scan, numeral: Numeral): Outcome | undefined {
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
  const found = ordinalWordAt(scan, i);
  if (!found?.joined) return undefined;
  const { value, to } = found;
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
