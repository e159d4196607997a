import { exact } from '../text/exact.ts';
import { isCommonWord, isFirstName, isLastName, isPlace } from './lexicon.ts';
import { isDemonym, placeOfDemonym } from './lexiconDemonyms.ts';
import { isEventWord, isGenericAcronym, isGroundWord, isOfHead, isOrganisationWord } from './lexiconNames.ts';
import { isHonorific } from './lexiconRoles.ts';
import type { NameMention } from './mention.ts';
import { findRuns, transcriptHead } from './nameRuns.ts';
import { type NamePart, splitRun } from './nameSplit.ts';
import type { NameStatistics, Shape } from './nameStatistics.ts';
import type { Unit } from './nameUnits.ts';

/** A name with the units it was read from (both inside), so that roles and speakers can be looked for around it. */
export interface FoundName {
  readonly mention: NameMention;
  readonly from: number;
  readonly to: number;
  /** Title in capitals directly before the name, honorifics left out. */
  readonly title?: { readonly from: number; readonly to: number };
}

/** Finds the names of a block. `blocked` says which units belong to a date or a quantity. */
export function recogniseNames(
  text: string,
  units: readonly Unit[],
  blocked: (unit: Unit) => boolean,
  shape: Shape,
  statistics: NameStatistics,
): readonly FoundName[] {
  const found: FoundName[] = [];
  for (const run of findRuns(units, blocked, shape, statistics)) {
    for (const part of splitRun(units, run, statistics)) {
      const name = readPart(text, units, part, shape, statistics);
      if (name) found.push(name);
    }
  }
  return found;
}

function readPart(
  text: string,
  units: readonly Unit[],
  part: NamePart,
  shape: Shape,
  statistics: NameStatistics,
): FoundName | undefined {
  const first = units[part.from] as Unit;
  const last = units[part.to] as Unit;
  const single = part.from === part.to;
  const words: string[] = [];
  for (let i = part.from; i <= part.to; i++) {
    const unit = units[i] as Unit;
    if (unit.kind === 'word' || unit.kind === 'number') words.push(unit.text.replaceAll('.', ''));
  }
  // In a line of capitals only short words are acronyms; before a colon they name the speaker.
  const spoken = part.from === 0 && first.acronym && transcriptHead(units, statistics) === part.to;
  const acronym = single && first.acronym && !spoken && !(shape === 'capitals' && first.text.length > 4);
  const end = last.letter && last.text.endsWith('.') ? last.end - 1 : last.end;
  const written = text.slice(first.start, end);
  if (single && !acronym && first.letter) return undefined;
  if (acronym && isGenericAcronym(first.lower)) return undefined;
  const lowerText = words.join(' ').toLowerCase();

  let honorific: NameMention['honorific'];
  let title = part.title;
  if (title) {
    let at = title.to;
    while (at >= title.from && isHonorific((units[at] as Unit).lower)) at--;
    if (at < title.to) {
      const start = (units[at + 1] as Unit).start;
      const stop = (units[title.to] as Unit).end;
      honorific = { text: text.slice(start, stop), start, end: stop };
      title = at >= title.from ? { from: title.from, to: at } : undefined;
    }
  }

  const place = isDemonym(lowerText) ? placeOfDemonym(lowerText) : undefined;
  const mention: NameMention = {
    kind: 'name',
    start: first.start,
    end,
    text: written,
    words: exact(words),
    acronym,
    sure: isSure(units, part, shape, statistics),
    type: spoken ? 'person' : typeOf(units, part, lowerText, honorific !== undefined),
    ...(honorific ? { honorific } : {}),
    ...(place === undefined ? {} : { demonymOf: place }),
  };
  return { mention, from: part.from, to: part.to, ...(title ? { title } : {}) };
}

/** True when more than the capital of a first word says that this is a name. */
function isSure(units: readonly Unit[], part: NamePart, shape: Shape, statistics: NameStatistics): boolean {
  const first = units[part.from] as Unit;
  if (part.title) return true;
  const known = statistics.capital(first.text) > 0;
  if (shape === 'prose' && (!first.initial || known)) return true;
  if (first.acronym && shape !== 'capitals') return true;
  if (isPlace(first.lower) || isDemonym(first.lower) || known) return true;
  if (part.to === part.from) return false;
  return isFirstName(first.lower) || !isCommonWord(first.lower) || shape === 'prose';
}

function typeOf(
  units: readonly Unit[],
  part: NamePart,
  lowerText: string,
  honorific: boolean,
): NameMention['type'] {
  if (isDemonym(lowerText)) return 'demonym';
  if (honorific || part.title) return 'person';
  if (isPlace(lowerText)) return 'place';
  const first = units[part.from] as Unit;
  const last = units[part.to] as Unit;
  if (part.from === part.to) {
    if (first.acronym) return 'organisation';
    return isFirstName(first.lower) || (isLastName(first.lower) && !isCommonWord(first.lower))
      ? 'person'
      : 'unknown';
  }
  if (isOrganisationWord(last.lower) || isOrganisationWord(first.lower)) return 'organisation';
  if (isEventWord(last.lower)) return 'work';
  if (isGroundWord(last.lower)) return 'place';
  for (let i = part.from; i < part.to; i++) {
    if (isOfHead((units[i] as Unit).lower) && (units[i + 1] as Unit).lower === 'of') return 'organisation';
  }
  if (isFirstName(first.lower) || first.letter) return 'person';
  for (let i = part.from; i < part.to; i++) {
    if (isOrganisationWord((units[i] as Unit).lower)) return 'organisation';
  }
  let common = 0;
  for (let i = part.from; i <= part.to; i++) if (isCommonWord((units[i] as Unit).lower)) common++;
  return common === 0 && part.to - part.from <= 3 ? 'person' : 'unknown';
}
