import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ClientCapabilities, DocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { createWorkspace, DRAFT, SOURCE, type Workspace } from './workspace.ts';

const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
  window: { workDoneProgress: true },
};

let server: ServerPackage;
let workspace: Workspace;
let client: TestClient;

beforeAll(async () => {
  server = await buildServer('disk');
});
afterAll(() => server.remove());
afterEach(async () => {
  await client.stop();
  workspace.remove();
});

const start = async (capabilities = PULL): Promise<void> => {
  client = await startClient([process.execPath, server.bundle], { capabilities, folders: [workspace.uri] });
};

const pull = async (path = 'draft.md'): Promise<unknown[]> => {
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: workspace.uriOf(path) },
  });
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
};

const path = (name: string): string => join(fileURLToPath(workspace.uri), name);

test('a source that is renamed, moved out and deleted outside the editor', async () => {
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE, 'seeds/b.txt': 'Nothing.' });
  await start();
  await client.open(workspace.uriOf('draft.md'), DRAFT);
  expect(await pull()).toEqual(['number-mismatch']);
  const changed = async (...changes: (readonly [string, number])[]): Promise<void> => {
    const since = client.received.length;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([name, type]) => ({ uri: workspace.uriOf(name), type })),
    });
    await client.until('workspace/diagnostic/refresh', undefined, since);
  };
  renameSync(path('seeds/a.txt'), path('seeds/c.txt'));
  await changed(['seeds/a.txt', 3], ['seeds/c.txt', 1]);
  expect(await pull()).toEqual(['number-mismatch']);
  renameSync(path('seeds/c.txt'), path('moved.txt'));
  await changed(['seeds/c.txt', 3]);
  expect(await pull()).not.toContain('number-mismatch');
  renameSync(path('moved.txt'), path('seeds/a.txt'));
  await changed(['seeds/a.txt', 1]);
  expect(await pull()).toEqual(['number-mismatch']);
});

test('links that lead in a circle, and lists of ignored files', async () => {
  workspace = createWorkspace({
    'seeds/a.txt': SOURCE,
    'seeds/private/b.txt': SOURCE.replace('123', '132'),
    'seeds/.gitignore': 'private/\n',
  });
  symlinkSync(path('seeds'), path('seeds/again'));
  await start();
  await client.open(workspace.uriOf('draft.md'), DRAFT);
  expect(await pull()).toEqual(['number-mismatch']);
  const { sources } = await client.untilStatus(({ state, sources }) => state === 'ready' && sources > 0);
  expect(sources).toBe(1);
  workspace.write('seeds/.gitignore', '');
  const since = client.received.length;
  const changes = [{ uri: workspace.uriOf('seeds/.gitignore'), type: 2 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await client.until('workspace/diagnostic/refresh', undefined, since);
  // now the other source is read, too: the draft agrees with it, and the two differ
  expect(await pull()).toEqual(['sources-differ']);
});

test('a place for the progress of reading many sources is asked of a client that offers one', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`seeds/s${at}.txt`, SOURCE.repeat(5)]),
  );
  workspace = createWorkspace(many);
  await start();
  await client.open(workspace.uriOf('draft.md'), DRAFT);
  expect(await pull()).toEqual(['number-mismatch']);
  // How it goes on depends on who is quicker: test/service/longJob.test.ts.
  await client.until('window/workDoneProgress/create');
});

test('nothing is registered or shown that the client has not offered', async () => {
  workspace = createWorkspace(
    Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`seeds/s${at}.txt`, SOURCE])),
  );
  await start({});
  await client.open(workspace.uriOf('draft.md'), DRAFT);
  await client.until('textDocument/publishDiagnostics', ({ diagnostics }) => diagnostics.length > 0);
  const asked = client.received.map(({ method }) => method);
  expect(
    [...new Set(asked)].filter((method) => !/^(textDocument|window\/log|touchstone)/.test(method)),
  ).toEqual([]);
});

test('a session after another one begins afresh', async () => {
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
  for (let session = 0; session < 3; session++) {
    await start();
    await client.open(workspace.uriOf('draft.md'), DRAFT);
    expect(await pull()).toEqual(['number-mismatch']);
    if (session < 2) expect(await client.stop()).toBe(0);
  }
});
