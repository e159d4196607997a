import {
  commands,
  Disposable,
  l10n,
  type Memento,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { activeDocument } from '../documents.ts';

/** Drafts that a person has taken under check, where findings are shown only then. */
export interface UnderCheck extends Disposable {
  /** True when the findings of a document are shown. */
  shows(uri: Uri): boolean;
  /** The commands that take a draft under check and release it; `changed` is told of the document. */
  register(changed: (document: TextDocument) => void): Disposable;
}

const KEY = 'touchstone.underCheck';

/** Drafts that are remembered; the oldest is forgotten first. */
const MOST = 200;

/** Creates it; the drafts are remembered for the workspace. */
export function createUnderCheck(memory: Memento): UnderCheck {
  let marked = new Set(memory.get<readonly string[]>(KEY, []));
  const quiet = (uri: Uri): boolean =>
    workspace.getConfiguration('touchstone', uri).get('show') === 'underCheck';
  const updateContext = (): void => {
    const document = activeDocument();
    const isMarked = document !== undefined && marked.has(document.uri.toString());
    void commands.executeCommand('setContext', 'touchstone.underCheck', isMarked);
    void commands.executeCommand(
      'setContext',
      'touchstone.quiet',
      document !== undefined && quiet(document.uri),
    );
  };
  const mark = (document: TextDocument, on: boolean): void => {
    const uri = document.uri.toString();
    const others = [...marked].filter((other) => other !== uri);
    marked = new Set(on ? [...others, uri].slice(-MOST) : others);
    void memory.update(KEY, [...marked]);
    updateContext();
  };
  const listener = Disposable.from(
    window.onDidChangeActiveTextEditor(updateContext),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('touchstone.show') && updateContext(),
    ),
  );
  updateContext();
  return {
    shows: (uri) => !quiet(uri) || marked.has(uri.toString()),
    register(changed) {
      const set = (on: boolean) => (): void => {
        const document = activeDocument();
        if (!document) return;
        mark(document, on);
        changed(document);
        const message = on
          ? l10n.t('Touchstone: under check, findings are shown')
          : l10n.t('Touchstone: released, findings are hidden');
        window.setStatusBarMessage(message, 4000);
      };
      return Disposable.from(
        commands.registerCommand('touchstone.takeUnderCheck', set(true)),
        commands.registerCommand('touchstone.release', set(false)),
        workspace.onDidChangeConfiguration((event) => {
          if (!event.affectsConfiguration('touchstone.show')) return;
          for (const document of workspace.textDocuments) changed(document);
        }),
      );
    },
    dispose: () => listener.dispose(),
  };
}
