import { commands, l10n, type Range, type Uri, window } from 'vscode';
import { type BaseLanguageClient, type CodeAction, CodeActionRequest } from 'vscode-languageclient';
import type { CorrectionLog } from '../../../server/src/service/corrections.ts';
import { activeDocument } from '../documents.ts';
import type { CorrectionStore } from './correctionStore.ts';

/** Which notice is wanted; a caller that gives it is not asked. */
export interface NoticeWish {
  readonly draft?: Uri;
  /** Index into the corrections of the draft, oldest first; −1 is the latest. */
  readonly index: number;
}

type Entry = CorrectionLog['entries'][number];

/** Copies the notice of the correction at the caret, or of one that is picked from the log of the draft. */
export async function copyCorrectionNotice(
  client: BaseLanguageClient,
  corrections: CorrectionStore,
  wish?: NoticeWish,
): Promise<void> {
  const document = activeDocument();
  const uri = wish?.draft ?? document?.uri;
  if (!uri) return;
  const selection = window.activeTextEditor?.selection;
  if (!wish && document && selection) {
    const here = await noticeAt(client, document.uri, selection);
    if (here) return void (await commands.executeCommand('touchstone.copyText', here));
  }
  const entries = corrections.get(client.code2ProtocolConverter.asUri(uri))?.entries ?? [];
  if (entries.length === 0) {
    void window.showInformationMessage(
      l10n.t(
        'No correction of this draft has been seen yet. Correct a marked fact, and its notice can be copied.',
      ),
    );
    return;
  }
  const entry = wish ? entries.at(wish.index) : await pick(entries);
  if (entry) await commands.executeCommand('touchstone.copyText', entry.notice);
}

async function pick(entries: readonly Entry[]): Promise<Entry | undefined> {
  const items = entries.toReversed().map((entry) => ({
    label: entry.notice,
    description: entry.when.replace('T', ' ').replace(/Z$/, ' UTC'),
    detail: entry.sentence,
    entry,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Copy a correction notice'),
    matchOnDetail: true,
  });
  return chosen?.entry;
}

/** The notice of the correction whose words hold the caret. */
async function noticeAt(client: BaseLanguageClient, uri: Uri, range: Range): Promise<string | undefined> {
  const params = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    range: client.code2ProtocolConverter.asRange(range),
    context: { diagnostics: [], only: ['refactor.rewrite'] },
  };
  const actions = (await client.sendRequest(CodeActionRequest.type, params)) ?? [];
  const made = actions.find(
    (action): action is CodeAction =>
      'kind' in action &&
      action.edit === undefined &&
      typeof action.command === 'object' &&
      action.command.command === 'touchstone.copyText',
  );
  const notice: unknown = made?.command?.arguments?.[0];
  return typeof notice === 'string' ? notice : undefined;
}
