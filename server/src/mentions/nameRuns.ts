import { isCommonWord, isFirstName, isLastName, isPlace } from './lexicon.ts';
import { isDemonym } from './lexiconDemonyms.ts';
import { isCalendarWord, isFunctionWord } from './lexiconFunctionWords.ts';
import {
  isEventWord,
  isGroundWord,
  isOrganisationWord,
  isPlacePrefix,
  isWordLikeName,
} from './lexiconNames.ts';
import { isOffice, isRoleWord, isTitle } from './lexiconRoles.ts';
import { isSpeechVerb } from './lexiconSpeech.ts';
import { follows, linkedEnd } from './nameLinks.ts';
import type { NameStatistics, Shape } from './nameStatistics.ts';
import type { Unit } from './nameUnits.ts';

/** A run of units that may be one name or several, with titles: first and last unit, both inside. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Acronyms that look like words of grammar. */
const ACRONYMS_LIKE_WORDS: ReadonlySet<string> = new Set(['US', 'WHO', 'UN', 'AN', 'IS', 'AID']);

/** Words of grammar that may begin a name when they stand in mid-sentence ("First Minister", "Second Chance Ltd"). */
const ORDINARY_STARTS: ReadonlySet<string> = new Set(
  'first second third last next one two three four five six seven eight nine ten every most all near up still now like'.split(
    ' ',
  ),
);

/** Months that are also names of people. */
const MONTH_NAMES: ReadonlySet<string> = new Set(['may', 'april', 'june', 'august', 'march']);

/** Endings of abstract nouns and adverbs: a lone capital word of this shape starts a sentence, not a name. */
const ABSTRACT =
  /(?:.t|s)ion$|...ment$|ness$|ism$|..ity$|ology$|(?:ical|ous|ive|able|ible)(?:ly)?$|phobia$|ships?$|..ally$/;

/** Nouns without an article that can be said to speak. */
const SPEAKING_NOUNS: ReadonlySet<string> = new Set(
  'police staff management people everyone anyone someone legislation evidence data research counsel defence defense prosecution'.split(
    ' ',
  ),
);

const MAX_RUN = 14;

/** Finds the runs of capitals of a block. `blocked` says which units belong to a date or a quantity. */
export function findRuns(
  units: readonly Unit[],
  blocked: (unit: Unit) => boolean,
  shape: Shape,
  statistics: NameStatistics,
): readonly Run[] {
  /** In titles every word has a capital, so that a capital says nothing. */
  const weak = shape !== 'prose';

  const nameish = (unit: Unit | undefined): boolean => {
    if (unit === undefined || !unit.capital || blocked(unit)) return false;
    if (unit.letter && unit.lower === 'i') return false;
    if (isCalendarWord(unit.lower)) return !unit.acronym && MONTH_NAMES.has(unit.lower);
    return true;
  };

  const neighbour = (i: number): Unit | undefined => {
    const next = units[i + 1];
    return follows(units, i + 1) && nameish(next) && !(units[i] as Unit).possessive ? next : undefined;
  };

  /** Whether the capital of `units[i]`, standing where any word has one, belongs to a name. */
  const initialStart = (i: number): boolean => {
    const unit = units[i] as Unit;
    const { lower, text } = unit;
    // "NOTE: …" is a label.
    if (unit.acronym && shape !== 'capitals')
      return !shouted(i) && !(isCommonWord(lower) && units[i + 1]?.text === ':');
    if (isPlace(lower) || isDemonym(lower)) return true;
    const next = neighbour(i);
    if (next && isPlace(`${lower} ${next.lower}`)) return true;
    if (isTitle(lower)) {
      return next !== undefined || (units[i + 1]?.lower === 'of' && isOffice(units[i + 2]?.lower ?? ''));
    }
    const seenAsWord = statistics.lower(lower) > statistics.capital(text);
    if (!next && (seenAsWord || (weak && statistics.lower(lower) > 0))) return false;
    if (!isCommonWord(lower))
      return next !== undefined || !ABSTRACT.test(lower) || statistics.capital(text) > 0;
    if (statistics.alone(text) > 0) return true;
    if (statistics.lower(lower) === 0 && speaksAlone(i)) return true;
    if (next) {
      if (statistics.capital(text) > 0) return true;
      if (!next.acronym) {
        if (isFirstName(lower) || (isLastName(lower) && !lower.endsWith('s')))
          return !weak || !isCommonWord(next.lower);
        const { lower: second } = next;
        if (isOrganisationWord(second) || isEventWord(second) || isGroundWord(second) || isPlacePrefix(lower))
          return !weak;
      }
    }
    if (isFirstName(lower) && statistics.lower(lower) === 0 && !weak) {
      const verb = units[i + 1];
      return (
        unit.possessive ||
        (verb !== undefined && /^(?:said|says|told|adds|added|was|is|has|had)$/.test(verb.lower))
      );
    }
    return false;
  };

  /** "Trump told …", "Apple announced …": an everyday word that speaks, and is no kind of people. */
  const speaksAlone = (i: number): boolean => {
    const { lower } = units[i] as Unit;
    if (isWordLikeName(lower)) return true;
    if (weak || lower.endsWith('s') || isRoleWord(lower) || SPEAKING_NOUNS.has(lower)) return false;
    return (
      units[i + 1]?.gap === true &&
      isSpeechVerb((units[i + 1] as Unit).lower) &&
      !(units[i] as Unit).possessive
    );
  };

  /** All-capital words of everyday English: emphasis, not an acronym. */
  const shouted = (i: number): boolean => {
    const unit = units[i] as Unit;
    if (unit.text.includes('.') || /\d/.test(unit.text) || !unit.acronym) return false;
    if (isFunctionWord(unit.lower)) return !ACRONYMS_LIKE_WORDS.has(unit.text);
    if (!isCommonWord(unit.lower)) return false;
    const beside = (unitBeside: Unit | undefined): boolean =>
      unitBeside?.acronym === true && unitBeside.text.length > 2 && isCommonWord(unitBeside.lower);
    return (
      unit.text.length >= 5 ||
      statistics.lower(unit.lower) > 0 ||
      beside(units[i - 1]) ||
      beside(units[i + 1])
    );
  };

  const starts = (i: number): boolean => {
    const unit = units[i] as Unit;
    if (isFunctionWord(unit.lower)) {
      if (unit.acronym) return ACRONYMS_LIKE_WORDS.has(unit.text) && shape !== 'capitals';
      if (unit.lower === 'the' && units[i + 1]?.text === 'Hague') return true;
      return !weak && !unit.initial && ORDINARY_STARTS.has(unit.lower) && neighbour(i) !== undefined;
    }
    if (unit.letter) return neighbour(i) !== undefined && (unit.text.endsWith('.') || !unit.initial);
    if (isCalendarWord(unit.lower)) {
      const verb = units[i + 1];
      const beside = neighbour(i);
      if (beside && isFirstName(unit.lower) && !isCommonWord(beside.lower)) return true;
      return (
        statistics.alone(unit.text) > 0 ||
        (verb !== undefined && /^(?:said|says|told|was|has)$/.test(verb.lower))
      );
    }
    if (unit.initial || weak) return initialStart(i);
    if (shouted(i)) return false;
    // A lone everyday word in capitals that the document mostly writes without ("as Shale gas").
    return (
      unit.acronym ||
      neighbour(i) !== undefined ||
      statistics.lower(unit.lower) === 0 ||
      statistics.lower(unit.lower) < statistics.capital(unit.text) ||
      !isCommonWord(unit.lower)
    );
  };

  /** The last unit of the run that starts at `from`. */
  const extend = (from: number): number => {
    let to = from;
    while (to + 1 < units.length && to - from < MAX_RUN) {
      const last = units[to] as Unit;
      const next = units[to + 1] as Unit;
      if (
        last.possessive &&
        !(
          isCommonWord(last.lower) &&
          isOrganisationWord(next.lower) &&
          next.capital &&
          !isFirstName(last.lower)
        )
      )
        break;
      if (!follows(units, to + 1)) break;
      if (nameish(next)) {
        if (
          isFunctionWord(next.lower) &&
          !next.acronym &&
          !(next.lower === 'the' && units[to + 2]?.text === 'Hague')
        ) {
          if (weak || !ORDINARY_STARTS.has(next.lower)) break;
        }
        if (next.acronym && shouted(to + 1)) break;
        if (weak && !continues(from, to + 1)) break;
        to++;
        continue;
      }
      const linked = linkedEnd(units, from, to, nameish);
      if (linked === undefined) break;
      to = linked;
    }
    return to;
  };

  /** In a title: whether the next capital word goes on with the name. */
  const continues = (from: number, i: number): boolean => {
    const unit = units[i] as Unit;
    if (unit.acronym && shape !== 'capitals') return true;
    if (!isCommonWord(unit.lower)) return true;
    const before = units[i - 1] as Unit;
    return (
      statistics.capital(unit.text) > 0 ||
      isPlace(`${before.lower} ${unit.lower}`) ||
      isOrganisationWord(unit.lower) ||
      isTitle((units[from] as Unit).lower) ||
      isTitle(unit.lower) ||
      (i === from + 1 && isFirstName(before.lower) && (isLastName(unit.lower) || !isCommonWord(before.lower)))
    );
  };

  const runs: Run[] = [];
  let i = 0;
  const head = transcriptHead(units, statistics);
  if (head !== undefined) {
    runs.push({ from: 0, to: head });
    i = head + 1;
  }
  while (i < units.length) {
    if (!nameish(units[i]) || !starts(i)) {
      i++;
      continue;
    }
    const to = extend(i);
    runs.push({ from: i, to });
    i = to + 1;
  }
  return runs;
}

const MAX_HEAD_WORDS = 4;
const MAX_HEAD_UNITS = 10;

/** Last unit of a speaker's name in capitals at the start of a block: "ANNA BERG, MODERATOR: text". */
export function transcriptHead(units: readonly Unit[], statistics: NameStatistics): number | undefined {
  let to = -1;
  while (to + 1 < units.length && to + 1 < MAX_HEAD_WORDS && units[to + 1]?.acronym) to++;
  if (to < 0) return undefined;
  let colon = to + 1;
  if (units[colon]?.text === ',') {
    while (colon < MAX_HEAD_UNITS && (units[colon]?.acronym || units[colon]?.text === ',')) colon++;
  }
  if (units[colon]?.text !== ':') return undefined;
  const known = (unit: Unit): boolean =>
    !isCommonWord(unit.lower) ||
    isFirstName(unit.lower) ||
    isLastName(unit.lower) ||
    statistics.capital(unit.text[0] + unit.lower.slice(1)) > 0;
  return units.slice(0, to + 1).some(known) ? to : undefined;
}
