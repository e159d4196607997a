import {
  type Disposable,
  FileType,
  l10n,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReportAnswer, ReportForm } from '../../../server/src/service/features/report.ts';
import { activeDocument } from '../documents.ts';
import { whyNotChecked } from '../whyNotChecked.ts';
import type { CorrectionStore } from './correctionStore.ts';

/** Milliseconds for which an outcome stands in the status bar. */
const SHOWN = 6000;

/** How a report is wanted; a caller that gives it is not asked. */
export interface ReportWish {
  /** The draft; the one in front when it is left out. */
  readonly draft?: Uri;
  /** `view` opens it beside the draft; the others are files. */
  readonly form: 'view' | 'html' | 'markdown' | 'json';
  /** Where a file goes; asked for when it is left out. */
  readonly target?: Uri;
}

/** Makes reports of drafts, shows them and saves them. */
export interface Reports extends Disposable {
  create(wish?: ReportWish): Promise<void>;
  /** HTML of the report that is shown, for the tests. */
  shown(): string | undefined;
}

const ENDINGS = { html: '.html', markdown: '.md', json: '.json' } as const;

/** Creates the maker of reports over the client. */
export function createReports(client: BaseLanguageClient, corrections: CorrectionStore): Reports {
  let panel: WebviewPanel | undefined;

  const ask = async (draft: TextDocument, form: ReportForm): Promise<ReportAnswer | undefined> => {
    const uri = client.code2ProtocolConverter.asUri(draft.uri);
    const log = corrections.get(uri);
    const params = { uri, form, ...(log && { corrections: log }) };
    const answer = await client.sendRequest<ReportAnswer | null>('touchstone/report', params);
    if (answer) return answer;
    const why = await whyNotChecked(client, draft);
    void window.showWarningMessage(
      why ?? l10n.t('Touchstone has no report on this document: it is a source itself.'),
    );
    return undefined;
  };

  const show = async (draft: TextDocument): Promise<void> => {
    const answer = await ask(draft, 'editor');
    if (!answer) return;
    const title = l10n.t('Report: {0}', draft.uri.path.split('/').at(-1) ?? '');
    if (panel) panel.reveal(ViewColumn.Beside, true);
    else {
      panel = window.createWebviewPanel(
        'touchstone.report',
        title,
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        // No script runs in it; its links may open a place in a source and nothing else.
        {
          enableScripts: false,
          enableCommandUris: ['touchstone.openPlace'],
          enableFindWidget: true,
          localResourceRoots: [],
        },
      );
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.title = title;
    panel.webview.html = answer.text;
  };

  const save = async (draft: TextDocument, form: keyof typeof ENDINGS, given?: Uri): Promise<void> => {
    const answer = await ask(draft, form);
    if (!answer) return;
    const target = given ?? (await askWhere(draft, answer.name + ENDINGS[form]));
    if (!target) return;
    await workspace.fs.writeFile(target, new TextEncoder().encode(answer.text));
    const path = workspace.asRelativePath(target);
    window.setStatusBarMessage(l10n.t('Touchstone: the report is in {0}', path), SHOWN);
  };

  return {
    async create(wish) {
      const draft = wish?.draft ? await workspace.openTextDocument(wish.draft) : activeDocument();
      if (!draft) {
        void window.showInformationMessage(l10n.t('Open the draft that the report is to be about.'));
        return;
      }
      const chosen = wish ?? (await askHow());
      if (!chosen) return;
      if (chosen.form === 'view') await show(draft);
      else await save(draft, chosen.form, chosen.target);
    },
    shown: () => panel?.webview.html,
    dispose: () => panel?.dispose(),
  };
}

async function askHow(): Promise<ReportWish | undefined> {
  const items = [
    {
      form: 'view',
      label: l10n.t('$(open-preview) Open beside the draft'),
      description: l10n.t('places open their sources'),
    },
    {
      form: 'html',
      label: l10n.t('$(file) Save as one HTML file…'),
      description: l10n.t('for a browser, for printing, for handing on'),
    },
    { form: 'markdown', label: l10n.t('$(markdown) Save as Markdown…') },
    { form: 'json', label: l10n.t('$(json) Save as JSON…'), description: l10n.t('for programs') },
  ] as const;
  return window.showQuickPick([...items], { title: l10n.t('Report on the facts of this draft') });
}

async function askWhere(draft: TextDocument, name: string): Promise<Uri | undefined> {
  const folder = draft.isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(draft.uri, '..');
  const exists = folder && (await isFolder(folder));
  return window.showSaveDialog({
    ...(exists && { defaultUri: Uri.joinPath(folder, name) }),
    title: l10n.t('Save the report'),
  });
}

const isFolder = (uri: Uri): Thenable<boolean> =>
  workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
