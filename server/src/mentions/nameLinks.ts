import { isCommonWord, isFirstName, isPlace } from './lexicon.ts';
import { isDemonym } from './lexiconDemonyms.ts';
import { isFunctionWord } from './lexiconFunctionWords.ts';
import { isOfHead, isOrganisationWord, isParticle } from './lexiconNames.ts';
import { isOffice, isTitle } from './lexiconRoles.ts';
import type { Unit } from './nameUnits.ts';

const MAX_PARTICLES = 3;

/** True when `units[i]` stands directly after the unit before it, with white space between. */
export const follows = (units: readonly Unit[], i: number): boolean => {
  const unit = units[i];
  return unit?.gap === true && !unit.detached;
};

/**
 * How far a name that ends at `to` goes on over small words: "van Beethoven", "of Oxford", "for Fiscal Studies",
 * "& Spencer", "and Drug Administration". The new last unit, or undefined.
 */
export function linkedEnd(
  units: readonly Unit[],
  from: number,
  to: number,
  nameish: (unit: Unit | undefined) => boolean,
): number | undefined {
  const last = units[to] as Unit;
  const link = units[to + 1] as Unit;
  /** The unit at `i`, when it can carry the name on. */
  const carries = (i: number): Unit | undefined => {
    const unit = units[i];
    return unit && nameish(unit) && follows(units, i) && !isFunctionWord(unit.lower) ? unit : undefined;
  };

  if (link.text === '&') return carries(to + 2) ? to + 2 : undefined;
  if (link.kind !== 'word') return undefined;
  if (isParticle(link.lower)) {
    let end = to + 2;
    while (end - to <= MAX_PARTICLES && isParticle(units[end]?.lower ?? '') && follows(units, end)) end++;
    return carries(end) ? end : undefined;
  }
  const next = carries(to + 2);
  switch (link.lower) {
    case 'of':
      if (isTitle(last.lower) && isOffice(units[to + 2]?.lower ?? '')) return next && to + 2;
      if (!isOfHead(last.lower)) return undefined;
      if (next) return to + 2;
      return units[to + 2]?.lower === 'the' && carries(to + 3) ? to + 3 : undefined;
    case 'for': {
      if (!next || !(isOrganisationWord(last.lower) || isOfBody(units, from, to))) return undefined;
      const { lower } = next;
      return isPlace(lower) || isDemonym(lower) || isFirstName(lower) || isTitle(lower) ? undefined : to + 2;
    }
    case 'in': {
      // "al-Qaeda in the Islamic Maghreb"
      const article = units[to + 2]?.lower === 'the';
      return /^al-/i.test(last.text) && article && carries(to + 3) ? to + 3 : undefined;
    }
    case 'and':
      return joinsByAnd(units, from, to, carries) ? to + 2 : undefined;
    default:
      return undefined;
  }
}

/** True for "Court of Arbitration", which "for" goes on with. */
function isOfBody(units: readonly Unit[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    if ((units[i] as Unit).lower === 'of' && isOrganisationWord((units[i - 1] as Unit).lower)) return true;
  }
  return false;
}

/** "Food and Drug Administration", "Office for Health and Safety". */
function joinsByAnd(
  units: readonly Unit[],
  from: number,
  to: number,
  carries: (i: number) => Unit | undefined,
): boolean {
  const first = units[from] as Unit;
  const last = units[to] as Unit;
  const after = carries(to + 2);
  if (!after || isOrganisationWord(last.lower) || isPlace(last.lower)) return false;
  if (!isCommonWord(last.lower) || !isCommonWord(after.lower) || isFirstName(after.lower)) return false;
  const third = carries(to + 3);
  if (third && isOrganisationWord(third.lower) && !after.possessive) {
    return !(from === to && first.initial && isTitle(last.lower));
  }
  for (let i = from + 1; i < to; i++) {
    const { lower } = units[i] as Unit;
    if ((lower === 'of' || lower === 'for') && isOrganisationWord((units[i - 1] as Unit).lower)) return true;
  }
  return false;
}
