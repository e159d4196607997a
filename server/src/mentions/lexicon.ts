import { COMMON_WORDS, FIRST_NAMES, LAST_NAMES, PLACES } from './lexicon.generated.ts';

/** Decodes a front-coded list: a capital letter gives the length shared with the word before, the rest follows. */
function decode(coded: string): ReadonlySet<string> {
  const words = new Set<string>();
  let previous = '';
  let i = 0;
  while (i < coded.length) {
    const shared = coded.charCodeAt(i) - 65;
    let end = i + 1;
    while (end < coded.length) {
      const code = coded.charCodeAt(end);
      if (code >= 65 && code <= 90) break;
      end++;
    }
    previous = previous.slice(0, shared) + coded.slice(i + 1, end);
    words.add(previous);
    i = end;
  }
  return words;
}

/** A list that is decoded when it is first asked for. The decoded set never changes. */
function lazy(coded: string): (word: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  return (word) => {
    words ??= decode(coded);
    return words.has(word);
  };
}

const isStoredWord = lazy(COMMON_WORDS);

/** Endings that the builder leaves out (the same table as in scripts/buildLexicon.mjs): ending, what replaces it. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['ness', ''],
];

/** True for an everyday English word, its regular endings included; `lower` is lower-cased. */
export function isCommonWord(lower: string): boolean {
  if (isStoredWord(lower)) return true;
  for (const [ending, put] of ENDINGS) {
    if (!lower.endsWith(ending)) continue;
    const stem = lower.slice(0, lower.length - ending.length) + put;
    if (stem.length > 2 && isStoredWord(stem)) return true;
  }
  return false;
}

const isListedFirstName = lazy(FIRST_NAMES);

/** Given names that the table does not hold, mostly transliterated ones. */
const MORE_FIRST_NAMES: ReadonlySet<string> = new Set(
  (
    'ales aleh aliaksandr aliaksei alena andrei dzmitry ihar iryna kanstantsin katsiaryna maryia mikalai mikola natallia ' +
    'nastassia pavel raman siarhei stsiapan sviatlana tatsiana uladzimir viktar volha yauhen yury zmitser artur maksim ' +
    'oleksandr oleksii olha mykola mykhailo dmytro serhii taras volodymyr yevhen yulia bohdan andriy petro vitalii ' +
    'bartosz grzegorz jaroslaw lech mateusz piotr radoslaw zbigniew gabor gyorgy istvan viktor orsolya zsolt ' +
    'recep binali kemal ekrem abdul abdel mahmoud bashar hosni benyamin binyamin bibi yitzhak ehud avigdor naftali ' +
    'narendra rahul amit manmohan arvind shinzo fumio yoshihide jinping xi keqiang jiabao jong-un jae-in emmanuel ' +
    'olaf ursula jens margot stefan annika olof ulf magdalena mette sanna'
  ).split(' '),
);

/** True for a known given name; `lower` is lower-cased. */
export const isFirstName = (lower: string): boolean =>
  MORE_FIRST_NAMES.has(lower) || isListedFirstName(lower);

/** True for a known surname; `lower` is lower-cased. The list is short: its absence says nothing. */
export const isLastName = lazy(LAST_NAMES);

const isListedPlace = lazy(PLACES);

/** Short forms and everyday names of places that the tables do not hold. */
const MORE_PLACES: ReadonlySet<string> = new Set(
  (
    'us|usa|uk|uae|eu|un|drc|u.s|u.s.a|u.k|u.n|u.a.e|britain|great britain|england|scotland|wales|northern ireland|holland|' +
    'crimea|donbas|gaza|west bank|kosovo|tibet|chechnya|kurdistan|palestine|vatican|the hague|hague|burma|persia|' +
    'czech republic|ivory coast|east timor|north korea|south korea|hong kong|macau|taiwan|soviet union|ussr|' +
    'europe|asia|africa|america|americas|north america|south america|latin america|central america|middle east|' +
    'scandinavia|balkans|caucasus|north caucasus|caribbean|siberia|sahara|arctic|antarctic|westminster|' +
    'washington|new york|new york city|los angeles|san francisco|las vegas|new jersey|new mexico|new hampshire|' +
    'new zealand|new delhi|new orleans|kyiv|minsk|st petersburg|rio de janeiro|tel aviv|manhattan|brooklyn|' +
    'california|texas|florida|london|paris|brussels|moscow|beijing|berlin|tokyo'
  ).split('|'),
);

/** Listed names that are more often a word, a person or an organisation than a place. */
const NOT_PLACES: ReadonlySet<string> = new Set(
  'of|mobile|reading|nice|split|bath|orange|march|victoria|lincoln|jackson'.split('|'),
);

/** True for a country, region or larger city; `lower` is lower-cased and may hold spaces. Advisory. */
export const isPlace = (lower: string): boolean =>
  MORE_PLACES.has(lower) || (!NOT_PLACES.has(lower) && isListedPlace(lower));
