import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { VERSION } from '../config/version.ts';
import { startServer } from './startServer.ts';

// Standard input and output, unless the client chose a transport (--node-ipc, --socket=, --pipe=) in the arguments.
const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => TRANSPORTS.includes(argument.split('=')[0] as string))) {
  process.argv.push('--stdio');
}

// The bundle is CommonJS in server/dist; the pages stand beside it, or in docs/rules of the extension.
const pages = ['rules', '../../docs/rules']
  .map((folder) => path.resolve(__dirname, folder))
  .find((folder) => existsSync(folder));

const connection = startServer((options) => createConnection(ProposedFeatures.all, options), {
  version: VERSION,
  hasDisk: true,
  rulePages: pages && `${pathToFileURL(pages)}/`,
  loadSession: () => import('./session.ts'),
});

// The last net: a fault that nobody caught is worth a line in the log, not the end of the session.
process.on('unhandledRejection', (error) => {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
