import type { Verdict } from '../alignment/alignment.ts';
import type { Span } from '../text/span.ts';

/** How strongly a finding speaks; `off` exists only as a configured level. */
export type Level = 'error' | 'warning' | 'information' | 'hint';

/** Codes of all rules; one file and one page each. */
export type RuleCode =
  | 'number-mismatch'
  | 'unit-mismatch'
  | 'direction-mismatch'
  | 'approximation'
  | 'date-mismatch'
  | 'time-mismatch'
  | 'weekday-mismatch'
  | 'name-misspelled'
  | 'name-mismatch'
  | 'role-mismatch'
  | 'quote-altered'
  | 'quote-not-found'
  | 'quote-misattributed'
  | 'not-in-sources'
  | 'sources-differ'
  | 'citation-unresolved'
  | 'source-inconsistent'
  | 'unused-directive';

/** A place in a source (or draft) that speaks for or against a claim. Offsets are into that document's text. */
export interface Evidence extends Span {
  readonly uri: string;
  /** Zero-based line of `start`. */
  readonly line: number;
  /** The words at `start`–`end`. */
  readonly text: string;
  /** The whole sentence around it. */
  readonly sentence: { readonly text: string } & Span;
}

/** One replacement in the draft; offsets into the draft's text. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** A way to mend a finding. `safe` fixes need no choice and may be applied all at once. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

/** What a rule reports about a draft (or, for source-inconsistent, about a source). */
export interface Finding extends Span {
  readonly code: RuleCode;
  readonly level: Level;
  readonly message: string;
  /** The words at `start`–`end` of the draft. */
  readonly text: string;
  /** The kind of fact, for counting and for evaluation. */
  readonly fact: FactKind;
  /** What the sources have instead, in the draft's own format; best first. */
  readonly expected: readonly string[];
  readonly fixes: readonly Fix[];
  readonly evidence: readonly Evidence[];
  /** Location-free identity: rule, value and sentence hashed. */
  readonly fingerprint: string;
  /** Place of the fact that it was found on, the same as in `DraftReport.facts`; absent when it is about no fact. */
  readonly claim?: Span;
}

/** What silenced a finding, with the reason that a person gave for it. */
export interface Silence {
  readonly by: 'directive' | 'acceptedValue' | 'ignoreFile' | 'acceptance';
  readonly reason?: string;
}

/** A finding that is not reported because a person decided so. */
export interface SuppressedFinding extends Finding {
  readonly silence: Silence;
}

/** What a finding is about; directives and citations are no facts, but findings are made about them too. */
export type FactKind = 'number' | 'date' | 'name' | 'quote' | 'directive' | 'citation';

/** True for a finding about what the draft states, and not about how it is written down. */
export const isAboutFact = ({ fact }: Pick<Finding, 'fact'>): boolean =>
  fact !== 'directive' && fact !== 'citation';

export type { Verdict };

/** A checked fact of the draft, right or wrong: what hover, go-to-definition and coverage show. */
export interface CheckedFact extends Span {
  readonly fact: FactKind;
  readonly verdict: Verdict;
  /** The words of the fact in the draft. */
  readonly text: string;
  /** Best first. Empty only for notEnoughInfo. */
  readonly evidence: readonly Evidence[];
  /** Why, in a few words, for hover: "same value", "123 rounds to 120", "sum of 123 and 23". */
  readonly reason: string;
  /** Worked out from several stated values: it rests on all of its evidence, not on the best. */
  readonly derived?: true;
}

/** Counts for the last line of every report. */
export interface Coverage {
  readonly facts: number;
  readonly supported: number;
  readonly refuted: number;
  readonly notFound: number;
}

/** Result of checking one draft against a source index. Same input, same output, byte for byte. */
export interface DraftReport {
  readonly uri: string;
  /** Sorted by start, then code. */
  readonly findings: readonly Finding[];
  /** Findings silenced by a directive, an accepted value or an ignore file, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly facts: readonly CheckedFact[];
  readonly coverage: Coverage;
  /** From where on nothing was checked, when the check was ended before its time. */
  readonly unchecked?: Span;
}
