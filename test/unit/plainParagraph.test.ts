import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../server/src/prose/markdown.ts';
import { readPlainParagraph } from '../../server/src/prose/plainParagraph.ts';
import { readBlock } from '../../server/src/prose/readBlock.ts';

const scrap = fc.constantFrom(
  ...'Minsk|He said| |  |, |. |.|“We are free,”|"|\'|(|)|…|—|–|- |+ |1. |1) |# |#|> |= |===|---|: |:|!|! |@|@key'.split(
    '|',
  ),
  ...'132 people|5%|$4|^|{|}|a_b|*|_|`|[|]|<|>|&|&amp;|\\|~|~~|\t|\0|\r|\n|\r\n|\n\n|\n    |\u00a0|\u2028|\ufeff|😀|é'.split(
    '|',
  ),
  'http://example.org/a.',
  'www.example.org',
  'news@example.org',
  '|',
);

const start = fc.constantFrom('Minsk', 'He', '“', '(', '1', '-', ' ');

test('a plain paragraph reads as the parser reads it', () => {
  let plain = 0;
  fc.assert(
    fc.property(start, fc.array(scrap, { maxLength: 8 }), (first, scraps) => {
      const text = first + scraps.join('');
      const block = readPlainParagraph(text, readBlock);
      if (!block) return;
      plain++;
      const read = readMarkdown(text, readBlock);
      expect({ ...read, blocks: read?.blocks.map((each) => ({ ...each, map: each.map.segments })) }).toEqual({
        blocks: [{ ...block, map: block.map.segments }],
        directives: [],
        tables: [],
      });
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(1000);
});

test.each([
  'A [link](a).',
  '**Bold**',
  '- item',
  '1. item',
  '# Heading',
  '> quoted',
  'First\nsecond',
  'Title\n===',
  'a &amp; b',
  '<!-- touchstone-disable-file -->',
  '    code',
  '',
])('%j is left to the parser', (text) => {
  expect(readPlainParagraph(text, readBlock)).toBeUndefined();
});
