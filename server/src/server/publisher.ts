import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/languageService.ts';
import type { Documents } from './documents.ts';
import type { ProtocolPositions } from './protocolPositions.ts';

/** Milliseconds of rest after the last edit before diagnostics are pushed or asked to be pulled again. */
const REST = 120;

/** Brings diagnostics to clients that do not ask for them, and tells those that do when to ask again. */
export interface Publisher {
  documentOpened(uri: string): void;
  documentEdited(uri: string): void;
  documentSaved(uri: string): void;
  documentClosed(uri: string): void;
  /** Sources or settings changed: every open draft may have other findings now. */
  allChanged(): void;
}

/** For clients that only take pushed diagnostics; `published` is called after each push. */
export function createPush(
  connection: Connection,
  service: LanguageService,
  documents: Documents,
  positions: ProtocolPositions,
  published: () => void,
): Publisher {
  const report = (error: unknown): void => connection.console.error(`Cannot push diagnostics: ${error}`);
  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async (): Promise<void> => {
    const uris = [...due];
    due.clear();
    for (const uri of uris) {
      const version = documents.get(uri)?.version;
      if (version === undefined) continue;
      const diagnostics = await positions.encode(await service.diagnostics(uri), uri);
      // Edited or closed meanwhile: a newer answer is on its way.
      if (documents.get(uri)?.version === version) {
        await connection.sendDiagnostics({ uri, version, diagnostics });
        published();
      }
    }
  };
  const schedule = (uri: string, rest: number): void => {
    due.add(uri);
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(report), rest);
  };
  return {
    documentOpened: (uri) => schedule(uri, 0),
    documentEdited(uri) {
      service
        .settingsFor(uri)
        .then(({ settings }) => settings.run === 'onType' && schedule(uri, REST))
        .catch(report);
    },
    documentSaved: (uri) => schedule(uri, 0),
    documentClosed(uri) {
      due.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    allChanged() {
      for (const { uri } of documents.all()) schedule(uri, REST);
    },
  };
}

/** For clients that pull: nothing is pushed, they are only told that answers may differ now. */
export function createRefresh(connection: Connection, supported: boolean): Publisher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ignore = (): void => {};
  return {
    documentOpened: ignore,
    documentEdited: ignore,
    documentSaved: ignore,
    documentClosed: ignore,
    allChanged() {
      if (!supported) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        connection.languages.diagnostics.refresh().catch(ignore);
      }, REST);
    },
  };
}
