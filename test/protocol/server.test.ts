import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type LocationLink,
  WorkDoneProgress,
} from 'vscode-languageserver-protocol/node';
import type { CheckAllResult } from '../../server/src/service/features/checkAll.ts';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE, type Workspace } from './workspace.ts';

/** What VS Code says of itself, as far as the server looks at it. */
const FULL: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

let server: ServerPackage;
let workspace: Workspace;
let client: TestClient | undefined;

beforeAll(async () => {
  server = await buildServer('server');
});
afterAll(() => server.remove());

afterEach(async () => {
  await client?.stop();
  client = undefined;
  workspace.remove();
});

/** Starts a server on a workspace; the draft is `draft.md`. */
async function start(
  files: Readonly<Record<string, string | Uint8Array>> = { 'seeds/a.txt': SOURCE },
  options: Partial<Parameters<typeof startClient>[1]> = {},
): Promise<TestClient> {
  workspace = createWorkspace(files);
  const folders = options.folders === undefined ? [workspace.uri] : options.folders;
  client = await startClient([process.execPath, server.bundle, '--stdio'], {
    capabilities: FULL,
    ...options,
    folders,
  });
  return client;
}

const draft = (): string => workspace.uriOf('draft.md');

const pull = (uri = draft(), previousResultId?: string): Promise<DocumentDiagnosticReport> =>
  (client as TestClient).connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId !== undefined && { previousResultId }),
  });

const codes = (report: DocumentDiagnosticReport): unknown[] =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : [];

const at = <T>(method: string, position: object, uri = draft()): Promise<T> =>
  (client as TestClient).connection.sendRequest<T>(method, { textDocument: { uri }, position });

describe('initialize', () => {
  test('capabilities for a client that pulls', async () => {
    const { initializeResult } = await start();
    expect(initializeResult).toEqual({
      serverInfo: { name: 'Touchstone', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: { label: 'Touchstone' },
        workspaceSymbolProvider: true,
        completionProvider: { triggerCharacters: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789“"«„'] },
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.touchstone', 'refactor.rewrite'] },
        codeLensProvider: {},
        inlayHintProvider: true,
        semanticTokensProvider: {
          legend: { tokenTypes: ['fact'], tokenModifiers: ['agrees', 'differs', 'unsourced'] },
          full: true,
        },
        documentLinkProvider: {},
        renameProvider: true,
        diagnosticProvider: {
          identifier: 'touchstone',
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    });
  });

  test('no pull for a client that does not ask for it, which may send nothing at all', async () => {
    const { initializeResult } = await start(undefined, { capabilities: {}, folders: null });
    expect(initializeResult.capabilities.diagnosticProvider).toBeUndefined();
  });

  test('the files of the sources are watched', async () => {
    const started = await start();
    const { registrations } = await started.until('client/registerCapability', (params) =>
      JSON.stringify(params).includes('didChangeWatchedFiles'),
    );
    expect(registrations[0].registerOptions.watchers).toEqual(
      [
        'seeds/**/*.{txt,md,markdown}',
        'seeds',
        'seeds/**',
        '**/{touchstone.json,.touchstoneignore.json,.gitignore,*.ticks}',
      ].map((pattern) => ({
        globPattern: { baseUri: workspace.uri, pattern },
      })),
    );
  });

  test('leaves with code 0 when asked to', async () => {
    const started = await start();
    client = undefined;
    expect(await started.stop()).toBe(0);
  });
});

describe('a client that pulls', () => {
  test('gets the finding with its range, rule page and source', async () => {
    const { open } = await start(undefined, { initializationOptions: { rulePages: 'file:///rules' } });
    await open(draft(), DRAFT);
    const report = await pull();
    expect(report).toMatchObject({
      kind: 'full',
      items: [
        {
          range: SLIP,
          severity: 1,
          code: 'number-mismatch',
          codeDescription: { href: 'file:///rules/number-mismatch.md' },
          source: 'touchstone',
          relatedInformation: [
            {
              location: { uri: workspace.uriOf('seeds/a.txt') },
              message: expect.stringContaining('pardoned 123 individuals'),
            },
          ],
        },
      ],
    });
  });

  test('is told "unchanged" until something changes, and is never pushed to', async () => {
    const { open, edit, received } = await start();
    await open(draft(), DRAFT);
    const first = await pull();
    expect(await pull(draft(), first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await edit(draft(), '123', SLIP);
    const second = await pull(draft(), first.resultId);
    expect([second.kind, codes(second)]).toEqual(['full', []]);
    expect(received.filter(({ method }) => method === 'textDocument/publishDiagnostics')).toEqual([]);
  });

  test('is asked to pull again when a source changes on the disk', async () => {
    const { open, connection, until } = await start();
    await open(draft(), DRAFT);
    const before = await pull();
    expect(codes(before)).toEqual(['number-mismatch']);
    workspace.write('seeds/a.txt', SOURCE.replace('123', '132'));
    const changes = [{ uri: workspace.uriOf('seeds/a.txt'), type: 2 }];
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await until('workspace/diagnostic/refresh');
    expect(codes(await pull(draft(), before.resultId))).toEqual([]);
  });

  test('is answered from the open source, saved or not', async () => {
    const { open, edit, close, until } = await start();
    await open(draft(), DRAFT);
    await pull();
    const source = workspace.uriOf('seeds/a.txt');
    await open(source, SOURCE, 'plaintext');
    await edit(source, SOURCE.replace('123', '132'));
    await until('workspace/diagnostic/refresh');
    expect(codes(await pull())).toEqual([]);
    expect(codes(await pull(source))).toEqual([]);
    await close(source);
    expect(codes(await pull())).toEqual(['number-mismatch']);
  });

  test('may cancel: the answer is the error of the protocol, and the server lives on', async () => {
    const { open, connection } = await start();
    await open(draft(), DRAFT);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: draft() } };
    const answer = connection.sendRequest('textDocument/diagnostic', params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(codes(await pull())).toEqual(['number-mismatch']);
  });
});

describe('a client that only takes pushed diagnostics', () => {
  const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };
  const published = (count: number) => (params: { uri: string; diagnostics: Diagnostic[] }) =>
    params.uri === draft() && params.diagnostics.length === count;

  test('gets them when a document opens, changes and closes', async () => {
    const { open, edit, close, until, received } = await start(undefined, { capabilities: PUSH });
    await open(draft(), DRAFT);
    const { diagnostics, version } = await until('textDocument/publishDiagnostics', published(1));
    expect([version, diagnostics[0].range]).toEqual([1, SLIP]);
    await edit(draft(), '123', SLIP);
    await until('textDocument/publishDiagnostics', published(0));
    await edit(draft(), DRAFT);
    await until('textDocument/publishDiagnostics', published(1), received.length);
    const since = received.length;
    await close(draft());
    await until('textDocument/publishDiagnostics', published(0), since);
  });

  test('gets them on save only, where the settings say so', async () => {
    const { open, edit, save, until, received } = await start(undefined, {
      capabilities: PUSH,
      initializationOptions: { settings: { run: 'onSave' } },
    });
    await open(draft(), DRAFT);
    await until('textDocument/publishDiagnostics', published(1));
    await edit(draft(), '123', SLIP);
    expect(await at<Hover>('textDocument/hover', SLIP.start)).toBeTruthy();
    const since = received.length;
    await save(draft());
    const { version } = await until('textDocument/publishDiagnostics', published(0));
    expect(version).toBe(2);
    expect(
      received
        .slice(0, since)
        .filter(({ method, params }) => method.endsWith('publishDiagnostics') && params.version === 2),
    ).toEqual([]);
  });

  test('sees a source that changed on the disk when it saves, though it watches no files', async () => {
    const { open, save, until } = await start(undefined, { capabilities: PUSH });
    await open(draft(), DRAFT);
    await until('textDocument/publishDiagnostics', published(1));
    workspace.write('seeds/a.txt', SOURCE.replace('123', '132'));
    await save(draft());
    await until('textDocument/publishDiagnostics', published(0));
  });
});

describe('features', () => {
  test('hover on a wrong and on a right fact', async () => {
    const { open } = await start();
    await open(draft(), DRAFT);
    const wrong = await at<Hover>('textDocument/hover', SLIP.start);
    expect(wrong.contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringMatching(
        /^\*\*132\*\* differs from the source: \*\*123\*\*\n\n> .*pardoned \*\*123\*\*.*\n\n\[a\.txt, line 1\]\(file:.*seeds\/a\.txt#L1\)$/,
      ),
    });
    await (client as TestClient).edit(draft(), '123', SLIP);
    const right = await at<Hover>('textDocument/hover', SLIP.start);
    expect(right.contents).toMatchObject({ value: expect.stringContaining('agrees with the source') });
  });

  test('definition leads to the source words', async () => {
    const { open } = await start();
    await open(draft(), DRAFT);
    const [link] = await at<LocationLink[]>('textDocument/definition', SLIP.start);
    expect(link).toMatchObject({
      originSelectionRange: SLIP,
      targetUri: workspace.uriOf('seeds/a.txt'),
      targetSelectionRange: { start: { line: 0, character: 24 } },
    });
  });

  test('a fix comes from the asked range, not from the columns in bytes that some clients send along', async () => {
    const { open, connection } = await start();
    const line = '😀 “é” Lukashenko has pardoned 132 individuals.';
    await open(draft(), line);
    const character = line.indexOf('132');
    const range = { start: { line: 0, character }, end: { line: 0, character } };
    const bytes = Buffer.byteLength(line.slice(0, character));
    const stale = { start: { line: 0, character: bytes }, end: { line: 0, character: bytes + 3 } };
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: draft() },
      range,
      context: { diagnostics: [{ range: stale, message: 'x', source: 'touchstone' }] },
    });
    expect(actions[0]).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      edit: {
        documentChanges: [
          {
            textDocument: { uri: draft(), version: 1 },
            edits: [
              {
                range: { start: { line: 0, character }, end: { line: 0, character: character + 3 } },
                newText: '123',
              },
            ],
          },
        ],
      },
    });
    expect(actions.map(({ title }) => title)).toContain('Ignore number-mismatch on this line');
  });

  test('an ignored finding is gone, and stays ignored', async () => {
    const { open } = await start();
    await open(draft(), DRAFT.replace('.\n', '. <!-- touchstone-disable-line number-mismatch -->\n'));
    expect(codes(await pull())).toEqual([]);
  });

  test('all drafts, with progress', async () => {
    const { connection } = await start({
      'seeds/a.txt': SOURCE,
      'draft.md': DRAFT,
      'other.txt': 'Nothing.',
    });
    const workDoneToken = 'all';
    const steps: string[] = [];
    connection.onProgress(WorkDoneProgress.type, workDoneToken, ({ kind, message }) => {
      steps.push(`${kind} ${message ?? ''}`);
    });
    const result = await connection.sendRequest<CheckAllResult>('touchstone/checkAll', { workDoneToken });
    expect(result.files.map(({ uri, diagnostics }) => [uri, diagnostics.length])).toEqual([
      [draft(), 1],
      [workspace.uriOf('other.txt'), 0],
    ]);
    expect(steps).toEqual(['begin ', 'report 1 of 2: draft.md', 'report 2 of 2: other.txt', 'end ']);
  });
});

describe('documents and folders', () => {
  test('an untitled document is checked', async () => {
    const { open } = await start();
    await open('untitled:Untitled-1', DRAFT);
    expect(codes(await pull('untitled:Untitled-1'))).toEqual(['number-mismatch']);
  });

  test('a document in no folder is checked against the nearest seeds above it', async () => {
    const { open } = await start({ 'seeds/a.txt': SOURCE }, { folders: null });
    const uri = workspace.uriOf('chapters/one/draft.md');
    await open(uri, DRAFT);
    expect(codes(await pull(uri))).toEqual(['number-mismatch']);
  });

  test('a folder that is added brings its sources', async () => {
    const { open, connection, until } = await start({ 'seeds/a.txt': SOURCE }, { folders: [] });
    await open(draft(), '', 'markdown');
    const event = { added: [{ uri: workspace.uri, name: 'ws' }], removed: [] };
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await until('workspace/diagnostic/refresh');
    await open('untitled:Untitled-1', DRAFT);
    expect(codes(await pull('untitled:Untitled-1'))).toEqual(['number-mismatch']);
  });

  test('the same document under another escaping of its URI', async () => {
    const { open } = await start({ 'seeds/a.txt': SOURCE });
    const escaped = draft().replace('draft', '%64raft');
    await open(escaped, DRAFT);
    expect(codes(await pull(escaped))).toEqual(['number-mismatch']);
    expect(codes(await pull(draft()))).toEqual(['number-mismatch']);
  });
});

describe('bad input', () => {
  test('skipped sources are in the status and the log with the reason', async () => {
    const { open, untilStatus, until } = await start({
      'seeds/a.txt': SOURCE,
      'seeds/empty.md': '',
      'seeds/image.txt': new Uint8Array([137, 80, 78, 71, 0]),
    });
    await open(draft(), DRAFT);
    await pull();
    const status = await untilStatus(({ documents }) => documents.length > 0);
    expect(status).toMatchObject({
      state: 'ready',
      sources: 1,
      documents: [{ uri: draft(), role: 'draft', findings: { error: 1 }, sources: 1 }],
      problems: [
        { uri: workspace.uriOf('seeds/empty.md'), reason: 'is empty' },
        { uri: workspace.uriOf('seeds/image.txt'), reason: expect.stringContaining('is not a text file') },
      ],
    });
    await until('window/logMessage', ({ message }) =>
      message.startsWith('Skipped source: seeds/image.txt is not'),
    );
  });

  test('broken settings fall back and are named; good ones take effect when they arrive', async () => {
    const started = await start(undefined, { settings: { run: 7, rules: ['x'], sources: {} } });
    await started.open(draft(), DRAFT);
    expect(codes(await pull())).toEqual(['number-mismatch']);
    const { settings } = await started.untilStatus((status) => status.settings.length > 0);
    expect(settings).toHaveLength(3);
    await started.until('window/logMessage', ({ message }) => message.startsWith('Settings: touchstone.run'));
    started.settings = { rules: { 'number-mismatch': 'off' } };
    await started.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await started.until('workspace/diagnostic/refresh');
    expect(codes(await pull())).toEqual([]);
  });

  test('requests about documents that are not open, not text or nowhere are answered with nothing', async () => {
    const { open } = await start();
    await open(workspace.uriOf('x.py'), '132 individuals', 'python');
    for (const uri of [draft(), workspace.uriOf('x.py'), 'no-uri', 'file:///', '']) {
      expect(codes(await pull(uri))).toEqual([]);
      expect(await at('textDocument/hover', { line: 0, character: 0 }, uri)).toBeNull();
    }
    await open(draft(), DRAFT);
    expect(await at('textDocument/hover', { line: 999, character: 999 })).toBeNull();
  });
});
