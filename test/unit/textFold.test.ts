import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldName } from '../../server/src/text/fold.ts';

test.each([
  ['“very productive,” he said', '"very productive," he said'],
  ['Belarus’ ‘potash’', "Belarus' 'potash'"],
  ['pages 3–4 — and −5 or US‑Belarus', 'pages 3-4 - and -5 or US-Belarus'],
  ['we … must go', 'we ... must go'],
  ['a\u00a0b \t\r\n c', 'a b c'],
  ['so\u00adcial\u200b net\u2060work', 'social network'],
  ['ﬁnal ﬂoor eﬃcient', 'final floor efficient'],
  ['cafe\u0301', 'café'],
  ['🙂 “x”', '🙂 "x"'],
  ['Plain ASCII stays.', 'Plain ASCII stays.'],
  ['', ''],
])('fold %j', (text, expected) => {
  expect(fold(text).text).toBe(expected);
});

test.each([
  ['Łódź', 'lodz'],
  ['Ærøskøbing', 'aeroskobing'],
  ['Strauß', 'strauss'],
  ['Dvořák', 'dvorak'],
  ['Đorđe', 'dorde'],
  ['Işık', 'isik'],
  ['O’Neill', "o'neill"],
  ['Jean‑Luc  Picard', 'jean-luc picard'],
  ['Ales Bialiatski', 'ales bialiatski'],
  ['Лукашэнка', 'лукашэнка'],
])('foldName %j', (name, expected) => {
  expect(foldName(name)).toBe(expected);
});

test('a found passage leads back to the same passage of the original', () => {
  const text = 'Coale\u00a0called  it “very pro\u00adductive …” — ﬁnally.';
  const { text: folded, map } = fold(text);
  for (const [needle, original] of [
    ['called it', 'called  it'],
    ['very productive ...', 'very pro\u00adductive …'],
    ['finally', 'ﬁnally'],
    ['"very', '“very'],
  ] as const) {
    const start = folded.indexOf(needle);
    const span = map.spanToDocument({ start, end: start + needle.length });
    expect(text.slice(span.start, span.end)).toBe(original);
  }
});

const piece = fc.constantFrom(
  '“',
  '”',
  '’',
  '…',
  '–',
  '\u00a0',
  ' ',
  '\n',
  '\u00ad',
  '\u200b',
  'ﬁ',
  'e\u0301',
  'a',
  'B',
  '1',
  '🙂',
  '\ud800',
  'ж',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
);

test('folding is stable, and folding a mapped span gives the folded span again', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const { text: folded, map } = fold(text);
      expect(fold(folded).text).toBe(folded);
      const start = Math.min(a, b) % (folded.length + 1);
      const end = Math.max(start, Math.max(a, b) % (folded.length + 1));
      const span = map.spanToDocument({ start, end });
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
      // a span that cuts a replacement ("..." of "…") widens to all of it
      expect(fold(text.slice(span.start, span.end)).text).toContain(folded.slice(start, end));
    }),
  );
});
