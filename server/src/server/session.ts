import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  MessageType,
} from 'vscode-languageserver';
import { readSettings } from '../config/settings.ts';
import * as engine from '../engine.ts';
import { languageFor } from '../l10n/languages.ts';
import { speak } from '../l10n/message.ts';
import { createLanguageService } from '../service/createLanguageService.ts';
import type { LanguageService } from '../service/languageService.ts';
import type { WorkspaceHost } from '../service/workspaceHost.ts';
import type { ClientFeatures } from './capabilities.ts';
import { clientFiles } from './clientFiles.ts';
import { createConfigPublisher } from './configPublisher.ts';
import { registerDesk } from './desk.ts';
import { createDocuments, type Documents } from './documents.ts';
import { registerFeatures } from './features.ts';
import { byScheme, type FileStore, NO_FILES } from './fileStore.ts';
import { findFiles } from './findFiles.ts';
import type { InitializationOptions } from './initializationOptions.ts';
import { beginLongJob } from './longJob.ts';
import { createProtocolPositions } from './protocolPositions.ts';
import { createPush, createRefresh, type Publisher } from './publisher.ts';
import { registerReports } from './reports.ts';
import { CheckNowNotification, StatusNotification } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { createSessionSettings, isLogged } from './sessionSettings.ts';
import { createSheetNews } from './sheetNews.ts';
import { createTypingTimer, NO_TYPING_TIMER, type TypingTimer } from './typingTimer.ts';
import { createWatchers } from './watchers.ts';

/**
 * Serves a client that `initialize` has been answered to: what it says next finds everything in place. This is all that
 * the first file of the server asks of the second one.
 */
export async function createSession(
  connection: Connection,
  runtime: Runtime,
  client: ClientFeatures,
  options: InitializationOptions,
  params: InitializeParams,
): Promise<void> {
  speak(languageFor(params.locale));
  const documents = createDocuments(connection, client.encoding);
  const disk = runtime.hasDisk ? (await import('./nodeFiles.ts')).nodeFiles : undefined;
  let folders = foldersOf(params);
  let pushedSettings: unknown = options.settings;
  let ready = (): void => {};
  // Settings may not be asked for before the client has said `initialized`.
  const initialized = new Promise<void>((resolve) => {
    ready = resolve;
  });

  const files = filesOf(connection, disk, options.clientFiles);
  const host: WorkspaceHost = {
    folders: () => folders,
    document: documents.get,
    documents: documents.all,
    readFile: files.readFile,
    findFiles: (folder, globs, limit) => findFiles(files, folder, globs, limit),
    hasDirectory: files.isFolder,
    async settings(folder) {
      if (!client.configuration) return pushedSettings;
      await initialized;
      const item = { section: 'touchstone', ...(folder !== undefined && { scopeUri: folder }) };
      return connection.workspace.getConfiguration(item).catch(() => pushedSettings);
    },
    log(level, message) {
      if (!isLogged(level, session.now().logLevel)) return;
      connection.console[level === 'warning' ? 'warn' : level](message);
    },
    show(level, message) {
      const type = { error: MessageType.Error, warning: MessageType.Warning, info: MessageType.Info }[level];
      void connection.sendNotification('window/showMessage', { type, message });
    },
    progress: (title) => beginLongJob(connection, title, client.workDoneProgress),
    now: () => performance.now(),
  };
  const session = createSessionSettings(options.settings, () => host.settings(undefined));

  const service = createLanguageService(host, {
    ...client,
    engine,
    readSettings,
    rulePages: options.rulePages ?? runtime.rulePages,
    copyText: options.copyText,
    askReason: options.askReason,
    now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  const positions = createProtocolPositions(client.encoding, {
    open: (uri) => documents.get(uri)?.text,
    known: service.textOf,
  });
  const watchers = client.watchedFiles
    ? createWatchers(connection, service, client.relativePatterns)
    : undefined;
  // A document outside the workspace folders brings sources of its own to watch.
  const sendStatus = createStatusSender(connection, service, () => void watchers?.update());
  const publishConfig = createConfigPublisher(connection, service, positions);
  const sheetNews = createSheetNews(connection, service);
  const sendState = (): void => {
    sendStatus();
    sheetNews.send();
    void publishConfig();
  };
  const publisher = client.pullDiagnostics
    ? createRefresh(connection, client.refreshDiagnostics)
    : createPush(connection, service, documents, positions, sendState);
  const canTell = !client.pullDiagnostics || client.refreshDiagnostics;
  const typing = canTell
    ? createTypingTimer(service, () => session.now().caretDelay, publisher.rested)
    : NO_TYPING_TIMER;
  const changed = (): void => {
    publisher.allChanged();
    refreshAll(connection, client.refreshes);
    void watchers?.update();
    sendState();
  };

  followDocuments(documents, service, publisher, typing, watchers === undefined, sendState);
  connection.onNotification(CheckNowNotification, ({ uri }) => typing.stopped(uri));
  registerFeatures(connection, service, positions, sendState);
  registerReports(connection, service, positions);
  registerDesk(connection, service, positions, sheetNews.start);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (service.filesChanged(changes.map(({ uri }) => uri))) changed();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    const section = (settings as { touchstone?: unknown } | null)?.touchstone;
    if (section !== undefined) pushedSettings = section;
    service.settingsChanged();
    void session.update();
    changed();
  });

  connection.onInitialized(async () => {
    ready();
    if (client.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        service.foldersChanged();
        changed();
      });
    }
    if (client.configurationRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'touchstone' });
    }
    await session.update();
    await watchers?.update();
    sendState();
  });
}

/** The disk of this machine for `file:`, the client's file systems for the rest, as far as there are any. */
function filesOf(connection: Connection, disk: FileStore | undefined, offered: boolean): FileStore {
  if (!offered) return disk ?? NO_FILES;
  const others = clientFiles(connection);
  return disk ? byScheme(disk, others) : others;
}

/** Has the client ask again for what it shows beside the text; one that has nothing of it open may refuse. */
function refreshAll(connection: Connection, requests: readonly string[]): void {
  for (const method of requests) connection.sendRequest(method).catch(() => {});
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** `unwatched`: nobody tells of changes on the disk, so each opening and saving is a time to look again. */
function followDocuments(
  { manager }: Documents,
  service: LanguageService,
  publisher: Publisher,
  typing: TypingTimer,
  unwatched: boolean,
  sendStatus: () => void,
): void {
  const justOpened = new Set<string>();
  manager.onDidOpen(({ document }) => {
    justOpened.add(document.uri);
    if (unwatched) service.readAgain();
    if (service.documentChanged(document.uri)) publisher.allChanged();
    publisher.documentOpened(document.uri);
    sendStatus();
  });
  manager.onDidChangeContent(({ document }) => {
    // The first content of a document arrives as a change too; opening has dealt with it.
    if (justOpened.delete(document.uri)) return;
    typing.edited(document.uri);
    if (service.documentChanged(document.uri)) publisher.allChanged();
    else publisher.documentEdited(document.uri);
    sendStatus();
  });
  manager.onDidSave(({ document }) => {
    if (unwatched) {
      service.readAgain();
      publisher.allChanged();
    }
    typing.stopped(document.uri);
    publisher.documentSaved(document.uri);
  });
  manager.onDidClose(({ document }) => {
    typing.stopped(document.uri);
    if (service.documentClosed(document.uri)) publisher.allChanged();
    publisher.documentClosed(document.uri);
    sendStatus();
  });
}

/** Sends the status when it differs from the last one sent; many causes in one turn send one. */
function createStatusSender(connection: Connection, service: LanguageService, sent: () => void): () => void {
  let last = '';
  let due = false;
  const send = async (): Promise<void> => {
    due = false;
    const status = await service.status();
    const text = JSON.stringify(status);
    if (text === last) return;
    last = text;
    await connection.sendNotification(StatusNotification, status);
    sent();
  };
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => void send().catch((error) => connection.console.warn(`No status: ${error}`)), 30);
  };
}
