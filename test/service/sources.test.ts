import { beforeEach, describe, expect, test } from 'vitest';
import { fakeEngine } from './fakeEngine.ts';
import { createMemoryHost, serviceOver, ws } from './memoryHost.ts';

const DRAFT = ws('draft.md');
const SOURCE = ws('seeds/a.txt');

beforeEach(() => {
  fakeEngine.analysed.length = 0;
});

const messages = async (service: ReturnType<typeof serviceOver>, uri = DRAFT): Promise<string[]> =>
  (await service.diagnostics(uri)).map(({ message }) => String(message));

describe('what is read', () => {
  test('each source once, however often a draft is checked', async () => {
    const host = createMemoryHost({
      'seeds/a.txt': '1 cat',
      'seeds/deep/b.md': '2 dogs',
      'other/c.txt': '3 birds',
    });
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    await messages(service);
    host.open(DRAFT, '3 dogs, 3 birds');
    expect(await messages(service)).toEqual(['2, not 3', '3 is not in any source']);
    expect(host.reads).toEqual([SOURCE, ws('seeds/deep/b.md')]);
    expect(fakeEngine.analysed.filter((uri) => uri !== DRAFT)).toEqual([SOURCE, ws('seeds/deep/b.md')]);
  });

  test('only the changed file after a change on disk, and only if its text differs', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'seeds/b.txt': '2 dogs' });
    const service = serviceOver(host);
    host.open(DRAFT, '1 cat');
    const before = await service.diagnosticReport(DRAFT, undefined);
    expect(service.filesChanged([SOURCE])).toBe(true);
    expect(await service.diagnosticReport(DRAFT, before.resultId)).toMatchObject({ kind: 'unchanged' });
    host.files.set(SOURCE, '5 cat');
    service.filesChanged([SOURCE]);
    expect(await service.diagnosticReport(DRAFT, before.resultId)).toMatchObject({ kind: 'full' });
    expect(await messages(service)).toEqual(['5, not 1']);
    expect(host.reads.filter((uri) => uri !== SOURCE)).toEqual([ws('seeds/b.txt')]);
  });

  test('new and deleted files and folders', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    const service = serviceOver(host);
    host.open(DRAFT, '1 cat, 2 dogs');
    expect(await messages(service)).toEqual(['2 is not in any source']);
    host.files.set(ws('seeds/new/b.txt'), '2 dogs');
    expect(service.filesChanged([ws('seeds/new')])).toBe(true);
    expect(await messages(service)).toEqual([]);
    host.files.delete(SOURCE);
    service.filesChanged([SOURCE]);
    expect(await messages(service)).toEqual(['1 is not in any source']);
    expect(service.filesChanged([ws('notes.txt')])).toBe(false);
  });

  test('an open source before the one on disk, until it is closed', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    const service = serviceOver(host);
    host.open(DRAFT, '1 cat');
    await messages(service);
    host.open(SOURCE, '2 cat', 'plaintext');
    expect(service.documentChanged(SOURCE)).toBe(true);
    expect(await messages(service)).toEqual(['2, not 1']);
    host.close(SOURCE);
    expect(service.documentClosed(SOURCE)).toBe(true);
    expect(await messages(service)).toEqual([]);
  });

  test('a change that arrives while the sources are read is not lost', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    const reading = messages(service);
    const { readFile } = host;
    host.readFile = async (uri, size) => {
      const content = await readFile(uri, size);
      host.files.set(SOURCE, '2 cat');
      host.readFile = readFile;
      service.filesChanged([SOURCE]);
      return content;
    };
    expect(await reading).toEqual([]);
  });
});

test('each folder has its own sources and settings', async () => {
  const host = createMemoryHost({ 'one/seeds/a.txt': '1 cat', 'two/facts/a.txt': '2 cat' });
  host.folderUris = [ws('one'), ws('two')];
  host.settings = async (folder) => (folder === ws('two') ? { sources: ['facts/*'] } : {});
  const service = serviceOver(host);
  host.open(ws('one/draft.md'), '2 cat');
  host.open(ws('two/draft.md'), '1 cat');
  expect(await messages(service, ws('one/draft.md'))).toEqual(['1, not 2']);
  expect(await messages(service, ws('two/draft.md'))).toEqual(['2, not 1']);
  expect((await service.watched()).map(({ globs }) => globs)).toEqual([
    ['seeds/**/*.{txt,md,markdown}', '**/{touchstone.json,.touchstoneignore.json,.gitignore,*.ticks}'],
    ['facts/*', '**/{touchstone.json,.touchstoneignore.json,.gitignore,*.ticks}'],
  ]);
  host.folderUris = [ws('two')];
  service.foldersChanged();
  expect(await messages(service, ws('two/draft.md'))).toEqual(['2, not 1']);
  expect(await service.status()).toMatchObject({ sources: 1 });
});

test('the status says that sources are being read until they are', async () => {
  const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
  const service = serviceOver(host);
  host.open(DRAFT, '2 cat');
  const reading = messages(service);
  expect((await service.status()).state).toBe('reading');
  await reading;
  expect((await service.status()).state).toBe('ready');
  host.files.clear();
  service.filesChanged([SOURCE]);
  await messages(service);
  expect((await service.status()).state).toBe('noSources');
});

test('a source whose file is deleted is none any more, though its text stays open, until someone types into it', async () => {
  const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'seeds/b.txt': '7 owls' });
  const service = serviceOver(host);
  host.open(DRAFT, '2 cat');
  host.open(SOURCE, '1 cat', 'plaintext');
  expect(await messages(service)).toEqual(['1, not 2']);
  host.files.delete(SOURCE);
  service.filesChanged([SOURCE]);
  expect(await messages(service)).not.toContain('1, not 2');
  host.open(SOURCE, '3 cat', 'plaintext');
  service.documentChanged(SOURCE);
  expect(await messages(service)).toEqual(['3, not 2']);
  // Made, opened and deleted again before anybody looked.
  host.open(ws('seeds/c.txt'), '5 cat', 'plaintext');
  service.filesChanged([ws('seeds/c.txt')]);
  expect(await messages(service)).toEqual(['3, not 2']);
});

describe('what is a draft', () => {
  test('not a source: there only its own inconsistency is shown', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'seeds/b.txt': '9 cat, 3 odd' });
    host.open(ws('seeds/b.txt'), '9 cat, 3 odd', 'plaintext');
    expect(await messages(serviceOver(host), ws('seeds/b.txt'))).toEqual(['odd']);
  });

  test('an untitled document, checked against the first folder', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    host.open('untitled:Untitled-1', '2 cat');
    expect(await messages(serviceOver(host), 'untitled:Untitled-1')).toEqual(['1, not 2']);
  });

  test('a file in no workspace folder, checked against the nearest seeds above it', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'book/seeds/a.txt': '3 cat' });
    host.folderUris = [];
    const uri = ws('book/part/draft.md');
    host.open(uri, '1 cat');
    expect(await messages(serviceOver(host), uri)).toEqual(['3, not 1']);
  });

  test('not code, and nothing where there are no sources', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    host.open(ws('x.py'), '2 cat', 'python');
    host.open('file:///elsewhere/draft.md', '2 cat');
    const service = serviceOver(host);
    expect(await messages(service, ws('x.py'))).toEqual([]);
    expect(await messages(service, 'file:///elsewhere/draft.md')).toEqual([]);
    expect(await messages(service, ws('not-open.md'))).toEqual([]);
  });
});

describe('bad input', () => {
  test('skipped sources are named with the reason, in the status and once in the log', async () => {
    const host = createMemoryHost({
      'seeds/a.txt': '1 cat',
      'seeds/empty.txt': ' \n',
      'seeds/image.txt': new Uint8Array([137, 80, 0, 1]),
      'seeds/latin.txt': new Uint8Array([99, 233, 99]),
      'seeds/large.txt': 'x'.repeat(2000),
    });
    host.rawSettings = { maxSourceSize: 1000 };
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    expect(await messages(service)).toEqual(['1, not 2']);
    const { problems, sources, state } = await service.status();
    expect({ sources, state }).toEqual({ sources: 1, state: 'ready' });
    expect(problems.map(({ uri, reason }) => `${uri.split('/').at(-1)} ${reason}`)).toEqual([
      'empty.txt is empty',
      'image.txt is not a text file (it contains NUL bytes)',
      'large.txt is larger than the limit (2 KB, the limit is 1 KB)',
      'latin.txt is not valid UTF-8 text (save it as UTF-8)',
    ]);
    service.filesChanged([SOURCE]);
    await messages(service);
    expect(host.logged.filter((line) => line.includes('image.txt'))).toHaveLength(1);
  });

  test('a broken setting falls back and is named', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    host.rawSettings = { sources: 'seeds', run: 'never', rules: { 'number-mismatch': 'loud' } };
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    expect(await messages(service)).toEqual(['1, not 2']);
    expect((await service.status()).settings).toHaveLength(3);
    expect(host.logged.filter((line) => line.startsWith('warning: Settings: touchstone.'))).toHaveLength(3);
  });

  test('settings that change take effect', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'facts/b.txt': '2 cat' });
    const service = serviceOver(host);
    host.open(DRAFT, '2 cat');
    expect(await messages(service)).toEqual(['1, not 2']);
    host.rawSettings = { rules: { 'number-mismatch': 'off' } };
    service.settingsChanged();
    expect(await messages(service)).toEqual([]);
    host.rawSettings = { sources: ['facts/**', '!facts/x/**'] };
    service.settingsChanged();
    expect(await messages(service)).toEqual([]);
  });

  test('a fault in a feature is logged once and answered with nothing', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    const service = serviceOver(host);
    host.open(DRAFT, '1 boom');
    expect(await messages(service)).toEqual([]);
    expect(await messages(service)).toEqual([]);
    expect(await service.hover(DRAFT, { line: 0, character: 0 })).toBeNull();
    expect(
      host.logged.filter((line) => line.startsWith('error: Fault in diagnostics: Error: boom')),
    ).toHaveLength(1);
  });
});

test('all drafts are checked, open or not, sources are not', async () => {
  const host = createMemoryHost({
    'seeds/a.txt': '1 cat',
    'one.md': '2 cat',
    'two.txt': '1 cat',
    'blank.md': '',
    'raw.txt': new Uint8Array([0, 1]),
    'node_modules/x/readme.md': '5 cat',
  });
  host.open(ws('one.md'), '3 cat');
  const seen: string[] = [];
  const result = await serviceOver(host).checkAll((done, total, uri) => seen.push(`${done}/${total} ${uri}`));
  expect(
    result.files.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ message }) => String(message))]),
  ).toEqual([
    [ws('one.md'), ['1, not 3']],
    [ws('two.txt'), []],
  ]);
  expect(result.problems.map(({ uri }) => uri)).toEqual([ws('raw.txt')]);
  expect(seen[0]).toBe(`0/4 ${ws('blank.md')}`);
});

test('a source in another language is left out and named', async () => {
  const host = createMemoryHost({ 'seeds/a.txt': '1 cat', 'seeds/b.md': '---\nlanguage: de\n---\n\n5 cat' });
  const service = serviceOver(host);
  host.open(DRAFT, '5 cat');
  expect(await messages(service)).toEqual(['1, not 5']);
  expect((await service.status()).problems).toEqual([
    {
      uri: ws('seeds/b.md'),
      reason: 'is in another language (“de”): only English is read, and nothing is checked against it',
    },
  ]);
});
