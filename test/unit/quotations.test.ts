import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/mentions/analyse.ts';
import { recogniseQuotations } from '../../server/src/mentions/quotation.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import { tokenize } from '../../server/src/prose/tokens.ts';
import { contains } from '../../server/src/text/span.ts';

/** Words of each quotation; "…>" marks an open one, "(…)" a nested one. */
const show = (text: string): string =>
  recogniseQuotations(text, tokenize(text))
    .map(({ start, end, open, nested }) => {
      const words = text.slice(start, end) + (open ? '…>' : '');
      return nested ? `(${words})` : words;
    })
    .join(' | ');

describe('quotations of one block', () => {
  test.each([
    ['He said "no" twice.', 'no'],
    ['He said “no,” twice.', 'no,'],
    ["It was 'very sad'.", 'very sad'],
    ['It was ‘very sad’.', 'very sad'],
    ['"Go," he said, "and stay."', 'Go, | and stay.'],
    ['He called it «a shame» and „ein Spiel“.', 'a shame | ein Spiel'],
    // nesting
    ['“He told me ‘stop’ and left,” she said.', 'He told me ‘stop’ and left, | (stop)'],
    ['"They sang \'Home\' again."', "They sang 'Home' again. | (Home)"],
    ['\'He said "no" to me,\' she said.', 'He said "no" to me, | (no)'],
    ['“He said ‘no.’”', 'He said ‘no.’ | (no.)'],
    // apostrophes
    ["It's the dogs' bowl, isn't it?", ''],
    ["'The workers' rights are gone,' she said.", "The workers' rights are gone,"],
    ['‘The workers’ rights are gone,’ she said.', 'The workers’ rights are gone,'],
    ["the '90s and the ’80s and rock 'n' roll", ''],
    ["'Tis the season, he said; give 'em more.", ''],
    ['Belarus’ potash and Belarus’ rail', ''],
    ["Belarus' potash and Belarus' rail", ''],
    // measures
    ['He is 5\'11" tall and she 5\'9" tall.', ''],
    ['He said "he is 5\'11" tall" again.', 'he is 5\'11" tall'],
    // paragraphs run together, and stray marks
    ['He said: "We won. "We will win again." They left.', 'We won.…> | We will win again.'],
    ['He said: “We won. “We will win again.” They left.', 'We won.…> | We will win again.'],
    ['A stray " mark and "a real one" here.', 'a real one'],
    ['He said "we won and left. Later she said "no".', 'no'],
    ['closing" only', ''],
    ['""', ''],
    ['" "', ''],
    ['(“in brackets”) and —“after a dash”—', 'in brackets | after a dash'],
  ])('%s', (text, expected) => expect(show(text)).toBe(expected));
});

describe('quotations left open', () => {
  const open = (text: string) =>
    analyse(readProse({ uri: 'memory:text', format: 'plaintext', text })).blocks.flatMap(
      ({ block, mentions }) =>
        mentions.flatMap((mention) =>
          mention.kind === 'quotation'
            ? [`${block.text.slice(mention.start, mention.end)}${mention.open ? '…>' : ''}`]
            : [],
        ),
    );

  test('the next paragraph goes on', () => {
    expect(open('Berg said: “We won.\n\n“We will win again.”\n\nThey left.')).toEqual([
      'We won.…>',
      'We will win again.',
    ]);
  });
  test('a lone mark within a sentence is dropped', () => {
    expect(open('The length “of the bridge was doubled.\n\nThey left.')).toEqual([]);
  });
  test('marks take in the outer span', () => {
    const [quotation] = recogniseQuotations('He said “no”.', tokenize('He said “no”.'));
    expect(quotation).toMatchObject({
      start: 9,
      end: 11,
      outer: { start: 8, end: 12 },
      marks: 'double',
      open: false,
    });
  });
});

test('any marks give quotations inside the text, outer ones first', () => {
  const pieces = fc.constantFrom(
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    ' ',
    'a',
    's',
    '.',
    ',',
    '5',
    '90s',
    '\u00a0',
    '—',
    '(',
    ')',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const found = recogniseQuotations(text, tokenize(text));
      for (const [i, quotation] of found.entries()) {
        expect(contains({ start: 0, end: text.length }, quotation.outer)).toBe(true);
        expect(contains(quotation.outer, quotation)).toBe(true);
        const before = found[i - 1];
        if (before) expect(before.start <= quotation.start).toBe(true);
        if (quotation.nested)
          expect(found.slice(0, i).some((outer) => contains(outer.outer, quotation.outer))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
