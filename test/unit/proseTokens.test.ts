import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../server/src/prose/tokens.ts';

/** Tokens as text; a `_` before one that stands directly behind the token before it. */
const show = (text: string) => tokenize(text).map((token) => `${token.gap ? '' : '_'}${token.text}`);

test.each([
  ['He left.', ['He', 'left', '_.']],
  ["don't Belarus’s U.S.’", ["don't", 'Belarus’s', 'U', '_.', '_S', '_.', '_’']],
  ['$1,234.5m', ['$', '_1', '_,', '_234', '_.', '_5', '_m']],
  ['US-Belarus 3–4', ['US', '_-', '_Belarus', '3', '_–', '_4']],
  ['a\u00a0b\u2003c\u3000d\ufeffe', ['a', 'b', 'c', 'd', 'e']],
  ['e\u0301te\u0301 Łódź Минск', ['e\u0301te\u0301', 'Łódź', 'Минск']],
  ['🙂5', ['🙂', '_5']],
])('%j', (text, expected) => {
  expect(show(text)).toEqual(expected);
});

test('tokens keep their text, their order and all that is not white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let end = 0;
      for (const token of tokenize(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters count as white space here
        expect(text.slice(end, token.start)).toMatch(/^[\s\u0000-\u001f]*$/);
        expect(token.gap).toBe(token.start > end || end === 0);
        end = token.end;
      }
    }),
  );
});
