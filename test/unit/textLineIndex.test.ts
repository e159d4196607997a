import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineIndex, updateLineIndex } from '../../server/src/text/lineIndex.ts';

test.each([
  ['', 1, []],
  [
    'a\nb',
    2,
    [
      [0, 0, 0],
      [1, 0, 1],
      [2, 1, 0],
      [3, 1, 1],
    ],
  ],
  [
    'a\r\nb',
    2,
    [
      [1, 0, 1],
      [3, 1, 0],
    ],
  ],
  [
    'a\rb\n',
    3,
    [
      [2, 1, 0],
      [4, 2, 0],
    ],
  ],
  [
    '🙂x\n',
    2,
    [
      [2, 0, 2],
      [3, 0, 3],
    ],
  ],
] as const)('%j', (text, lineCount, positions) => {
  const lines = createLineIndex(text);
  expect(lines.lineCount).toBe(lineCount);
  for (const [offset, line, character] of positions) {
    expect(lines.position(offset)).toEqual({ line, character });
    expect(lines.offset({ line, character })).toBe(offset);
  }
});

test('places outside the text are clamped', () => {
  const lines = createLineIndex('ab\r\ncd');
  expect(lines.offset({ line: 0, character: 99 })).toBe(2);
  expect(lines.offset({ line: 9, character: 0 })).toBe(6);
  expect(lines.offset({ line: -1, character: 5 })).toBe(0);
  expect(lines.position(99)).toEqual({ line: 1, character: 2 });
  expect(lines.position(-1)).toEqual({ line: 0, character: 0 });
});

test('every offset outside a line ending leads to a position and back', () => {
  const text = fc
    .array(fc.constantFrom('a', '\r', '\n', '\r\n', '🙂', 'é'), { maxLength: 30 })
    .map((p) => p.join(''));
  fc.assert(
    fc.property(text, (value) => {
      const lines = createLineIndex(value);
      for (let offset = 0; offset <= value.length; offset++) {
        const insideEnding = value[offset - 1] === '\r' && value[offset] === '\n';
        if (!insideEnding) expect(lines.offset(lines.position(offset))).toBe(offset);
      }
      expect(lines.lineCount).toBe(value.split(/\r\n|\r|\n/).length);
    }),
  );
});

test('the lines of a later version are those of the text alone', () => {
  const text = fc
    .array(fc.constantFrom('a', '\r', '\n', '\r\n', 'bc'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 5 }), text, text, (first, versions, head, tail) => {
      let lines = createLineIndex(head + first + tail);
      for (const middle of versions) {
        lines = updateLineIndex(lines, head + middle + tail);
        expect(lines.starts).toEqual(createLineIndex(head + middle + tail).starts);
        expect(lines.text).toBe(head + middle + tail);
      }
    }),
  );
});
