import {
  type DecorationOptions,
  Disposable,
  l10n,
  MarkdownString,
  OverviewRulerLane,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SourceUse } from '../../../server/src/service/features/sourceUses.ts';
import { isChecked } from '../documents.ts';

/** Marks in each source that is shown the words that open drafts rest on. */
export interface SourceMarks extends Disposable {
  /** A draft or source was checked: what is used may be something else now. */
  refresh(): void;
  /** What is marked in an editor, for the tests: "agrees 123". */
  marked(editor: TextEditor): readonly string[];
}

/** Milliseconds of quiet before the sources that are shown are asked about again. */
const QUIET = 250;

/** Refusals in a row after which the next change is waited for. */
const MOST_FAILURES = 5;

/** Creates the marks. What drafts agree with and what they differ from have another line and another sign. */
export function createSourceMarks(client: BaseLanguageClient): SourceMarks {
  const agrees = window.createTextEditorDecorationType({
    textDecoration: 'underline 1px',
    overviewRulerColor: new ThemeColor('charts.blue'),
    overviewRulerLane: OverviewRulerLane.Left,
  });
  const differs = window.createTextEditorDecorationType({
    textDecoration: 'underline wavy 1px',
    overviewRulerColor: new ThemeColor('charts.orange'),
    overviewRulerLane: OverviewRulerLane.Right,
    after: { contentText: '≠', color: new ThemeColor('descriptionForeground'), margin: '0 0.1em' },
  });
  const shown = new WeakMap<TextEditor, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mark = async (editor: TextEditor): Promise<void> => {
    const { document } = editor;
    const { version } = document;
    const on = workspace.getConfiguration('touchstone', document).get('markUsedFacts') !== false;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const uses = on ? await client.sendRequest<readonly SourceUse[]>('touchstone/sourceUses', { uri }) : [];
    // What was typed meanwhile is asked about by itself.
    if (document.isClosed || document.version !== version) return;
    const options = (state: SourceUse['state']): DecorationOptions[] =>
      uses
        .filter((use) => use.state === state)
        .map((use) => ({
          range: client.protocol2CodeConverter.asRange(use.range),
          hoverMessage: hoverOf(use),
        }));
    const [right, wrong] = [options('agrees'), options('differs')];
    editor.setDecorations(agrees, right);
    editor.setDecorations(differs, wrong);
    shown.set(editor, [
      ...right.map(({ range }) => `agrees ${document.getText(range)}`),
      ...wrong.map(({ range }) => `differs ${document.getText(range)}`),
    ]);
  };

  // An answer that was overtaken by an edit is refused; it is asked for again, but not for ever.
  let failures = 0;
  const succeeded = (): void => {
    failures = 0;
  };
  const failed = (): void => {
    if (++failures < MOST_FAILURES) refresh();
  };
  const markAll = (): void => {
    timer = undefined;
    if (!client.isRunning()) return;
    for (const editor of window.visibleTextEditors)
      if (isChecked(editor.document)) void mark(editor).then(succeeded, failed);
  };
  const refresh = (): void => {
    clearTimeout(timer);
    timer = setTimeout(markAll, QUIET);
  };
  const listeners = Disposable.from(
    agrees,
    differs,
    window.onDidChangeVisibleTextEditors(refresh),
    // A draft behind its source is checked late by itself; asking about the source checks it.
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isChecked(document)) refresh();
    }),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('touchstone.markUsedFacts') && refresh(),
    ),
    new Disposable(() => clearTimeout(timer)),
  );
  return { refresh, marked: (editor) => shown.get(editor) ?? [], dispose: () => listeners.dispose() };
}

/** Text of a draft is data: appended as text, it becomes no markup. */
function hoverOf({ drafts, state }: SourceUse): MarkdownString {
  const hover = new MarkdownString();
  hover.appendText(
    state === 'agrees' ? l10n.t('Used by drafts that agree:') : l10n.t('Used by a draft that differs:'),
  );
  for (const { name, line, text } of drafts) {
    hover.appendMarkdown('\n\n');
    hover.appendText(l10n.t('{0}, line {1}: {2}', name, line + 1, text));
  }
  return hover;
}
