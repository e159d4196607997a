import { commands, type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { CONFIG_SELECTOR, DOCUMENT_SELECTOR } from './documents.ts';
import { answerFileRequests } from './fileRequests.ts';
import type { PullTiming } from './pullTiming.ts';
import type { StatusItem } from './status.ts';

/** Makes the client of the bundled language server: a process beside a desktop's extensions, a worker in a browser. */
export type ClientFactory = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** Creates the client; it is not started yet. */
export function createClient(
  factory: ClientFactory,
  context: ExtensionContext,
  output: LogOutputChannel,
  status: StatusItem,
  timing: PullTiming,
): BaseLanguageClient {
  const client = factory(context, {
    documentSelector: [...DOCUMENT_SELECTOR, ...CONFIG_SELECTOR],
    outputChannel: output,
    diagnosticCollectionName: 'touchstone',
    diagnosticPullOptions: timing.options,
    middleware: timing.middleware,
    initializationOptions: {
      rulePages: `${Uri.joinPath(context.extensionUri, 'docs', 'rules')}/`,
      clientFiles: true,
      copyText: true,
      askReason: true,
    },
  });
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) status.setState('starting');
    else status.setState(newState === State.Running ? 'running' : 'stopped');
    void commands.executeCommand('setContext', 'touchstone.running', newState === State.Running);
    // Views that are empty for a moment need not say that there is nothing.
    void commands.executeCommand('setContext', 'touchstone.starting', newState === State.Starting);
  });
  answerFileRequests(client);
  return client;
}
