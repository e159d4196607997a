import { expect, test } from 'vitest';
import type { TextFormat } from '../../server/src/prose/document.ts';
import { readProse } from '../../server/src/prose/readProse.ts';

const read = (text: string, format: TextFormat = 'markdown') =>
  readProse({ uri: 'memory:draft', format, text }).directives.map(({ start, end, ...rest }) => ({
    ...rest,
    text: text.slice(start, end),
  }));

test.each([
  ['<!-- touchstone-disable -->', { action: 'disable', rules: [] }],
  ['<!--touchstone-enable-->', { action: 'enable', rules: [] }],
  ['<!-- touchstone-disable-file -->', { action: 'disable-file', rules: [] }],
  [
    '<!-- touchstone-disable-next-line number-mismatch -->',
    { action: 'disable-next-line', rules: ['number-mismatch'] },
  ],
  [
    '<!-- touchstone-disable-line number-mismatch, date-mismatch: as the\nsource: says -->',
    { action: 'disable-line', rules: ['number-mismatch', 'date-mismatch'], reason: 'as the source: says' },
  ],
  [
    '<!-- touchstone-disable-line Number_mismatch -->',
    { action: 'disable-line', rules: ['Number_mismatch'] },
  ],
  ['<!-- touchstone-disable-line a-b c-d -->', { action: 'disable-line', rules: ['a-b', 'c-d'] }],
  [
    '<!-- touchstone-disable-line : only a reason -->',
    { action: 'disable-line', rules: [], reason: 'only a reason' },
  ],
])('%s', (comment, expected) => {
  expect(read(`\uFEFFA line. ${comment}\r\n`)).toEqual([{ ...expected, text: comment }]);
  expect(read(`${comment}\n\nA line.`)).toEqual([{ ...expected, text: comment }]);
});

test.each([
  ['another tool', '<!-- markdownlint-disable -->'],
  ['an unknown action', '<!-- touchstone-disables -->'],
  ['an unknown longer action', '<!-- touchstone-disable-lines -->'],
  ['a double hyphen inside', '<!-- touchstone-disable a -- b -->'],
  ['a comment that is not closed', 'a <!-- touchstone-disable'],
  ['inline code', '`<!-- touchstone-disable -->`'],
  ['a code block', '```\n<!-- touchstone-disable -->\n```'],
])('not a directive: %s', (_, text) => {
  expect(read(text)).toEqual([]);
});

test('several directives come in document order; plain text has none', () => {
  const text =
    'a <!-- touchstone-disable-line --> b\n\n<!-- x --><!-- touchstone-disable a-b -->\n\n> - c\n>   <!-- touchstone-enable -->';
  expect(read(text).map((directive) => directive.action)).toEqual(['disable-line', 'disable', 'enable']);
  expect(read(text, 'plaintext')).toEqual([]);
});
