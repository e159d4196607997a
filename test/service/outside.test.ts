import { describe, expect, test } from 'vitest';
import { globsInside, rebaseGlobs } from '../../server/src/service/sourceGlobs.ts';
import { createMemoryHost, serviceOver, ws } from './memoryHost.ts';

const WORKSPACE = ['file:///ws'];

test.each([
  ['file:///ws', 'seeds/*.txt', true],
  ['file:///ws/drafts', '../texts/*.txt', true],
  ['file:///ws/drafts', './../texts/*.txt', true],
  ['file:///ws/drafts', '../../other/*.txt', false],
  ['file:///ws/drafts', '../../ws/texts/*.txt', true],
  ['file:///ws', '../*.txt', false],
  ['file:///ws', '../../../../../x.txt', false],
  ['file:///ws', '/ws/texts/*.txt', true],
  ['file:///ws', '/srv/*.txt', false],
  ['file:///ws', '/**/*.txt', false],
  ['file:///ws', '/wsx/*.txt', false],
  ['file:///ws', 'c:/texts/*.txt', false],
  ['file:///ws', '!../*.txt', true],
])('in %s, %s stays inside: %s', (folder, glob, inside) => {
  expect(globsInside(folder, [glob], WORKSPACE).inside).toEqual(inside ? [glob] : []);
});

test('without a workspace folder only paths from the top lead out', () => {
  expect(globsInside('file:///a/b', ['../x/*.txt', '/srv/*.txt'], [])).toEqual({
    inside: ['../x/*.txt'],
    outside: ['/srv/*.txt'],
  });
});

test('globs from the top and from above are written for one folder', () => {
  expect(rebaseGlobs('file:///ws/a(b)', ['/srv/*.txt', '../x.txt', 'y.txt', '!/srv/old.txt'])).toEqual({
    base: 'file:///',
    globs: ['srv/*.txt', 'ws/x.txt', 'ws/a\\(b\\)/y.txt', '!srv/old.txt'],
  });
});

describe('sources outside the workspace', () => {
  const FILES = { 'seeds/a.txt': '1 cat' };
  const SETTING = { sources: ['seeds/*.txt', '../shared/*.txt', '/srv/*.txt'] };
  const REASON =
    '“../shared/*.txt”, “/srv/*.txt” lead out of the workspace and are not followed (setting touchstone.sourcesOutsideWorkspace)';

  const host = (settings: object) => {
    const memory = createMemoryHost(FILES);
    memory.files.set('file:///shared/b.txt', '2 dogs');
    memory.files.set('file:///srv/c.txt', '3 owls');
    memory.rawSettings = settings;
    memory.open(ws('draft.md'), '1 cat, 2 dogs, 3 owls');
    return memory;
  };

  test('are left out, and said to be', async () => {
    const memory = host(SETTING);
    const service = serviceOver(memory);
    expect(await service.diagnostics(ws('draft.md'))).toHaveLength(2);
    expect((await service.status()).settings).toEqual([`touchstone.sources: ${REASON}.`]);
    expect(memory.logged).toContain(`warning: Settings: touchstone.sources: ${REASON}.`);
    expect(memory.reads).toEqual([ws('seeds/a.txt')]);
  });

  test('are read where the setting says so, and watched', async () => {
    const service = serviceOver(host({ ...SETTING, sourcesOutsideWorkspace: true }));
    expect(await service.diagnostics(ws('draft.md'))).toEqual([]);
    expect(await service.watched()).toContainEqual({
      root: 'file:///',
      globs: ['ws/seeds/*.txt', 'shared/*.txt', 'srv/*.txt'],
    });
  });

  test('cannot be let in by the project itself', async () => {
    const memory = host({});
    memory.files.set(ws('touchstone.json'), JSON.stringify({ ...SETTING, sourcesOutsideWorkspace: true }));
    expect(await serviceOver(memory).diagnostics(ws('draft.md'))).toHaveLength(2);
  });

  test('named by a draft', async () => {
    const memory = host({});
    const draft = ws('own.md');
    memory.open(draft, '---\nsources: ["seeds/*.txt", "../shared/*.txt"]\n---\n\n1 cat, 2 dogs\n');
    const service = serviceOver(memory);
    expect(await service.diagnostics(draft)).toHaveLength(1);
    expect((await service.status()).problems).toEqual([
      {
        uri: draft,
        reason:
          'names sources: “../shared/*.txt” leads out of the workspace and is not followed (setting touchstone.sourcesOutsideWorkspace)',
      },
    ]);
  });
});
