import { firstFrom } from '../prose/tokens.ts';
import type { NamedBlock } from './analysisDraft.ts';
import { isDemonym } from './lexiconDemonyms.ts';
import { isHonorific, isRoleWord, isTitle } from './lexiconRoles.ts';
import { isSpeechVerb } from './lexiconSpeech.ts';
import type { QuotationMention } from './mention.ts';
import type { FoundName } from './name.ts';
import type { Unit } from './nameUnits.ts';

/** The words around a quotation that belong to its own sentence, as unit indices, other quotations left out. */
export interface Clause {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The sentence goes on after the quotation: it ends with a comma, a question or an exclamation mark. */
  readonly goesOn: boolean;
}

/** Reads one block for attribution. */
export interface ClauseReader {
  readonly units: readonly Unit[];
  readonly names: readonly FoundName[];
  /** Index of the name that covers the unit, outside all quotations. */
  nameAt(unit: number): number | undefined;
  /** Index of the name whose last unit this is. */
  nameEndingAt(unit: number): number | undefined;
  /** Whether the name can speak at all: no place, demonym or work. */
  isSpeaker(name: number): boolean;
  around(quotation: number): Clause;
  nothingBetween(first: number, second: number): boolean;
  /** Whether only whole sentences stand between: the second quotation starts a sentence of its own. */
  onlySentencesBetween(first: number, second: number): boolean;
  startsBlock(quotation: number): boolean;
  /** The last person named as a subject before `unit`, or in the whole block. */
  lastSubjectBefore(unit: number | undefined, isPerson: (name: FoundName) => boolean): number | undefined;
}

const MAX_BEFORE = 60;
const MAX_AFTER = 40;
const STOPS = '.!?;';
const MAX_LEAD = 8;
/** Units within which the person meant by a pronoun is looked for. */
const MAX_BACK = 300;
/** What may stand between a preposition and its name: "told the Russian news website RBC" is read from "told". */
const isLead = ({ lower }: Unit): boolean =>
  isHonorific(lower) ||
  isTitle(lower) ||
  isRoleWord(lower) ||
  isDemonym(lower) ||
  /^(?:the|a|an|his|her|its)$/.test(lower);
const OBJECT_MARKERS: ReadonlySet<string> = new Set(
  'to of in at by with for from on about against over between into like'.split(' '),
);

/** Prepares a block for attribution. */
export function createClauses({ reading, names, quotations }: NamedBlock): ClauseReader {
  const { units, block } = reading;
  const { text } = block;
  const covered = new Int32Array(units.length).fill(-1);
  const quoted = new Int32Array(units.length).fill(-1);
  const outer = quotations
    .map((quotation, q) => ({ quotation, q }))
    .filter(({ quotation }) => !quotation.nested);
  let k = 0;
  units.forEach((unit, i) => {
    while (
      k < outer.length &&
      (outer[k] as { quotation: QuotationMention }).quotation.outer.end <= unit.start
    )
      k++;
    const here = outer[k];
    if (here && here.quotation.outer.start <= unit.start && unit.start < here.quotation.outer.end)
      quoted[i] = here.q;
  });
  names.forEach(({ from, to }, n) => {
    for (let i = from; i <= to; i++) if (quoted[i] === -1) covered[i] = n;
  });

  const unitFrom = (offset: number): number => firstFrom(units, offset);
  const quotation = (q: number): QuotationMention => quotations[q] as QuotationMention;
  const isStop = (i: number): boolean => {
    const unit = units[i] as Unit;
    return (
      unit.kind === 'mark' &&
      STOPS.includes(unit.text) &&
      (units[i + 1] === undefined || (units[i + 1] as Unit).gap)
    );
  };
  const endsWithStop = (q: number): boolean =>
    /[.!?…]\s*$/.test(text.slice(Math.max(0, quotation(q).end - 3), quotation(q).end));

  /** "told X", "in X", "of X": not the subject. */
  const isObject = ({ from }: FoundName): boolean => {
    let i = from - 1;
    while (i >= 0 && from - i <= MAX_LEAD && isLead(units[i] as Unit)) i--;
    const before = units[i]?.lower ?? '';
    return OBJECT_MARKERS.has(before) || isSpeechVerb(before);
  };

  const nameAt = (unit: number): number | undefined => {
    const name = covered[unit];
    return name === undefined || name < 0 ? undefined : name;
  };
  const isSpeaker = (name: number): boolean => {
    const { type } = (names[name] as FoundName).mention;
    return type !== 'demonym' && type !== 'place' && type !== 'work';
  };

  return {
    units,
    names,
    nameAt,
    nameEndingAt(unit) {
      const name = nameAt(unit);
      return name !== undefined && (names[name] as FoundName).to === unit ? name : undefined;
    },
    isSpeaker,
    around(q) {
      const { outer: span } = quotation(q);
      const first = unitFrom(span.start);
      const before: number[] = [];
      for (let i = first - 1; i >= 0 && before.length < MAX_BEFORE; i--) {
        const inside = quoted[i] as number;
        if (inside >= 0) {
          // A quotation that ends its sentence ends the clause; one within the sentence is stepped over.
          if (endsWithStop(inside) || quotation(inside).open) break;
          if (before.length === 0 || text[quotation(inside).end - 1] === ',') break;
          i = unitFrom(quotation(inside).outer.start);
          continue;
        }
        if (isStop(i)) break;
        before.push(i);
      }
      before.reverse();
      const after: number[] = [];
      for (let i = unitFrom(span.end); i < units.length && after.length < MAX_AFTER; i++) {
        if ((quoted[i] as number) >= 0 || isStop(i)) break;
        after.push(i);
      }
      const last = text[quotation(q).end - 1];
      return { before, after: quotation(q).open ? [] : after, goesOn: last !== '.' && !quotation(q).open };
    },
    nothingBetween: (first, second) =>
      text.slice(quotation(first).outer.end, quotation(second).outer.start).trim() === '',
    onlySentencesBetween(first, second) {
      const from = unitFrom(quotation(first).outer.end);
      const to = unitFrom(quotation(second).outer.start);
      let stops = 0;
      for (let i = from; i < to; i++) if (isStop(i)) stops++;
      return stops === 1 && to > from && isStop(to - 1);
    },
    startsBlock: (q) => text.slice(0, quotation(q).outer.start).trim() === '',
    lastSubjectBefore(unit, isPerson) {
      let i = (unit ?? units.length) - 1;
      let candidate: number | undefined;
      const floor = Math.max(0, i - MAX_BACK);
      for (; i >= floor; i--) {
        if (isStop(i) && quoted[i] === -1 && candidate !== undefined) return candidate;
        const name = nameAt(i);
        if (name === undefined || !isSpeaker(name)) continue;
        const { mention, to } = names[name] as FoundName;
        if (mention.acronym || !isPerson(names[name] as FoundName) || (units[to] as Unit).possessive)
          continue;
        if (isObject(names[name] as FoundName)) continue;
        candidate = name;
      }
      return candidate;
    },
  };
}
