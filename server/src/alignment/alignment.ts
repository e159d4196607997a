import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention, NameMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Span } from '../text/span.ts';
import type { QuantityComparison } from './compareQuantity.ts';
import type { DirectedValue } from './direction.ts';
import type { ContradictionParts } from './quantityOdds.ts';

/** Whether the sources speak for a claim, against it, or not at all. */
export type Verdict = 'supported' | 'refuted' | 'notEnoughInfo';

/** A place in a source: a span of one block's text. */
export interface SourcePlace extends Span {
  readonly document: AnalysedDocument;
  readonly block: number;
}

/** One step of turning a draft quotation into the source's words. Offsets into the draft's block. */
export interface WordEdit extends Span {
  /** Words of the source in place of the draft's span; empty when the draft added words. */
  readonly source: string;
}

/** Why a verdict was reached; closed, so that every rule's case is seen by the compiler. */
export type Reason =
  | { readonly kind: 'agrees'; readonly how: string }
  | { readonly kind: 'derived'; readonly how: string }
  | { readonly kind: 'notFound' }
  /** Says too little to be looked for (a lone "first", a relative date, a scare quote): never reported, not counted. */
  | { readonly kind: 'notChecked' }
  | {
      readonly kind: 'number';
      readonly source: LocatedMention;
      /** The old and the new value of a change stand in each other's places. */
      readonly exchanged?: true;
    }
  /** Another rank of the same holder: "largest" for "second-largest". */
  | {
      readonly kind: 'rank';
      /** The source's word for it ("second"); empty for the first. */
      readonly rank: string;
      /** The draft's superlative. */
      readonly word: Span;
    }
  /** The other end of a scale: "shortest" for "longest". */
  | { readonly kind: 'end'; readonly word: Span; readonly told: string }
  | {
      readonly kind: 'unit';
      readonly source: LocatedMention;
      readonly problem: Extract<QuantityComparison, { kind: 'unit' }>['problem'];
    }
  | {
      readonly kind: 'hedge';
      readonly source: LocatedMention;
      readonly problem: Extract<QuantityComparison, { kind: 'hedge' }>['problem'];
    }
  | {
      readonly kind: 'date';
      readonly source: LocatedMention;
      readonly parts: readonly ('year' | 'month' | 'day' | 'weekday')[];
    }
  | {
      readonly kind: 'direction';
      readonly draft: DirectedValue;
      readonly told: DirectedValue;
      readonly source: LocatedMention;
    }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | {
      readonly kind: 'time';
      readonly source: LocatedMention;
      /** The source's time in the draft's zone, minutes after midnight; absent when only the zone differs. */
      readonly minutes?: number;
      readonly until?: number;
    }
  | { readonly kind: 'misspelled'; readonly name: string; readonly certain: boolean }
  | { readonly kind: 'name'; readonly name: string; readonly slot: string }
  /** The claim's name and another one of its sentence stand in each other's places; `words` is what is told of them. */
  | { readonly kind: 'exchanged'; readonly other: NameMention; readonly words: Span }
  | { readonly kind: 'role'; readonly role: string; readonly holder?: string; readonly roleSpan: Span }
  | {
      readonly kind: 'quoteAltered';
      readonly edits: readonly WordEdit[];
      readonly source: string;
      readonly negation: boolean;
    }
  | { readonly kind: 'quoteNotFound' }
  | {
      readonly kind: 'misattributed';
      readonly speaker: string;
      readonly named: string;
      readonly at: LocatedMention;
    };

/** Two sources that give different values for one thing. */
export interface Disagreement {
  /** What the draft agrees with. */
  readonly agrees: LocatedMention;
  readonly differs: LocatedMention;
  /** The source that differs has the better rank. */
  readonly better: boolean;
}

/** A claim of the draft bound to the sources, with the verdict and what it rests on. */
export interface Alignment<M extends LocalMention = LocalMention> {
  readonly claim: LocatedMention<M>;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** Best first; never empty when refuted, save for a calendar slip, which needs no source. */
  readonly evidence: readonly SourcePlace[];
  /** True when subject, unit and time are bound in one source sentence or cell: the finding may be an error. */
  readonly bound: boolean;
  /** Where another number was held against the claim's: that number, and what spoke for and against it. */
  readonly weighed?: { readonly value: number; readonly parts: ContradictionParts };
  /** Another source has another value for the same thing; only where the claim is supported. */
  readonly disagreement?: Disagreement | undefined;
}

/** The place of a located mention. */
export const placeOf = (m: LocatedMention): SourcePlace => ({
  document: m.document,
  block: m.block,
  start: m.mention.start,
  end: m.mention.end,
});
