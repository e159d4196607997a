import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withEdits } from '../../server/src/cli/fixText.ts';
import { encodeLike } from '../../server/src/cli/writeFiles.ts';
import { decodeSource } from '../../server/src/sources/decode.ts';
import { type Folder, launcher, passingFolders } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge on May 4, 2024.\n';
const BAD = 'Clouds.\n\nThe rescue service brought **132 hikers** down from the ridge.\n';
const GOOD = BAD.replace('132', '123');

const make = passingFolders();

const bytes = (folder: Folder, file: string): Buffer => readFileSync(join(folder.path, file));

describe('--fix', () => {
  test('makes the fixes that need no choice, and reports what is left', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': `${BAD}\nA helicopter cost $4,870.\n` });
    const { code, out, error } = folder.run('check', 'draft.md', '--fix');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(bytes(folder, 'draft.md').toString()).toBe(`${GOOD}\nA helicopter cost $4,870.\n`);
    expect(out).toContain('information  not-in-sources');
    expect(out).not.toContain('number-mismatch');
    expect(out).toContain('1 note; 1 fixed.');
  });

  test('leaves a fix alone that needs a choice', () => {
    const draft = 'The service said: “We saw nothing at all like this before,” in a note.\n';
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': draft });
    const { code, out } = folder.run('check', 'draft.md', '--fix');
    expect(out).toContain('warning  quote-not-found');
    expect(code).toBe(1);
    expect(bytes(folder, 'draft.md').toString()).toBe(draft);
  });

  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${BAD}`), Buffer.from(`\ufeff${GOOD}`)],
    [
      'Windows line ends',
      Buffer.from(BAD.replaceAll('\n', '\r\n')),
      Buffer.from(GOOD.replaceAll('\n', '\r\n')),
    ],
    ['no last line end', Buffer.from(BAD.trimEnd()), Buffer.from(GOOD.trimEnd())],
    ['UTF-16', Buffer.from(`\ufeff${BAD}`, 'utf16le'), Buffer.from(`\ufeff${GOOD}`, 'utf16le')],
  ])('keeps %s', (_name, before, after) => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': before });
    expect(folder.run('check', 'draft.md', '--fix').code).toBe(0);
    expect(bytes(folder, 'draft.md')).toEqual(after);
  });

  test('keeps the mode, follows a link, leaves nothing beside the file, and a file without fixes alone', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'real/draft.md': BAD, 'clean.md': GOOD });
    chmodSync(join(folder.path, 'real/draft.md'), 0o640);
    symlinkSync('real/draft.md', join(folder.path, 'link.md'));
    const clean = statSync(join(folder.path, 'clean.md'));
    expect(folder.run('check', 'link.md', 'clean.md', '--fix').code).toBe(0);
    expect(lstatSync(join(folder.path, 'link.md')).isSymbolicLink()).toBe(true);
    expect(bytes(folder, 'real/draft.md').toString()).toBe(GOOD);
    expect(statSync(join(folder.path, 'real/draft.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder.path, 'real'))).toEqual(['draft.md']);
    expect(statSync(join(folder.path, 'clean.md')).ino).toBe(clean.ino);
  });

  test('a folder that cannot be written: 2, the file as it was, and its findings', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'locked/draft.md': BAD });
    chmodSync(folder.path, 0o755);
    chmodSync(join(folder.path, 'locked'), 0o555);
    // Modes do not bind a privileged user.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [launcher, 'check', 'locked/draft.md', '--fix'],
      { cwd: folder.path, encoding: 'utf8', ...nobody },
    );
    chmodSync(join(folder.path, 'locked'), 0o755);
    expect(stderr).toBe('touchstone: locked/draft.md cannot be written (EACCES), so it was left as it is.\n');
    expect(status).toBe(2);
    expect(stdout).toContain('error  number-mismatch');
    expect(bytes(folder, 'locked/draft.md').toString()).toBe(BAD);
    expect(readdirSync(join(folder.path, 'locked'))).toEqual(['draft.md']);
  });
});

describe('standard input', () => {
  const files = { 'seeds/ridge.txt': SOURCE };

  test('the draft stands where its name says', () => {
    const folder = make({ 'one/seeds/ridge.txt': SOURCE });
    const { code, out, error } = folder.runWith(BAD, 'check', '--stdin', '--stdin-filename', 'one/new.md');
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(out).toContain('one/new.md:3:30  error  number-mismatch');
  });

  test('front matter counts, and a name that ends in .txt is plain text', () => {
    const folder = make({ 'texts/ridge.txt': SOURCE });
    const draft = `---\nsources: [texts/ridge.txt]\n---\n\n${BAD}`;
    expect(folder.runWith(draft, 'check', '--stdin').code).toBe(1);
    expect(folder.runWith(draft, 'check', '--stdin', '--stdin-filename=new.txt').code).toBe(2);
  });

  test('with --fix the mended text goes to standard output, byte for byte, and the report to the other', () => {
    const { code, out, error } = make(files).runWith(BAD, 'check', '--stdin', '--fix');
    expect(code).toBe(0);
    expect(out).toBe(GOOD);
    expect(error).toContain('1 fixed.');
  });

  test.each([
    ['not a text', new Uint8Array([0, 1]), 'The draft on standard input is not a text file'],
    ['nothing', '', 'The draft on standard input is empty.'],
  ])('%s: 2', (_name, input, message) => {
    const { code, error } = make(files).runWith(input, 'check', '--stdin');
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe('the parts', () => {
  test('edits are made in any order and leave the rest alone', () => {
    const edits = [
      { start: 4, end: 5, newText: 'D' },
      { start: 0, end: 1, newText: '' },
      { start: 2, end: 2, newText: '-' },
    ];
    expect(withEdits('abcdef', edits)).toBe('b-cdDf');
  });

  test.each(['utf8', 'utf8 with a mark', 'utf16le', 'utf16be'])('a text survives %s', (encoding) => {
    const samples = {
      utf8: 'a',
      'utf8 with a mark': '\ufeffa',
    } as Readonly<Record<string, string>>;
    const before = samples[encoding]
      ? Buffer.from(samples[encoding])
      : encoding === 'utf16le'
        ? Buffer.from([0xff, 0xfe, 0x61, 0])
        : Buffer.from([0xfe, 0xff, 0, 0x61]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\u0000') && !text.startsWith('\ufeff'));
        expect(decodeSource(encodeLike(text, before), 1_000_000)).toEqual({ text });
      }),
    );
  });
});
