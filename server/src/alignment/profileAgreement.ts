import { isPersonTerm, termOf } from '../sources/vocabulary.ts';
import { compareDate, type ResolvedDate } from './compareDate.ts';

/** What a mention is about, by the words around it. */
export interface Profile {
  /** Terms around the mention with their weight by nearness, without repeats. */
  readonly terms: readonly string[];
  readonly weights: readonly number[];
  readonly noun: string | undefined;
  /** The number measures or pays, so that what stands behind it is only what it is of. */
  readonly measures: boolean;
  readonly modifiers: ReadonlySet<string>;
  readonly dates: readonly ResolvedDate[];
}

/** 1 when a date of one profile is one of the other, -1 when the only dates of both contradict, 0 otherwise. */
export function timeAgreement(a: Profile, b: Profile): number {
  if (a.dates.length === 0 || b.dates.length === 0) return 0;
  let differs = false;
  for (const d of a.dates) {
    for (const s of b.dates) {
      const result = compareDate(d, s);
      if (result.kind === 'same') return 1;
      if (result.kind === 'differs') differs = true;
    }
  }
  return differs && a.dates.length === 1 && b.dates.length === 1 ? -1 : 0;
}

/** What happens to people, counted in place of them: "seven people were killed" and "seven deaths". */
const FATES: ReadonlySet<string> = new Set(
  ['deaths', 'injuries', 'arrests', 'infections', 'missing'].map((w) => termOf(w)),
);

const isFate = (fate: string, people: string, told: readonly string[]): boolean =>
  FATES.has(fate) && (people === '=people' || isPersonTerm(people)) && told.includes(fate);

/** 1 same counted noun, 0.7 people against people of one kind, -1 another one, 0 unknown. */
export function nounAgreement(a: Profile, b: Profile): number {
  if (!a.noun || !b.noun) return 0;
  if (a.noun === b.noun) return 1;
  if (isFate(b.noun, a.noun, a.terms) || isFate(a.noun, b.noun, b.terms)) return 0.7;
  // "123 individuals" may be "123 prisoners": the wider word for the narrower one, not one kind for another
  if (a.noun === '=people' ? isPersonTerm(b.noun) : b.noun === '=people' && isPersonTerm(a.noun)) return 0.7;
  if (a.modifiers.has(b.noun) || b.modifiers.has(a.noun)) return 0;
  // "recaptured $20 million of provisions" is "a $20 million recapture of provisions"
  if (a.measures && a.terms.includes(b.noun) && b.terms.includes(a.noun)) return 0;
  return -1;
}
