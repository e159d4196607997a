import { commands, type Disposable, l10n, languages, StatusBarAlignment, window } from 'vscode';
import type { Status } from '../../server/src/service/status.ts';
import { activeDocument, DOCUMENT_SELECTOR } from './documents.ts';
import { describe, placeIn, type ServerState } from './statusWords.ts';

/** The entry under the braces of the status bar: what is checked, against what, what was skipped, or why nothing is. */
export interface StatusItem extends Disposable {
  /** What it says now, for the tests; `bar` is what stands in the status bar itself, where anything does. */
  shown(): {
    readonly text: string;
    readonly detail: string;
    readonly command: string | undefined;
    readonly bar: string | undefined;
  };
  setState(state: ServerState): void;
  setStatus(status: Status): void;
}

/** Creates the status item; it follows the active editor. */
export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem('touchstone.status', DOCUMENT_SELECTOR);
  item.name = 'Touchstone';
  // The braces tell only those who open them, and a new draft that the project file leaves out looks like one without
  // a slip. It stands where the counts of a checked draft stand.
  const left = window.createStatusBarItem('touchstone.notDraft', StatusBarAlignment.Left, 10);
  left.name = l10n.t('Draft that is not checked');
  let bar: string | undefined;
  let state: ServerState = 'waiting';
  let status: Status | undefined;
  const render = (): void => {
    const document = activeDocument();
    const shown = describe(state, status, document?.uri, placeIn(document));
    item.text = shown.text;
    item.detail = shown.detail;
    item.severity = shown.severity;
    item.busy =
      state === 'starting' ||
      (state === 'running' && status?.state !== 'ready' && status?.state !== 'noSources');
    item.command = shown.command;
    bar = shown.reason === 'notDraft' ? `$(circle-slash) ${shown.text}` : undefined;
    if (bar === undefined) left.hide();
    else {
      left.text = bar;
      left.tooltip = `${shown.detail} – ${shown.command.title}`;
      left.accessibilityInformation = { label: `${shown.text}: ${shown.detail}`, role: 'button' };
      left.command = shown.command;
      left.show();
    }
    // The fact sheet has nothing to show of such a document, and says why.
    void commands.executeCommand('setContext', 'touchstone.notChecked', shown.reason ?? '');
  };
  const listener = window.onDidChangeActiveTextEditor(render);
  render();
  return {
    shown: () => ({ text: item.text, detail: item.detail ?? '', command: item.command?.command, bar }),
    setState(next) {
      state = next;
      if (next !== 'running') status = undefined;
      render();
    },
    setStatus(next) {
      status = next;
      render();
    },
    dispose() {
      listener.dispose();
      item.dispose();
      left.dispose();
    },
  };
}
