import {
  type CancellationToken,
  type DataTransfer,
  DataTransferItem,
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  env,
  l10n,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { QuotationAnswer } from '../../../server/src/service/features/pasteQuotation.ts';
import { activeDocument, DOCUMENT_SELECTOR } from '../documents.ts';

/** Milliseconds for which an outcome stands in the status bar. */
const SHOWN = 6000;

/** Says, along with copied text, which document it was copied from. */
const COPIED_FROM = 'application/vnd.touchstone.copied-from';

type Asker = (draft: TextDocument, range: Range, text: string, source?: string) => Promise<QuotationAnswer>;

const asker =
  (client: BaseLanguageClient): Asker =>
  (draft, range, text, source) =>
    client.sendRequest<QuotationAnswer>('touchstone/quotation', {
      uri: client.code2ProtocolConverter.asUri(draft.uri),
      range: client.code2ProtocolConverter.asRange(range),
      text,
      ...(source !== undefined && { source }),
    });

/** Puts copied words of a source into the draft at the caret, in quotation marks and with their citation. */
export async function pasteAsQuotation(client: BaseLanguageClient): Promise<void> {
  const draft = activeDocument();
  const selection = window.activeTextEditor?.selection;
  if (!draft || !selection) return;
  const answer = await asker(client)(draft, selection, await env.clipboard.readText());
  if ('problem' in answer) {
    void window.showWarningMessage(`Touchstone: ${answer.problem}`);
    return;
  }
  if (!(await workspace.applyEdit(editsOf(client, draft, answer)))) return;
  window.setStatusBarMessage(`Touchstone: ${outcome(answer)}`, SHOWN);
}

type Quoted = Exclude<QuotationAnswer, { problem: string }>;

function editsOf(client: BaseLanguageClient, { uri }: TextDocument, { edits }: Quoted): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits)
    edit.replace(uri, client.protocol2CodeConverter.asRange(range), newText);
  return edit;
}

function outcome({ check, place }: Quoted): string {
  switch (check) {
    case 'agrees':
      return l10n.t('quoted from {0}; it agrees', place);
    case 'differs':
      return l10n.t('quoted from {0}; it is marked, because here it reads differently', place);
    case 'notChecked':
      return l10n.t('quoted from {0}; it is too short to be checked', place);
  }
}

/** Offers a quotation under “Paste As…” when the copied words are in a source. */
export function offerQuotations(client: BaseLanguageClient): Disposable {
  // Editors built on an older VS Code have no such offer; there the command does it.
  if (typeof languages.registerDocumentPasteEditProvider !== 'function') return new Disposable(() => {});
  const kind = DocumentDropOrPasteEditKind.Text.append('touchstone', 'quotation');
  return languages.registerDocumentPasteEditProvider(
    [...DOCUMENT_SELECTOR],
    {
      prepareDocumentPaste(document, _ranges, transfer) {
        transfer.set(COPIED_FROM, new DataTransferItem(document.uri.toString()));
      },
      provideDocumentPasteEdits: (document, ranges, transfer, _context, token) =>
        offer(client, kind, document, ranges, transfer, token),
    },
    {
      providedPasteEditKinds: [kind],
      copyMimeTypes: [COPIED_FROM],
      pasteMimeTypes: ['text/plain'],
    },
  );
}

async function offer(
  client: BaseLanguageClient,
  kind: DocumentDropOrPasteEditKind,
  document: TextDocument,
  [range]: readonly Range[],
  transfer: DataTransfer,
  token: CancellationToken,
): Promise<DocumentPasteEdit[] | undefined> {
  const source: unknown = await transfer.get(COPIED_FROM)?.asString();
  // Without the source it was copied from, a word of everyday language would be offered as a quotation of anything.
  if (typeof source !== 'string' || source === document.uri.toString() || !client.isRunning())
    return undefined;
  const text = await transfer.get('text/plain')?.asString();
  if (!text || !range || token.isCancellationRequested) return undefined;
  const answer = await asker(client)(document, new Range(range.start, range.end), text, source);
  if ('problem' in answer) return undefined;
  const edit = new DocumentPasteEdit(answer.text, l10n.t('Paste as quotation, with its citation'), kind);
  const [, ...more] = answer.edits;
  if (more.length > 0) edit.additionalEdit = editsOf(client, document, { ...answer, edits: more });
  return [edit];
}
