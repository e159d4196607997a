import { commands, type Disposable, languages, window } from 'vscode';
import type { Status } from '../../server/src/service/status.ts';
import { activeDocument, DOCUMENT_SELECTOR } from './documents.ts';
import { describe, placeIn, type ServerState } from './statusWords.ts';

/** The entry under the braces of the status bar: what is checked, against what, what was skipped, or why nothing is. */
export interface StatusItem extends Disposable {
  /** What it says now, for the tests. */
  shown(): { readonly text: string; readonly detail: string; readonly command: string | undefined };
  setState(state: ServerState): void;
  setStatus(status: Status): void;
}

/** Creates the status item; it follows the active editor. */
export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem('touchstone.status', DOCUMENT_SELECTOR);
  item.name = 'Touchstone';
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
    // The fact sheet has nothing to show of such a document, and says why.
    void commands.executeCommand('setContext', 'touchstone.notChecked', shown.reason ?? '');
  };
  const listener = window.onDidChangeActiveTextEditor(render);
  render();
  return {
    shown: () => ({ text: item.text, detail: item.detail ?? '', command: item.command?.command }),
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
    },
  };
}
