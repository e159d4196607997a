import type { Token } from '../prose/tokens.ts';
import type { Span } from '../text/span.ts';
import { MONTHS, WEEKDAYS } from './dateWords.ts';
import type { QuantityMention } from './mention.ts';
import { NUMBER_WORDS } from './numberWords.ts';
import { isCapitalised, isGlued, isHyphen, isJoint, isWordAt, lowerAt, type Scan } from './quantityScan.ts';

type Noun = NonNullable<QuantityMention['noun']>;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that cannot be a counted noun nor stand before one. */
export const FUNCTION_WORDS = words(
  'a an the of in on at by for from to with as and or but nor who whom whose which that was were is are be been being has have had having do does did will would could should may might can must shall not than then when while since until till before during over under into onto out off up down per each every its their his her our your my this these those it they he she we i you them him us so if because although though also said says say saying told was both either neither about against between among through across within without there here now ago later earlier yet just only even very too remain remained remains stood rose fell grew went came made took left after where why how what however around amid despite via near behind beyond toward towards throughout along is was no yes all any some such whether once per cent percent percentage past aboard off ever never not below above zero',
);

/** Words that may follow the number without being the noun or a modifier of it. */
const SKIPPED = words(
  'more other further additional new still separate different extra such full whole consecutive straight ever',
);

const IRREGULAR = words(
  'people men women children police staff troops personnel cattle sheep fish feet teeth mice geese deer aircraft spacecraft series species crew dead injured wounded missing homeless others youth folk poor offspring bacteria media data criteria seats jobs personnel gendarmes',
);

const VERBAL = words(
  'died die dead killed injured wounded arrested detained released reported recorded voted attended took want wanted need needed live lived work worked said agreed remain die returned escaped survived fled joined won lost drawn held show showed start started began begin make became become got get go goes see seen come aged wrote written led ran hit beat felt gave given got lay sat sent put kept told found bought sold paid cost rode spent',
);

const isPlural = (lower: string): boolean =>
  IRREGULAR.has(lower) || (lower.length > 3 && lower.endsWith('s') && !/(?:ss|us|is|'s)$/.test(lower));

const MODIFIERS = words(
  'former new old young senior major top key own big small great good bad best main first last such',
);

const MAX_WORDS = 6;

/** A word of a noun phrase; the parts of a compound ("close-up") are one word. */
interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly name: boolean;
  readonly to: number;
}

const isOwner = (lower: string): boolean => lower.endsWith("'s") || lower.endsWith("s'");

/** "reached 35 last year": when, and not what. */
const isTimeAt = (scan: Scan, i: number): boolean =>
  TIMES.has(lowerAt(scan, i)) ||
  (STEPS.has(lowerAt(scan, i)) && (STRETCHES.has(lowerAt(scan, i + 1)) || isCalendar(lowerAt(scan, i + 1))));

const isCalendar = (lower: string): boolean => WEEKDAYS.has(lower) || MONTHS.has(lower);

const TIMES = words('yesterday today tonight tomorrow');
const STEPS = words('last next');
const STRETCHES = words(
  'year month week weekend night day quarter season decade century spring summer autumn fall winter time',
);

function wordAt(scan: Scan, i: number): Word | undefined {
  const token = scan.tokens[i];
  if (isTimeAt(scan, i)) return undefined;
  if (token?.kind !== 'word' || FUNCTION_WORDS.has(token.lower) || NUMBER_WORDS.has(token.lower))
    return undefined;
  if (token.lower.endsWith("n't")) return undefined;
  const name = isCapitalised(token);
  if (name && (WEEKDAYS.has(token.lower) || (MONTHS.has(token.lower) && token.text !== 'May')))
    return undefined;
  let to = i + 1;
  while (isJoint(scan, to) && to - i < 8) to += 2;
  const last = scan.tokens[to - 1] as Token;
  const owner = isOwner(last.lower) && last.lower.endsWith("'s");
  const end = owner ? last.end - 2 : last.end;
  const text = scan.text.slice(token.start, end);
  return { text, lower: to === i + 1 ? token.lower : text.toLowerCase(), name, to, start: token.start, end };
}

/** A noun phrase at token `i`: its head is the first plural that nothing else of the phrase follows, else the last word. */
function readPhrase(scan: Scan, i: number, singular: boolean): Noun | undefined {
  const taken: Word[] = [];
  let k = i;
  let head = -1;
  while (taken.length < MAX_WORDS) {
    const word = wordAt(scan, k);
    if (word === undefined) break;
    const compound = word.to > k + 1;
    const verbal = !compound && isVerbal(word.lower) && !IRREGULAR.has(word.lower);
    if (verbal && (head >= 0 || (singular && taken.length === 0))) break;
    if (word.name && head >= 0 && taken[taken.length - 1]?.name === false) break;
    taken.push(word);
    if (!compound && (isPlural(word.lower) || (singular && !isModifier(word.lower)))) {
      if (singular || head < 0 || isPlural(word.lower)) head = taken.length - 1;
    }
    k = word.to;
    if (isOwner(word.lower) || scan.text.charAt(word.end) === '’' || IRREGULAR.has(word.lower)) break;
    if (isGlued(scan, k)) break;
  }
  if (taken.length === 0) return undefined;
  const at = head >= 0 ? head : taken.length - 1;
  const word = taken[at] as Word;
  if (word.text.length === 1) return undefined;
  if (head < 0 && isVerbal(word.lower) && !IRREGULAR.has(word.lower)) return undefined;
  return {
    text: word.text,
    modifiers: taken.slice(0, at).map((each) => each.text),
    start: word.start,
    end: word.end,
  };
}

const isVerbal = (lower: string): boolean =>
  VERBAL.has(lower) || (lower.length > 4 && (lower.endsWith('ed') || lower.endsWith('ing')));

const isModifier = (lower: string): boolean =>
  MODIFIERS.has(lower) || SKIPPED.has(lower) || /(?:al|ic|ous|ive|ful|less|est)$/.test(lower);

/** The noun that a number before token `i` counts; `singular` for one and for compounds ("12-member"). */
export function nounAfter(scan: Scan, i: number, singular = false): Noun | undefined {
  let k = i;
  if (SCALES_OF.has(lowerAt(scan, i))) return asNoun(scan.tokens[i] as Token);
  if (isJoint(scan, k) && isWordAt(scan, k + 1)) {
    const token = scan.tokens[k + 1] as Token;
    // "five-time champion": what was won, and not how often
    const won = token.lower === 'time' ? readPhrase(scan, k + 2, true) : undefined;
    if (won) return won;
    if (!EXTENTS.has(token.lower))
      return FUNCTION_WORDS.has(token.lower) || isVerbal(token.lower) ? undefined : asNoun(token);
    k += 2;
  } else if (isGlued(scan, k)) return undefined;
  else if (EXTENTS.has(lowerAt(scan, k))) return undefined;
  let steps = 0;
  while (
    steps++ < 2 &&
    SKIPPED.has(lowerAt(scan, k)) &&
    isWordAt(scan, k + 1) &&
    !FUNCTION_WORDS.has(lowerAt(scan, k + 1))
  )
    k++;
  if (lowerAt(scan, k) === 'out' && lowerAt(scan, k + 1) === 'of') k++;
  if (lowerAt(scan, k) === 'of') return nounAfterOf(scan, k);
  return readPhrase(scan, k, singular);
}

/** Nouns that a strength is measured by, before or after it ("magnitude 2.3", "1.5 magnitude"). */
const SCALES_OF = words('magnitude category');

/** Adjectives of a measure ("40cm-long", "six feet tall"). */
const EXTENTS = words('long high tall wide deep thick strong old away apart ago');

const DETERMINERS = words('the a an its their his her our your my these those this that all');

/** The noun behind "of": "26 of the 29 boats", "three of Dorrigo's nine plants", "97 per cent of the vote". */
export function nounAfterOf(scan: Scan, i: number): Noun | undefined {
  if (lowerAt(scan, i) !== 'of') return undefined;
  let k = i + 1;
  let steps = 0;
  while (steps++ < 3 && DETERMINERS.has(lowerAt(scan, k))) k++;
  if (isOwner(lowerAt(scan, k)) && isNumeral(scan, k + 1)) k++;
  steps = 0;
  while (NUMBER_WORDS.has(lowerAt(scan, k)) && steps++ < 3) k++;
  steps = 0;
  while (steps++ < 6 && (scan.tokens[k]?.kind === 'number' || (lowerAt(scan, k) === ',' && isGlued(scan, k))))
    k++;
  return readPhrase(scan, k, false);
}

const isNumeral = (scan: Scan, i: number): boolean =>
  scan.tokens[i]?.kind === 'number' || NUMBER_WORDS.has(lowerAt(scan, i));

const TOTALS = words(
  'total toll tally count number magnitude category population workforce headcount membership attendance crowd turnout majority score figure sum record average median temperature rate price index audience',
);
const LINKS = words(
  'to at of reaches reached reach is was were are hit hits stands stood rose fell climbed rises falls grew by exceeded totalled totaled dropped increased decreased now from jumped soared swelled passed topped than over nearly about around more least almost just up down be being been has have had later officially currently already, but',
);
const LOOK_BACK = 14;

/** The noun before a number that no noun follows: "the total reaches 156", "death toll rose to 12", "cases (26 …". */
export function nounBefore(scan: Scan, i: number): Noun | undefined {
  let k = i - 1;
  if (lowerAt(scan, k) === 'of' && lowerAt(scan, k - 1) === 'out' && scan.tokens[k - 2]?.kind === 'number')
    k -= 3;
  if (lowerAt(scan, k) === '(') {
    const token = scan.tokens[k - 1];
    return token?.kind === 'word' && isPlural(token.lower) ? asNoun(token) : undefined;
  }
  let linked = false;
  for (let steps = 0; steps < LOOK_BACK && k >= 0; steps++, k--) {
    const token = scan.tokens[k] as Token;
    if (token.kind === 'word' && TOTALS.has(token.lower) && (linked || steps === 0)) {
      return numberOf(scan, k) ?? asNoun(token);
    }
    if (steps === 0 && !LINKS.has(token.lower)) return undefined;
    linked = true;
    if (token.kind === 'punctuation' && !isHyphen(token.lower) && token.text !== '–') return undefined;
    if (scan.starts[k] === 1) return undefined;
  }
  return undefined;
}

/** "the number of homicide victims": what the number counts. */
function numberOf(scan: Scan, i: number): Noun | undefined {
  return lowerAt(scan, i) === 'number' ? nounAfterOf(scan, i + 1) : undefined;
}

/** "magnitude 2.3": the scale that stands directly before a number. */
export function scaleBefore(scan: Scan, i: number): Noun | undefined {
  return SCALES_OF.has(lowerAt(scan, i - 1)) ? asNoun(scan.tokens[i - 1] as Token) : undefined;
}

function asNoun(token: Token): Noun {
  const end = token.lower.endsWith("'s") ? token.end - 2 : token.end;
  return { text: token.text.slice(0, end - token.start), modifiers: [], start: token.start, end };
}
