import { type ExtensionContext, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createClient } from './client.ts';
import { registerCommands } from './commands.ts';
import { createDraftDiagnostics } from './draftDiagnostics.ts';
import { createPullTiming } from './pullTiming.ts';
import { whenSourcesExist } from './sourceWatch.ts';
import { createStatusItem } from './status.ts';

let running: LanguageClient | undefined;

/** Called by VS Code when a Markdown or plain-text document opens, or a command is run. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Touchstone', { log: true });
  const status = createStatusItem();
  const drafts = createDraftDiagnostics();
  const timing = createPullTiming();
  const client = createClient(context, output, status, timing);
  const start = async (): Promise<void> => {
    running = client;
    try {
      await client.start();
    } catch (error) {
      output.error(`The language server did not start: ${error}`);
      status.setState('stopped');
    }
  };
  context.subscriptions.push(
    output,
    status,
    drafts,
    registerCommands({ client, output, drafts, timing, start }),
    whenSourcesExist(() => void start()),
  );
}

/** Called by VS Code when the extension is disabled or the window closes. */
export async function deactivate(): Promise<void> {
  if (running?.needsStop()) await running.stop();
}
