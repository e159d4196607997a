import { VERSION } from '../../config/version.ts';
import type { SheetCounts } from '../../desk/factSheet.ts';
import { createReport, type Report } from '../../desk/report.ts';
import { reportHtml } from '../../desk/reportHtml.ts';
import { reportJson } from '../../desk/reportJson.ts';
import { reportMarkdown } from '../../desk/reportMarkdown.ts';
import { fileName } from '../../findings/evidence.ts';
import type { RuleCode } from '../../findings/finding.ts';
import type { CheckedDocument } from '../checker.ts';
import { type CorrectionLog, readable } from '../corrections.ts';
import { sheetOf } from '../sheets.ts';
import { relativePath } from '../uris.ts';

/** The forms of a report. `editor` is HTML for a view of the editor, whose places open sources. */
export type ReportForm = 'html' | 'editor' | 'markdown' | 'json';

/** A report as an editor gets it; the answer to `touchstone/report`. */
export interface ReportAnswer {
  readonly text: string;
  /** Name for a file beside the draft, without its ending: "draft-report". */
  readonly name: string;
  readonly counts: SheetCounts;
}

/** Command of the client that opens a place in a source; its arguments are a URI and a zero-based line. */
export const OPEN_PLACE_COMMAND = 'touchstone.openPlace';

/** The report of a checked draft; undefined for a source, which has none. */
export function report(
  checked: CheckedDocument,
  form: ReportForm,
  corrections: Omit<CorrectionLog, 'uri'> | undefined,
  created: string,
): ReportAnswer | undefined {
  if (checked.role !== 'draft') return undefined;
  const { analysed, sources, settings, findings, suppressed, document, unchecked } = checked;
  const made = createReport({
    draft: analysed,
    sheet: sheetOf(checked),
    findings,
    suppressed,
    sources: [...sources.sources.values()],
    skipped: sources.problems,
    off: Object.entries(settings.rules).flatMap(([code, level]) =>
      level === 'off' ? [code as RuleCode] : [],
    ),
    ...(unchecked && { unchecked }),
    ...(corrections && { corrections }),
    created,
    version: VERSION,
    nameOf: nameIn(checked),
  });
  const name = `${fileName(document.uri).replace(/\.[^.]*$/, '')}-report`;
  return { text: inForm(made, form), name, counts: made.counts };
}

/** How documents are called in a report: by their path in the project. */
export const nameIn =
  ({ sources }: Pick<CheckedDocument, 'sources'>) =>
  (uri: string): string =>
    readable(relativePath(sources.root, uri) ?? fileName(uri));

function inForm(made: Report, form: ReportForm): string {
  switch (form) {
    case 'html':
      return reportHtml(made);
    case 'editor':
      return reportHtml(made, { place: 'editor', linkTo: openingCommand(made) });
    case 'markdown':
      return reportMarkdown(made);
    case 'json':
      return reportJson(made);
  }
}

const openingCommand =
  ({ sources }: Report) =>
  ({ source, line }: { readonly source?: number; readonly line: number }): string | undefined => {
    const uri = source === undefined ? undefined : sources[source - 1]?.uri;
    if (uri === undefined) return undefined;
    return `command:${OPEN_PLACE_COMMAND}?${encodeURIComponent(JSON.stringify([uri, line - 1]))}`;
  };
