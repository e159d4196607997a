import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Folder, makeFolder } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge. Two boats were lost.\n';
const BAD = 'The rescue service brought **132 hikers** down from the ridge.\n';
const OTHER = 'Three boats were lost.\n';

let folder: Folder;
afterEach(() => folder.remove());
const check = (...args: readonly string[]) =>
  folder.run('check', 'draft.md', '--baseline', 'known.json', ...args);

test('what the baseline knows is left out, wherever it moves; what is new is not', () => {
  folder = makeFolder({ 'seeds/s.txt': SOURCE, 'draft.md': BAD });
  expect(check('--update-baseline')).toMatchObject({
    code: 0,
    error: 'touchstone: known.json now knows 1 finding.\n',
  });
  const known = check();
  expect(known).toMatchObject({ code: 0, error: '' });
  expect(known.out).toContain('no findings; 1 known from the baseline.');
  folder.add({ 'draft.md': `Above.\n\n${BAD}\n${OTHER}` });
  const more = check('--format', 'json');
  expect(more.code).toBe(1);
  const [file] = JSON.parse(more.out).files;
  expect(file).toMatchObject({ known: 1, findings: [{ code: 'number-mismatch', text: 'Three' }] });
});

test('a finding is known as often as it stood there', () => {
  folder = makeFolder({ 'seeds/s.txt': SOURCE, 'draft.md': BAD });
  check('--update-baseline');
  folder.add({ 'draft.md': `${BAD}\n${BAD}` });
  expect(check().code).toBe(1);
});

test('what is mended is told, and goes with the next update', () => {
  folder = makeFolder({ 'seeds/s.txt': SOURCE, 'draft.md': `${BAD}\n${OTHER}` });
  check('--update-baseline');
  folder.add({ 'draft.md': OTHER });
  expect(check()).toMatchObject({
    code: 0,
    error:
      'touchstone: 1 finding of the baseline was not met in this run; --update-baseline takes out what is mended.\n',
  });
  check('--update-baseline');
  const { version, findings } = JSON.parse(readFileSync(join(folder.path, 'known.json'), 'utf8'));
  expect(version).toBe(1);
  expect(findings).toEqual([
    {
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      count: 1,
      rule: 'number-mismatch',
      file: 'draft.md',
      text: 'Three',
    },
  ]);
});

test.each([
  ['missing', {}, 'There is no baseline known.json.'],
  ['not JSON', { 'known.json': '{' }, 'The baseline known.json is not one that this version can read.'],
  [
    'of another version',
    { 'known.json': '{"version":9,"findings":[]}' },
    'not one that this version can read',
  ],
  [
    'without fingerprints',
    { 'known.json': '{"version":1,"findings":[{}]}' },
    'not one that this version can read',
  ],
])('a baseline that is %s is never a clean run', (_name, files, message) => {
  folder = makeFolder({ 'seeds/s.txt': SOURCE, 'draft.md': BAD, ...files });
  const { code, error } = check();
  expect(code).toBe(2);
  expect(error).toContain(message);
});

test('a run that was not whole writes none', () => {
  folder = makeFolder({ 'seeds/s.txt': SOURCE, 'seeds/empty.txt': '', 'draft.md': BAD });
  const { code, error } = check('--update-baseline');
  expect(code).toBe(2);
  expect(error).toContain('known.json was not written');
  expect(existsSync(join(folder.path, 'known.json'))).toBe(false);
});
