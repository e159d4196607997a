import { resolve } from 'node:path';
import { explainAt } from '../alignment/explain.ts';
import { explanationText } from '../findings/explanation.ts';
import { analyse } from '../mentions/analyse.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { withDateOrder } from '../mentions/dateOrder.ts';
import { readProse } from '../prose/readProse.ts';
import { createSourceIndex } from '../sources/sourceIndex.ts';
import type { ExplainArguments, ExplainTarget } from './arguments.ts';
import { plainLine } from './excerpt.ts';
import { groupDrafts } from './groups.ts';
import { displayPath, MAX_DRAFT_SIZE, readTextFile, snapshotOf } from './nodeFiles.ts';
import { createProjects } from './project.ts';
import { readRulePage } from './rulePages.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Runs `touchstone explain`: the page of a rule, or how the fact at a place of a draft was judged. */
export function explainCommand(args: ExplainArguments, terminal: Terminal): ExitCode {
  const { target } = args;
  if (target.kind === 'place') return explainPlace(args, target, terminal);
  const page = readRulePage(terminal.pages, target.code);
  if (page === undefined) {
    terminal.error(
      `touchstone: the page of ${target.code} is missing from ${terminal.pages}. Install Touchstone again, or run "npm run build" in the repository.\n`,
    );
    return 2;
  }
  terminal.out(terminal.colour ? page.replace(/^#+ .*$/gm, '\u001b[1m$&\u001b[0m') : page);
  return 0;
}

function explainPlace(
  args: ExplainArguments,
  { file, line, column }: Extract<ExplainTarget, { kind: 'place' }>,
  terminal: Terminal,
): ExitCode {
  const { cwd } = terminal;
  const problems: string[] = [];
  const fail = (): ExitCode => {
    for (const problem of problems) terminal.error(`touchstone: ${problem}\n`);
    return 2;
  };
  const projects = createProjects(args, cwd, (path) => displayPath(path, cwd), problems);
  // As a path, not as a glob: brackets in a name are a part of it.
  const [group] = groupDrafts({ ...args, drafts: [resolve(cwd, file)] }, cwd, projects, problems);
  if (!group) return fail();
  const { settings } = group.project;
  const open = (path: string, limit: number): AnalysedDocument | undefined => {
    const read = readTextFile(path, limit);
    if (!('problem' in read))
      return withDateOrder(analyse(readProse(snapshotOf(path, read.text))), settings.dateOrder);
    problems.push(`${displayPath(path, cwd)} ${read.problem}.`);
    return undefined;
  };
  const draft = open(resolve(cwd, file), MAX_DRAFT_SIZE);
  const sources = group.sources.flatMap((path) => open(path, settings.maxSourceSize) ?? []);
  if (!draft) return fail();
  if (sources.length === 0) {
    problems.push(`No sources ${group.place}, so there is nothing that a fact could be bound to.`);
    return fail();
  }
  const { lines, text } = draft.prose;
  const start = line <= lines.lineCount ? lines.lineStart(line - 1) : text.length;
  const end = line < lines.lineCount ? lines.lineStart(line) : text.length;
  if (line > lines.lineCount || column - 1 > end - start) {
    problems.push(`${file} has no line ${line} with a column ${column}.`);
    return fail();
  }
  const explanation = explainAt(draft, createSourceIndex(sources), start + column - 1, settings.aliases);
  if (!explanation) terminal.out(`There is no fact at ${file}:${line}:${column}.\n`);
  else terminal.out(`${explanationText(explanation).split('\n').map(plainLine).join('\n')}\n`);
  return problems.length > 0 ? fail() : 0;
}
