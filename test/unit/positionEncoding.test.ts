import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodePosition,
  type Encoding,
  encodedLength,
  encodePosition,
} from '../../server/src/server/positionEncoding.ts';
import { linesOf } from '../../server/src/server/protocolPositions.ts';

const encodings = fc.constantFrom<Encoding>('utf-16', 'utf-8', 'utf-32');
const texts = fc.string({ unit: 'grapheme' });

test('lengths are those of the encodings', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(encodedLength(text, 'utf-8')).toBe(Buffer.byteLength(text));
      expect(encodedLength(text, 'utf-16')).toBe(text.length);
      expect(encodedLength(text, 'utf-32')).toBe([...text].length);
    }),
  );
});

test('a position between two characters comes back as it was', () => {
  fc.assert(
    fc.property(texts, texts, encodings, (before, after, encoding) => {
      const line = linesOf(`\n${(before + after).replace(/[\r\n]/g, '')}\r\n`);
      const position = { line: 1, character: before.replace(/[\r\n]/g, '').length };
      expect(decodePosition(encodePosition(position, line, encoding), line, encoding)).toEqual(position);
    }),
  );
});

test('columns inside a character and past the line are clamped', () => {
  const line = linesOf('a😀b');
  expect(decodePosition({ line: 0, character: 3 }, line, 'utf-8')).toEqual({ line: 0, character: 1 });
  expect(decodePosition({ line: 0, character: 99 }, line, 'utf-8')).toEqual({ line: 0, character: 4 });
  expect(decodePosition({ line: 9, character: 9 }, line, 'utf-32').line).toBe(9);
});
