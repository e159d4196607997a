import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normaliseUri } from '../service/uris.ts';
import type { OpenDocument } from '../service/workspaceHost.ts';
import { languageOf } from './languages.ts';

/** The documents the client holds open. */
export interface Documents {
  readonly manager: TextDocuments<TextDocument>;
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
}

/** Follows the open documents of a connection; each version is read out once. */
export function createDocuments(connection: Connection): Documents {
  const manager = new TextDocuments(TextDocument);
  const snapshots = new WeakMap<TextDocument, OpenDocument>();
  const snapshot = (document: TextDocument): OpenDocument => {
    const known = snapshots.get(document);
    if (known?.version === document.version) return known;
    const { uri, languageId, version } = document;
    const fresh = { uri, languageId: languageOf(languageId), version, text: document.getText() };
    snapshots.set(document, fresh);
    return fresh;
  };
  manager.listen(connection);
  return {
    manager,
    get(uri) {
      const exact = manager.get(uri);
      if (exact) return snapshot(exact);
      const wanted = normaliseUri(uri);
      const found = manager.all().find((document) => normaliseUri(document.uri) === wanted);
      return found && snapshot(found);
    },
    all: () => manager.all().map(snapshot),
  };
}
