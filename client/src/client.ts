import {
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { DiagnosticPullMode, LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import type { Status } from '../../server/src/service/status.ts';
import { DOCUMENT_SELECTOR } from './documents.ts';
import type { StatusItem } from './status.ts';

/** Creates the client of the bundled language server; it is not started yet. */
export function createClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  status: StatusItem,
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
      documentSelector: DOCUMENT_SELECTOR,
      outputChannel: output,
      diagnosticCollectionName: 'touchstone',
      diagnosticPullOptions: {
        onChange: true,
        onSave: true,
        onFocus: true,
        // Asked at each edit, so that the setting works at once and for each folder.
        filter: (document, mode) => mode === DiagnosticPullMode.onType && !checksOnType(document),
      },
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

const checksOnType = (document: TextDocument): boolean =>
  workspace.getConfiguration('touchstone', document).get('run') !== 'onSave';
