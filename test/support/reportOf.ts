import type { Correction } from '../../server/src/desk/corrections.ts';
import { factSheet } from '../../server/src/desk/factSheet.ts';
import { createReport, type Report, type ReportInput } from '../../server/src/desk/report.ts';
import type { TickLookup } from '../../server/src/desk/tick.ts';
import { checkDraft } from '../../server/src/rules/check.ts';
import { type CheckOptions, DEFAULT_OPTIONS } from '../../server/src/rules/options.ts';
import { createSourceIndex } from '../../server/src/sources/sourceIndex.ts';
import { analyseText } from './runWorkspace.ts';

/** Time of the reports in tests. */
export const CREATED = '2025-12-14T16:03:00Z';

/** What a test may set besides the texts. */
export interface ReportChoices {
  readonly name?: string;
  readonly options?: Partial<CheckOptions>;
  readonly ticks?: TickLookup;
  readonly corrections?: { readonly entries: readonly Correction[]; readonly since: string };
  readonly skipped?: ReportInput['skipped'];
  readonly off?: ReportInput['off'];
  readonly unchecked?: ReportInput['unchecked'];
}

/** The report of a draft text against source texts by file name. */
export function reportOf(
  draft: string,
  sources: Readonly<Record<string, string>>,
  { name = 'draft.md', options, ticks, corrections, skipped = [], off = [], unchecked }: ReportChoices = {},
): Report {
  const analysed = analyseText(name, draft);
  const documents = Object.entries(sources).map(([uri, text]) => analyseText(uri, text));
  const checked = checkDraft(analysed, createSourceIndex(documents), { ...DEFAULT_OPTIONS, ...options });
  return createReport({
    draft: analysed,
    sheet: factSheet(analysed, checked, ticks),
    findings: checked.findings,
    suppressed: checked.suppressed,
    sources: documents,
    skipped,
    off,
    ...(unchecked && { unchecked }),
    ...(corrections && { corrections }),
    created: CREATED,
    version: '0.1.0',
    nameOf: (uri) => uri,
  });
}
