import { describe, expect, test } from 'vitest';
import { readGitIgnore } from '../../server/src/server/gitIgnore.ts';

const FILE = [
  '# comment',
  '',
  '*.tmp',
  '/top.md',
  'old/',
  'docs/*.txt',
  'deep/**/x.md',
  '!keep.tmp',
  '\\#real.md',
  'space.md   ',
  'brace{1,2}.md',
].join('\r\n');

describe('a list of ignored files', () => {
  const says = readGitIgnore(FILE);
  test.each([
    ['a.tmp', false, true],
    ['in/side/a.tmp', false, true],
    ['keep.tmp', false, false],
    ['in/keep.tmp', false, false],
    ['top.md', false, true],
    ['in/top.md', false, undefined],
    ['old', true, true],
    ['in/old', true, true],
    ['old', false, undefined],
    ['docs/a.txt', false, true],
    ['in/docs/a.txt', false, undefined],
    ['docs/in/a.txt', false, undefined],
    ['deep/a/b/x.md', false, true],
    ['deep/x.md', false, true],
    ['#real.md', false, true],
    ['# comment', false, undefined],
    ['space.md', false, true],
    ['.hidden.tmp', false, true],
    ['brace1.md', false, undefined],
    ['brace{1,2}.md', false, true],
    ['other.md', false, undefined],
  ])('%s (folder: %s): %s', (path, isFolder, expected) => {
    expect(says(path, isFolder)).toBe(expected);
  });

  test.each(['', '/', '!', '[', '\\', '**', '***/[', '(((('])('odd lines do not throw: %j', (line) => {
    expect(() => readGitIgnore(line)('a/b', false)).not.toThrow();
  });
});
