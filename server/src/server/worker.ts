import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { VERSION } from '../config/version.ts';
import { startServer } from './startServer.ts';

/** The web worker that the server runs in, as far as it is used. */
export interface WorkerScope {
  addEventListener(type: 'unhandledrejection', listener: (event: { reason: unknown }) => void): void;
}

/** Serves the editor that started the worker; every file comes from the editor. */
export function startInWorker(scope: WorkerScope): void {
  const port = scope as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
  scope.addEventListener('unhandledrejection', ({ reason }) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
  startServer(connection, { version: VERSION, files: undefined });
}
