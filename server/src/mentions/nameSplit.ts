import { isCommonWord, isFirstName, isLastName, isPlace } from './lexicon.ts';
import { isDemonym } from './lexiconDemonyms.ts';
import {
  isEventWord,
  isGenericAcronym,
  isGroundWord,
  isOfHead,
  isOrganisationWord,
  isPlacePrefix,
} from './lexiconNames.ts';
import { isHonorific, isOffice, isRoleModifier, isRoleWord, isTitle } from './lexiconRoles.ts';
import type { Run } from './nameRuns.ts';
import type { NameStatistics } from './nameStatistics.ts';
import type { Unit } from './nameUnits.ts';

/** One name within a run of capitals. Unit indices; `to` is inside. */
export interface NamePart extends Run {
  /** A title in capitals stands directly before it, in units. */
  readonly title?: Run;
}

/** Courtesy titles that are never part of an organisation's name. */
const COURTESY: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'dame',
  'sen',
  'rep',
  'gov',
  'prof',
]);

/** Acronyms that need their country to be a name: "Scottish FA". */
const FEDERATIONS: ReadonlySet<string> = new Set(['FA', 'FC', 'GP', 'MPs', 'RFU', 'FF']);

/** Letters after a name: "Anna Berg QC". */
const POSTNOMINALS: ReadonlySet<string> = new Set(
  'Jr Sr QC KC MP MSP MEP MLA AM OBE MBE CBE KBE DBE FRS PhD MD Esq'.split(' '),
);

/** Titles that are given names as well; before one lone word they are read as such ("Dean Parrett"). */
const GIVEN_TITLES: ReadonlySet<string> = new Set(['dean', 'earl', 'baron', 'major', 'duke']);

/** Splits a run into its names: titles go, places and demonyms before a name become names of their own. */
export function splitRun(units: readonly Unit[], run: Run, statistics: NameStatistics): readonly NamePart[] {
  const at = (i: number): Unit => units[i] as Unit;
  const words = (from: number, to: number): string => {
    let text = at(from).lower;
    for (let i = from + 1; i <= to; i++) text += ` ${at(i).lower}`;
    return text;
  };
  const isGroup = (from: number, to: number): boolean => isDemonym(words(from, to));
  const isKnownPlace = (from: number, to: number): boolean => to - from < 4 && isPlace(words(from, to));
  const some = (from: number, to: number, test: (lower: string) => boolean): boolean => {
    for (let i = from; i <= to; i++) if (test(at(i).lower)) return true;
    return false;
  };
  const everyCommon = (from: number, to: number): boolean => {
    for (let i = from; i <= to; i++) if (!isCommonWord(at(i).lower) || isPlace(at(i).lower)) return false;
    return true;
  };
  const isOrganisation = (from: number, to: number): boolean => {
    if (to > from && isOrganisationWord(at(to).lower)) return true;
    for (let i = from; i < to; i++) if (isOfHead(at(i).lower) && at(i + 1).lower === 'of') return true;
    return false;
  };

  const { from } = run;
  let { to } = run;
  // A run does not end in a word of grammar, and a final initial gives its full stop back.
  while (to > from && (!at(to).capital || POSTNOMINALS.has(at(to).text))) to--;
  if (isKnownPlace(from, to) || isGroup(from, to)) return [{ from, to }];

  let title = lastTitle();
  const organisation = isOrganisation(from, to);
  if (title >= 0 && organisation && title < to && !COURTESY.has(at(title).lower)) {
    // "Justice Department" stays whole; in "Microsoft Chief Executive Office Group" nothing is gained by splitting.
    title = -1;
  }
  if (title >= 0) {
    const parts: NamePart[] = [...beforeTitle(from, title)];
    let start = title + 1;
    if (at(start)?.lower === 'of' && start < to) {
      start++;
      while (start <= to && (isOffice(at(start).lower) || at(start).lower === 'the')) start++;
      // "Secretary of State for War": the rest is the office.
      if (start <= to && !at(start).capital) return parts;
    }
    if (start <= to) {
      let titleFrom = title;
      while (
        titleFrom > from &&
        (isTitle(at(titleFrom - 1).lower) || isRoleModifier(at(titleFrom - 1).lower))
      )
        titleFrom--;
      parts.push({ from: start, to, title: { from: titleFrom, to: start - 1 } });
    }
    return parts;
  }
  return withoutTitle(from, to);

  function lastTitle(): number {
    for (let i = to; i >= from; i--) {
      if (
        !isTitle(at(i).lower) ||
        at(i).possessive ||
        (at(i).acronym && (i === to || !isGenericAcronym(at(i).lower)))
      )
        continue;
      if (i === to && i > from && isOrganisationWord(at(i).lower) && !isTitle(at(i - 1).lower)) continue;
      // "Martin Luther King Jr"
      if (
        i > from &&
        isHonorific(at(i).lower) &&
        !COURTESY.has(at(i).lower) &&
        isFirstName(at(i - 1).lower) &&
        isFirstName(at(from).lower)
      )
        continue;
      if (GIVEN_TITLES.has(at(i).lower) && i === from && to === i + 1) continue;
      // "Prince Harry", but "Harry Prince" and "Stephen King": a title as a surname after a given name.
      if (i === to && i > from && isFirstName(at(i - 1).lower) && i - from <= 2 && isHonorific(at(i).lower))
        continue;
      return i;
    }
    return -1;
  }

  /** Names among the words before a title: "Manhattan U.S. | Attorney", "Microsoft | Chief Executive". */
  function* beforeTitle(start: number, end: number): Generator<NamePart> {
    let i = start;
    while (i < end) {
      const known = longestKnown(i, end - 1);
      // "Indiana Pacers President": a place goes on into the name of its team.
      if (
        known >= i &&
        !(
          isKnownPlace(i, known) &&
          known + 1 < end &&
          startsName(known + 1) &&
          !at(known + 1).acronym &&
          longestKnown(known + 1, end - 1) < 0
        )
      ) {
        yield { from: i, to: known };
        i = known + 1;
        continue;
      }
      if (!startsName(i)) {
        i++;
        continue;
      }
      let last = i;
      while (last + 1 < end && startsName(last + 1) && longestKnown(last + 1, end - 1) < 0) last++;
      while (last > i && !at(last).capital) last--;
      if (!everyCommon(i, last) || at(i).acronym || isOrganisation(i, last)) yield { from: i, to: last };
      i = last + 1;
    }
  }

  function startsName(i: number): boolean {
    return at(i).capital && !isTitle(at(i).lower) && !isRoleModifier(at(i).lower);
  }

  /** Last unit of the longest place or demonym that starts at `i`, or -1. */
  function longestKnown(i: number, end: number): number {
    for (let last = Math.min(end, i + 2); last >= i; last--)
      if (isKnownPlace(i, last) || isGroup(i, last)) return last;
    return -1;
  }

  function withoutTitle(start: number, end: number): readonly NamePart[] {
    const parts: NamePart[] = [];
    let i = start;
    while (i < end) {
      const known = longestKnown(i, end - 1);
      if (known < 0 || staysWhole(i, known, end)) break;
      parts.push({ from: i, to: known });
      i = known + 1;
    }
    // "Executive Council of Australian Jewry | Robert Goot"
    if (
      end - i >= 3 &&
      isFirstName(at(end - 1).lower) &&
      !isCommonWord(at(end).lower) &&
      some(i, end - 2, (lower) => isOrganisationWord(lower) || isOfHead(lower)) &&
      at(end - 2).lower !== 'of'
    ) {
      parts.push({ from: i, to: end - 2 }, { from: end - 1, to: end });
      return parts;
    }
    if (i < end && i === start && dropsFirst(i, end)) {
      parts.push(...withoutTitle(i + 1, end));
      return parts;
    }
    parts.push({ from: i, to: end });
    return parts;
  }

  /** A place or demonym that belongs to the words after it: "British Geological Survey", "Paris Hilton". */
  function staysWhole(i: number, known: number, end: number): boolean {
    const next = at(known + 1);
    const single = end === known + 1;
    const demonym = isGroup(i, known);
    if (demonym && (isKnownPlace(known + 1, end) || (single && isGenericAcronym(next.lower)))) return false;
    if (
      some(known + 1, end, (lower) => isOrganisationWord(lower) || isEventWord(lower) || isGroundWord(lower))
    )
      return true;
    if (at(end).acronym && !isFirstName(next.lower)) return !single || !demonym || FEDERATIONS.has(next.text);
    if (!next.capital) return true;
    if (isFirstName(at(i).lower) && single && !demonym) return true;
    // "English Heritage", "British Gas"
    if (demonym && single && isCommonWord(next.lower) && !isFirstName(next.lower) && !isDemonym(next.lower))
      return true;
    return (
      !demonym &&
      single &&
      !isFirstName(next.lower) &&
      !isKnownPlace(known + 1, end) &&
      !isGroup(known + 1, end)
    );
  }

  /** A common word at the start of a sentence, glued to the name: "Meanwhile Obama". */
  function dropsFirst(i: number, end: number): boolean {
    const unit = at(i);
    if (
      !unit.initial ||
      unit.acronym ||
      !(isCommonWord(unit.lower) || isRoleWord(unit.lower)) ||
      isFirstName(unit.lower) ||
      isPlacePrefix(unit.lower)
    )
      return false;
    if (statistics.capital(unit.text) > 0 || isOrganisationWord(at(end).lower)) return false;
    if (isEventWord(at(end).lower) || isGroundWord(at(end).lower)) return false;
    const next = at(i + 1);
    // "Winger Yannick Bolasie", "Fullback Penhallow"
    if (isRoleWord(unit.lower) && !isLastName(unit.lower) && next.capital && !isCommonWord(next.lower))
      return true;
    // "Ales Bialiatski" is a name; "Officials Berg met" needs a sign that the first word is only a word.
    const known =
      next.acronym || isPlace(next.lower) || isDemonym(next.lower) || statistics.alone(next.text) > 0;
    return next.capital && (known || statistics.lower(unit.lower) > 0);
  }
}
