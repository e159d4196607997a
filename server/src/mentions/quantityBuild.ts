import type { Span } from '../text/span.ts';
import { comparatorAfter, comparatorBefore } from './comparators.ts';
import { nounAfter, nounAfterOf, nounBefore, scaleBefore } from './countedNoun.ts';
import type { DateMention, Dimension, QuantityMention, TimeMention, Written } from './mention.ts';
import { NUMBER_WORDS } from './numberWords.ts';
import type { Numeral } from './numeral.ts';
import { readPer } from './quantityPer.ts';
import { isJoint, lowerAt, type Scan, spanOf } from './quantityScan.ts';
import type { SharedName } from './units.ts';

/** What the recognisers find: quantities, dates and times. */
export type Fact = QuantityMention | DateMention | TimeMention;

/** Mentions (none for a number that is no fact, as in a name) and the index of the first token not taken. */
export interface Outcome {
  readonly facts: readonly Fact[];
  readonly to: number;
}

/** Tokens up to `to` are taken and state no fact. */
export const quiet = (to: number): Outcome => ({ facts: [], to });

/** One fact that ends before token `to`. */
export const one = (fact: Fact, to: number): Outcome => ({ facts: [fact], to });

/** What is known of a quantity when it is put together. */
export interface QuantityParts {
  readonly dimension: Dimension;
  readonly value: number;
  readonly written: Written;
  /** Token range of the whole mention. */
  readonly from: number;
  readonly to: number;
  /** Token range of the digits or number words. */
  readonly number: readonly [number, number];
  readonly high?: number;
  readonly unit?: string | undefined;
  readonly unitSpan?: Span | undefined;
  readonly sharedName?: SharedName | undefined;
  /** Joined to what follows by a hyphen ("12-month ban"). */
  readonly hyphenated?: boolean;
}

/** Span of a numeral without the "of" of "a couple of". */
export function numeralSpan(scan: Scan, from: number, to: number): Span {
  const last = to - 1 > from && lowerAt(scan, to - 1) === 'of' ? to - 1 : to;
  return spanOf(scan, from, last);
}

const NOUN_BEHIND: ReadonlySet<Dimension> = new Set(['count', 'ordinal']);
const WITHOUT_BASE: ReadonlySet<Dimension> = new Set(['ordinal', 'score', 'age', 'label']);
const BOUNDED: ReadonlySet<Dimension> = new Set(['count', 'duration', 'money', 'percentage']);
const MAX_NOUN_TOKENS = 10;

/** Index of the first token that ends behind `end`. */
function tokenAfter(scan: Scan, i: number, end: number): number {
  let k = i;
  while (k < i + MAX_NOUN_TOKENS && (scan.tokens[k]?.end ?? Number.POSITIVE_INFINITY) <= end) k++;
  return k;
}

/** True when only words stand between, so that a base ("a day") may follow the noun. */
function onlyWords(scan: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const token = scan.tokens[k];
    if (token?.kind === 'number' || token?.lower === 'of') return false;
  }
  return true;
}

/** Puts a quantity together with its comparator, its base and its noun. */
export function buildQuantity(scan: Scan, parts: QuantityParts): Outcome {
  const { dimension, from, to, written } = parts;
  const span = numeralSpan(scan, from, to);
  const mention: { -readonly [K in keyof QuantityMention]: QuantityMention[K] } = {
    kind: 'quantity',
    dimension,
    start: span.start,
    end: span.end,
    value: parts.value,
    number: numeralSpan(scan, parts.number[0], parts.number[1]),
    written,
  };
  if (parts.high !== undefined) mention.high = parts.high;
  if (parts.unit !== undefined) mention.unit = parts.unit;
  if (parts.unitSpan !== undefined) mention.unitSpan = parts.unitSpan;
  if (parts.sharedName !== undefined) mention.sharedName = parts.sharedName;
  let behind = to;
  if (dimension !== 'score' && dimension !== 'ordinal' && dimension !== 'label') {
    const before = comparatorBefore(scan, from, dimension === 'duration');
    const after = before === undefined ? comparatorAfter(scan, to) : undefined;
    const comparator = before ?? after;
    if (comparator !== undefined) mention.comparator = comparator;
    if (after !== undefined) behind = tokenAfter(scan, to, after.end);
  }
  let end = to;
  let perFrom = to;
  let per = WITHOUT_BASE.has(dimension) ? undefined : readPer(scan, to);
  const noun = findNoun(scan, parts, per?.to ?? behind);
  if (noun !== undefined) {
    mention.noun = noun;
    // "26 pupils at most"
    if (mention.comparator === undefined && noun.start > mention.end && BOUNDED.has(dimension)) {
      const bound = comparatorAfter(scan, tokenAfter(scan, to, noun.end));
      if (bound !== undefined && bound.text !== '+') mention.comparator = bound;
    }
  }
  if (per === undefined && noun !== undefined && dimension === 'count' && noun.start > mention.end) {
    const last = tokenAfter(scan, to, noun.end);
    if (onlyWords(scan, to, last)) {
      per = readPer(scan, last);
      perFrom = last;
    }
  }
  if (per !== undefined) {
    mention.per = per.text;
    const [first, last] = [scan.tokens[perFrom], scan.tokens[per.to - 1]];
    if (first && last) mention.perSpan = { start: first.start, end: last.end };
    end = per.to;
  }
  return one(mention, end);
}

function findNoun(scan: Scan, parts: QuantityParts, to: number): QuantityMention['noun'] {
  const { dimension } = parts;
  if (dimension === 'score' || dimension === 'label') return undefined;
  if (NOUN_BEHIND.has(dimension)) {
    if (
      dimension === 'ordinal' &&
      (scan.tokens[to]?.kind === 'number' || NUMBER_WORDS.has(lowerAt(scan, to)))
    ) {
      return nounAfter(scan, to + 1);
    }
    const compound = isJoint(scan, to);
    const singular = compound || dimension === 'ordinal' || (parts.value === 1 && parts.high === undefined);
    return (
      scaleBefore(scan, parts.from) ??
      nounAfter(scan, to, singular) ??
      (dimension === 'count' ? nounBefore(scan, parts.from) : undefined)
    );
  }
  const of = nounAfterOf(scan, to);
  if (of !== undefined) return of;
  if (parts.hyphenated === true || dimension === 'fraction') return nounAfter(scan, to, true);
  const before = lowerAt(scan, parts.from - 1);
  const determined = before === 'a' || before === 'an' || before === 'the' || before.endsWith("'s");
  return determined ? nounAfter(scan, to, true) : undefined;
}

/** Written form of a number that is only marked as one word, like an ordinal. */
export const plainWritten = (value: number, form: Written['form']): Written => ({
  place: 1,
  significant: String(Math.abs(value)).replace(/0+$/, '').length || 1,
  form,
});

/** The parts of a quantity that is a bare numeral. */
export const countParts = (numeral: Numeral): QuantityParts => ({
  dimension: 'count',
  value: numeral.value,
  written: numeral.written,
  from: numeral.from,
  to: numeral.to,
  number: [numeral.from, numeral.to],
});
