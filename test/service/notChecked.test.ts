import { describe, expect, test } from 'vitest';
import type { NotChecked } from '../../server/src/service/notChecked.ts';
import { createMemoryHost, type MemoryHost, serviceOver, ws } from './memoryHost.ts';

const SEED = { 'seeds/a.txt': '1 cat' };

/** Why a document is not checked, as the status says it. */
async function whyNot(host: MemoryHost, uri: string): Promise<NotChecked | undefined> {
  const service = serviceOver(host);
  host.open(uri, '2 dogs');
  const why = await service.whyNotChecked(uri);
  const { state, notChecked } = await service.status();
  expect(notChecked).toEqual(why ? [why] : []);
  expect(state).not.toBe('reading');
  return why ?? undefined;
}

describe('a document that is not checked', () => {
  test('is named with the project file that does not call it a draft', async () => {
    const host = createMemoryHost({ ...SEED, 'touchstone.json': '{ "drafts": ["text/*.md"] }' });
    expect(await whyNot(host, ws('notes.md'))).toEqual({
      uri: ws('notes.md'),
      reason: 'notDraft',
      projectFile: ws('touchstone.json'),
    });
    expect(await whyNot(host, ws('text/a.md'))).toBeUndefined();
  });

  test('is named with the globs that no source matches', async () => {
    const host = createMemoryHost({});
    host.rawSettings = { sources: ['texts/*.txt'] };
    expect(await whyNot(host, ws('draft.md'))).toMatchObject({ reason: 'noSources', globs: ['texts/*.txt'] });
  });

  test('is said to lie where no folder has sources', async () => {
    const host = createMemoryHost(SEED);
    expect(await whyNot(host, 'file:///elsewhere/draft.md')).toMatchObject({ reason: 'noFolder' });
  });

  test('is said to be too large', async () => {
    const host = createMemoryHost(SEED);
    host.rawSettings = { maxSourceSize: 5 };
    expect(await whyNot(host, ws('draft.md'))).toMatchObject({ reason: 'tooLarge' });
  });

  test('is forgotten when it is closed, and when it is checked again', async () => {
    const host = createMemoryHost({});
    const service = serviceOver(host);
    host.open(ws('draft.md'), '2 dogs');
    expect(await service.whyNotChecked(ws('draft.md'))).toMatchObject({ reason: 'noSources' });
    host.files.set(ws('seeds/a.txt'), '1 cat');
    service.filesChanged([ws('seeds/a.txt')]);
    expect(await service.whyNotChecked(ws('draft.md'))).toBeNull();
    host.open(ws('seeds/a.md'), '');
    host.files.clear();
    service.readAgain();
    expect(await service.whyNotChecked(ws('draft.md'))).toMatchObject({ reason: 'noSources' });
    host.close(ws('draft.md'));
    service.documentClosed(ws('draft.md'));
    expect((await service.status()).notChecked).toEqual([]);
  });
});
