import { commands, type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import type { Status } from '../../server/src/service/status.ts';
import { CONFIG_SELECTOR, DOCUMENT_SELECTOR } from './documents.ts';
import type { PullTiming } from './pullTiming.ts';
import type { StatusItem } from './status.ts';

/** Creates the client of the bundled language server; it is not started yet. */
export function createClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  status: StatusItem,
  timing: PullTiming,
): LanguageClient {
  const server = {
    module: context.asAbsolutePath('server/dist/server.cjs'),
    transport: TransportKind.ipc,
  };
  const client = new LanguageClient(
    'touchstone',
    'Touchstone',
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6011'] } } },
    {
      documentSelector: [...DOCUMENT_SELECTOR, ...CONFIG_SELECTOR],
      outputChannel: output,
      diagnosticCollectionName: 'touchstone',
      diagnosticPullOptions: timing.options,
      middleware: timing.middleware,
      initializationOptions: { rulePages: `${Uri.joinPath(context.extensionUri, 'docs', 'rules')}/` },
    },
  );
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) status.setState('starting');
    else status.setState(newState === State.Running ? 'running' : 'stopped');
    void commands.executeCommand('setContext', 'touchstone.running', newState === State.Running);
  });
  client.onNotification('touchstone/status', (next: Status) => status.setStatus(next));
  return client;
}
