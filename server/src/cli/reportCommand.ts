import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { VERSION } from '../config/version.ts';
import { factSheet } from '../desk/factSheet.ts';
import { createReport, type Report } from '../desk/report.ts';
import { reportHtml } from '../desk/reportHtml.ts';
import { reportJson } from '../desk/reportJson.ts';
import { reportMarkdown } from '../desk/reportMarkdown.ts';
import { checkDraft } from '../rules/check.ts';
import { RULES } from '../rules/registry.ts';
import { acceptedReport, lookup } from '../service/sheets.ts';
import { createSourceIndex } from '../sources/sourceIndex.ts';
import type { ReportArguments, ReportFormat } from './arguments.ts';
import { displayPath } from './nodeFiles.ts';
import { openDraft } from './openDraft.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { byNormalUri, readTicks } from './ticks.ts';
import { writeText } from './writeFiles.ts';

const FORMS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  html: (report) => reportHtml(report),
  markdown: reportMarkdown,
  json: reportJson,
};

/** Runs `touchstone report`: every fact of one draft, with what it rests on, for those who sign it off. */
export function reportCommand(args: ReportArguments, terminal: Terminal): ExitCode {
  const { cwd } = terminal;
  const problems: string[] = [];
  const fail = (): ExitCode => {
    for (const problem of problems) terminal.error(`touchstone: ${problem}\n`);
    return 2;
  };
  const opened = openDraft(args.draft, args, cwd, problems);
  if (!opened) return fail();
  const { draft, sources, skipped, options, path } = opened;
  const ticks = readTicks(path);
  for (const problem of ticks?.problems ?? []) problems.push(`${displayPath(path, cwd)}${problem}`);
  const byUri = byNormalUri(sources);
  const checked = checkDraft(draft, createSourceIndex(sources), options);
  const { findings, suppressed, facts } = acceptedReport(draft, checked, ticks, byUri);
  const report = createReport({
    draft,
    sheet: factSheet(draft, { facts, findings, suppressed }, ticks && lookup(draft.prose.uri, ticks, byUri)),
    findings,
    suppressed,
    sources,
    skipped: skipped.map((source) => ({ uri: pathToFileURL(source.path).href, reason: source.problem })),
    off: RULES.map(({ code }) => code).filter((code) => options.levels[code] === 'off'),
    created: terminal.now(),
    version: VERSION,
    nameOf: (uri) => (uri.startsWith('file:') ? displayPath(fileURLToPath(uri), cwd) : uri),
  });
  const text = FORMS[args.format](report);
  if (args.output === undefined) terminal.out(text);
  else {
    const problem = writeText(resolve(cwd, args.output), text);
    if (problem) problems.push(`The report ${args.output} ${problem}.`);
  }
  return problems.length > 0 ? fail() : 0;
}
