import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { written } from './written.ts';

const SOURCES = {
  'seeds/a.txt':
    'President Alexander Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n\n' +
    'Nobel laureate Ales Bialiatski was freed. Envoy John Coale described the talks as “very productive” on Tuesday.\n\n' +
    'The company Luminar sold 150 lamps for $1.2 million in Lund. Its owner said: "We sold *all* of them, at last."\n',
};

const complete = async (draft: string, path = 'draft.md') => {
  const { service, uri, caret, edited } = written({ ...SOURCES, [path]: draft });
  const { items } = await service.completion(uri, caret);
  const labels = items.map(({ label }) => label);
  const taken = items[0] && edited(uri, [items[0].textEdit as TextEdit]);
  return { items, labels, taken };
};

describe('offers', () => {
  const cases: readonly (readonly [string, string, readonly string[], string])[] = [
    [
      'a name by its capital',
      'The laureate A|',
      ['Ales Bialiatski', 'Alexander Lukashenko'],
      'The laureate Ales Bialiatski',
    ],
    [
      'the name that fits the sentence',
      'He has pardoned individuals, L|',
      ['Lukashenko', 'Luminar', 'Lund'],
      '',
    ],
    ['the other name in another sentence', 'Lamps were sold by L|', ['Luminar', 'Lund', 'Lukashenko'], ''],
    ['a name of two words half typed', 'Then Ales Bi|.', ['Ales Bialiatski'], 'Then Ales Bialiatski.'],
    [
      'a number with its noun',
      'He pardoned 1|',
      ['123 individuals', '150 lamps', '1.2 million'],
      'He pardoned 123 individuals',
    ],
    ['an amount with its sign', 'Lamps for $1|', ['$1.2 million'], 'Lamps for $1.2 million'],
    [
      'a date by its month',
      'It was announced on D|',
      ['December 13, 2025'],
      'It was announced on December 13, 2025',
    ],
    [
      'a quotation with its closing mark',
      'Coale called them “|',
      ['very productive', 'We sold *all* of them, at last.'],
      'Coale called them “very productive”',
    ],
    [
      'a quotation half typed, before a mark that is there',
      'Coale said "very p|"',
      ['very productive'],
      'Coale said "very productive"',
    ],
    [
      'the quotation of the one who is named',
      'The owner of the company said "|',
      ['We sold *all* of them, at last.', 'very productive'],
      'The owner of the company said "We sold \\*all\\* of them, at last."',
    ],
    ['a surname, in a list item and in emphasis', '- **B|**', ['Bialiatski'], '- **Bialiatski**'],
  ];
  test.each(cases)('%s', async (_, draft, expected, text) => {
    const { labels, taken } = await complete(draft);
    expect(labels).toEqual(expected);
    if (text) expect(taken).toBe(text);
  });

  test('the quotation of a speaker whom the source names in another sentence', async () => {
    const source =
      'Anna Berg opened the hall. “The roof will hold for years,” she said.\n\nCarl Dahl spoke too. “The roof is not our work,” he said.';
    const labels = async (draft: string) => {
      const { service, uri, caret } = written({ 'seeds/a.txt': source, 'draft.md': draft });
      return (await service.completion(uri, caret)).items.map(({ label }) => label);
    };
    expect((await labels('In the end Carl Dahl said “|'))[0]).toBe('The roof is not our work,');
    expect((await labels('In the end Anna Berg said “|'))[0]).toBe('The roof will hold for years,');
  });

  test('signs of the source as they are in plain text', async () => {
    const { taken } = await complete('The owner said "We|', 'draft.txt');
    expect(taken).toBe('The owner said "We sold *all* of them, at last."');
  });

  test('the source sentence and its place', async () => {
    const { items } = await complete('He pardoned 12|');
    expect(items).toMatchObject([
      {
        detail: 'a.txt:1',
        documentation: {
          kind: 'markdown',
          value:
            '> President Alexander Lukashenko has pardoned **123** individuals, announced on December 13, 2025.\n\n[a.txt:1](file:///ws/seeds/a.txt#L1)',
        },
      },
    ]);
  });

  test('twenty items at the most, and says that there are more', async () => {
    const source = Array.from({ length: 30 }, (_, i) => `Then ${100 + i} cats came.`).join(' ');
    const { service, uri, caret } = written({ 'seeds/a.txt': source, 'draft.md': 'He saw 1|' });
    const { items, isIncomplete } = await service.completion(uri, caret);
    expect([items.length, isIncomplete]).toEqual([20, true]);
  });
});

describe('offers nothing', () => {
  test.each([
    ['after a small letter', 'Then l|'],
    ['inside a word', 'Then L|ate'],
    ['after a capital inside a word', 'Then McL|'],
    ['for a name that is all typed', 'Then Luminar|'],
    ['after a space', 'Then Ales |'],
    ['in inline code', 'The `L|` is'],
    ['in code that is not closed yet', 'The `L|'],
    ['in a code block', '```\nL|\n```'],
    ['in the target of a link', 'See [this](L|'],
    ['in the text of a link', 'See [L|](x)'],
    ['in an address', 'See https://example.org/L|'],
    ['in a link definition', '[a]: L|'],
    ['in front matter', '---\ntitle: L|\n---\n\nText.'],
    ['in a comment', '<!-- L| -->'],
    ['for the number of a list', '1|'],
    ['for figures of a longer number', 'He saw 3.1|'],
    ['for figures after a letter', 'The A1|'],
    ['after a closing quotation mark', 'He said “ye”|'],
    ['after an inch mark', 'It is 5"|'],
    ['for a name inside a quotation that is open', 'He said “then L|'],
    ['for a weekday', 'It was T|'],
  ])('%s', async (_, draft) => {
    expect((await complete(draft)).labels).toEqual([]);
  });

  test('in a source', async () => {
    const { service, uri, caret } = written({ ...SOURCES, 'seeds/b.txt': 'He met L|' });
    expect((await service.completion(uri, caret)).items).toEqual([]);
  });
});

test('whatever stands around the caret, an edit holds the caret on its line and begins with what is typed', async () => {
  const scrap = fc.constantFrom(
    'L',
    'A',
    '1',
    '$',
    '“',
    '"',
    ' ',
    '`',
    '[',
    '](',
    ')',
    '\n',
    '*',
    '&amp;',
    '\\',
    '😀',
    'le',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(scrap, { maxLength: 8 }),
      fc.array(scrap, { maxLength: 3 }),
      async (left, right) => {
        const { service, uri, caret } = written({
          ...SOURCES,
          'draft.md': `${left.join('')}|${right.join('')}`,
        });
        for (const { textEdit } of (await service.completion(uri, caret)).items) {
          const { range } = textEdit as TextEdit;
          expect([range.start.line, range.end.line]).toEqual([caret.line, caret.line]);
          expect(range.start.character).toBeLessThanOrEqual(caret.character);
          expect(range.end.character).toBeGreaterThanOrEqual(caret.character);
        }
      },
    ),
    { numRuns: 150 },
  );
});
