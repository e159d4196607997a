import { type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ClientFactory, createClient } from './client.ts';
import { registerCommands } from './commands.ts';
import { createDraftDiagnostics } from './draftDiagnostics.ts';
import { createPullTiming } from './pullTiming.ts';
import { whenSourcesExist } from './sourceWatch.ts';
import { createStatusItem } from './status.ts';

let running: BaseLanguageClient | undefined;

/** Sets the extension up; the two entries, for a desktop and for a browser, differ in their `factory` only. */
export function activateWith(factory: ClientFactory, context: ExtensionContext): void {
  const output = window.createOutputChannel('Touchstone', { log: true });
  const status = createStatusItem();
  const drafts = createDraftDiagnostics();
  const timing = createPullTiming();
  const client = createClient(factory, context, output, status, timing);
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

/** Stops the server when the extension is disabled or the window closes. */
export async function stopServer(): Promise<void> {
  if (running?.needsStop()) await running.stop();
}
