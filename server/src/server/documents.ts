import { type Connection, type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normaliseUri } from '../service/uris.ts';
import type { OpenDocument } from '../service/workspaceHost.ts';
import { languageOf } from './languages.ts';
import { decodePosition, type Encoding } from './positionEncoding.ts';
import { linesOf } from './protocolPositions.ts';

/** The documents the client holds open. */
export interface Documents {
  readonly manager: TextDocuments<TextDocument>;
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
}

/**
 * Follows the open documents of a connection; each version is read out once. `encoding` is how the client counts the
 * characters of the ranges it changes.
 */
export function createDocuments(connection: Connection, encoding: Encoding): Documents {
  const manager = new TextDocuments({
    create: TextDocument.create,
    update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number) {
      if (encoding === 'utf-16') return TextDocument.update(document, changes, version);
      // Each range is counted in the text that the changes before it have left.
      return changes.reduce(
        (before, change) =>
          TextDocument.update(before, [decoded(change, before.getText(), encoding)], version),
        document,
      );
    },
  });
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

function decoded(
  change: TextDocumentContentChangeEvent,
  text: string,
  encoding: Encoding,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const line = linesOf(text);
  const { start, end } = change.range;
  const range = {
    start: decodePosition(start, line, encoding),
    end: decodePosition(end, line, encoding),
  };
  return { range, text: change.text };
}
