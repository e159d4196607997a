import { expect, test } from 'vitest';
import { readProse } from '../../server/src/prose/readProse.ts';

const read = (text: string) => readProse({ uri: 'memory:source.txt', format: 'plaintext', text });
const show = (text: string) => read(text).blocks.map((block) => `${block.kind}: ${block.text}`);

const LONG =
  'Lukashenko has pardoned 123 individuals, including foreign nationals convicted of espionage, as part of agreements reached';

test.each([
  ['one paragraph a line', 'He left.\nShe stayed.', ['paragraph: He left.', 'paragraph: She stayed.']],
  ['blank lines', 'He left.\n\n \nShe stayed.', ['paragraph: He left.', 'paragraph: She stayed.']],
  ['long lines without a full stop', `${LONG}\n${LONG}`, [`paragraph: ${LONG}`, `paragraph: ${LONG}`]],
  [
    'hard-wrapped text',
    'The pardons followed two days of negotiations in Minsk between the\nPresident and US Special Envoy for Belarus John Coale. On December\n13, Coale announced the immediate lifting of sanctions.',
    [
      'paragraph: The pardons followed two days of negotiations in Minsk between the President and US Special Envoy for Belarus John Coale. On December 13, Coale announced the immediate lifting of sanctions.',
    ],
  ],
  [
    'two hard-wrapped paragraphs',
    'The pardons followed two days of negotiations in Minsk between the\nPresident and the envoy.\nOn December 13 the envoy announced the immediate lifting of all the\nSanctions in question.',
    [
      'paragraph: The pardons followed two days of negotiations in Minsk between the President and the envoy.',
      'paragraph: On December 13 the envoy announced the immediate lifting of all the Sanctions in question.',
    ],
  ],
  ['a line that goes on in lower case', 'The talks\nwere good', ['paragraph: The talks were good']],
  ['a title', 'Lukashenko pardons 123\n\nHe did.', ['heading: Lukashenko pardons 123', 'paragraph: He did.']],
  [
    'a first sentence is no title',
    'Lukashenko left.\n\nHe did.',
    ['paragraph: Lukashenko left.', 'paragraph: He did.'],
  ],
  [
    'a later short line is no title',
    'He did.\n\nShort line\n\nHe did.',
    ['paragraph: He did.', 'paragraph: Short line', 'paragraph: He did.'],
  ],
  [
    'bullets',
    'List:\n- one\n  more\n* two\n• three\nAfter.',
    ['paragraph: List:', 'listItem: one more', 'listItem: two', 'listItem: three', 'paragraph: After.'],
  ],
  ['numbers', '1. one\n2) two\n(3) three', ['listItem: one', 'listItem: two', 'listItem: three']],
  [
    'a wrapped line that starts with a number and a point',
    'They say that the number of people who were pardoned in all was\n123. The number of those who were pardoned before that was only\n23. Nobody knows.',
    [
      'paragraph: They say that the number of people who were pardoned in all was 123. The number of those who were pardoned before that was only 23. Nobody knows.',
    ],
  ],
  [
    'no directives, no Markdown',
    '**5** <!-- touchstone-disable --> `x`',
    ['paragraph: **5** <!-- touchstone-disable --> `x`'],
  ],
  ['URLs', 'See https://x.org/2024.', ['paragraph: See \uFFFC.']],
  ['nothing', ' \n\t\n', []],
])('%s', (_, text, expected) => {
  expect(show(text)).toEqual(expected);
  for (const encoded of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`]) {
    const prose = read(encoded);
    expect(prose.blocks.map((block) => `${block.kind}: ${block.text}`)).toEqual(expected);
    for (const block of prose.blocks) {
      for (const token of block.tokens.filter((each) => each.text !== '\uFFFC')) {
        const span = block.map.spanToDocument(token);
        expect(encoded.slice(span.start, span.end)).toBe(token.text);
      }
    }
  }
});

test.each([
  ['tabs', 'Year\tFreed\n2024\t23\n2025\t123'],
  ['bars', '| Year | Freed |\n|------|-------|\n| 2024 | 23 |\n| 2025 | 123 |'],
  ['bars without frame', 'Year | Freed\n2024 | 23\n2025 | 123'],
])('a table with %s', (_, table) => {
  const cells = read(`Text before.\n${table}\nText after.`).blocks.map(({ text, cell }) => ({
    text,
    ...cell,
  }));
  expect(cells).toEqual([
    { text: 'Text before.' },
    { text: 'Year', table: 0, row: 0, column: 0 },
    { text: 'Freed', table: 0, row: 0, column: 1, rowHead: 'Year' },
    { text: '2024', table: 0, row: 1, column: 0, columnHead: 'Year' },
    { text: '23', table: 0, row: 1, column: 1, rowHead: '2024', columnHead: 'Freed' },
    { text: '2025', table: 0, row: 2, column: 0, columnHead: 'Year' },
    { text: '123', table: 0, row: 2, column: 1, rowHead: '2025', columnHead: 'Freed' },
    { text: 'Text after.' },
  ]);
});

test('one line with a bar or a tab is no table', () => {
  expect(show('a | b\nHe left.\n\nc\td')).toEqual([
    'paragraph: a | b',
    'paragraph: He left.',
    'paragraph: c\td',
  ]);
});
