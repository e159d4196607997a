import {
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  type TextDocument,
  window,
} from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest, WorkDoneProgress } from 'vscode-languageclient';
import type { CheckAllResult } from '../../server/src/service/features/checkAll.ts';
import { activeDocument } from './documents.ts';
import type { DraftDiagnostics } from './draftDiagnostics.ts';
import type { PullTiming } from './pullTiming.ts';
import { whyNotChecked } from './whyNotChecked.ts';

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
  const why = await whyNotChecked(client, document);
  if (why !== undefined) {
    window.setStatusBarMessage(why, SHOWN);
    return;
  }
  const count = report.kind === 'full' ? report.items.length : 0;
  window.setStatusBarMessage(
    count === 1
      ? l10n.t('Touchstone: 1 finding in this file')
      : l10n.t('Touchstone: {0} findings in this file', count),
    SHOWN,
  );
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
        progress.report({
          increment: percentage - reached,
          message: step.message ?? l10n.t('checking drafts'),
        });
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
  const found = count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
  const checked = result.files.length === 1 ? l10n.t('1 draft') : l10n.t('{0} drafts', result.files.length);
  const skipped = result.problems.length;
  const summary =
    skipped > 0
      ? l10n.t('Touchstone: {0} in {1}, {2} not checked (see the output)', found, checked, skipped)
      : l10n.t('Touchstone: {0} in {1}', found, checked);
  window.setStatusBarMessage(summary, SHOWN);
  if (count > 0) await commands.executeCommand('workbench.actions.view.problems');
}
