import { checkCommand } from './checkCommand.ts';
import { explainCommand } from './explainCommand.ts';
import { factsCommand } from './factsCommand.ts';
import { initCommand } from './initCommand.ts';
import { mcpCommand } from './mcpCommand.ts';
import { parseArguments } from './parseArguments.ts';
import { reportCommand } from './reportCommand.ts';
import { rulesList } from './rulesList.ts';
import { sourcesCommand } from './sourcesCommand.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Runs one command line to its end and gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parseArguments(args, terminal.columns);
  switch (parsed.kind) {
    case 'shown':
      terminal.out(parsed.text);
      return 0;
    case 'wrong':
      terminal.error(`touchstone: ${parsed.message}\n`);
      return 2;
    case 'rules':
      terminal.out(rulesList(parsed.format));
      return 0;
    case 'check':
      return checkCommand(parsed, terminal);
    case 'facts':
      return factsCommand(parsed, terminal);
    case 'sources':
      return sourcesCommand(parsed, terminal);
    case 'explain':
      return explainCommand(parsed, terminal);
    case 'mcp':
      return mcpCommand(parsed, terminal);
    case 'report':
      return reportCommand(parsed, terminal);
    case 'init':
      return initCommand(parsed.folder, terminal);
  }
}
