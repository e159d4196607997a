import { describe, expect, test } from 'vitest';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { ws } from './memoryHost.ts';
import { written } from './written.ts';

const SOURCE =
  'President Alexander Lukashenko has pardoned 123 individuals. The move was announced on December 13, 2025.\n\n' +
  'John Coale said: "The talks were very productive." Lukashenko freed 52 prisoners in June.\n';
const DRAFT = 'Lukashenko pardoned **132** individuals. Later Lukashenko spoke.\n';
const OTHER = 'In all, Lukashenko has pardoned 123 individuals. Ms Zyx Qwerty was 7.\n';

describe('references', () => {
  const caretAt = (text: string, words: string) => text.replace(words, `|${words}`);
  const cases: readonly (readonly [string, Record<string, string>, boolean, readonly string[]])[] = [
    [
      'from a number of a source to every draft that uses it, right or wrong',
      { 'seeds/a.txt': caretAt(SOURCE, '123'), 'draft.md': DRAFT, 'other.txt': OTHER },
      false,
      ['draft.md: 132', 'other.txt: 123'],
    ],
    [
      'from a name of a source to every place that means it',
      { 'seeds/a.txt': caretAt(SOURCE, 'Lukashenko freed'), 'draft.md': DRAFT, 'other.txt': OTHER },
      false,
      ['draft.md: Lukashenko', 'draft.md: Lukashenko', 'other.txt: Lukashenko'],
    ],
    [
      'from any word of a source to a quotation of it',
      {
        'seeds/a.txt': caretAt(SOURCE, 'very productive'),
        'draft.md': 'Coale said the talks were “very productive.”\n',
      },
      false,
      ['draft.md: very productive.'],
    ],
    [
      'from a value of a draft to its other uses and the words of the source',
      { 'seeds/a.txt': SOURCE, 'draft.md': caretAt(DRAFT, '132'), 'other.txt': OTHER },
      true,
      ['draft.md: 132', 'other.txt: 123', 'seeds/a.txt: 123'],
    ],
    [
      'from a fact of no source to the same words elsewhere',
      {
        'seeds/a.txt': SOURCE,
        'draft.md': 'Ms Zyx |Qwerty came. Ms Zyx Qwerty left.\n',
      },
      true,
      ['draft.md: Zyx Qwerty', 'draft.md: Zyx Qwerty'],
    ],
    ['from a fact that nobody uses', { 'seeds/a.txt': caretAt(SOURCE, '52'), 'draft.md': DRAFT }, true, []],
    ['from plain words', { 'seeds/a.txt': SOURCE, 'draft.md': 'They |spoke for a while.\n' }, true, []],
  ];
  test.each(cases)('%s', async (_, files, declaration, expected) => {
    const { service, uri, caret, show } = written(files);
    expect(show(await service.references(uri, caret, declaration))).toEqual(expected);
  });
});

describe('highlights', () => {
  test.each([
    [
      'a name in all its forms',
      '|Lukashenko met Coale. Alexander Lukashenko spoke.',
      ['Lukashenko', 'Alexander Lukashenko'],
    ],
    [
      'a value of the draft',
      'He pardoned |132 individuals. Those 132 pardoned individuals left.',
      ['132', '132'],
    ],
    ['nothing for a plain word, so that the editor marks it', 'They |spoke. They spoke.', undefined],
  ])('%s', async (_, draft, expected) => {
    const { service, uri, caret, words } = written({ 'seeds/a.txt': SOURCE, 'draft.md': draft });
    const places = await service.documentHighlights(uri, caret);
    expect(places?.map(({ range }) => words(uri, range))).toEqual(expected);
  });

  test('an amount of a source, however it is written', async () => {
    const source = 'It cost $|1.5 million. The $1,500,000 was paid. It took 1.5 hours.';
    const { service, uri, caret, words } = written({ 'seeds/a.txt': source });
    const places = await service.documentHighlights(uri, caret);
    expect(places?.map(({ range }) => words(uri, range))).toEqual(['$1.5 million', '$1,500,000']);
  });
});

describe('symbols', () => {
  test('the facts of a source by paragraph', async () => {
    const { service, uri } = written({ 'seeds/a.txt': `|${SOURCE}` });
    const symbols = (await service.documentSymbols(uri)) as DocumentSymbol[];
    expect(symbols.map(({ name, children }) => [name, children?.map((each) => each.name)])).toEqual([
      [
        'President Alexander Lukashenko has pardoned 123 individuals.',
        ['Alexander Lukashenko', '123 individuals', 'December 13, 2025'],
      ],
      [
        'John Coale said: "The talks were very productive."',
        ['John Coale', '"The talks were very productive."', 'Lukashenko', '52 prisoners', 'June'],
      ],
    ]);
    expect(symbols[0]?.children?.map(({ kind }) => kind)).toEqual([
      SymbolKind.Object,
      SymbolKind.Number,
      SymbolKind.Event,
    ]);
    for (const { range, selectionRange, children = [] } of symbols) {
      expect(selectionRange.start).toEqual(range.start);
      for (const child of children) expect(child.range.start.line).toBe(range.start.line);
    }
  });

  test('as a list for clients that know no tree, and none for a draft', async () => {
    const flat = written({ 'seeds/a.txt': '|He met 123 people.' }, undefined, { symbolTree: false });
    expect(await flat.service.documentSymbols(flat.uri)).toEqual([
      {
        name: '123 people',
        kind: SymbolKind.Number,
        containerName: 'He met 123 people.',
        location: {
          uri: flat.uri,
          range: { start: { line: 0, character: 7 }, end: { line: 0, character: 10 } },
        },
      },
    ]);
    const draft = written({ 'seeds/a.txt': SOURCE, 'draft.md': 'He met |123 people.' });
    expect(await draft.service.documentSymbols(draft.uri)).toEqual([]);
  });

  test.each([
    ['123', ['a.txt 123 individuals']],
    ['lukash', ['a.txt Alexander Lukashenko', 'a.txt Lukashenko', 'b.md Lukashenko']],
    ['LUKA alex', ['a.txt Alexander Lukashenko']],
    ['no such thing', []],
  ])('of the workspace for %j', async (query, expected) => {
    const { service } = written({ 'seeds/a.txt': SOURCE, 'seeds/b.md': '# Lukashenko', 'draft.md': '' });
    const symbols = await service.workspaceSymbols(query);
    expect(symbols.map(({ name, containerName }) => `${containerName} ${name}`)).toEqual(expected);
    for (const { location } of symbols) expect(location.uri.startsWith(ws('seeds/'))).toBe(true);
  });
});
