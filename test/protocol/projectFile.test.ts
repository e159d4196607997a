import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  DocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE, type Workspace } from './workspace.ts';

const FULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    workspaceFolders: true,
  },
};

let server: ServerPackage;
let workspace: Workspace;
let client: TestClient;

beforeAll(async () => {
  server = await buildServer('project');
});
afterAll(() => server.remove());
afterEach(async () => {
  await client.stop();
  workspace.remove();
});

async function start(files: Readonly<Record<string, string>>, capabilities = FULL): Promise<TestClient> {
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE, ...files });
  client = await startClient([process.execPath, server.bundle, '--stdio'], {
    capabilities,
    folders: [workspace.uri],
  });
  return client;
}

const draft = (): string => workspace.uriOf('draft.md');

const pull = async (uri = draft()): Promise<unknown[]> => {
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items.map(({ code, severity }) => `${severity} ${code}`) : [];
};

const changed = (path: string): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: workspace.uriOf(path), type: 2 }],
  });

test('a mistake in the project file is pushed at its place, and taken back when it is mended', async () => {
  const { open, until, untilStatus } = await start({ 'touchstone.json': '{\n  "ruels": {}\n}\n' });
  await open(draft(), DRAFT);
  expect(await pull()).toEqual(['1 number-mismatch']);
  const uri = workspace.uriOf('touchstone.json');
  const pushed = await until('textDocument/publishDiagnostics', (params) => params.uri === uri);
  expect(pushed.diagnostics).toEqual([
    {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
      severity: 1,
      source: 'touchstone',
      message: 'ruels is not a key of this file; did you mean "rules"?',
    },
  ]);
  await untilStatus(({ settings }) => settings.length === 1);
  workspace.write('touchstone.json', '{ "rules": { "number-mismatch": "hint" } }');
  await changed('touchstone.json');
  await until('workspace/diagnostic/refresh');
  await until(
    'textDocument/publishDiagnostics',
    (params) => params.uri === uri && params.diagnostics.length === 0,
  );
  expect(await pull()).toEqual(['4 number-mismatch']);
});

test('the project file that is open counts as it stands in the editor', async () => {
  const { open, edit, close, until } = await start({ 'touchstone.json': '{}' });
  const uri = workspace.uriOf('touchstone.json');
  await open(draft(), DRAFT);
  expect(await pull()).toEqual(['1 number-mismatch']);
  await open(uri, '{}', 'json');
  await edit(uri, '{ "rules": { "number-mismatch": "off" } }');
  await until('workspace/diagnostic/refresh');
  expect([await pull(), await pull(uri)]).toEqual([[], []]);
  await close(uri);
  expect(await pull()).toEqual(['1 number-mismatch']);
});

test('a client that only takes pushed diagnostics gets those of the project file too', async () => {
  const { open, until } = await start({ 'touchstone.json': '[]' }, {});
  await open(draft(), DRAFT);
  const pushed = await until('textDocument/publishDiagnostics', ({ uri }) => uri.endsWith('touchstone.json'));
  expect(pushed.diagnostics).toMatchObject([{ message: 'found [], allowed is an object.' }]);
});

test('a finding is ignored everywhere by the offered edit', async () => {
  const { open, connection, until } = await start({ 'draft.md': DRAFT });
  await open(draft(), DRAFT);
  await pull();
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: draft() },
    range: SLIP,
    context: { diagnostics: [] },
  });
  const action = actions.find(({ title }) => title.includes('.touchstoneignore.json'));
  const path = '.touchstoneignore.json';
  const [create, edit] = (action?.edit?.documentChanges ?? []) as unknown as [
    { kind: string },
    { edits: { newText: string }[] },
  ];
  expect(create).toMatchObject({ kind: 'create', uri: workspace.uriOf(path) });
  workspace.write(path, edit.edits[0]?.newText ?? '');
  await changed(path);
  await until('workspace/diagnostic/refresh');
  expect(await pull()).toEqual([]);
});

test('the reason for ignoring a finding comes from the client that asks for it', async () => {
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
  client = await startClient([process.execPath, server.bundle], {
    capabilities: FULL,
    folders: [workspace.uri],
    initializationOptions: { askReason: true },
  });
  await client.open(draft(), DRAFT);
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: draft() },
    range: SLIP,
    context: { diagnostics: [] },
  });
  const asked = actions.find(({ command }) => command?.command === 'touchstone.ignoreWithReason');
  const [params] = asked?.command?.arguments ?? [];
  const edit = await client.connection.sendRequest('touchstone/ignore', { ...params, reason: 'right' });
  expect(JSON.stringify(edit)).toContain('\\"reason\\": \\"right\\"');
  expect(
    await client.connection.sendRequest('touchstone/ignore', { ...params, fingerprint: '0' }),
  ).toBeNull();
});
