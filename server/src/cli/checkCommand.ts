import { resolve } from 'node:path';
import { decodeSource } from '../sources/decode.ts';
import { type CheckArguments, type CheckFormat, LEVELS } from './arguments.ts';
import { baselineText } from './baseline.ts';
import { type CheckOutcome, concludeCheck, planCheck } from './check.ts';
import { allFindings, type CheckRun } from './checkRun.ts';
import type { GivenDraft } from './groups.ts';
import { displayPath, MAX_DRAFT_SIZE } from './nodeFiles.ts';
import { githubReport } from './reporters/github.ts';
import { htmlReport } from './reporters/html.ts';
import { jsonReport } from './reporters/json.ts';
import { junitReport } from './reporters/junit.ts';
import { markdownReport } from './reporters/markdown.ts';
import { type PrettyOptions, prettyReport } from './reporters/pretty.ts';
import { sarifReport } from './reporters/sarif.ts';
import { runTasks } from './runTasks.ts';
import { tellProblems } from './tellProblems.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { watchCheck } from './watch.ts';
import { writeText } from './writeFiles.ts';

/** One reporter a form. */
const REPORTERS: Readonly<Record<CheckFormat, (run: CheckRun, options: ReportOptions) => string>> = {
  pretty: prettyReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  junit: junitReport,
  html: htmlReport,
  markdown: markdownReport,
};

/** What reporters may ask for beside the run. */
export interface ReportOptions extends PrettyOptions {
  /** Folder of the rules' pages. */
  readonly pages: string;
}

/** Runs `touchstone check`. */
export async function checkCommand(args: CheckArguments, terminal: Terminal): Promise<ExitCode> {
  if (args.watch) return watchCheck(args, terminal, (outcome) => report(args, outcome, terminal));
  const given = args.stdin && (await readGiven(args.stdin.filename, terminal));
  if (given && 'problem' in given) {
    terminal.error(`touchstone: ${given.problem}\n`);
    return 2;
  }
  const plan = planCheck(args, terminal.cwd, { given });
  const outcome = concludeCheck(plan, await runTasks(plan, terminal));
  const code = report(args, outcome, terminal);
  return args.updateBaseline ? writeBaseline(args, outcome, code, terminal) : code;
}

async function readGiven(
  filename: string,
  terminal: Terminal,
): Promise<GivenDraft | { readonly problem: string }> {
  const read = decodeSource(await terminal.readStdin(), MAX_DRAFT_SIZE);
  return 'problem' in read
    ? { problem: `The draft on standard input ${read.problem}.` }
    : { path: resolve(terminal.cwd, filename), text: read.text };
}

/** Prints the report and everything else there is to say, and gives the exit code. */
function report(args: CheckArguments, { run, notes, mended }: CheckOutcome, terminal: Terminal): ExitCode {
  tellProblems({ run, notes }, terminal);
  // With the mended draft on standard output, as an editor's formatter wants it, the report goes to the other stream.
  const passesText = args.fix && mended !== undefined;
  if (passesText) terminal.out(mended);
  if (args.format !== 'pretty' || run.drafts.length > 0) {
    const text = REPORTERS[args.format](run, terminal);
    if (passesText) terminal.error(text);
    else terminal.out(text);
  }
  return writeReports(args, run, terminal) ? exitCodeOf(run, args) : 2;
}

/** Writes the further reports; false when one could not be written. */
function writeReports({ reports }: CheckArguments, run: CheckRun, terminal: Terminal): boolean {
  let whole = true;
  for (const { format, file } of reports) {
    const text = REPORTERS[format](run, { ...terminal, colour: false, columns: 100 });
    const problem = writeText(resolve(terminal.cwd, file), text);
    if (problem) terminal.error(`touchstone: The report ${file} ${problem}.\n`);
    if (problem) whole = false;
  }
  return whole;
}

/** A run that left something out is never clean, whatever it has found. */
function exitCodeOf(run: CheckRun, { failOn }: CheckArguments): ExitCode {
  if (run.problems.length > 0 || run.skipped.length > 0) return 2;
  const strength = LEVELS.indexOf(failOn);
  for (const { findings } of allFindings(run))
    if (findings.some(({ level }) => LEVELS.indexOf(level) <= strength)) return 1;
  return 0;
}

/** Writes all findings of a whole run as known; after that they are none to fail for. */
function writeBaseline(
  { baseline = '' }: CheckArguments,
  { run }: CheckOutcome,
  code: ExitCode,
  terminal: Terminal,
): ExitCode {
  if (code === 2) {
    terminal.error(`touchstone: ${baseline} was not written, because the run was not whole.\n`);
    return 2;
  }
  const path = resolve(terminal.cwd, baseline);
  const documents = [...allFindings(run)].map(({ document: { file }, findings }) => ({ file, findings }));
  const problem = writeText(path, baselineText(documents));
  if (problem) {
    terminal.error(`touchstone: The baseline ${baseline} ${problem}.\n`);
    return 2;
  }
  const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
  terminal.error(
    `touchstone: ${displayPath(path, terminal.cwd)} now knows ${count} ${count === 1 ? 'finding' : 'findings'}.\n`,
  );
  return 0;
}
