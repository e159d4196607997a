import { commands, Disposable, type ExtensionContext, env, l10n, Uri, window } from 'vscode';
import {
  type BaseLanguageClient,
  DefinitionRequest,
  type Location,
  type LocationLink,
} from 'vscode-languageclient';
import { activeDocument } from '../documents.ts';
import type { ServerNews } from '../serverNews.ts';
import { registerAgentTools } from './agentTools.ts';
import { copyCorrectionNotice, type NoticeWish } from './correctionNotices.ts';
import { createCorrectionStore } from './correctionStore.ts';
import { createPlaces, type Places } from './places.ts';
import { offerQuotations, pasteAsQuotation } from './quotation.ts';
import { createReports, type Reports, type ReportWish } from './reportView.ts';
import { createSourceMarks, type SourceMarks } from './sourceMarks.ts';

/** Milliseconds for which an outcome stands in the status bar. */
const SHOWN = 6000;

/** The report, the source beside the draft, and what goes from one into the other. */
export interface Reporting extends Disposable {
  readonly reports: Reports;
  readonly marks: SourceMarks;
  readonly places: Places;
}

/** Wires the commands and listeners of the report and of the source beside the draft. */
export function createReporting(
  client: BaseLanguageClient,
  context: ExtensionContext,
  news: ServerNews,
  start: () => Promise<void>,
): Reporting {
  const corrections = createCorrectionStore(context.workspaceState);
  const reports = createReports(client, corrections);
  const marks = createSourceMarks(client);
  const places = createPlaces();
  const command = <A extends unknown[]>(name: string, run: (...args: A) => Promise<void>): Disposable =>
    commands.registerCommand(name, async (...args: A) => {
      await start();
      await run(...args);
    });
  const listeners = Disposable.from(
    reports,
    marks,
    places,
    offerQuotations(client),
    registerAgentTools(client, start),
    news.onCorrections(corrections.take),
    news.onStatus(marks.refresh),
    command('touchstone.createReport', (wish?: ReportWish) => reports.create(readWish(wish))),
    command('touchstone.pasteAsQuotation', () => pasteAsQuotation(client)),
    command('touchstone.copyCorrectionNotice', (wish?: NoticeWish) =>
      copyCorrectionNotice(client, corrections, wish),
    ),
    command('touchstone.openSource', () => openSource(client, places)),
    commands.registerCommand('touchstone.copyText', copyText),
    commands.registerCommand('touchstone.openPlace', async (uri: unknown, line: unknown) => {
      if (typeof uri !== 'string' || typeof line !== 'number') return;
      await places.openLine(client.protocol2CodeConverter.asUri(uri), line);
    }),
  );
  return { reports, marks, places, dispose: () => listeners.dispose() };
}

/** A menu passes the file it was opened on; a keybinding may pass anything. */
function readWish(wish: unknown): ReportWish | undefined {
  if (typeof wish !== 'object' || wish === null || wish instanceof Uri || !('form' in wish)) return undefined;
  return wish as ReportWish;
}

/** Puts a text on the clipboard. */
export async function copyText(text: unknown): Promise<void> {
  if (typeof text !== 'string') return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Touchstone: copied “{0}”', text), SHOWN);
}

async function openSource(client: BaseLanguageClient, places: Places): Promise<void> {
  const document = activeDocument();
  const position = window.activeTextEditor?.selection.active;
  if (!document || !position) return;
  const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
  const answer = await client.sendRequest(DefinitionRequest.type, params);
  const first: Location | LocationLink | undefined = Array.isArray(answer)
    ? answer[0]
    : (answer ?? undefined);
  if (!first) {
    window.setStatusBarMessage(l10n.t('Touchstone: no source is known for the words at the caret'), SHOWN);
    return;
  }
  const { protocol2CodeConverter: converter } = client;
  const [uri, words, sentence] =
    'targetUri' in first
      ? [first.targetUri, first.targetSelectionRange, first.targetRange]
      : [first.uri, first.range, first.range];
  await places.open(converter.asUri(uri), converter.asRange(words), converter.asRange(sentence));
}
