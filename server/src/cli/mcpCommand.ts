import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as mcp from '../mcp/main.ts';
import type { McpArguments } from './arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Runs `touchstone mcp`: serves the tools for agents until the client closes standard input. */
export async function mcpCommand({ root, sources }: McpArguments, terminal: Terminal): Promise<ExitCode> {
  const folder = resolve(terminal.cwd, root);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    terminal.error(
      `touchstone: ${root} is not a folder. Give the folder of the drafts with --root FOLDER.\n`,
    );
    return 2;
  }
  // A bundle of its own: nobody else pays for reading it.
  const bundle = join(dirname(terminal.bundle), 'mcp.cjs');
  const { serveMcp } = (await import(pathToFileURL(bundle).href)) as typeof mcp;
  await serveMcp({ root: folder, ...(sources.length > 0 && { sources }) });
  return 0;
}
