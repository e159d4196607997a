import { NUMBER_WORDS, ORDINAL_WORDS } from './numberWords.ts';
import { isJoint, lowerAt, nextWord, type Scan } from './quantityScan.ts';

/** An ordinal in words, with the index behind it. */
interface OrdinalWord {
  readonly value: number;
  readonly to: number;
  /** False for "twenty first", without its hyphen. */
  readonly joined: boolean;
}

/** The ordinal in words that starts at token `i`: "third", "twenty-first". */
export function ordinalWordAt(scan: Scan, i: number): OrdinalWord | undefined {
  const first = lowerAt(scan, i);
  const value = ORDINAL_WORDS.get(first);
  if (value !== undefined) return { value, to: i + 1, joined: true };
  const tens = NUMBER_WORDS.get(first);
  const at = nextWord(scan, i + 1);
  const unit = at < 0 ? undefined : ORDINAL_WORDS.get(lowerAt(scan, at));
  if (tens?.kind !== 'ten' || unit === undefined || unit > 9) return undefined;
  return { value: tens.value + unit, to: at + 1, joined: isJoint(scan, i + 1) };
}
