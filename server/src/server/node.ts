import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection, ConnectionOptions } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { VERSION } from '../config/version.ts';
import { StreamWriter } from './nodeWriter.ts';
import { startServer } from './startServer.ts';

// Standard input and output, unless the client chose a transport (--node-ipc, --socket=, --pipe=) in the arguments.
const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];
const transport =
  process.argv
    .map((argument) => argument.split('=')[0] as string)
    .find((name) => TRANSPORTS.includes(name)) ?? '--stdio';

/** A connection over standard input and output that does not write out again what it has sent before. */
function overStandardStreams(options: ConnectionOptions): Connection {
  // Standard output is the protocol's alone.
  globalThis.console = new console.Console(process.stderr);
  const writer: unknown = new StreamWriter(process.stdout);
  // The package takes a writer in place of a stream too, and ends with its input only where that is a stream.
  return createConnection(ProposedFeatures.all, process.stdin, writer as NodeJS.WritableStream, options);
}

// The bundle is CommonJS in server/dist; the pages stand beside it, or in docs/rules of the extension.
const pages = ['rules', '../../docs/rules']
  .map((folder) => path.resolve(__dirname, folder))
  .find((folder) => existsSync(folder));

const connect =
  transport === '--stdio'
    ? overStandardStreams
    : (options: ConnectionOptions): Connection => createConnection(ProposedFeatures.all, options);

const connection = startServer(connect, {
  version: VERSION,
  hasDisk: true,
  rulePages: pages && `${pathToFileURL(pages)}/`,
  loadSession() {
    // Node 22 keeps what it has compiled of the second file, so that the next start has less to do.
    (modules as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
    return import('./session.ts');
  },
});

// The last net: a fault that nobody caught is worth a line in the log, not the end of the session.
process.on('unhandledRejection', (error) => {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
