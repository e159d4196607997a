import type { Coverage, Level } from '../findings/finding.ts';
import type { CheckedDocument } from './checker.ts';
import type { NotChecked } from './notChecked.ts';
import { uncheckedLine } from './ranges.ts';
import type { SourceProblem, SourceSet } from './sourceSet.ts';

/** What the status item of an editor shows; sent as `touchstone/status` whenever it changes. */
export interface Status {
  readonly state: 'reading' | 'ready' | 'noSources';
  /** Sources read, over all folders in use. */
  readonly sources: number;
  /** Facts in these sources. */
  readonly facts: number;
  /** One entry for each open document that was checked. */
  readonly documents: readonly DocumentStatus[];
  /** One entry for each open document that was asked about and is not checked. */
  readonly notChecked: readonly NotChecked[];
  /** Sources that are skipped, each with its reason. */
  readonly problems: readonly SourceProblem[];
  /** Settings that could not be used, in words. */
  readonly settings: readonly string[];
}

/** Counts for one open document. */
export interface DocumentStatus {
  readonly uri: string;
  readonly role: 'draft' | 'source';
  readonly findings: Readonly<Record<Level, number>>;
  readonly coverage: Coverage;
  /** Sources this document is checked against. */
  readonly sources: number;
  /** Zero-based line from which on nothing was checked, because the check took too long. */
  readonly uncheckedFrom?: number;
}

/** Joins the source sets and results in use into one status. */
export function createStatus(
  sets: readonly SourceSet[],
  results: readonly CheckedDocument[],
  notChecked: readonly NotChecked[],
  settings: readonly string[],
  reading: boolean,
): Status {
  const sources = sets.reduce((sum, set) => sum + set.sources.size, 0);
  return {
    state: reading ? 'reading' : sources > 0 ? 'ready' : 'noSources',
    sources,
    facts: sets.reduce((sum, set) => sum + set.facts, 0),
    documents: results.map(documentStatus),
    notChecked,
    problems: sets.flatMap((set) => set.problems),
    settings,
  };
}

/** Counts of one checked document. */
export function documentStatus(checked: CheckedDocument): DocumentStatus {
  const findings = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { level } of checked.findings) findings[level]++;
  const uncheckedFrom = uncheckedLine(checked);
  return {
    uri: checked.document.uri,
    role: checked.role,
    findings,
    coverage: checked.coverage,
    sources: checked.sources.sources.size,
    ...(uncheckedFrom !== undefined && { uncheckedFrom }),
  };
}
