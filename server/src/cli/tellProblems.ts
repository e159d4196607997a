import type { CheckOutcome } from './check.ts';
import type { Terminal } from './terminal.ts';

/** Says on standard error what was skipped, what is worth knowing and what could not be done. */
export function tellProblems(
  { run, notes }: Pick<CheckOutcome, 'run' | 'notes'>,
  terminal: Pick<Terminal, 'error'>,
): void {
  for (const { file, problem } of run.skipped)
    terminal.error(`touchstone: skipped the source ${file}: it ${problem}.\n`);
  for (const note of notes) terminal.error(`touchstone: ${note}\n`);
  for (const problem of run.problems) terminal.error(`touchstone: ${problem}\n`);
}
