import { describe, expect, test } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver-types';
import { readIgnoreFile } from '../../server/src/config/ignoreFile.ts';
import * as engine from '../../server/src/engine.ts';
import type { LanguageService } from '../../server/src/service/languageService.ts';
import { createMemoryHost, type MemoryHost, serviceOver, ws } from './memoryHost.ts';
import { editsOf, written } from './written.ts';

const DRAFT = ws('draft.md');
const PROJECT = ws('touchstone.json');
const IGNORE = ws('.touchstoneignore.json');

const messages = async (service: LanguageService, uri = DRAFT): Promise<string[]> =>
  (await service.diagnostics(uri)).map(({ message, severity }) => `${severity} ${message}`);

const write = (
  host: MemoryHost,
  service: LanguageService,
  uri: string,
  text: string | undefined,
): boolean => {
  if (text === undefined) host.files.delete(uri);
  else host.files.set(uri, text);
  return service.filesChanged([uri]);
};

const changesOf = (action: CodeAction | undefined) => action?.edit?.documentChanges ?? [];

const mistakes = async (service: LanguageService): Promise<unknown[]> =>
  (await service.configDiagnostics()).flatMap(({ uri, diagnostics }) =>
    diagnostics.map(({ range: { start }, message }) => `${uri}:${start.line}:${start.character} ${message}`),
  );

describe('the project file', () => {
  test('is followed when it comes, changes and goes', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'other/a.txt': '3 cat' });
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    expect(await messages(service)).toEqual(['1 1, not 2']);
    expect(write(host, service, PROJECT, '{"sources": ["other/*"]}')).toBe(true);
    expect(await messages(service)).toEqual(['1 3, not 2']);
    write(host, service, PROJECT, '{"sources": ["nothing/*"]}');
    expect(await messages(service)).toEqual([]);
    expect(write(host, service, PROJECT, undefined)).toBe(true);
    expect(await messages(service)).toEqual(['1 1, not 2']);
  });

  test('open in the editor it counts as it stands there', async () => {
    const host = createMemoryHost({
      'seeds/a.txt': '1 cat',
      'other/a.txt': '3 cat',
      'touchstone.json': '{}',
    });
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    expect(await messages(service)).toEqual(['1 1, not 2']);
    host.open(PROJECT, '{"sources": ["other/*"]}', 'json');
    expect(service.documentChanged(PROJECT)).toBe(true);
    expect(await messages(service)).toEqual(['1 3, not 2']);
    host.close(PROJECT);
    expect(service.documentClosed(PROJECT)).toBe(true);
    expect(await messages(service)).toEqual(['1 1, not 2']);
  });

  test('the nearest one up to the workspace folder counts, and takes the sources along', async () => {
    const host = createMemoryHost({
      'seeds/a.txt': '1 cat',
      'one/touchstone.json': '{"limits": {"maxSources": 5}}',
      'two/touchstone.json': '{"sources": ["../one/texts/*.txt"]}',
      'one/texts/a.txt': '3 cat',
    });
    host.files.set('file:///touchstone.json', '{"sources": ["none/*"]}');
    const service = serviceOver(host);
    for (const path of ['draft.md', 'one/draft.md', 'two/deep/draft.md']) host.open(ws(path), '2 cat');
    expect(await messages(service)).toEqual(['1 1, not 2']);
    expect(await messages(service, ws('one/draft.md'))).toEqual(['1 1, not 2']);
    expect(await messages(service, ws('two/deep/draft.md'))).toEqual(['1 3, not 2']);
    host.files.set(ws('one/texts/a.txt'), '4 cat');
    expect(service.filesChanged([ws('one/texts/a.txt')])).toBe(true);
    expect(await messages(service, ws('two/deep/draft.md'))).toEqual(['1 4, not 2']);
  });

  test('a broken one is told with its places, and the last good one goes on', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'other/a.txt': '3 cat' });
    host.rawSettings = { sources: ['none/*'], run: 'onSave' };
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    write(host, service, PROJECT, '{"sources": ["other/*"]}');
    expect(await messages(service)).toEqual(['1 3, not 2']);
    write(host, service, PROJECT, '{\n  "sources": ["seeds/*"],\n}');
    expect(await messages(service)).toEqual(['1 3, not 2']);
    expect(await mistakes(service)).toEqual([`${PROJECT}:1:24 This is not JSON: a comma stands before "}".`]);
    expect((await service.status()).settings).toEqual([
      'touchstone.json:2:25: This is not JSON: a comma stands before "}".',
    ]);
    expect((await service.settingsFor(DRAFT)).settings.run).toBe('onSave');
    write(host, service, PROJECT, '{ "sauces": [] }');
    expect(await mistakes(service)).toEqual([
      `${PROJECT}:0:2 sauces is not a key of this file; did you mean "sources"?`,
    ]);
    write(host, service, PROJECT, '{}');
    expect(await mistakes(service)).toEqual([]);
  });

  test('says which files are drafts', async () => {
    const host = createMemoryHost({
      'seeds/a.txt': '1 cat',
      'touchstone.json': '{"drafts": ["book/**"]}',
      'book/a.md': '2 cat',
      'README.md': '2 cat',
    });
    const service = serviceOver(host);
    host.open(ws('book/a.md'), '2 cat');
    host.open(ws('README.md'), '2 cat');
    expect(await messages(service, ws('book/a.md'))).toEqual(['1 1, not 2']);
    expect(await messages(service, ws('README.md'))).toEqual([]);
    const { files } = await service.checkAll(() => {});
    expect(files.map(({ uri }) => uri)).toEqual([ws('book/a.md')]);
  });
});

describe('sources in front matter', () => {
  test('stand in place of the others while the draft names them', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'texts/b.txt': '3 cat' });
    const service = serviceOver(host);
    const uri = ws('drafts/a.md');
    const text = (sources: string) => `---\nsources: ${sources}\n---\n\n2 cat`;
    host.open(uri, text('../texts/*.txt'));
    expect(await messages(service, uri)).toEqual(['1 3, not 2']);
    expect((await service.watched()).map(({ root, globs }) => [root, ...globs])).toContainEqual([
      ws('').slice(0, -1),
      'seeds/**/*.{txt,md,markdown}',
      'texts/*.txt',
      '!drafts/a.md',
      '**/{touchstone.json,.touchstoneignore.json,.gitignore,*.ticks}',
    ]);
    host.open(uri, text('"../**/*.{txt,md}"'));
    expect(await messages(service, uri)).toEqual(['1 1, not 2']);
    host.open(uri, '2 cat');
    expect(await messages(service, uri)).toEqual(['1 1, not 2']);
    host.close(uri);
    service.documentClosed(uri);
    expect((await service.watched()).flatMap(({ globs }) => globs)).not.toContain('!drafts/a.md');
  });
});

describe('ignoring everywhere', () => {
  const SOURCE = 'Lukashenko has pardoned 123 individuals.';
  const TEXT = 'Lukashenko has pardoned 132 individuals.\n';
  const setUp = (files: Readonly<Record<string, string>> = {}, options = {}) => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE, ...files });
    const service = serviceOver(host, { engine, ...options });
    host.open(DRAFT, TEXT);
    return { host, service };
  };
  const offered = async (service: LanguageService, uri = DRAFT): Promise<CodeAction | undefined> => {
    const caret = { line: 0, character: 25 };
    const actions = await service.codeActions(uri, { start: caret, end: caret }, undefined);
    return actions.find(({ title }) => title.includes('.touchstoneignore.json'));
  };

  test('makes the file, and the finding is gone wherever the sentence stands', async () => {
    const { host, service } = setUp();
    const [create, edit] = changesOf(await offered(service)) as [CreateFile, TextDocumentEdit];
    expect(create).toMatchObject({ kind: 'create', uri: IGNORE, options: { ignoreIfExists: true } });
    expect(edit.textDocument).toEqual({ uri: IGNORE, version: null });
    const text = (edit.edits[0] as { newText: string }).newText;
    expect(readIgnoreFile(text).ignored).toEqual([
      {
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        rule: 'number-mismatch',
        text: '132',
        excerpt: TEXT.trim(),
        reason: 'say here why this is right',
      },
    ]);
    write(host, service, IGNORE, text);
    expect(await messages(service)).toEqual([]);
    host.open(ws('part/b.md'), `# Other\n\n> ${TEXT}`);
    expect(await messages(service, ws('part/b.md'))).toEqual([]);
  });

  test('asks a client that can ask for the reason, and takes it', async () => {
    const { service } = setUp({}, { askReason: true });
    const action = await offered(service);
    expect(action?.edit).toBeUndefined();
    const [params] = action?.command?.arguments ?? [];
    expect([action?.command?.command, params.uri]).toEqual(['touchstone.ignoreWithReason', DRAFT]);
    const edit = await service.ignore({ ...params, reason: 'counted again' });
    const [, change] = (edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    const { newText } = change.edits[0] as { newText: string };
    expect(readIgnoreFile(newText).ignored).toMatchObject([
      { fingerprint: params.fingerprint, reason: 'counted again' },
    ]);
    expect(await service.ignore({ ...params, fingerprint: 'none' })).toBeNull();
    expect(await service.ignore({ ...params, uri: ws('none.md') })).toBeNull();
  });

  test('adds to the file that is open, with its version', async () => {
    const { host, service } = setUp();
    host.open(IGNORE, '{ "ignored": [] }', 'json');
    const action = await offered(service);
    expect(action?.edit?.documentChanges).toMatchObject([
      {
        textDocument: { uri: IGNORE, version: 1 },
        edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 17 } } }],
      },
    ]);
  });

  test('is not offered where the file is broken, or where the client cannot make one', async () => {
    expect(await offered(setUp({ '.touchstoneignore.json': '{' }).service)).toBeUndefined();
    expect(await offered(setUp({}, { createFiles: false }).service)).toBeUndefined();
    expect(await offered(setUp({}, { documentChanges: false }).service)).toBeUndefined();
  });

  test('an entry that ignores nothing is a hint when all drafts were checked', async () => {
    const entry = { fingerprint: '0123456789abcdef', rule: 'number-mismatch', text: '9' };
    const text = JSON.stringify({ ignored: [entry] });
    const { host, service } = setUp({ '.touchstoneignore.json': text, 'draft.md': TEXT });
    expect(await messages(service)).toHaveLength(1);
    expect(await mistakes(service)).toEqual([]);
    host.open(IGNORE, text, 'json');
    expect(await mistakes(service)).toEqual([
      `${IGNORE}:0:12 There is no number-mismatch about “9” to ignore any more.`,
    ]);
  });

  test('a broken file is told, and what it ignored stays ignored', async () => {
    const { host, service } = setUp();
    const edits = changesOf(await offered(service)) as [CreateFile, TextDocumentEdit];
    const text = (edits[1].edits[0] as { newText: string }).newText;
    write(host, service, IGNORE, text);
    expect(await messages(service)).toEqual([]);
    write(host, service, IGNORE, text.slice(0, -3));
    expect(await messages(service)).toEqual([]);
    expect(await mistakes(service)).toHaveLength(1);
  });
});

describe('a citation is written in the style of the project', () => {
  const FACT = 'Lukashenko has pardoned 12|3 individuals.';
  const LINK = '[a b.txt, line 1](seeds/a%20b.txt#L1)';
  test.each([
    ['link', FACT, `Lukashenko has pardoned 123 individuals (${LINK}).`],
    ['key', FACT, 'Lukashenko has pardoned 123 individuals [@a-b, line 1].'],
    ['footnote', FACT, `Lukashenko has pardoned 123 individuals.[^a-b-1]\n\n[^a-b-1]: ${LINK}\n`],
    [
      'footnote',
      `Here.[^a-b-1] ${FACT}\n\n[^a-b-1]: ${LINK}\n`,
      `Here.[^a-b-1] Lukashenko has pardoned 123 individuals.[^a-b-1]\n\n[^a-b-1]: ${LINK}\n`,
    ],
    ['key', 'Lukashenko has pardoned 12|3 individuals [@a-b, line 1].', undefined],
    ['footnote', `Lukashenko has pardoned 12|3 individuals.[^a-b-1]\n\n[^a-b-1]: ${LINK}\n`, undefined],
  ])('%s: %j', async (citationStyle, draft, expected) => {
    const { service, uri, caret, edited } = written({
      'seeds/a b.txt': 'Lukashenko has pardoned 123 individuals.',
      'touchstone.json': JSON.stringify({ citationStyle }),
      'draft.md': draft,
    });
    const actions = await service.codeActions(uri, { start: caret, end: caret }, ['refactor']);
    const [action] = actions.filter(({ title }) => title.startsWith('Insert citation'));
    expect(action && edited(uri, editsOf(action))).toBe(expected);
  });
});

test('a hover cites the source by its own title and date', async () => {
  const source = '---\ntitle: Cats of *Minsk*\ndate: 2025-12-13\n---\n\n1 cat';
  const host = createMemoryHost({ 'seeds/a.md': source });
  const service = serviceOver(host);
  host.open(DRAFT, '1 cat');
  expect(await service.hover(DRAFT, { line: 0, character: 0 })).toMatchObject({
    contents: {
      value: expect.stringContaining(
        `“Cats of \\*Minsk\\*”, 2025-12-13 — [a.md, line 6](${ws('seeds/a.md')}#L6)`,
      ),
    },
  });
});

test('ignoring in this file puts the comment behind the front matter, or adds to the one there', async () => {
  const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
  const service = serviceOver(host);
  const after = async (text: string): Promise<string> => {
    host.open(DRAFT, text);
    const at = text.indexOf('2 cat');
    const line = text.slice(0, at).split('\n').length - 1;
    const caret = { line, character: 0 };
    const actions = await service.codeActions(DRAFT, { start: caret, end: caret }, undefined);
    const action = actions.find(({ title }) => title.endsWith('in this file')) as CodeAction;
    const [{ edits }] = changesOf(action) as [TextDocumentEdit];
    const [{ range, newText }] = edits as [
      {
        range: { start: { line: number; character: number }; end: { line: number; character: number } };
        newText: string;
      },
    ];
    const lines = text.split('\n');
    const offset = (p: { line: number; character: number }) =>
      lines.slice(0, p.line).join('\n').length + (p.line > 0 ? 1 : 0) + p.character;
    return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
  };
  expect(await after('2 cat')).toBe('<!-- touchstone-disable-file number-mismatch -->\n\n2 cat');
  expect(await after('---\na: 1\n---\n2 cat')).toBe(
    '---\na: 1\n---\n<!-- touchstone-disable-file number-mismatch -->\n\n2 cat',
  );
  expect(await after('<!-- touchstone-disable-file date-mismatch: why -->\n\n2 cat')).toBe(
    '<!-- touchstone-disable-file date-mismatch, number-mismatch: why -->\n\n2 cat',
  );
});
