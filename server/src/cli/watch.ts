import { dirname, join, resolve } from 'node:path';
import { globBase } from '../service/sourceGlobs.ts';
import type { CheckArguments } from './arguments.ts';
import { type CheckOutcome, type CheckPlan, concludeCheck, planCheck } from './check.ts';
import { createFolderWatch } from './folderWatch.ts';
import { displayPath, foldersUnder } from './nodeFiles.ts';
import { plural } from './reporters/coverage.ts';
import { createRunner } from './runner.ts';
import type { TaskResult } from './task.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/**
 * Checks, and checks again whenever something changes that the result rests on; what has not changed is not analysed
 * again. Never ends by itself.
 */
export async function watchCheck(
  args: CheckArguments,
  terminal: Terminal,
  report: (outcome: CheckOutcome) => ExitCode,
): Promise<ExitCode> {
  const runner = createRunner({ remember: true });
  const folders = createFolderWatch((problem) => terminal.error(`touchstone: ${problem}\n`));
  for (;;) {
    let plan = planCheck(args, terminal.cwd);
    // What has changed before a folder was watched is seen by looking once more.
    if (folders.set(foldersOf(args, plan))) plan = planCheck(args, terminal.cwd);
    const results: TaskResult[] = [];
    for (const task of plan.tasks) {
      results.push(runner.run(task));
      // Lets Ctrl+C through between two tasks.
      await new Promise((done) => setImmediate(done));
    }
    report(concludeCheck(plan, results));
    const drafts = plan.groups.reduce((sum, group) => sum + group.drafts.length, 0);
    terminal.error(`touchstone: watching ${plural(drafts, 'draft')}. Ctrl+C ends it.\n`);
    const paths = await folders.next();
    const names = paths.slice(0, 3).map((path) => displayPath(path, terminal.cwd));
    terminal.error(`touchstone: ${names.join(', ')}${paths.length > 3 ? ' …' : ''} changed.\n`);
  }
}

/** The folders of everything in use, and those in which drafts, sources or a project file could appear. */
function foldersOf(args: CheckArguments, { groups, cwd }: CheckPlan): ReadonlySet<string> {
  const folders = new Set<string>([cwd]);
  const roots = new Set<string>();
  const addWord = (word: string, base: string): void => {
    if (!word.startsWith('!')) roots.add(resolve(base, globBase(word) || word));
  };
  for (const word of [...args.drafts, ...args.sources]) addWord(word, cwd);
  for (const { drafts, sources, project } of groups) {
    for (const file of [...drafts, ...sources]) folders.add(dirname(file));
    if (args.sources.length > 0) continue;
    for (const glob of project.settings.sources)
      for (const home of project.folder ? [project.folder] : drafts.map((draft) => dirname(draft)))
        addWord(glob, home);
  }
  for (const file of [args.config, args.baseline])
    if (file !== undefined) folders.add(dirname(resolve(cwd, file)));
  for (const root of roots) for (const folder of foldersUnder(root)) folders.add(folder);
  // Project and ignore files count upwards from a draft.
  for (const { drafts, project } of groups)
    for (const draft of project.folder ? drafts : [])
      for (let at = dirname(draft); at !== project.folder && dirname(at) !== at; at = dirname(at))
        folders.add(join(at, '..'));
  return folders;
}
