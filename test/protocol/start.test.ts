import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LSPErrorCodes, StreamMessageReader } from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE, type Workspace } from './workspace.ts';

/*
 * The server answers `initialize` from its first file and loads the second one behind the answer. A client need not know:
 * whatever it says meanwhile is handled, in order.
 */

/** A message of the server. */
interface Sent {
  readonly id?: number;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the method
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the method
  readonly result?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the method
  readonly error?: any;
}

let server: ServerPackage;
let workspace: Workspace;
let running: ChildProcess;
let received: Sent[];
let look: () => void;

beforeEach(async () => {
  server = await buildServer('start');
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
});

afterEach(() => {
  running.kill('SIGKILL');
  workspace.remove();
  server.remove();
});

function start(): void {
  received = [];
  look = () => {};
  running = spawn(process.execPath, [server.bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!running.stdout) throw new Error('no output');
  new StreamMessageReader(running.stdout).listen((message) => {
    const sent = message as unknown as Sent;
    received.push(sent);
    // Asked for once the client has said `initialized`, and waited for before anything is checked.
    if (sent.method === 'workspace/configuration') write({ id: sent.id, result: [null] });
    look();
  });
}

/** Sends messages in one write. */
function write(...messages: readonly object[]): void {
  const framed = messages.map((message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  });
  running.stdin?.write(framed.join(''));
}

const until = (wanted: (message: Sent) => boolean): Promise<Sent> =>
  new Promise((resolve) => {
    look = () => {
      const found = received.find(wanted);
      if (found) resolve(found);
    };
    look();
  });

const answerTo = (id: number): Promise<Sent> => until((message) => message.id === id && !message.method);

const initialize = (workspaceCapabilities = {}) => ({
  id: 1,
  method: 'initialize',
  params: {
    processId: null,
    rootUri: workspace.uri,
    capabilities: { textDocument: { diagnostic: {} }, workspace: workspaceCapabilities },
  },
});
const initialized = { method: 'initialized', params: {} };
const uri = (): string => workspace.uriOf('draft.md');
const open = (text: string) => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri: uri(), languageId: 'markdown', version: 1, text } },
});
const change = (version: number, text: string) => ({
  method: 'textDocument/didChange',
  params: { textDocument: { uri: uri(), version }, contentChanges: [{ text }] },
});
const pull = (id: number) => ({
  id,
  method: 'textDocument/diagnostic',
  params: { textDocument: { uri: uri() } },
});

/** Has the second file take its time, so that everything said meanwhile waits. */
function slowDown(): void {
  renameSync(server.session, `${server.session}.real.cjs`);
  const slow = `const { createSession } = require(__filename + '.real.cjs');
    exports.createSession = async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return createSession(...given);
    };`;
  writeFileSync(server.session, slow);
}

test.each([
  ['as fast as it is', () => {}],
  ['slowly', slowDown],
])('everything in one write is handled, in order, while the second file loads %s', async (_, prepare) => {
  prepare();
  start();
  write(
    initialize({ configuration: true }),
    initialized,
    open('Nothing.\n'),
    pull(2),
    change(2, DRAFT),
    pull(3),
    pull(4),
    { method: '$/cancelRequest', params: { id: 4 } },
    { id: 5, method: 'touchstone/unheardOf' },
  );
  const last = await answerTo(3);
  expect(received[0]?.id).toBe(1);
  expect(received[0]?.result.serverInfo.name).toBe('Touchstone');
  expect(last.result.items).toMatchObject([{ code: 'number-mismatch', range: SLIP }]);
  expect((await answerTo(4)).error).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect((await answerTo(5)).error.message).toBe('Unhandled method touchstone/unheardOf');
});

test('a client may leave before the second file is loaded', async () => {
  start();
  write(initialize(), { id: 2, method: 'shutdown' });
  expect((await answerTo(2)).result).toBeNull();
  write({ method: 'exit' });
  const [code] = await once(running, 'exit');
  expect(code).toBe(0);
});

test('`initialize` is answered before the second file is loaded', async () => {
  writeFileSync(server.session, 'for (;;);');
  start();
  write(initialize());
  expect((await answerTo(1)).result.capabilities.hoverProvider).toBe(true);
});

test('without the second file the server says so, refuses what it is asked, and can be stopped', async () => {
  rmSync(server.session);
  start();
  write(initialize(), initialized, pull(2));
  expect((await answerTo(2)).error.message).toBe('Unhandled method textDocument/diagnostic');
  const { params } = await until(({ method }) => method === 'window/logMessage');
  expect(params.message).toContain("Cannot find module './session.cjs'");
  write({ id: 3, method: 'shutdown' }, { method: 'exit' });
  const [code] = await once(running, 'exit');
  expect(code).toBe(0);
});
