import type { Coverage, DraftReport, Finding } from '../findings/finding.ts';

/** A document that findings or evidence point into. */
export interface ReadDocument {
  /** Path as shown to a person. */
  readonly file: string;
  readonly text: string;
}

/** A draft with what was found in it; findings below the asked level are already left out. */
export interface CheckedDraft extends ReadDocument {
  readonly report: DraftReport;
}

/** Everything a reporter needs to know about one run of `touchstone check`. */
export interface CheckRun {
  readonly drafts: readonly CheckedDraft[];
  /** Sources that have findings of their own. */
  readonly doubtfulSources: readonly (ReadDocument & { readonly findings: readonly Finding[] })[];
  /** Files of all sources that were read. */
  readonly sources: readonly string[];
  /** Sources that were not read, and why. */
  readonly skipped: readonly { readonly file: string; readonly problem: string }[];
  /** The document behind a URI of the evidence. */
  documentOf(uri: string): ReadDocument;
}

/** Coverage of all drafts together. */
export function totalCoverage(run: CheckRun): Coverage {
  const total = { facts: 0, supported: 0, refuted: 0, notFound: 0 };
  for (const { report } of run.drafts) {
    total.facts += report.coverage.facts;
    total.supported += report.coverage.supported;
    total.refuted += report.coverage.refuted;
    total.notFound += report.coverage.notFound;
  }
  return total;
}
