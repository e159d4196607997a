import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE, type Workspace } from './workspace.ts';

let server: ServerPackage;
let workspace: Workspace;

beforeAll(async () => {
  server = await buildServer('reports');
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
});

afterAll(() => {
  workspace.remove();
  server.remove();
});

/** Runs `run` with a client that has the draft and its source open. */
async function withClient(
  initializationOptions: object,
  run: (client: TestClient, draft: string, source: string) => Promise<void>,
): Promise<void> {
  const client = await startClient([process.execPath, server.bundle, '--stdio'], {
    folders: [workspace.uri],
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
    initializationOptions,
  });
  try {
    const [draft, source] = [workspace.uriOf('draft.md'), workspace.uriOf('seeds/a.txt')];
    await client.open(draft, DRAFT);
    await client.open(source, SOURCE, 'plaintext');
    await run(client, draft, source);
  } finally {
    await client.stop();
  }
}

test('a report, the uses of a source, a quotation and a tool are answered', () =>
  withClient({}, async ({ connection }, draft, source) => {
    const report = await connection.sendRequest<{ text: string }>('touchstone/report', {
      uri: draft,
      form: 'json',
    });
    const { created, counts } = JSON.parse(report.text);
    expect(created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(counts).toMatchObject({ differs: 1 });
    expect(await connection.sendRequest('touchstone/report', { uri: source, form: 'html' })).toBeNull();
    const uses = await connection.sendRequest<{ state: string }[]>('touchstone/sourceUses', { uri: source });
    expect(uses.map(({ state }) => state)).toContain('differs');
    const quotation = await connection.sendRequest('touchstone/quotation', {
      uri: draft,
      range: { start: SLIP.end, end: SLIP.end },
      text: 'pardoned 123 individuals',
    });
    expect(quotation).toMatchObject({ place: 'a.txt, line 1', check: 'agrees' });
    const tool = await connection.sendRequest<{ text: string }>('touchstone/tool', {
      tool: 'checkText',
      input: { text: DRAFT },
    });
    expect(tool.text).toContain('Compared with 1 source.');
  }));

test('notices are offered to clients that can copy them, and to no others', async () => {
  const titles = async ({ connection }: TestClient, draft: string): Promise<readonly string[]> => {
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: SLIP,
      context: { diagnostics: [], only: ['refactor'] },
    });
    return actions.map(({ title }) => title).filter((title) => title.includes('notice'));
  };
  await withClient({ copyText: true }, async (client, draft) =>
    expect(await titles(client, draft)).toEqual([
      'Fix, and copy correction notice: An earlier version said 132; it is 123.',
    ]),
  );
  await withClient({}, async (client, draft) => expect(await titles(client, draft)).toEqual([]));
});

test('a client hears of corrections while they are made', () =>
  withClient({}, async (client, draft) => {
    const ask = () => client.connection.sendRequest('touchstone/report', { uri: draft, form: 'json' });
    await ask();
    expect(await client.until('touchstone/corrections')).toMatchObject({ uri: draft, entries: [] });
    const since = client.received.length;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: draft, version: 2 },
      contentChanges: [{ range: SLIP, text: '123' }],
    });
    await ask();
    const log = client.received
      .slice(since)
      .filter(({ method }) => method === 'touchstone/corrections')
      .at(-1);
    expect(log?.params).toMatchObject({ entries: [{ from: '132', to: '123', rule: 'number-mismatch' }] });
  }));
