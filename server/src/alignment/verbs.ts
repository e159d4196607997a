import { irregularBase, MOVING, RECIPROCAL } from '../mentions/lexiconVerbs.ts';
import { termOf } from '../sources/vocabulary.ts';
import { kept } from '../text/kept.ts';

/** The form under which a verb is compared: "overtaken" and "overtakes" are one, and so are verbs of one meaning. */
export const verbTerm: (lower: string) => string = kept((lower: string) => {
  const base = irregularBase(lower);
  // the stem of "succeed" is not that of "succeeded"
  return termOf(base.endsWith('eed') ? `${base}ed` : base);
});

const RECIPROCALS: ReadonlySet<string> = new Set(RECIPROCAL.map(verbTerm));
const MOVES: ReadonlySet<string> = new Set(MOVING.map(verbTerm));

/** True for a verb that says the same with its two sides exchanged ("met", "married"); `term` is compared. */
export const isReciprocal = (term: string): boolean => RECIPROCALS.has(term);

/** True for a verb of what goes from one place to another. */
export const isMove = (term: string): boolean => MOVES.has(term);
