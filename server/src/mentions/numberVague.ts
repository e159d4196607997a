import type { Token } from '../prose/tokens.ts';
import { NUMBER_WORDS, PLURAL_SCALES, VAGUE_PLURALS, type VagueWord } from './numberWords.ts';
import type { Numeral } from './numeral.ts';
import { lowerAt, nextWord, type Scan } from './quantityScan.ts';

const SEVERAL: VagueWord = { value: 3, low: 3, high: 9 };
const FEW: VagueWord = { value: 2, low: 2, high: 9 };
const COUPLE: VagueWord = { value: 2, low: 2, high: 2 };
const HANDFUL: VagueWord = { value: 3, low: 3, high: 7 };

function vague(from: number, to: number, word: VagueWord, factor = 1): Numeral {
  return {
    from,
    to,
    value: word.value * factor,
    written: {
      place: factor,
      significant: 1,
      form: 'words',
      vague: { low: word.low * factor, high: (word.high + 1) * factor - 1 },
    },
  };
}

/** "several hundred", "a couple of million": the word with the scale words behind it, up to two. */
function withScale(
  scan: Scan,
  from: number,
  to: number,
  word: VagueWord,
  bare: boolean,
): Numeral | undefined {
  let factor = 1;
  let end = to;
  for (let step = 0; step < 2; step++) {
    const at = nextWord(scan, end);
    const scale = at < 0 ? undefined : NUMBER_WORDS.get(lowerAt(scan, at));
    if (scale === undefined || (scale.kind !== 'hundred' && scale.kind !== 'scale' && scale.kind !== 'dozen'))
      break;
    factor *= scale.value;
    end = at + 1;
  }
  return factor > 1 || bare ? vague(from, end, word, factor) : undefined;
}

/** Reads an amount without a figure at `i`: "hundreds", "tens of thousands", "several", "a couple", "a handful of". */
export function readVague(scan: Scan, i: number): Numeral | undefined {
  const token = scan.tokens[i] as Token;
  const plural = VAGUE_PLURALS.get(token.lower);
  if (plural !== undefined) {
    if (lowerAt(scan, i + 1) === 'of') {
      const factor = PLURAL_SCALES.get(lowerAt(scan, i + 2));
      if (factor !== undefined) return vague(i, i + 3, plural, factor);
    }
    const isPlain = token.lower !== 'tens' && token.lower !== 'scores';
    return isPlain || (token.lower === 'scores' && lowerAt(scan, i + 1) === 'of')
      ? vague(i, i + 1, plural)
      : undefined;
  }
  if (token.lower === 'several') return withScale(scan, i, i + 1, SEVERAL, true);
  if (token.lower !== 'a') return undefined;
  const next = lowerAt(scan, i + 1);
  if (next === 'couple') {
    const of = lowerAt(scan, i + 2) === 'of';
    const more = lowerAt(scan, i + 2) === 'more';
    return withScale(scan, i, of ? i + 3 : i + 2, COUPLE, of || more);
  }
  if (next === 'handful') return lowerAt(scan, i + 2) === 'of' ? vague(i, i + 2, HANDFUL) : undefined;
  if (next === 'few') return withScale(scan, i, i + 2, FEW, false);
  return undefined;
}
