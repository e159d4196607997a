import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE, type Workspace } from './workspace.ts';

const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
};
const PUSH: ClientCapabilities = { workspace: { configuration: true } };
/** Longer than any test. */
const FOREVER = 3_600_000;
const RIGHT = DRAFT.replace('132', '123');

let server: ServerPackage;
let workspace: Workspace;
let client: TestClient;

beforeAll(async () => {
  server = await buildServer('typing');
});
afterAll(() => server.remove());
afterEach(async () => {
  await client.stop();
  workspace.remove();
});

const draft = (): string => workspace.uriOf('draft.md');

async function start(capabilities: ClientCapabilities, settings: object): Promise<TestClient> {
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
  client = await startClient([process.execPath, server.bundle], {
    folders: [workspace.uri],
    capabilities,
    settings,
  });
  // The settings have arrived once the server has said how it stands.
  await client.untilStatus(() => true);
  return client;
}

const pull = async (): Promise<number> => {
  const params = { textDocument: { uri: draft() } };
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    params,
  );
  return report.kind === 'full' ? report.items.length : -1;
};

const published =
  (count: number, version: number) => (params: { uri: string; diagnostics: []; version: number }) =>
    params.uri === draft() && params.diagnostics.length === count && params.version === version;

test('a client that pulls gets a new finding at the caret after a rest, and is told to ask for it', async () => {
  const { open, edit, until } = await start(PULL, { caretDelay: 50 });
  await open(draft(), RIGHT);
  expect(await pull()).toBe(0);
  await edit(draft(), '132', SLIP);
  // On a busy machine the rest may be over before the first answer.
  if ((await pull()) === 0) await until('workspace/diagnostic/refresh');
  expect(await pull()).toBe(1);
});

test('until then it waits; a save ends the waiting, and what is fixed vanishes at once', async () => {
  const { open, edit, save, until } = await start(PULL, { caretDelay: FOREVER });
  await open(draft(), RIGHT);
  expect(await pull()).toBe(0);
  await edit(draft(), '132', SLIP);
  expect(await pull()).toBe(0);
  await save(draft());
  await until('workspace/diagnostic/refresh');
  expect(await pull()).toBe(1);
  await edit(draft(), '123', SLIP);
  expect(await pull()).toBe(0);
});

test('with no delay, and for a client that cannot be told to ask again, nothing waits', async () => {
  const { open, edit } = await start(PULL, { caretDelay: 0 });
  await open(draft(), RIGHT);
  await pull();
  await edit(draft(), '132', SLIP);
  expect(await pull()).toBe(1);
  await client.stop();
  workspace.remove();
  await start({ ...PULL, workspace: { configuration: true } }, { caretDelay: FOREVER });
  await client.open(draft(), RIGHT);
  await pull();
  await client.edit(draft(), '132', SLIP);
  expect(await pull()).toBe(1);
});

test('a client that is pushed to gets the version at once, and the new finding after a rest', async () => {
  const { open, edit, until, received } = await start(PUSH, { caretDelay: 300 });
  await open(draft(), RIGHT);
  await until('textDocument/publishDiagnostics', published(0, 1));
  await edit(draft(), '132', SLIP);
  await until('textDocument/publishDiagnostics', published(1, 2));
  await edit(draft(), '123', SLIP);
  await until('textDocument/publishDiagnostics', published(0, 3), received.length);
});

test('the log holds what the setting says', async () => {
  const files = { 'seeds/empty.txt': '' };
  const { open } = await start(PULL, { logLevel: 'warning' });
  for (const [path, text] of Object.entries(files)) workspace.write(path, text);
  await open(draft(), RIGHT);
  await pull();
  const hover = { textDocument: { uri: draft() }, position: SLIP.start };
  await client.connection.sendRequest<Hover>('textDocument/hover', hover);
  const logged = client.received.filter(({ method }) => method === 'window/logMessage');
  expect(logged.map(({ params }) => params.message)).toEqual(['Skipped source: seeds/empty.txt is empty.']);
});
