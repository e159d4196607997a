import { VERSION } from '../config/version.ts';
import { parseArguments } from './arguments.ts';
import { runCheck } from './check.ts';
import { HELP } from './help.ts';
import { jsonReport } from './reporters/json.ts';
import { prettyReport } from './reporters/pretty.ts';
import { rulesList } from './rulesList.ts';

/** What the command line touches of the process it runs in. */
export interface Terminal {
  readonly cwd: string;
  readonly colour: boolean;
  readonly columns: number;
  out(text: string): void;
  error(text: string): void;
}

/** Exit code of a run: nothing to mend, something to mend, or the job was not done. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line to its end and gives the exit code. */
export function run(args: readonly string[], terminal: Terminal): ExitCode {
  const parsed = parseArguments(args);
  switch (parsed.kind) {
    case 'help':
      terminal.out(HELP);
      return 0;
    case 'version':
      terminal.out(`${VERSION}\n`);
      return 0;
    case 'rules':
      terminal.out(rulesList());
      return 0;
    case 'wrong':
      terminal.error(`touchstone: ${parsed.message}\n`);
      return 2;
    case 'check': {
      const { run: result, problems, notes } = runCheck(parsed, terminal.cwd);
      for (const { file, problem } of result.skipped) {
        terminal.error(`touchstone: skipped the source ${file}: it ${problem}.\n`);
      }
      for (const note of notes) terminal.error(`touchstone: ${note}\n`);
      for (const problem of problems) terminal.error(`touchstone: ${problem}\n`);
      if (parsed.format === 'json') terminal.out(jsonReport(result));
      else if (result.drafts.length > 0) terminal.out(prettyReport(result, terminal));
      if (problems.length > 0) return 2;
      const wrong = result.drafts.some(({ report }) =>
        report.findings.some(({ level }) => level === 'error' || level === 'warning'),
      );
      return wrong ? 1 : 0;
    }
  }
}
