import {
  commands,
  Disposable,
  type LogOutputChannel,
  ProgressLocation,
  type TextDocument,
  window,
} from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest, WorkDoneProgress } from 'vscode-languageclient';
import type { CheckAllResult } from '../../server/src/service/features/checkAll.ts';
import { activeDocument } from './documents.ts';
import type { DraftDiagnostics } from './draftDiagnostics.ts';
import type { PullTiming } from './pullTiming.ts';

/** Milliseconds for which an outcome stands in the status bar. */
const SHOWN = 6000;

/** What the commands act on; `start` brings the server up where it waits for a source. */
export interface CommandContext {
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
  readonly drafts: DraftDiagnostics;
  readonly timing: PullTiming;
  readonly start: () => Promise<void>;
}

/** Registers the commands of the manifest. */
export function registerCommands({ client, output, drafts, timing, start }: CommandContext): Disposable {
  const onServer = (run: () => Promise<void>) => async (): Promise<void> => {
    await start();
    await run();
  };
  return Disposable.from(
    commands.registerCommand(
      'touchstone.checkFile',
      onServer(() => checkFile(client, timing)),
    ),
    commands.registerCommand(
      'touchstone.checkAllDrafts',
      onServer(() => checkAllDrafts(client, output, drafts)),
    ),
    commands.registerCommand('touchstone.restart', async () => {
      if (client.needsStop()) await client.stop();
      await start();
    }),
    commands.registerCommand('touchstone.showOutput', () => output.show()),
  );
}

async function checkFile(client: BaseLanguageClient, timing: PullTiming): Promise<void> {
  const document = activeDocument();
  if (!document) return;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  await client.sendNotification('touchstone/checkNow', textDocument);
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  pullAgain(client, timing, document);
  const count = report.kind === 'full' ? report.items.length : 0;
  window.setStatusBarMessage(`Touchstone: ${plural(count, 'finding')} in this file`, SHOWN);
}

/** Has the findings of a document asked for and shown anew, whatever the setting says about when. */
export function pullAgain(client: BaseLanguageClient, timing: PullTiming, document: TextDocument): void {
  timing.force(document);
  client
    .getFeature(DocumentDiagnosticRequest.method)
    ?.getProvider(document)
    ?.onDidChangeDiagnosticsEmitter.fire();
}

async function checkAllDrafts(
  client: BaseLanguageClient,
  output: LogOutputChannel,
  drafts: DraftDiagnostics,
): Promise<void> {
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Touchstone', cancellable: true },
    async (progress, token): Promise<CheckAllResult | undefined> => {
      const workDoneToken = `touchstone-check-all-${Date.now()}`;
      let reached = 0;
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
        if (step.kind === 'end') return;
        const percentage = step.percentage ?? reached;
        progress.report({ increment: percentage - reached, message: step.message ?? 'checking drafts' });
        reached = percentage;
      });
      try {
        return await client.sendRequest<CheckAllResult>('touchstone/checkAll', { workDoneToken }, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
  if (!result) return;
  const { protocol2CodeConverter: converter } = client;
  drafts.replace(
    await Promise.all(
      result.files.map(
        async ({ uri, diagnostics }) =>
          [converter.asUri(uri), await converter.asDiagnostics([...diagnostics])] as const,
      ),
    ),
  );
  for (const { uri, reason } of result.problems) output.warn(`Not checked: ${uri} ${reason}.`);
  const count = result.files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const skipped =
    result.problems.length > 0 ? `, ${result.problems.length} not checked (see the output)` : '';
  const summary = `${plural(count, 'finding')} in ${plural(result.files.length, 'draft')}${skipped}`;
  window.setStatusBarMessage(`Touchstone: ${summary}`, SHOWN);
  if (count > 0) await commands.executeCommand('workbench.actions.view.problems');
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
