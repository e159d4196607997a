import { distance } from 'fastest-levenshtein';
import { exchangedAt } from '../text/exchanged.ts';
import { foldName } from '../text/fold.ts';
import { kept } from '../text/kept.ts';
import { isCommonWord, isFirstName, isLastName, isPlace } from './lexicon.ts';
import { isDemonym } from './lexiconDemonyms.ts';
import { isEventWord, isGroundWord, isOrganisationWord } from './lexiconNames.ts';
import { arabicSounds, knownForm, looksArabic, looksSlavic, slavicSounds } from './nameTransliteration.ts';

/** How two written names relate: one spelling, two accepted spellings of one name, a slip, or two names. */
export type NameRelation = 'same' | 'variant' | 'misspelling' | 'different';

/** Surnames that differ by a letter or two and are all in common use. One row a group. */
const CONFUSABLE =
  'johnson johnston johnstone jonson|thomson thompson tomson|stevens stephens stevenson stephenson|clark clarke|brown browne|' +
  'green greene|reid reed read reade|white whyte|smith smyth smythe|davis davies|phillips philips|allen allan|' +
  'stewart stuart steward|hansen hanson henson|andersen anderson|petersen peterson pedersen|olsen olson|larsen larson|' +
  'jensen jenson|nielsen nelson nilsson|nicholson nicolson|matthews mathews|bailey bayley|barnes burns byrne|carter cartier|' +
  'cole coles|harris harrison|hughes hughs|hunt hunter|james jamieson|lane laing|lawson larson|lee leigh|lewis louis|' +
  'miller millar muller|moore moor more|morris morrison|murray murphy|parker barker|pearce pierce peirce|price pryce|' +
  'roberts robertson robinson|rodgers rogers|russell russel|shaw shah|simmons simons|spencer spenser|taylor tyler|turner tanner|' +
  'walker waller|walsh welsh welch|ward warde|watson wilson|watt watts|webb web|williams williamson|wright white|' +
  'martin marten martinez marin|morton norton horton|barton burton|bennet bennett|kelly kelley|neil neill|obrien oberon';

let confusable: ReadonlySet<string> | undefined;

const isConfusable = (word: string): boolean => {
  confusable ??= new Set(CONFUSABLE.split(/[ |]/));
  return confusable.has(word);
};

const isKnownWord = (word: string): boolean =>
  isPlace(word) ||
  isDemonym(word) ||
  isFirstName(word) ||
  isLastName(word) ||
  isConfusable(word) ||
  isCommonWord(word);

/** Shortest word for which a single slip is believed, alone and beside agreeing words. */
const MIN_ALONE = 5;
const MIN_BESIDE = 3;
/** Shortest word for which two slips are believed, alone and beside agreeing words. */
const MIN_ALONE_TWO = 8;
const MIN_BESIDE_TWO = 6;

/** Compares the name of a draft with a name of a source, word by word. */
export function sameName(draft: readonly string[], source: readonly string[]): NameRelation {
  const a = parts(draft);
  const b = parts(source);
  if (a.length === 0 || b.length === 0) return 'different';
  if (a.length !== b.length) return compareShort(a, b);
  let worst: NameRelation = 'same';
  let slips = 0;
  for (let i = 0; i < a.length; i++) {
    const relation = sameWord(a[i] as string, b[i] as string);
    if (relation === 'same') continue;
    if (relation === 'variant') {
      if (worst === 'same') worst = 'variant';
      continue;
    }
    slips++;
  }
  if (slips === 0) return worst;
  if (slips > 1 && slips === a.length) return everyWordSlips(a, b);
  if (slips > 1) return 'different';
  const i = a.findIndex((word, n) => sameWord(word, b[n] as string) === 'different');
  return isSlip(a[i] as string, b[i] as string, a.length > 1, i === 0) ? 'misspelling' : 'different';
}

/** Two names of different length: the shorter one must be the last or the first words of the longer one. */
function compareShort(a: readonly string[], b: readonly string[]): NameRelation {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  for (const at of [long.length - short.length, 0]) {
    const relations = short.map((word, n) => sameWord(word, long[at + n] as string));
    if (relations.every((relation) => relation === 'same')) return 'same';
    if (relations.every((relation) => relation !== 'different')) return 'variant';
  }
  const last = long[long.length - 1] as string;
  if (short.length > 1) return 'different';
  const [x, y] = short === a ? [short[0] as string, last] : [last, short[0] as string];
  return isSlip(x, y, false, false) ? 'misspelling' : 'different';
}

const everyWordSlips = (a: readonly string[], b: readonly string[]): NameRelation =>
  a.every((word, n) => isSlip(word, b[n] as string, false, false)) ? 'misspelling' : 'different';

/** Folded words, hyphens split, articles of Arabic names left out. */
function parts(words: readonly string[]): readonly string[] {
  const [only] = words;
  const result = words.length === 1 && only !== undefined ? partsOf(only) : words.flatMap(partsOf);
  // "Al" may be the whole name
  return result.length > 0
    ? result
    : words.map((word) => foldName(word).toLowerCase()).filter((w) => w !== '');
}

/** The parts of one word: a name is compared with every name of the sources, and most have the same few words. */
const partsOf: (word: string) => readonly string[] = kept((word: string) =>
  word.split(/[-‐‑\s]+/).flatMap((part) => {
    const folded =
      acronymOf(part) ??
      foldName(part)
        .toLowerCase()
        .replace(/['’`]s$/, '')
        .replace(/[.'’`]/g, '');
    if (folded === 'st') return ['saint'];
    return folded !== '' && !(folded === 'al' || folded === 'el') ? [folded] : [];
  }),
);

/** Acronyms keep their capitals, so that "US" and "us" differ, and lose their full stops. */
function acronymOf(word: string): string | undefined {
  const letters = word.replaceAll('.', '');
  return letters.length >= 2 && letters.length <= 6 && /^[\p{Lu}\d]+$/u.test(letters) ? letters : undefined;
}

/** Whether two folded words are one word, or accepted spellings of one name. Slips are left for later. */
function sameWord(a: string, b: string): 'same' | 'variant' | 'different' {
  if (a === b) return 'same';
  if (/^\p{Lu}/u.test(a) || /^\p{Lu}/u.test(b))
    return a.toLowerCase() === b.toLowerCase() ? 'same' : 'different';
  if (Math.abs(a.length - b.length) > 5) return 'different';
  const row = knownForm(a);
  if (row !== undefined && row === knownForm(b)) return 'variant';
  if (umlauts(a) === umlauts(b)) return 'variant';
  if (isExchange(a, b)) return 'different';
  if ((looksSlavic(a) || looksSlavic(b)) && slavicSounds(a) === slavicSounds(b)) return 'variant';
  if ((looksArabic(a) || looksArabic(b)) && arabicSounds(a) === arabicSounds(b)) return 'variant';
  return plural(a, b) && !(isKnownWord(a) && isKnownWord(b)) ? 'variant' : 'different';
}

/** Two neighbouring letters exchanged: a slip of the fingers, save "iy" for "yi". */
function isExchange(a: string, b: string): boolean {
  const at = exchangedAt(a, b);
  return at !== undefined && !/^[iyj]{2}$/.test(a.slice(at, at + 2));
}

/** "Mueller" for "Müller", which folds to "muller". */
const umlauts = kept((word: string): string => word.replace(/([aou])e/g, '$1'));

const plural = (a: string, b: string): boolean =>
  a.length >= 4 && b.length >= 4 && (`${a}s` === b || `${b}s` === a);

/**
 * Whether `a` is a slip for `b`. `beside`: the other words of the name agree. `given`: it is the first of several
 * words, where another known given name is another person.
 */
function isSlip(a: string, b: string, beside: boolean, given: boolean): boolean {
  if (/\d|^\p{Lu}/u.test(a) || /\d|^\p{Lu}/u.test(b)) return false;
  const length = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (length - shorter > 2) return false;
  const edits = editDistance(a, b);
  if (edits === 0 || edits > 2) return false;
  const least = edits === 1 ? (beside ? MIN_BESIDE : MIN_ALONE) : beside ? MIN_BESIDE_TWO : MIN_ALONE_TWO;
  if (length < least) return false;
  // A slip in the first letter, or two slips, need more of the word to agree.
  if (a[0] !== b[0] && (length < 6 || edits > 1)) return false;
  if (!beside) return !isKnownWord(a);
  if (given) return !(isKnownWord(a) && isKnownWord(b));
  // Beside an agreeing given name "Cole" is a slip for "Coale"; "North Korea" and "North Korean" are two names.
  // … but "South Kolea" is no place of its own.
  // … and "Awards" is what a prize is called, whatever the source wrote.
  return !(
    isKindWord(a) ||
    isWordOfPlaces(a) ||
    (isWordOfPlaces(b) && isKnownWord(a)) ||
    (isCommonWord(a) && isCommonWord(b))
  );
}

const isKindWord = (word: string): boolean =>
  isOrganisationWord(word) || isEventWord(word) || isGroundWord(word);

const isWordOfPlaces = (word: string): boolean => isPlace(word) || isDemonym(word);

/** The parts of a name by which its like are found: its first and its last, and those of its last word. */
function endsOf(words: readonly string[]): ReadonlySet<string> {
  const all = parts(words);
  const last = parts(words.slice(-1));
  return new Set(
    [all[0], all.at(-1), last[0], last.at(-1)].filter((part) => part !== undefined && part !== ''),
  ) as ReadonlySet<string>;
}

/**
 * Keys by which a name is found among many: two names share one where their first or last parts, or those of their last
 * words, are one word or accepted spellings of one (`sameName`). Sharing one proves nothing.
 */
export function spellingKeys(words: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const part of endsOf(words)) {
    const word = part.toLowerCase();
    const row = knownForm(word);
    if (row !== undefined) keys.add(`=${row}`);
    keys.add(umlauts(word).replace(/s+$/, ''));
    keys.add(`~${slavicSounds(word)}`);
    keys.add(`^${arabicSounds(word)}`);
  }
  return keys;
}

/** Letters at the end of a word that a slip in its first letter leaves as they are. */
const TAIL = 4;

/**
 * Keys by which a name is found whose last part another one may be a slip for (`sameName`): a slip changes two letters at
 * the most, and where it changes the first one, it changes nothing else. `around`: the keys to look under for a name of
 * which it is asked what it is a slip for.
 */
export function slipKeys(words: readonly string[], around = false): readonly string[] {
  const word = parts(words).at(-1);
  if (!word || /\d|^\p{Lu}/u.test(word)) return [];
  const keys = word.length > TAIL ? [word.slice(-TAIL)] : [];
  for (let off = around ? -2 : 0; off <= (around ? 2 : 0); off++) keys.push(`${word[0]}${word.length + off}`);
  return keys;
}

/** Levenshtein distance in which two exchanged neighbours count as one edit. */
function editDistance(a: string, b: string): number {
  return isExchange(a, b) ? 1 : distance(a, b);
}

/** How many letters two names are apart, capitals and diacritics aside. */
export const lettersApart = (a: string, b: string): number => editDistance(foldName(a), foldName(b));
