import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cells, excerpt, lineAround } from '../../server/src/cli/excerpt.ts';

const show = (text: string, word: string, room: number): string => {
  const start = text.indexOf(word);
  const { before, marked, after } = excerpt(
    text,
    { start, end: start + word.length },
    lineAround(text, start),
    room,
  );
  return `${before}[${marked}]${after}`;
};

test.each([
  ['a short line whole', 'One two three.', 'two', 40, 'One [two] three.'],
  ['the line of the word only', 'One.\r\nTwo three.\nFour.', 'three', 40, 'Two [three].'],
  ['indented text without its indent', '    - One two', 'One', 40, '- [One] two'],
  [
    'a long line cut at words on both sides',
    `${'aa '.repeat(30)}MARK${' bb'.repeat(30)}`,
    'MARK',
    30,
    '… aa aa aa aa [MARK] bb bb bb bb …',
  ],
  ['a long line cut on the right', `MARK${' bb'.repeat(30)}`, 'MARK', 20, '[MARK] bb bb bb bb bb …'],
  ['a long mark cut', 'x'.repeat(100), 'x'.repeat(90), 20, `[${'x'.repeat(20)}]…`],
  ['control characters as spaces', 'a\u001b[1mb\tc', 'b', 40, 'a [1m[b] c'],
])('shows %s', (_name, text, word, room, expected) => {
  expect(show(text, word, room)).toBe(expected);
});

test.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['中文', 4],
  ['👍', 2],
  ['', 0],
])('%j takes %i cells', (text, expected) => {
  expect(cells(text)).toBe(expected);
});

test('the mark stands under the marked words, whatever the text', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(20));
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      span,
      fc.integer({ min: 20, max: 60 }),
      (text, [at, length], room) => {
        const start = Math.min(at, text.length);
        const around = lineAround(text, start);
        const shown = excerpt(text, { start, end: Math.min(start + length, text.length) }, around, room);
        expect(shown.indent.length).toBe(cells(shown.before));
        expect(shown.width).toBe(Math.max(1, cells(shown.marked)));
        const line = shown.before + shown.marked + shown.after;
        expect([...line].filter((character) => character < ' ')).toEqual([]);
      },
    ),
  );
});
