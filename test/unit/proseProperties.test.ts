import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { alignText } from '../../server/src/prose/alignText.ts';
import type { TextFormat } from '../../server/src/prose/document.ts';
import { isWithinMarkdownLimits, markdownLoad } from '../../server/src/prose/markdownLimits.ts';
import { parseMarkdown } from '../../server/src/prose/parseMarkdown.ts';
import { createProseBuilder } from '../../server/src/prose/proseBuilder.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import type { Segment } from '../../server/src/text/offsetMap.ts';

const PIECES = [
  ...['a', 'The ', '132', ' ', '  ', '. ', 'é', 'e\u0301', '🙂', 'שלום ', '\u00a0', '“', '”', "'", '"'],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\n> ',
    '\n>> ',
    '\n- ',
    '\n1. ',
    '\n   ',
    '\n    ',
    '\t',
    '\n# ',
    '\n===\n',
    '\n---\n',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '\\',
    '\\*',
    '\\\\',
    '&amp;',
    '&#8217;',
    '&nbsp;',
    '&lt',
    '&',
    ';',
    '&#0;',
    '&ngE;',
    '\u0000',
  ],
  ...[
    '[',
    ']',
    '](x)',
    '![',
    '[^1]',
    '\n[^1]: ',
    '[r]: x\n',
    '<b>',
    '</b>',
    '<!-- touchstone-disable-line -->',
    '<!--',
    '-->',
  ],
  ...[
    'https://x.org/1',
    'www.x.org',
    '<https://x.org>',
    'm@x.org',
    '[@k1, 5]',
    '|',
    '\n|-|-|\n',
    '\n| a | b |',
    '  \n',
    '>',
    '\uFEFF',
    '\ud800',
  ],
];
const anyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

const isVerbatim = (segment: Segment): boolean => segment.length === segment.documentLength;
const folded = (text: string): string => text.replace(/\s/g, ' ').replaceAll('\u0000', '\ufffd');

for (const format of ['markdown', 'plaintext'] satisfies readonly TextFormat[]) {
  test(`${format}: every offset of the prose stands in the document, in order`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const prose = readProse({ uri: 'memory:any', format, text });
        for (const block of prose.blocks) {
          let proseEnd = 0;
          let documentEnd = 0;
          for (const segment of block.map.segments) {
            expect(segment.prose).toBe(proseEnd);
            expect(segment.length).toBeGreaterThan(0);
            expect(segment.document).toBeGreaterThanOrEqual(documentEnd);
            proseEnd = segment.prose + segment.length;
            documentEnd = segment.document + segment.documentLength;
            if (isVerbatim(segment)) {
              const written = text.slice(segment.document, documentEnd);
              expect(folded(block.text.slice(segment.prose, proseEnd))).toBe(folded(written));
            }
          }
          expect(proseEnd).toBe(block.text.length);
          expect(documentEnd).toBeLessThanOrEqual(text.length);
          expect(block.text).toBe(block.text.trim());
          expect(block.text).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  test(`${format}: offset maps invert, and a mapped span maps back onto the span`, () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        for (const { map, text: block } of readProse({ uri: 'memory:any', format, text }).blocks) {
          for (const segment of map.segments.filter(isVerbatim)) {
            for (let i = 0; i < segment.length; i++) {
              expect(map.toDocument(segment.prose + i)).toBe(segment.document + i);
              expect(map.toProse(segment.document + i)).toBe(segment.prose + i);
            }
          }
          const start = Math.min(a, b) % block.length;
          const end = start + 1 + (Math.max(a, b) % (block.length - start));
          const span = map.spanToDocument({ start, end });
          expect(span.end).toBeGreaterThan(span.start);
          expect(map.toProse(span.start)).toBeLessThanOrEqual(start);
          expect(map.toProse(span.end)).toBeGreaterThanOrEqual(end);
        }
      }),
    );
  });

  test(`${format}: sentences cover every token`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { sentences, tokens } of readProse({ uri: 'memory:any', format, text }).blocks) {
          for (const token of tokens) {
            expect(sentences.filter((s) => s.start <= token.start && token.end <= s.end)).toHaveLength(1);
          }
        }
      }),
    );
  });
}

test('the aligner follows each text node of the parser to its end', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const source = text.replaceAll('\uFEFF', '');
      const visit = (node: Nodes): void => {
        if (node.type === 'text') {
          const builder = createProseBuilder(source);
          const [start, end] = [node.position?.start.offset, node.position?.end.offset];
          expect([
            source,
            node.value,
            alignText(builder, source, node.value, start ?? -1, end ?? -1),
          ]).toEqual([source, node.value, true]);
        }
        if ('children' in node) node.children.forEach(visit);
      };
      const tree = parseMarkdown(source);
      if (tree) visit(tree);
    }),
    { numRuns: 1000, examples: [['**\0*']] },
  );
});

const repeat = (text: string, times = 10_000): string => text.repeat(times);
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Texts that the parser alone would read in minutes, or not at all. */
const BEYOND_LIMITS: readonly (readonly [name: string, text: string])[] = [
  ['brackets', repeat('[')],
  ['asterisks', repeat('*a')],
  ['ampersands', repeat('&')],
  ['block quotes in a line', `${repeat('>')}a`],
  ['ordered items in a line', `${repeat('1. ')}a`],
  ['bullets in a line', `${repeat('- ')}a`],
  ['deeper and deeper lists', lines(500, (i) => `${'  '.repeat(i)}- a`)],
  ['lists opened in block quotes', lines(2000, (i) => `${'> - '.repeat(i % 10)}a`)],
  ['underlined headings', repeat('a\n=\n')],
  ['list items', repeat('- a\n')],
  ['lines without a blank line', repeat('a\n', 20_000)],
  ['comments that are not closed', repeat('<!-- touchstone-disable ')],
];

test.each(BEYOND_LIMITS)('beyond the limits: %s are read as plain text', (_, text) => {
  expect(isWithinMarkdownLimits(text.length, [markdownLoad(text)])).toBe(false);
  const { blocks } = readProse({ uri: 'memory:hostile', format: 'markdown', text: `${text}\n\nLast 132.` });
  expect(blocks.at(-1)?.text).toBe('Last 132.');
});

test.each([
  ['a huge line', `${repeat('word ', 100_000)}\n\nLast 132.`],
  ['a comment that is not closed', 'Last 132.\n\n<!-- touchstone-disable'],
  ['a tag that is not closed', `<a ${repeat('x ', 2_000)}\n\nLast 132.`],
  [
    'rules and long underlines',
    `${repeat('---\n\n', 500)}${repeat('-', 500)}\n\n${repeat('* ', 200)}\n\nLast 132.`,
  ],
  ['a table of 2,000 rows', `|a|b|\n|-|-|\n${repeat('|c|5|\n', 2_000)}\nLast 132.`],
  ['a long reading list', `${repeat('- [A title](https://example.org/path)\n', 700)}\nLast 132.`],
  [
    'YAML that grows',
    `---\na: &a [x, x]\n${lines(20, (i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]`)}\n---\nLast 132.`,
  ],
  ['YAML that nests', `---\n${repeat('[')}\n---\n\nLast 132.`],
])('odd but read: %s', (_, text) => {
  const { blocks } = readProse({ uri: 'memory:odd', format: 'markdown', text });
  expect(blocks.some((block) => block.text === 'Last 132.')).toBe(true);
});
