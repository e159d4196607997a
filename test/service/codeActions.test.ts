import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import * as engine from '../../server/src/engine.ts';
import { createMemoryHost, serviceOver, ws } from './memoryHost.ts';
import { editsOf, written } from './written.ts';

const SOURCE =
  'President Alexander Lukashenko has pardoned 123 individuals. The move was announced on December 13, 2025.\n\n' +
  'Opposition leader Maria Kolesnikova was freed. Kolesnikova said: "I am free at last."\n\n' +
  'Envoy John Coale described the talks as "very productive."\n';

async function actionsAt(draft: string, only?: readonly string[], path = 'draft.md', showDocument = false) {
  const { service, uri, caret, edited } = written({ 'seeds/a b.txt': SOURCE, [path]: draft }, undefined, {
    showDocument,
  });
  const actions = await service.codeActions(uri, { start: caret, end: caret }, only);
  const find = (title: string) => actions.find((action) => action.title.startsWith(title));
  return {
    titles: actions.map((action) => action.title),
    find,
    preferred: actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
    applied: (title: string) => edited(uri, editsOf(find(title) as CodeAction)),
  };
}

describe('the preferred fix', () => {
  test.each([
    ['the only one, safe or not', 'Then John Co|le described the talks.', ['Replace with “Coale”']],
    [
      'the source’s words rather than no marks',
      'Kolesnikova said: “I am fr|eed at last.”',
      ['Restore the source’s words'],
    ],
    ['none that only takes words away', 'He said: “No one in the whole wide world ca|me.”', []],
  ])('%s', async (_, draft, expected) => {
    expect((await actionsAt(draft)).preferred).toEqual(expected);
  });
});

describe('fix all', () => {
  const DRAFT = 'Lukashenko has pardoned 132 individuals.\n\nThe move was announced on December 14, 2025.\n';
  const open = (settings?: unknown) => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    host.rawSettings = settings;
    host.open(ws('draft.md'), DRAFT);
    return { host, service: serviceOver(host, { engine }) };
  };
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const newTexts = (actions: readonly CodeAction[]) =>
    actions.flatMap((action) => editsOf(action).map(({ newText }) => newText));

  test('as a quick fix on one of several findings', async () => {
    const { applied, titles } = await actionsAt(DRAFT.replace('132', '|132'));
    expect(titles).toContain('Fix all 2 findings in this file that need no choice');
    expect(applied('Fix all')).toBe(DRAFT.replace('132', '123').replace('14', '13'));
  });

  test('for a save: nothing but the edits, wherever the caret is', async () => {
    const { service } = open();
    await service.diagnostics(ws('draft.md'));
    for (const only of ['source', 'source.fixAll', 'source.fixAll.touchstone']) {
      const actions = await service.codeActions(ws('draft.md'), nowhere, [only]);
      expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.touchstone']);
      expect(newTexts(actions)).toEqual(['123', '13']);
    }
  });

  test('uses the last result and checks nothing: what was edited since waits', async () => {
    const { host, service } = open();
    await service.diagnostics(ws('draft.md'));
    host.open(ws('draft.md'), DRAFT.replace('132', '133').replace('Luka', 'Today Luka'));
    const actions = await service.codeActions(ws('draft.md'), nowhere, ['source.fixAll']);
    expect(newTexts(actions)).toEqual(['13']);
    expect(editsOf(actions[0] as CodeAction)[0]?.range).toEqual({
      start: { line: 2, character: 35 },
      end: { line: 2, character: 37 },
    });
    expect(actions[0]?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 2 } }]);
  });

  test('moves a fix behind the place that was edited', async () => {
    const { host, service } = open();
    await service.diagnostics(ws('draft.md'));
    host.open(ws('draft.md'), `New.\n\n${DRAFT}`);
    const actions = await service.codeActions(ws('draft.md'), nowhere, ['source.fixAll']);
    expect(editsOf(actions[0] as CodeAction).map(({ range }) => range.start)).toEqual([
      { line: 2, character: 24 },
      { line: 4, character: 35 },
    ]);
  });

  test('waits for no source that is still to be read', async () => {
    const { service } = open();
    expect(await service.codeActions(ws('draft.md'), nowhere, ['source.fixAll'])).toEqual([]);
  });
});

test('the source’s spelling goes into every form of the name, not into a quotation that agrees', async () => {
  const draft =
    'Maria Koles|nibova was freed. Kolesnibova’s friends met Kolesnibova. “I am free at last,” she said. A kolesnibova is none.';
  const { applied } = await actionsAt(draft);
  expect(applied('Use the source’s spelling “Kolesnikova” everywhere (3 places)')).toBe(
    'Maria Kolesnikova was freed. Kolesnikova’s friends met Kolesnikova. “I am free at last,” she said. A kolesnibova is none.',
  );
});

describe('a citation', () => {
  const LINK = '([a b.txt, line 1](seeds/a%20b.txt#L1))';
  test.each([
    [
      'Lukashenko has pardoned **12|3** individuals. More.',
      `Lukashenko has pardoned **123** individuals ${LINK}. More.`,
    ],
    ['Lukashenko has pardoned 12|3 individuals', `Lukashenko has pardoned 123 individuals ${LINK}`],
    [
      'Coale called the talks “very produ|ctive.” More.',
      'Coale called the talks “very productive.” ([a b.txt, line 5](seeds/a%20b.txt#L5)) More.',
    ],
  ])('in %j', async (draft, expected) => {
    const { applied } = await actionsAt(draft);
    expect(applied('Insert citation: a b.txt, line ')).toBe(expected);
  });

  test('from a draft in another folder', async () => {
    const { applied } = await actionsAt('He has pardoned 12|3 individuals.', undefined, 'one/two/draft.md');
    expect(applied('Insert citation')).toContain('](../../seeds/a%20b.txt#L1)');
  });

  test.each([
    ['once is enough', `Lukashenko has pardoned 12|3 individuals ${LINK}.`, 'draft.md'],
    ['nothing agrees', 'Lukashenko has pardoned 13|2 individuals.', 'draft.md'],
    ['plain text has no links', 'Lukashenko has pardoned 12|3 individuals.', 'draft.txt'],
  ])('is not offered where %s', async (_, draft, path) => {
    expect(
      (await actionsAt(draft, undefined, path)).titles.filter((title) => title.startsWith('Insert')),
    ).toEqual([]);
  });

  test('holds no fact to check', async () => {
    const { service, uri } = written({
      'seeds/a b.txt': SOURCE,
      'draft.md': `Lukashenko has pardoned 123 individuals ${LINK.replaceAll('1', '4')}.`,
    });
    expect((await service.diagnostics(uri)).map(({ message }) => message)).toEqual([]);
  });

  test('is all that a refactoring is', async () => {
    const { titles } = await actionsAt('Lukashenko has pardoned 12|3 individuals.', ['refactor']);
    expect(titles).toEqual(['Insert citation: a b.txt, line 1']);
  });
});

test('the page of the rule is offered to clients that can show it', async () => {
  const draft = 'Lukashenko has pardoned 13|2 individuals.';
  expect((await actionsAt(draft)).find('Show')).toBeUndefined();
  expect((await actionsAt(draft, undefined, 'draft.md', true)).find('Show')).toMatchObject({
    title: 'Show the page of number-mismatch',
    command: { command: 'touchstone.showRule', arguments: ['number-mismatch'] },
  });
});

test.each([
  ['number-mismatch', 'file:///rules/number-mismatch.md'],
  ['../../etc/passwd', undefined],
  [7, undefined],
])('the page of %j', (code, expected) => {
  expect(serviceOver(createMemoryHost({})).rulePage(code)).toBe(expected);
});
