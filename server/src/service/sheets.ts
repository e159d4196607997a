import { URI, Utils } from 'vscode-uri';
import { withAcceptances } from '../desk/acceptances.ts';
import { type FactSheet, factSheet } from '../desk/factSheet.ts';
import { lookupTicks } from '../desk/sourceState.ts';
import type { TickLookup } from '../desk/tick.ts';
import type { DraftReport } from '../findings/finding.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { CheckedDocument } from './checker.ts';
import type { DraftTicks } from './tickFiles.ts';
import { normaliseUri, relativeReference } from './uris.ts';

/** How the ticks file of a draft names a source: relative to the draft, so that a folder can be moved as a whole. */
export const tickPath = (draft: string, source: string): string =>
  relativeReference(normaliseUri(draft), source) ?? source;

/** URI of a source that a ticks file names. */
export function tickSourceUri(draft: string, path: string): string {
  try {
    if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return normaliseUri(path);
    const steps = path.split('/').map(decodeURIComponent);
    return normaliseUri(Utils.joinPath(URI.parse(draft), '..', ...steps).toString());
  } catch {
    return path;
  }
}

/** The entries of a ticks file for the facts of `draft`, with what `sources` (by URI) say now. */
export const lookup = (
  draft: string,
  ticks: Pick<DraftTicks, 'file'>,
  sources: ReadonlyMap<string, AnalysedDocument>,
): TickLookup => lookupTicks(ticks.file.ticks, (path) => sources.get(tickSourceUri(draft, path)));

/** The report of a draft with what its ticks file accepts silenced. */
export function acceptedReport(
  draft: AnalysedDocument,
  report: DraftReport,
  ticks: Pick<DraftTicks, 'file'> | undefined,
  sources: ReadonlyMap<string, AnalysedDocument>,
): DraftReport {
  if (!ticks?.file.ticks.some(({ state }) => state === 'accepted')) return report;
  return withAcceptances(report, factSheet(draft, report, lookup(draft.prose.uri, ticks, sources)));
}

const sheets = new WeakMap<CheckedDocument, FactSheet>();

/** The fact sheet of a checked draft, made once. */
export function sheetOf(checked: CheckedDocument): FactSheet {
  const known = sheets.get(checked);
  if (known) return known;
  const { analysed, ticks, sources } = checked;
  const sheet = factSheet(
    analysed,
    checked,
    ticks && ticks.file.ticks.length > 0 ? lookup(analysed.prose.uri, ticks, sources.sources) : undefined,
  );
  sheets.set(checked, sheet);
  return sheet;
}
