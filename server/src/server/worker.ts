import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { VERSION } from '../config/version.ts';
import type { Runtime } from './runtime.ts';
import { startServer } from './startServer.ts';

/** The web worker that the server runs in, as far as it is used. */
export interface WorkerScope {
  addEventListener(type: 'unhandledrejection', listener: (event: { reason: unknown }) => void): void;
  importScripts(url: string): void;
  /** Left here by the script of the second file. */
  readonly touchstoneSession?: Awaited<ReturnType<Runtime['loadSession']>>;
}

/** Serves the editor that started the worker; every file comes from the editor. */
export function startInWorker(scope: WorkerScope): void {
  const port = scope as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = startServer(
    (options) => createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port), options),
    {
      version: VERSION,
      hasDisk: false,
      async loadSession({ sessionScript }) {
        // A worker that an editor makes from a blob cannot tell where its own script came from.
        if (sessionScript !== undefined) scope.importScripts(sessionScript);
        if (!scope.touchstoneSession) throw new Error('The second file of the server is not there.');
        return scope.touchstoneSession;
      },
    },
  );
  scope.addEventListener('unhandledrejection', ({ reason }) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
}
