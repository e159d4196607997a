import { describe, expect, test } from 'vitest';
import type { InlayHintLabelPart } from 'vscode-languageserver-types';
import { ws } from './memoryHost.ts';
import { written } from './written.ts';

const SOURCE =
  'President Alexander Lukashenko has pardoned 123 individuals. The move was announced on December 13, 2025.\n\n' +
  'Opposition leader Maria Kolesnikova was freed.\n';
const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('code lenses', () => {
  const DRAFT =
    '# Pardons\n\nLukashenko has pardoned 132 individuals.\n\n## Later\n\nMaria Kolesnikova was freed. Ms Zyx Qwerty was not.\n\n## Nothing\n\nThey left.\n';
  const titles = async (files: Record<string, string>, settings?: unknown) => {
    const { service, uri } = written(files, settings);
    return (await service.codeLenses(uri)).map(({ range, command }) => [range.start.line, command?.title]);
  };

  test('of the sections of a draft', async () => {
    expect(await titles({ 'seeds/a.txt': SOURCE, 'draft.md': DRAFT }, { codeLens: true })).toEqual([
      [0, '4 facts: 2 agree, 1 differs, 1 not in any source'],
      [4, '2 facts: 1 agrees, 1 not in any source'],
    ]);
  });

  test('of the paragraphs of a source', async () => {
    const files = {
      'seeds/a.txt': `|${SOURCE}`,
      'draft.md': DRAFT,
      'two.md': 'He has pardoned 123 individuals.',
    };
    expect(await titles(files, { codeLens: true })).toEqual([
      [0, 'cited by 2 drafts'],
      [2, 'cited by 1 draft'],
    ]);
  });

  test('only where they are wanted', async () => {
    expect(await titles({ 'seeds/a.txt': SOURCE, 'draft.md': DRAFT })).toEqual([]);
  });
});

describe('inlay hints', () => {
  const hints = async (draft: string, settings: unknown, range = ALL) => {
    const { service, uri } = written({ 'seeds/a.txt': SOURCE, 'draft.md': draft }, settings);
    return (await service.inlayHints(uri, range)).map(({ position, label }) => [
      position.line,
      position.character,
      (label as InlayHintLabelPart[]).map(({ value }) => value).join(''),
    ]);
  };
  const DRAFT =
    'Lukashenko has pardoned 123 individuals. Maria Kolesnikova met Lukashenko. He ate 7 pies.\n\nIt was **132**.';

  test('name the places at the end of each sentence that agrees', async () => {
    expect(await hints(DRAFT, { inlayHints: true })).toEqual([
      [0, 40, 'a.txt:1'],
      [0, 74, 'a.txt:3, a.txt:1'],
    ]);
  });

  test('in the range that is shown, and only where they are wanted', async () => {
    expect(
      await hints(DRAFT, { inlayHints: true }, { start: { line: 1, character: 0 }, end: ALL.end }),
    ).toEqual([]);
    expect(await hints(DRAFT, undefined)).toEqual([]);
  });

  test('lead to the words of the source', async () => {
    const { service, uri, words } = written(
      { 'seeds/a.txt': SOURCE, 'draft.md': DRAFT },
      { inlayHints: true },
    );
    const [hint] = await service.inlayHints(uri, ALL);
    const [part] = (hint?.label ?? []) as InlayHintLabelPart[];
    expect(part?.location && words(part.location.uri, part.location.range)).toMatch(/Lukashenko/);
    expect(part?.tooltip).toContain('has pardoned 123 individuals');
  });
});

describe('semantic tokens', () => {
  test('say what the sources say', async () => {
    const draft = 'Lukashenko has pardoned **132** individuals.\nMs Zyx Qwerty left.';
    const { service, uri } = written({ 'seeds/a.txt': SOURCE, 'draft.md': draft }, { semanticTokens: true });
    expect((await service.semanticTokens(uri)).data).toEqual([
      ...[0, 0, 10, 0, 1],
      ...[0, 26, 3, 0, 2],
      ...[1, 3, 10, 0, 4],
    ]);
  });

  test('only where they are wanted', async () => {
    const { service, uri } = written({
      'seeds/a.txt': SOURCE,
      'draft.md': 'Lukashenko has pardoned 123 individuals.',
    });
    expect((await service.semanticTokens(uri)).data).toEqual([]);
  });
});

describe('links', () => {
  test.each([
    [
      'as Touchstone writes places',
      'He did (a b.txt, line 3; x.md:12).',
      ['a b.txt, line 3 → seeds/a%20b.txt#L3', 'x.md:12 → seeds/x.md#L12'],
    ],
    ['not of other files', 'He did (ta b.txt:1; b.txt:1; y.md:2; x.md 2).', []],
    ['not of what is a link already', '[x.md, line 3](seeds/x.md#L3)', []],
    ['not of a line number beyond all lines', 'x.md:123456789', []],
  ])('%s', async (_, draft, expected) => {
    const { service, uri, words } = written({
      'seeds/a b.txt': SOURCE,
      'seeds/x.md': SOURCE,
      'draft.txt': `|${draft}`,
    });
    const links = await service.documentLinks(uri);
    expect(
      links.map(({ range, target }) => `${words(uri, range)} → ${target?.slice(ws('').length)}`),
    ).toEqual(expected);
  });
});

describe('rename', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'by the full name, each form keeps its form',
      '**Maria** Kolesni|kova was freed. Kolesnikova’s friends met Maria Kolesnikova.',
      'Marta Smith',
      '**Marta** Smith was freed. Smith’s friends met Marta Smith.',
    ],
    [
      'by the surname',
      'Maria Kolesnikova was freed. Kolesni|kova spoke.',
      'Smith',
      'Maria Smith was freed. Smith spoke.',
    ],
    [
      'to a surname of two words',
      'Maria Kolesnikova was freed. Kolesni|kova spoke.',
      'van Dyck',
      'Maria van Dyck was freed. van Dyck spoke.',
    ],
    [
      'to a full name of more words',
      'Maria Kolesni|kova was freed. Kolesnikova spoke.',
      'Maria Anna Smith',
      'Maria Anna Smith was freed. Smith spoke.',
    ],
    ['to the same', 'Maria Kolesni|kova was freed.', ' Maria  Kolesnikova ', 'Maria Kolesnikova was freed.'],
  ];
  test.each(cases)('%s', async (_, draft, newName, expected) => {
    const { service, uri, caret, edited } = written({ 'seeds/a.txt': SOURCE, 'draft.md': draft });
    const edit = await service.rename(uri, caret, newName);
    const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
    expect(edited(uri, edits as Parameters<typeof edited>[1])).toBe(expected);
  });

  test('is offered on a name of a draft only', async () => {
    const place = async (files: Record<string, string>) => {
      const { service, uri, caret } = written(files);
      return service.prepareRename(uri, caret);
    };
    expect(await place({ 'seeds/a.txt': SOURCE, 'draft.md': 'Then Maria Kolesni|kova left.' })).toEqual({
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 22 } },
      placeholder: 'Maria Kolesnikova',
    });
    expect(await place({ 'seeds/a.txt': SOURCE, 'draft.md': 'Then she le|ft.' })).toBeNull();
    expect(await place({ 'seeds/a.txt': SOURCE.replace('Kolesni', 'Kolesni|') })).toBeNull();
  });

  test('to nothing changes nothing', async () => {
    const { service, uri, caret } = written({
      'seeds/a.txt': SOURCE,
      'draft.md': 'Maria Kolesni|kova left.',
    });
    expect(await service.rename(uri, caret, '  ')).toBeNull();
  });
});
