import { FUNCTION_WORDS } from './countedNoun.ts';
import { countedFollow } from './dateNumeric.ts';
import { MONTHS, WEEKDAYS } from './dateWords.ts';
import { NUMBER_WORDS } from './numberWords.ts';
import type { Numeral } from './numeral.ts';
import { isCapitalised, isGlued, isHyphen, isTitleCase, lowerAt, type Scan } from './quantityScan.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words whose number says which one, not how many. */
const LABELS = words(
  'chapter section article page line phase type stage level route flight gate platform tier grade unit room step part episode series version paragraph clause figure table appendix channel class formula bus protocol block sector ward zone station terminal runway exit junction building lot size verse rule schedule annex exhibit question item lane berth court pool band model mark round week day game test lap hole note step key option issue',
);
const EMERGENCY = words('999 911 112 111 101 000 118');
const CALLS = words('call calls called calling dial dialled dialed dialling ring rang phone phoned');
const STREETS = words(
  'street road avenue lane drive square boulevard place way close terrace crescent gardens court hill park',
);
const PREFIXES = words('mid pre post early late sub under over top non ex mini pan inter anti');
const LIGHT = words(
  'another only nearly almost about around roughly approximately some just least most more less fewer exactly including killing an up total estimated altogether overall of',
);

/** Names that end like a verb. */
const NAMES = words('boeing beijing boeings airbus');

const lightStart = (lower: string): boolean =>
  !NAMES.has(lower) &&
  (LIGHT.has(lower) || lower.endsWith('ing') || lower.endsWith('ly') || lower.endsWith('ed'));

/** True when the number token `i` is glued or hyphened to a name before it ("MH370", "COVID-19", "#12"). */
export function isGluedToName(scan: Scan, i: number): boolean {
  if (!isGlued(scan, i)) return false;
  const before = scan.tokens[i - 1];
  if (before === undefined) return false;
  if (before.kind === 'word') return true;
  if (/^[#@_=\\&§/]$/.test(before.text)) return true;
  if (isHyphen(before.lower) && isGlued(scan, i - 1)) {
    const stem = scan.tokens[i - 2];
    if (stem?.kind === 'number') return false;
    return (
      stem?.kind === 'word' && !PREFIXES.has(stem.lower) && (isCapitalised(stem) || stem.text.length === 1)
    );
  }
  return (
    (before.text === '.' || before.text === ':') &&
    isGlued(scan, i - 1) &&
    scan.tokens[i - 2]?.kind === 'word'
  );
}

/** True when the bare digits of `numeral` belong to a name or label: "Boeing 737", "Chapter 11", "No 10". */
export function isLabelled(scan: Scan, numeral: Numeral): boolean {
  const i = numeral.from;
  const { to } = numeral;
  const digits = lowerAt(scan, i);
  const dot = lowerAt(scan, i - 1) === '.' && isGlued(scan, i - 1);
  const at = dot ? i - 2 : i - 1;
  const before = scan.tokens[at];
  if (before?.kind !== 'word') return before?.text === '#' || before?.text === '§' || before?.text === '№';
  if (
    (before.lower === 'no' || before.lower === 'nos') &&
    (dot || before.text === 'No' || before.text === 'NO')
  )
    return true;
  if (dot)
    return (
      before.lower === 'art' ||
      before.lower === 'sec' ||
      before.lower === 'fig' ||
      before.lower === 'vol' ||
      before.lower === 'p' ||
      before.lower === 'pp'
    );
  if (EMERGENCY.has(digits)) {
    if (CALLS.has(before.lower) || CALLS.has(lowerAt(scan, to))) return true;
  }
  if (numeral.plain === undefined && numeral.written.place >= 1) return false;
  if (countedFollow(scan, to)) return false;
  if (LABELS.has(before.lower)) return true;
  // "iPhone" has its capital inside.
  if (before.text === before.lower || FUNCTION_WORDS.has(before.lower) || NUMBER_WORDS.has(before.lower))
    return false;
  if (MONTHS.has(before.lower) || WEEKDAYS.has(before.lower)) return false;
  if (lightStart(before.lower) && (scan.starts[at] === 1 || LIGHT.has(before.lower))) return false;
  if (before.lower.endsWith("'s")) return false;
  if (isTitleCase(scan, at)) return !(isCapitalised(scan.tokens[to]) && lowerAt(scan, to).endsWith('s'));
  return true;
}

/** True when the word at `i` is followed by the number of a thing, not a count ("phase two"). */
export const isLabelWord = (scan: Scan, i: number): boolean => LABELS.has(lowerAt(scan, i));

const NOT_COUNTED = words(
  'way something pack liner ply tone off sided handed for by in on to eleven up down fold half',
);
const ERAS = words('bc bce ad ce');

/** True when a compound or an era after the number at `to` makes it no count: "two-way", "3-for-2", "44 BC". */
export function isNoCount(scan: Scan, to: number): boolean {
  if (isHyphen(lowerAt(scan, to)) && isGlued(scan, to) && isGlued(scan, to + 1))
    return NOT_COUNTED.has(lowerAt(scan, to + 1));
  return ERAS.has(lowerAt(scan, to)) && scan.tokens[to]?.text === lowerAt(scan, to).toUpperCase();
}

/** True when a street's name follows the number ("10 Downing Street"). */
export function isAddress(scan: Scan, to: number): boolean {
  for (let k = to; k < to + 4 && isCapitalised(scan.tokens[k]); k++) {
    if (k > to && STREETS.has(lowerAt(scan, k)))
      return !isTitleCase(scan, k) || STREETS.has(lowerAt(scan, k));
  }
  return false;
}

/** True when a capitalised number word belongs to a name ("Formula One", "the Seven Samurai"). */
export function isNameWord(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  if (!isCapitalised(token) || scan.starts[i] === 1) return false;
  const before = scan.tokens[i - 1];
  if (before?.kind === 'punctuation' && !isHyphen(before.lower) && before.text !== ',') return false;
  return !isTitleCase(scan, i) || NAMES_ONE.has(lowerAt(scan, i - 1));
}
const NAMES_ONE = words('formula force war capital phase chapter act part');
