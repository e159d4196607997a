import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** Each line begins with characters of one to four bytes, so that the three encodings never agree by chance. */
const SOURCE = '😀 é; Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n';
const DRAFT = '# 😀 é\n\n😀😀 é; Lukashenko has pardoned **132** individuals (a.txt:1).\n';

let server: ServerPackage;
let workspace: Workspace;
let client: TestClient;

beforeAll(async () => {
  server = await buildServer('encodings');
});
afterAll(() => server.remove());
afterEach(async () => {
  await client.stop();
  workspace.remove();
});

const draft = (): string => workspace.uriOf('draft.md');
const source = (): string => workspace.uriOf('seeds/a.txt');

async function start(positionEncodings: string[], pull = true): Promise<void> {
  workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
  client = await startClient([process.execPath, server.bundle, '--stdio'], {
    folders: [workspace.uri],
    capabilities: {
      general: { positionEncodings },
      textDocument: {
        ...(pull && { diagnostic: { relatedInformation: true } }),
        publishDiagnostics: { relatedInformation: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        definition: { linkSupport: true },
        rename: { prepareSupport: true },
      },
      workspace: { workspaceEdit: { documentChanges: true } },
    },
    initializationOptions: { settings: { codeLens: true, inlayHints: true, semanticTokens: true } },
  });
}

/** The length of a text as each encoding counts it. */
const LENGTH: Readonly<Record<string, (text: string) => number>> = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

describe.each(['utf-8', 'utf-32', 'utf-16'])('positions in %s', (encoding) => {
  const length = LENGTH[encoding] as (text: string) => number;
  /** Where the first `words` of a text stand. */
  const place = (text: string, words: string): Range => {
    const at = text.indexOf(words);
    const line = text.slice(0, at).split('\n').length - 1;
    const character = length(text.slice(text.lastIndexOf('\n', at) + 1, at));
    return { start: { line, character }, end: { line, character: character + length(words) } };
  };
  const ask = <T>(method: string, position?: Position, more: object = {}): Promise<T> =>
    client.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri: draft() },
      ...(position && { position }),
      ...more,
    });

  test('of everything that a client can ask', async () => {
    await start([encoding]);
    expect(client.initializeResult.capabilities.positionEncoding).toBe(encoding);
    await client.open(draft(), DRAFT);
    const slip = place(DRAFT, '132');
    const fact = place(SOURCE, '123');
    const caret = slip.start;
    const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

    const report = await ask<DocumentDiagnosticReport>('diagnostic');
    const items = report.kind === 'full' ? report.items : [];
    expect(items.map(({ range }) => range)).toEqual([slip]);
    expect(items[0]?.relatedInformation?.[0]?.location).toEqual({ uri: source(), range: fact });

    expect((await ask<Hover>('hover', slip.end)).range).toEqual(slip);
    const [link] = await ask<LocationLink[]>('definition', caret);
    expect(link).toMatchObject({ originSelectionRange: slip, targetSelectionRange: fact });
    expect(link?.targetRange.end).toEqual(place(SOURCE, '2025.').end);
    expect(await ask<Location[]>('references', caret, { context: { includeDeclaration: true } })).toEqual([
      { uri: draft(), range: slip },
      { uri: source(), range: fact },
    ]);
    const highlights = await ask<DocumentHighlight[]>('documentHighlight', caret);
    expect(highlights.map(({ range }) => range)).toEqual([slip]);

    const actions = await ask<CodeAction[]>('codeAction', undefined, {
      range: { start: caret, end: caret },
      context: { diagnostics: [] },
    });
    const edits = (edit: WorkspaceEdit | undefined) =>
      edit?.documentChanges?.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []));
    expect(edits(actions[0]?.edit)).toEqual([{ range: slip, newText: '123' }]);
    expect(actions[0]?.diagnostics?.[0]?.range).toEqual(slip);
    const name = place(DRAFT, 'Lukashenko');
    expect(await ask('prepareRename', name.start)).toMatchObject({ range: name });
    const renamed = await ask<WorkspaceEdit>('rename', name.start, { newName: 'X' });
    expect(edits(renamed)).toEqual([{ range: name, newText: 'X' }]);

    const lenses = await ask<CodeLens[]>('codeLens');
    expect(lenses.map(({ range }) => range.start)).toEqual([place(DRAFT, '😀 é').start]);
    const [hint] = await ask<InlayHint[]>('inlayHint', undefined, { range: everything });
    expect(hint?.position).toEqual(place(DRAFT, '(a.txt:1).').end);
    expect(Array.isArray(hint?.label) && hint.label[0]?.location?.range).toEqual(place(SOURCE, 'Lukashenko'));
    const links = await ask<DocumentLink[]>('documentLink');
    expect(links.map(({ range }) => range)).toEqual([place(DRAFT, 'a.txt:1')]);
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    expect(data.slice(0, 3)).toEqual([2, name.start.character, 10]);
    expect(data.slice(5, 8)).toEqual([0, slip.start.character - name.start.character, 3]);

    await client.open(source(), SOURCE, 'plaintext');
    const [paragraph] = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: source() },
    });
    expect(paragraph?.children?.[0]?.selectionRange).toEqual(place(SOURCE, 'Lukashenko'));
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', {
      query: 'individuals',
    });
    expect(symbols[0]?.location).toEqual({ uri: source(), range: fact });
  });

  test('of edits in both directions, and of completion', async () => {
    await start([encoding]);
    const text = '😀é A\n😀é Lukashenko pardoned \n';
    await client.open(draft(), text);
    await client.edit(draft(), 'ö😀', place(text, 'A'));
    const end = place(text, 'pardoned ').end;
    await client.edit(draft(), '1', { start: end, end });
    const caret = { ...end, character: end.character + 1 };
    const { items } = await ask<CompletionList>('completion', caret);
    expect(items.map(({ textEdit }) => textEdit && 'range' in textEdit && textEdit.range)).toEqual([
      { start: end, end: caret },
    ]);
  });

  test('of what is pushed', async () => {
    await start([encoding], false);
    workspace.write('touchstone.json', '{ "é😀": 1 }');
    await client.open(draft(), DRAFT);
    const ranges = ({ diagnostics }: { diagnostics: Diagnostic[] }) => diagnostics.map(({ range }) => range);
    const pushed = await client.until('textDocument/publishDiagnostics', ({ uri }) => uri === draft());
    expect(ranges(pushed)).toEqual([place(DRAFT, '132')]);
    const config = await client.until('textDocument/publishDiagnostics', ({ uri }) => uri.endsWith('.json'));
    expect(ranges(config)).toEqual([place('{ "é😀": 1 }', '"é😀"')]);
  });
});

test.each([
  [['utf-8', 'utf-16'], 'utf-8'],
  [['utf-7', 'utf-32'], 'utf-32'],
  [['utf-7'], 'utf-16'],
  [[], 'utf-16'],
])('of %j the server takes %s', async (wanted, taken) => {
  await start(wanted);
  expect(client.initializeResult.capabilities.positionEncoding).toBe(taken);
});
