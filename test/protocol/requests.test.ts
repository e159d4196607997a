import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentSymbol,
  InlayHint,
  Location,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE, type Workspace } from './workspace.ts';

/** One server for all tests here: none of them changes a text. */
let server: ServerPackage;
let workspace: Workspace;
let client: TestClient;

beforeAll(async () => {
  server = await buildServer('requests');
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
  client = await startClient([process.execPath, server.bundle, '--stdio'], {
    folders: [workspace.uri],
    capabilities: {
      textDocument: {
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        rename: { prepareSupport: true },
      },
      workspace: {
        configuration: true,
        workspaceEdit: { documentChanges: true },
        codeLens: { refreshSupport: true },
      },
      window: { showDocument: { support: true } },
    },
    settings: { codeLens: true, inlayHints: true, semanticTokens: true },
    initializationOptions: { rulePages: 'file:///rules' },
  });
  await client.open(draft(), DRAFT);
  await client.open(source(), SOURCE, 'plaintext');
});

afterAll(async () => {
  await client.stop();
  workspace.remove();
  server.remove();
});

const draft = (): string => workspace.uriOf('draft.md');
const source = (): string => workspace.uriOf('seeds/a.txt');

/** Where "123" stands in the source. */
const FACT = { start: { line: 0, character: 24 }, end: { line: 0, character: 27 } } as const;

const ask = <T>(method: string, params: object): Promise<T> =>
  client.connection.sendRequest<T>(method, params);

describe('references', () => {
  const references = (uri: string, position: object, includeDeclaration: boolean) =>
    ask<Location[]>('textDocument/references', {
      textDocument: { uri },
      position,
      context: { includeDeclaration },
    });

  test('lead from the source to the draft', async () => {
    expect(await references(source(), FACT.start, false)).toEqual([{ uri: draft(), range: SLIP }]);
  });

  test('lead from the draft to the source', async () => {
    expect(await references(draft(), SLIP.start, true)).toEqual([
      { uri: draft(), range: SLIP },
      { uri: source(), range: FACT },
    ]);
  });
});

test('highlights are null where there is no fact', async () => {
  const highlights = (character: number) =>
    ask('textDocument/documentHighlight', {
      textDocument: { uri: draft() },
      position: { line: 2, character },
    });
  expect(await highlights(SLIP.start.character)).toEqual([{ range: SLIP, kind: 1 }]);
  expect(await highlights(18)).toBeNull();
});

test('symbols of a source, and of the workspace', async () => {
  const [paragraph] = await ask<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: source() },
  });
  expect(paragraph?.children?.map(({ name }) => name)).toEqual([
    'Lukashenko',
    '123 individuals',
    'December 13, 2025',
  ]);
  const found = await ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'individuals' });
  expect(found).toMatchObject([
    { name: '123 individuals', containerName: 'a.txt', location: { uri: source(), range: FACT } },
  ]);
});

test('completion of a number with its noun, where a figure is typed', async () => {
  const uri = workspace.uriOf('new.md');
  await client.open(uri, 'Lukashenko pardoned 1');
  const { items } = await ask<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 0, character: 21 },
  });
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([['123 individuals', 'a.txt:1']]);
  await client.close(uri);
});

describe('code actions', () => {
  const actions = (only: readonly string[], range: object = SLIP) =>
    ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: draft() },
      range,
      context: { diagnostics: [], only },
    });

  test('fix all for a save, wherever the caret is', async () => {
    await actions(['quickfix']);
    const start = { line: 0, character: 0 };
    expect(await actions(['source.fixAll.touchstone'], { start, end: start })).toMatchObject([
      {
        kind: 'source.fixAll.touchstone',
        edit: { documentChanges: [{ edits: [{ range: SLIP, newText: '123' }] }] },
      },
    ]);
  });

  test('the page of a rule is opened by the client', async () => {
    const found = (await actions(['quickfix'])).find(({ command }) => command !== undefined);
    await ask('workspace/executeCommand', found?.command as object);
    const shown = { uri: 'file:///rules/number-mismatch.md', takeFocus: true };
    expect(await client.until('window/showDocument')).toEqual(shown);
    await ask('workspace/executeCommand', { command: 'touchstone.showRule', arguments: ['../x'] });
    expect(client.received.filter(({ method }) => method === 'window/showDocument')).toHaveLength(1);
  });
});

test('what is off by default comes with its setting, and is asked for again when that changes', async () => {
  const textDocument = { uri: draft() };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const shown = async () => ({
    lenses: (await ask<CodeLens[]>('textDocument/codeLens', { textDocument })).map(
      ({ command }) => command?.title,
    ),
    hints: (await ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range })).length,
    tokens: (await ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })).data.length / 5,
  });
  expect(await shown()).toEqual({ lenses: ['2 facts: 1 agrees, 1 differs'], hints: 1, tokens: 2 });
  client.settings = {};
  const since = client.received.length;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until('workspace/codeLens/refresh', undefined, since);
  expect(await shown()).toEqual({ lenses: [], hints: 0, tokens: 0 });
});

test('a name is renamed in the version it was asked for', async () => {
  expect(client.initializeResult.capabilities.renameProvider).toEqual({ prepareProvider: true });
  const place = { textDocument: { uri: draft() }, position: { line: 2, character: 3 } };
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 10 } };
  expect(await ask('textDocument/prepareRename', place)).toEqual({ range, placeholder: 'Lukashenko' });
  expect(await ask('textDocument/rename', { ...place, newName: 'Lukashenka' })).toEqual({
    documentChanges: [
      { textDocument: { uri: draft(), version: 1 }, edits: [{ range, newText: 'Lukashenka' }] },
    ],
  });
});

test('a cited place is a link', async () => {
  const uri = workspace.uriOf('cited.txt');
  await client.open(uri, 'He did (a.txt, line 1).', 'plaintext');
  expect(await ask('textDocument/documentLink', { textDocument: { uri } })).toMatchObject([
    {
      target: `${source()}#L1`,
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 21 } },
    },
  ]);
  await client.close(uri);
});

test.each(['file:///nowhere.md', 'no-uri', 'file:///', ''])(
  'a document that is not open: %j',
  async (uri) => {
    const textDocument = { uri };
    const position = { line: 9, character: 9 };
    const range = { start: position, end: position };
    const none = [
      ask('textDocument/references', { textDocument, position, context: { includeDeclaration: true } }),
      ask('textDocument/documentSymbol', { textDocument }),
      ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['source'] } }),
      ask('textDocument/codeLens', { textDocument }),
      ask('textDocument/inlayHint', { textDocument, range }),
      ask('textDocument/documentLink', { textDocument }),
    ];
    expect(await Promise.all(none)).toEqual(none.map(() => []));
    expect(await ask('textDocument/semanticTokens/full', { textDocument })).toEqual({ data: [] });
    expect(await ask('textDocument/completion', { textDocument, position })).toMatchObject({ items: [] });
    for (const method of ['documentHighlight', 'prepareRename']) {
      expect(await ask(`textDocument/${method}`, { textDocument, position })).toBeNull();
    }
    expect(await ask('textDocument/rename', { textDocument, position, newName: 'x' })).toBeNull();
  },
);
