import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { findFiles } from '../../server/src/server/findFiles.ts';
import { nodeFiles } from '../../server/src/server/nodeFiles.ts';
import { createMatcher, globBase } from '../../server/src/service/sourceGlobs.ts';

const { readFile, isFolder } = nodeFiles;
let root = '';
const uri = (path = ''): string => URI.file(join(root, path)).toString();

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'touchstone files '));
  mkdirSync(join(root, 'seeds/deep'), { recursive: true });
  mkdirSync(join(root, 'seeds/node_modules'));
  mkdirSync(join(root, 'elsewhere'));
  mkdirSync(join(root, '.notes/.deep'), { recursive: true });
  for (const path of [
    'seeds/a.txt',
    'seeds/b.html',
    'seeds/deep/ü 1.md',
    'seeds/node_modules/c.txt',
    'elsewhere/d.txt',
    '.notes/e.txt',
    '.notes/.deep/f.txt',
  ]) {
    writeFileSync(join(root, path), path);
  }
  symlinkSync(join(root, 'seeds'), join(root, 'seeds/deep/loop'));
  symlinkSync(join(root, 'elsewhere'), join(root, 'seeds/link'));
  symlinkSync(join(root, 'nowhere'), join(root, 'seeds/broken.txt'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('ignored files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'touchstone ignored '));
    for (const path of ['seeds/old', 'drafts', 'out']) mkdirSync(join(folder, path), { recursive: true });
    const texts = [
      'seeds/a.md',
      'seeds/old/b.md',
      'seeds/old/keep.md',
      'drafts/c.md',
      'drafts/x.tmp.md',
      'out/d.md',
    ];
    for (const path of texts) writeFileSync(join(folder, path), path);
    writeFileSync(join(folder, '.gitignore'), 'seeds/\nout/\n*.tmp.md\n');
    writeFileSync(join(folder, 'seeds/.gitignore'), 'old/*\n!old/keep.md\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const names = async (...globs: string[]) => {
    const found = await findFiles(nodeFiles, URI.file(folder).toString(), globs, 99);
    return found.uris.map((each) => decodeURIComponent(each).slice(URI.file(folder).path.length + 8));
  };

  test('are passed over', async () => {
    expect(await names('**/*.md')).toEqual(['drafts/c.md']);
  });

  test('but not the folder that a glob names; the list in it counts', async () => {
    expect(await names('seeds/**/*.md')).toEqual(['seeds/a.md', 'seeds/old/keep.md']);
    expect(await names('seeds/**/*.md', '**/*.md')).toEqual(['drafts/c.md']);
  });
});

describe('findFiles', () => {
  const names = async (globs: string[], limit = 10) =>
    (await findFiles(nodeFiles, uri(), globs, limit)).uris.map((found) =>
      decodeURIComponent(found.slice(uri().length + 1)),
    );

  test('follows links, enters each folder once, and lists links that lead nowhere', async () => {
    expect(await names(['seeds/**/*.{txt,md,markdown}'])).toEqual([
      'seeds/a.txt',
      'seeds/broken.txt',
      'seeds/deep/ü 1.md',
      'seeds/link/d.txt',
    ]);
  });
  test('enters a hidden folder only where the glob names it', async () => {
    expect(await names(['.notes/**/*.txt'])).toEqual(['.notes/e.txt']);
    expect(await names(['**/e.txt'])).toEqual([]);
  });
  test('takes out what an exclamation mark names', async () => {
    expect(await names(['./seeds/*.txt', '!seeds/br*'])).toEqual(['seeds/a.txt']);
  });
  test('stops at the limit and says so', async () => {
    const found = await findFiles(nodeFiles, uri(), ['**/*.txt'], 1);
    expect([found.uris.length, found.truncated]).toEqual([1, true]);
  });
  test.each([['../**/*.txt'], ['/etc/*'], [''], ['nothing/**']])('finds nothing for %j', async (glob) => {
    expect(await names([glob])).toEqual([]);
  });
  test('finds nothing in a folder that is not on the disk', async () => {
    expect((await findFiles(nodeFiles, 'vscode-vfs://host/ws', ['**/*.txt'], 9)).uris).toEqual([]);
  });
});

describe('readFile', () => {
  test('gives the bytes', async () => {
    expect(await readFile(uri('seeds/a.txt'), 100)).toEqual({ bytes: Buffer.from('seeds/a.txt') });
  });
  test.each([
    ['seeds', 100, 'is a folder'],
    ['seeds/a.txt', 5, 'is larger than 5 bytes (setting touchstone.maxSourceSize)'],
  ])('says why there are none: %s', async (path, limit, problem) => {
    expect(await readFile(uri(path), limit)).toEqual({ problem });
  });
  test('says that a file is not there', async () => {
    const nothing = { problem: 'is not there any more', missing: true };
    expect(await readFile(uri('seeds/broken.txt'), 100)).toEqual(nothing);
    expect(await readFile(uri('seeds/a.txt/b'), 100)).toMatchObject({ missing: true });
  });
  test.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    writeFileSync(join(root, 'secret.txt'), 'x');
    chmodSync(join(root, 'secret.txt'), 0);
    expect(await readFile(uri('secret.txt'), 100)).toEqual({ problem: 'cannot be read: permission denied' });
  });
  test('says that a file is not on the disk', async () => {
    expect(await readFile('vscode-vfs://host/a.txt', 100)).toEqual({
      problem: "is not on this machine's disk (vscode-vfs:)",
    });
  });
});

test('isFolder', async () => {
  expect(await Promise.all(['seeds', 'seeds/a.txt', 'no'].map((path) => isFolder(uri(path))))).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['seeds/**/*.md', 'seeds'],
  ['**/*.md', ''],
  ['a/b/c.txt', 'a/b'],
  ['./a/*', 'a'],
  ['*.txt', ''],
])('fixed folder of %s', (glob, base) => expect(globBase(glob)).toBe(base));

test.each([
  [['seeds/**/*.{txt,md}'], 'seeds/x/y.md', true],
  [['seeds/**/*.{txt,md}'], 'seeds/y.html', false],
  [['seeds/**', '!seeds/old/**'], 'seeds/old/a.txt', false],
  [['!seeds/**'], 'a.txt', false],
  [['[', 'a.txt'], 'a.txt', true],
])('%j has %s: %s', (globs, path, expected) => expect(createMatcher(globs)(path)).toBe(expected));
