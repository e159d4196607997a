import { beforeEach, describe, expect, test } from 'vitest';
import * as engine from '../../server/src/engine.ts';
import type { Engine } from '../../server/src/service/engine.ts';
import { Cancelled } from '../../server/src/service/workspaceHost.ts';
import { createMemoryHost, type MemoryHost, serviceOver, ws } from './memoryHost.ts';

const SOURCE = 'Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n';
const SAYING = (count: number): string => `Lukashenko has pardoned ${count} individuals.\n`;
const URI = ws('seeds/a.txt');
/** On "123" in the source. */
const FACT = { line: 0, character: 25 };

/** Drafts that were checked, in order. */
const checked: string[] = [];
const counting: Engine = {
  ...engine,
  checkDraft(draft, index, options, hooks) {
    checked.push(draft.prose.uri);
    return engine.checkDraft(draft, index, options, hooks);
  },
};
beforeEach(() => {
  checked.length = 0;
});

const begin = (files: Readonly<Record<string, string>>) => {
  const host: MemoryHost = createMemoryHost({ 'seeds/a.txt': SOURCE, ...files });
  host.rawSettings = { codeLens: true };
  const service = serviceOver(host, { engine: counting });
  host.open(URI, SOURCE, 'plaintext');
  const references = async (): Promise<string[]> =>
    (await service.references(URI, FACT, false)).map(({ uri }) => uri.slice('file:///ws/'.length));
  const lens = async (): Promise<unknown> => (await service.codeLenses(URI))[0]?.command?.title;
  return { host, service, references, lens };
};

describe('drafts that are not open', () => {
  test('are found with those that are, and counted', async () => {
    const { host, references, lens } = begin({
      'b.md': SAYING(123),
      'deep/c.txt': SAYING(132),
      'd.md': 'Nothing.\n',
      'node_modules/x/e.md': SAYING(123),
    });
    host.open(ws('z.md'), SAYING(123));
    expect(await references()).toEqual(['z.md', 'b.md', 'deep/c.txt']);
    expect(await lens()).toBe('cited by 3 drafts');
  });

  test('are checked again only when they or the sources have changed', async () => {
    const { host, service, references } = begin({ 'b.md': SAYING(123), 'c.md': SAYING(132) });
    await references();
    expect(await references()).toEqual(['b.md', 'c.md']);
    expect(checked).toEqual([ws('b.md'), ws('c.md')]);
    host.files.set(ws('b.md'), 'Nothing.\n');
    expect(await references()).toEqual(['c.md']);
    expect(checked.slice(2)).toEqual([ws('b.md')]);
    host.open(URI, `${SOURCE}\nMore.\n`, 'plaintext');
    service.documentChanged(URI);
    await references();
    expect(checked.slice(3)).toEqual([ws('b.md'), ws('c.md')]);
  });

  test('count as they stand in the editor while they are open, and leave when they are deleted', async () => {
    const { host, references } = begin({ 'b.md': SAYING(123) });
    host.open(ws('b.md'), 'Nothing.\n');
    expect(await references()).toEqual([]);
    host.close(ws('b.md'));
    expect(await references()).toEqual(['b.md']);
    host.files.delete(ws('b.md'));
    expect(await references()).toEqual([]);
  });

  test('that name the source themselves are among them', async () => {
    const { references } = begin({ 'b.md': `---\nsources: seeds/a.txt\n---\n\n${SAYING(123)}` });
    expect(await references()).toEqual(['b.md']);
  });

  test('are not those of a project of its own', async () => {
    const { references } = begin({
      'sub/touchstone.json': '{ "sources": ["*.txt"] }',
      'sub/s.txt': SOURCE,
      'sub/b.md': SAYING(123),
      'c.md': SAYING(123),
    });
    expect(await references()).toEqual(['c.md']);
  });

  test('are left when the request is cancelled', async () => {
    const { host, service } = begin({ 'b.md': SAYING(123), 'c.md': SAYING(123), 'd.md': SAYING(123) });
    host.close(URI);
    host.open(URI, SOURCE, 'plaintext');
    const token = {
      get isCancellationRequested() {
        return checked.length >= 2;
      },
    };
    await expect(service.references(URI, FACT, false, token)).rejects.toThrow(Cancelled);
    expect(checked).toEqual([ws('b.md'), ws('c.md')]);
  });
});
