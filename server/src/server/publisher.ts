import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/languageService.ts';
import { nextTurn } from '../service/turns.ts';
import type { Documents } from './documents.ts';
import type { ProtocolPositions } from './protocolPositions.ts';

/** Milliseconds without a change of sources or settings before every open draft is checked again. */
const REST = 120;

/** Turns of the event loop in which edits that wait are taken in. */
const TURNS = 4;

/** Brings diagnostics to clients that do not ask for them, and tells those that do when to ask again. */
export interface Publisher {
  documentOpened(uri: string): void;
  documentEdited(uri: string): void;
  documentSaved(uri: string): void;
  /** Findings that waited for the writer to rest may be shown now. */
  rested(uri: string): void;
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
  let queue = Promise.resolve();
  let soon: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const publish = async (uri: string): Promise<void> => {
    const version = documents.get(uri)?.version;
    if (version === undefined) return;
    const diagnostics = await positions.encode(await service.diagnostics(uri), uri);
    // What was typed meanwhile is read now; then, or when the document was closed, another answer is on its way.
    for (let turn = 0; turn < TURNS; turn++) await nextTurn();
    if (documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics });
    published();
  };
  const flush = async (): Promise<void> => {
    const uris = [...due];
    due.clear();
    for (const uri of uris) await publish(uri).catch(report);
  };
  const run = (): void => {
    clearTimeout(soon);
    clearTimeout(later);
    soon = undefined;
    queue = queue.then(flush);
  };
  const schedule = (uri: string): void => {
    due.add(uri);
    soon ??= setTimeout(run, 0);
  };
  return {
    documentOpened: schedule,
    documentEdited(uri) {
      service
        .settingsFor(uri)
        .then(({ settings }) => settings.run === 'onType' && schedule(uri))
        .catch(report);
    },
    documentSaved: schedule,
    rested: schedule,
    documentClosed(uri) {
      due.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    allChanged() {
      for (const { uri } of documents.all()) due.add(uri);
      clearTimeout(later);
      later = setTimeout(run, REST);
    },
  };
}

/** For clients that pull: nothing is pushed, they are only told that answers may differ now. */
export function createRefresh(connection: Connection, supported: boolean): Publisher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ignore = (): void => {};
  const refresh = (): void => {
    if (supported) connection.languages.diagnostics.refresh().catch(ignore);
  };
  return {
    documentOpened: ignore,
    documentEdited: ignore,
    documentSaved: ignore,
    documentClosed: ignore,
    rested: refresh,
    allChanged() {
      clearTimeout(timer);
      timer = setTimeout(refresh, REST);
    },
  };
}
