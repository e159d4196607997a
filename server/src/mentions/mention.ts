import type { Span } from '../text/span.ts';
import type { SharedName } from './units.ts';

/** All offsets in this file are UTF-16 offsets into the text of the block in which the mention stands. */

/** How a number is compared: its hedge or bound, with the words that say so. */
export interface Comparator extends Span {
  readonly kind:
    | 'about'
    | 'moreThan'
    | 'justOver'
    | 'atLeast'
    | 'nearly'
    | 'justUnder'
    | 'upTo'
    | 'lessThan'
    /** Emphasis that changes no value: "as many as" counts as upTo, "only" and "exactly" as exact. */
    | 'exact';
  readonly text: string;
}

/** What a quantity measures. Two quantities compare only within one dimension (and convertible units). */
export type Dimension =
  | 'count'
  | 'money'
  | 'percentage'
  | 'percentagePoints'
  | 'basisPoints'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'speed'
  | 'temperature'
  | 'power'
  | 'energy'
  | 'frequency'
  | 'data'
  | 'angle'
  | 'otherMeasure'
  | 'duration'
  | 'age'
  | 'ordinal'
  | 'fraction'
  /** A number that says which one, not how many ("Article 50", "FIFA 17"); `unit` is the word before it. */
  | 'label'
  | 'score';

/** How a number was written; decides its precision and the format of a fix. */
export interface Written {
  /** The magnitude of the last written place: 1 for "123", 0.1 for "2.5", 1e8 for "1.2bn". */
  readonly place: number;
  /** Count of significant digits as written; trailing zeros of a whole number do not count. */
  readonly significant: number;
  readonly form: 'digits' | 'words' | 'mixed';
  /** A scale word or suffix (million, bn, k) was written. */
  readonly scale?: { readonly factor: number; readonly text: string } & Span;
  /** A vague amount ("dozens", "several", "hundreds", "most", "a couple", "half"): compare by `low`/`high` of `vague`. */
  readonly vague?: { readonly low: number; readonly high: number };
}

/** A number with what it measures, e.g. "123", "$1.2bn", "two days", "15–20 %", "a third", "34-year-old". */
export interface QuantityMention extends Span {
  readonly kind: 'quantity';
  readonly dimension: Dimension;
  /** In the unit's base as written, scale applied: "$1.2bn" is 1.2e9; "two weeks" is 2 with unit "week". Signed. */
  readonly value: number;
  /** Upper end of a range, or the second number of a score. */
  readonly high?: number;
  /** Canonical unit: ISO currency ("USD"), "%", "km", "day", "week", "year" … Absent for counts. */
  readonly unit?: string;
  /** A currency named as several states name theirs ("dollars", "$"): `unit` is then only the likeliest. */
  readonly sharedName?: SharedName;
  /** "per year", "a day", "per 100,000": canonical text of the base. */
  readonly per?: string;
  /** The words of the base: "a year", "per 100,000 people". */
  readonly perSpan?: Span;
  /** The digits or number words (with scale), the part that a fix of the value replaces. */
  readonly number: Span;
  /** The unit's own words or signs, the part that a fix of the unit replaces. */
  readonly unitSpan?: Span;
  readonly written: Written;
  readonly comparator?: Comparator;
  /** The noun it counts, as written ("individuals"), with the words between as `modifiers`. */
  readonly noun?: { readonly text: string; readonly modifiers: readonly string[] } & Span;
}

/** A point or stretch of calendar time, as far as it was written. */
export interface DateMention extends Span {
  readonly kind: 'date';
  readonly year?: number;
  /** 1–12 */
  readonly month?: number;
  readonly day?: number;
  /** 1 = Monday … 7 = Sunday */
  readonly weekday?: number;
  readonly quarter?: number;
  readonly season?: 'spring' | 'summer' | 'autumn' | 'winter';
  /** First year of a decade: 1990 for "the 1990s". */
  readonly decade?: number;
  readonly part?: 'early' | 'mid' | 'late';
  /** Relative to the document's own date: "yesterday" is {unit:'day', count:-1}, "last year" {unit:'year', count:-1}, "this month" count 0. */
  readonly relative?: {
    readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'hour' | 'minute' | 'second';
    readonly count: number;
  };
  /** End of a written range ("2015–16", "3–5 May"). */
  readonly until?: { readonly year?: number; readonly month?: number; readonly day?: number };
  /** Spans of the written parts, so that a finding and its fix touch only the part that is wrong. */
  readonly parts: {
    readonly year?: Span;
    readonly month?: Span;
    readonly day?: Span;
    readonly weekday?: Span;
  };
  /** Written order, for fixes; "month" when only month and year. */
  readonly order?: 'dmy' | 'mdy' | 'ymd';
  /** An all-digit date whose order cannot be told ("03/04/2025"). */
  readonly ambiguous?: boolean;
}

/** A clock time; minutes after midnight. */
export interface TimeMention extends Span {
  readonly kind: 'time';
  readonly minutes: number;
  /** "6.15" and "seven o'clock" may be in either half of the day. */
  readonly halfOpen?: boolean;
  /** End of a written range ("17:30–19:30"), minutes after midnight. */
  readonly until?: number;
  readonly zone?: string;
  readonly zoneSpan?: Span;
}

/** A proper name without its title, role or possessive ending. */
export interface NameMention extends Span {
  readonly kind: 'name';
  readonly text: string;
  /** Words of the name in order, without possessive ("Maria", "Kolesnikova"). */
  readonly words: readonly string[];
  readonly acronym: boolean;
  /** False when only a capital at the start of a sentence speaks for it. */
  readonly sure: boolean;
  /** Honorific directly before: "Mr", "Dr", "Sir". */
  readonly honorific?: { readonly text: string } & Span;
  /** Role adjacent to the name: "US Special Envoy for Belarus" John Coale; John Coale, "the US envoy". */
  readonly role?: { readonly text: string; readonly position: 'before' | 'after' } & Span;
  /** Advisory only; no finding may depend on it. */
  readonly type: 'person' | 'organisation' | 'place' | 'demonym' | 'work' | 'unknown';
  /** A demonym's or a possessive's place: "Belarusian" → "Belarus". */
  readonly demonymOf?: string;
}

/** Words within quotation marks. `start`/`end` are the words; `outer` takes the marks in. */
export interface QuotationMention extends Span {
  readonly kind: 'quotation';
  readonly outer: Span;
  readonly marks: 'double' | 'single';
  /** No closing mark: the paragraph ends inside, the next one goes on. */
  readonly open: boolean;
  /** Stands inside another quotation. */
  readonly nested: boolean;
}

export type LocalMention = QuantityMention | DateMention | TimeMention | NameMention | QuotationMention;

/** Who said a quotation, as far as the text shows it. */
export interface Speaker {
  /** The name mention that names the speaker (block index and index into that block's mentions). */
  readonly block: number;
  readonly mention: number;
  /** Fullest form of the name known in the document. */
  readonly name: string;
  /** True only for a direct pattern with a name ("X said", "according to X", "X described … as"). */
  readonly sure: boolean;
  /** Said by a pronoun, or left out between two quotations, where nobody else is named who could be meant. */
  readonly alone?: true;
  /** The word that reports it ("said", "described"), offsets into the quotation's block; absent for continued quotations. */
  readonly cue?: Span;
}
