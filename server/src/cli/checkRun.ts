import type { FactSheet } from '../desk/factSheet.ts';
import type { Coverage, DraftReport, Finding, RuleCode } from '../findings/finding.ts';

/** A document that findings or evidence point into. */
export interface ReadDocument {
  /** Path as shown to a person. */
  readonly file: string;
  readonly text: string;
}

/** A draft with what was found in it; findings below the asked level and those of the baseline are left out. */
export interface CheckedDraft extends ReadDocument {
  readonly report: DraftReport;
  /** Findings that the baseline knows. */
  readonly known: number;
  /** Fixes that were made. */
  readonly fixed: number;
  /** When it was asked for. */
  readonly sheet?: FactSheet;
}

/** Everything that a reporter needs to know about one run of `touchstone check`. */
export interface CheckRun {
  readonly drafts: readonly CheckedDraft[];
  /** Sources that have findings of their own. */
  readonly doubtfulSources: readonly (ReadDocument & { readonly findings: readonly Finding[] })[];
  /** Files of all sources that were read. */
  readonly sources: readonly string[];
  /** Sources that were not read, and why. */
  readonly skipped: readonly { readonly file: string; readonly problem: string }[];
  /** Rules that are switched off for every draft of the run. */
  readonly off: readonly RuleCode[];
  /** What kept the run from doing its whole job, in sentences. */
  readonly problems: readonly string[];
  /** The document behind a URI of the evidence. */
  documentOf(uri: string): ReadDocument;
}

/** Every finding of a run with the document it is about: drafts first, then sources. */
export function* allFindings(run: CheckRun): Generator<{
  readonly document: ReadDocument;
  readonly findings: readonly Finding[];
}> {
  for (const draft of run.drafts) yield { document: draft, findings: draft.report.findings };
  for (const source of run.doubtfulSources) yield { document: source, findings: source.findings };
}

/** Coverage of all drafts together. */
export function totalCoverage({ drafts }: Pick<CheckRun, 'drafts'>): Coverage {
  const total = { facts: 0, supported: 0, refuted: 0, notFound: 0 };
  for (const { report } of drafts) {
    total.facts += report.coverage.facts;
    total.supported += report.coverage.supported;
    total.refuted += report.coverage.refuted;
    total.notFound += report.coverage.notFound;
  }
  return total;
}
