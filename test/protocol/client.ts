import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  InitializeParams,
  InitializeResult,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import type { Status } from '../../server/src/service/status.ts';

/** A message that came from the server without being asked for, in order of arrival. */
interface Received {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the method
  readonly params: any;
}

/** A client of a spawned server, as plain as possible, so that tests see the messages themselves. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly initializeResult: InitializeResult;
  readonly received: readonly Received[];
  /** Answered to `workspace/configuration`. */
  settings: unknown;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Changes a range, or everything, of an open document. */
  edit(uri: string, text: string, range?: Range): Promise<void>;
  save(uri: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Waits for the first message of a method that `wanted` accepts, among those from `since` on. */
  until(
    method: string,
    wanted?: (params: Received['params']) => boolean,
    since?: number,
  ): Promise<Received['params']>;
  untilStatus(wanted: (status: Status) => boolean, since?: number): Promise<Status>;
  stop(): Promise<number | null>;
}

/** Starts the server over standard input and output, and initializes it. */
export async function startClient(
  command: readonly string[],
  options: {
    readonly folders?: readonly string[] | null;
    readonly capabilities?: ClientCapabilities;
    readonly initializationOptions?: unknown;
    readonly settings?: unknown;
    readonly locale?: string;
    /** Folder that the server is started in. */
    readonly cwd?: string;
    /** Answers requests of the server by method; the others are answered with nothing. */
    // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the method
    readonly answers?: Readonly<Record<string, (params: any) => unknown>>;
  },
): Promise<TestClient> {
  const [program = '', ...args] = command;
  const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: options.cwd });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const receive = (method: string, params: unknown): void => {
    received.push({ method, params });
    for (const look of waiting) look();
  };
  const versions = new Map<string, number>();

  connection.onNotification(receive);
  connection.onRequest((method, params) => {
    receive(method, params);
    const answer = options.answers?.[method];
    if (answer) return answer(params);
    const { items } = (params ?? {}) as { items?: unknown[] };
    return method === 'workspace/configuration' ? (items ?? []).map(() => client.settings) : null;
  });
  connection.listen();
  const params: InitializeParams = {
    processId: process.pid,
    ...(options.locale !== undefined && { locale: options.locale }),
    rootUri: null,
    capabilities: options.capabilities ?? {},
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    ...('initializationOptions' in options && { initializationOptions: options.initializationOptions }),
  };

  const client: TestClient = {
    connection,
    initializeResult: { capabilities: {} },
    received,
    settings: options.settings ?? null,
    async open(uri, text, languageId = 'markdown') {
      versions.set(uri, 1);
      const textDocument = { uri, languageId, version: 1, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    async edit(uri, text, range) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const change: TextDocumentContentChangeEvent = range ? { range, text } : { text };
      const params = { textDocument: { uri, version }, contentChanges: [change] };
      await connection.sendNotification('textDocument/didChange', params);
    },
    save: (uri) => connection.sendNotification('textDocument/didSave', { textDocument: { uri } }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    until: (method, wanted = () => true, since = 0) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = received
            .slice(since)
            .find((message) => message.method === method && wanted(message.params));
          if (!found) return;
          waiting.delete(look);
          resolve(found.params);
        };
        waiting.add(look);
        look();
      }),
    untilStatus: (wanted, since) => client.until('touchstone/status', wanted, since),
    async stop() {
      const exited = exitOf(server);
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
  const initializeResult = await connection.sendRequest<InitializeResult>('initialize', params);
  await connection.sendNotification('initialized', {});
  return Object.assign(client, { initializeResult });
}

async function exitOf(server: ChildProcess): Promise<number | null> {
  const [code] = (await once(server, 'exit')) as [number | null];
  return code;
}
