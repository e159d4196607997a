import { expect, test } from 'vitest';
import { decodeSource, formatSize } from '../../server/src/sources/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(order === 'le' ? little : little.swap16());
};

test.each([
  ['UTF-8', utf8('café — “123”')],
  ['UTF-8 with a byte order mark', utf8('\ufeffcafé — “123”')],
  ['UTF-16, little end first', utf16('café — “123”', 'le')],
  ['UTF-16, big end first', utf16('café — “123”', 'be')],
])('%s is read, and its mark is not part of the text', (_name, bytes) => {
  expect(decodeSource(bytes, 1000)).toEqual({ text: 'café — “123”' });
});

test('line ends are kept', () => {
  expect(decodeSource(utf8('a\r\nb\n'), 1000)).toEqual({ text: 'a\r\nb\n' });
});

test.each([
  ['no bytes', utf8(''), 'is empty'],
  ['only white space', utf8(' \r\n\t'), 'is empty'],
  ['only a mark', utf8('\ufeff'), 'is empty'],
  ['NUL bytes', utf8('PK\u0000\u0003'), 'is not a text file (it contains NUL bytes)'],
  ['Latin-1', new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 'is not valid UTF-8 text (save it as UTF-8)'],
  ['too many bytes', utf8('x'.repeat(1501)), 'is larger than the limit (1.5 KB, the limit is 1 KB)'],
])('%s cannot be a source', (_name, bytes, problem) => {
  expect(decodeSource(bytes, 1000)).toEqual({ problem });
});

test('a text of exactly the limit is read', () => {
  expect(decodeSource(utf8('x'.repeat(1000)), 1000)).toEqual({ text: 'x'.repeat(1000) });
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [4_812, '4.8 KB'],
  [5_000_000, '5 MB'],
  [6_250_000, '6.3 MB'],
])('%i is %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});
