import {
  type Disposable,
  Disposable as Disposables,
  Range,
  TextEditorRevealType,
  ThemeColor,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';

/** Opens places of sources beside the draft and marks the sentence that counts. */
export interface Places extends Disposable {
  /** Selects `words` and frames `sentence` until the caret moves on. */
  open(uri: Uri, words: Range, sentence?: Range): Promise<void>;
  /** Shows a zero-based line and frames it. */
  openLine(uri: Uri, line: number): Promise<void>;
  /** What is framed now. */
  framed(): { readonly uri: Uri; readonly range: Range } | undefined;
}

/** Creates the opener. The mark is a bar as well as a colour. */
export function createPlaces(): Places {
  const frame = window.createTextEditorDecorationType({
    // A bar at the side: a frame around each line of a wrapped sentence would be a wall of boxes.
    border: 'solid',
    borderWidth: '0 0 0 3px',
    borderColor: new ThemeColor('focusBorder'),
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
  });
  let shown: { readonly uri: Uri; readonly range: Range; readonly words: Range } | undefined;
  const clear = (): void => {
    for (const editor of window.visibleTextEditors) editor.setDecorations(frame, []);
    shown = undefined;
  };
  const open = async (uri: Uri, words: Range, sentence: Range = words): Promise<void> => {
    clear();
    const editor = await window.showTextDocument(await workspace.openTextDocument(uri), {
      selection: words,
      viewColumn: ViewColumn.Beside,
      preview: true,
    });
    editor.revealRange(sentence, TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(frame, [sentence]);
    shown = { uri: editor.document.uri, range: sentence, words: editor.document.validateRange(words) };
  };
  const listener = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (!shown || textEditor.document.uri.toString() !== shown.uri.toString()) return;
    if (!selections[0]?.isEqual(shown.words)) clear();
  });
  return {
    open,
    async openLine(uri, line) {
      const document = await workspace.openTextDocument(uri);
      const { range } = document.lineAt(Math.max(0, Math.min(line, document.lineCount - 1)));
      await open(uri, new Range(range.start, range.start), range);
    },
    framed: () => shown,
    dispose: () => Disposables.from(frame, listener).dispose(),
  };
}
