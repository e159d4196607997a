import type { AnalysedDocument } from '../mentions/analysedDocument.ts';

/** All sources of a draft, indexed for binding. */
export interface SourceIndex {
  readonly sources: readonly AnalysedDocument[];
}
