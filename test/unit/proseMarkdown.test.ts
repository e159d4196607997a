import { expect, test } from 'vitest';
import type { Block } from '../../server/src/prose/document.ts';
import { PLACEHOLDER } from '../../server/src/prose/proseBuilder.ts';
import { readProse } from '../../server/src/prose/readProse.ts';

const read = (text: string) => readProse({ uri: 'memory:draft.md', format: 'markdown', text });

/** A block as "kind: text", with `>` for a block quote and `#` for the depth of a heading. */
const show = (block: Block): string =>
  `${block.kind}${block.blockQuote ? '>' : ''}${'#'.repeat(block.headingDepth ?? 0)}: ${block.text.replaceAll(PLACEHOLDER, '□')}`;

const CASES: readonly (readonly [name: string, markdown: string, blocks: readonly string[]])[] = [
  ['emphasis', '**132** *in*_di_ __v__ ~~gone~~', ['paragraph: 132 indi v gone']],
  ['emphasis inside a word', 're**leas**ed', ['paragraph: released']],
  ['links', 'a [23 people](http://x.org/24 "25") b', ['paragraph: a 23 people b']],
  [
    'reference links',
    '[23 people][r], [r] and [x]\n\n[r]: http://x.org/99',
    ['paragraph: 23 people, r and [x]'],
  ],
  ['autolinks', '<http://x.org/1> or <me@x.org>', ['paragraph: □ or □']],
  ['bare URLs', 'See https://x.org/2024_1*(a) and www.x.org/5. End', ['paragraph: See □ and □. End']],
  ['mail addresses', 'Mail a.b+7@x-y.org, please', ['paragraph: Mail □, please']],
  ['a URL that shows itself', '[http://x.org/24](http://x.org/24) b', ['paragraph: □ b']],
  ['images', 'a ![12 men](i.png) b ![13][r]\n\n[r]: i.png', ['paragraph: a □ b □']],
  ['inline code', 'run `a 12 b` 13', ['paragraph: run □ 13']],
  ['code blocks', 'a\n\n```\n12\n```\n\n    13\n\n~~~js\n14\n~~~', ['paragraph: a']],
  ['inline HTML', 'a <b title="12">13</b><br>14 <!-- 15 --> b', ['paragraph: a 13 14  b']],
  ['HTML blocks', '<div>\n12\n</div>\n\n<!-- 13 -->\n\ntext', ['paragraph: text']],
  ['text behind a comment', '<!-- 12 --> 13 people\n\n<!-- a\nb --> <i>14</i>', ['paragraph: 13 people']],
  [
    'entities',
    'R&amp;D &#8217; &nbsp;x &quot; &#x41; &bogus; & &copy',
    ['paragraph: R&D ’ \u00a0x " A &bogus; & &copy'],
  ],
  ['an entity that spells an entity', '&amp;amp; &amp;', ['paragraph: &amp; &']],
  ['escapes', '\\*5\\* 1\\. \\# \\a \\\\ \\&amp;', ['paragraph: *5* 1. # \\a \\ &amp;']],
  ['soft and hard breaks', 'a\nb  \nc\\\nd   \n  e\tf', ['paragraph: a b c d e\tf']],
  [
    'headings',
    '# One *1*\n\nTwo\n===\n\nThree\n---\n#### Four ####',
    ['heading#: One 1', 'heading#: Two', 'heading##: Three', 'heading####: Four'],
  ],
  [
    'lists',
    '- a\n  b\n- c\n\n  d\n\n3. e\n   - f',
    ['listItem: a b', 'listItem: c', 'listItem: d', 'listItem: e', 'listItem: f'],
  ],
  ['tasks', '- [x] done 5\n- [ ] open', ['listItem: done 5', 'listItem: open']],
  [
    'block quotes',
    '> a\n> b\nlazy\n>> c\n> > d\n\ne',
    ['paragraph>: a b lazy', 'paragraph>: c d', 'paragraph: e'],
  ],
  ['a list in a block quote', '> - a\n>   b\n> # h', ['listItem>: a b', 'heading>#: h']],
  ['text that looks like a quote mark', 'a\n    > b\n\\> c\n&gt; d', ['paragraph: a > b > c > d']],
  [
    'footnotes',
    'Freed 123[^1] people.[^b]\n\n[^1]: In *2025*.\n\n    More.\n[^b]: B',
    ['paragraph: Freed 123 people.', 'footnote: In 2025.', 'footnote: More.', 'footnote: B'],
  ],
  ['citation keys', 'Freed 123 [@smith2020, p. 33] people [-@b1].', ['paragraph: Freed 123  people .']],
  ['front matter', '---\ntitle: 12\n---\ntext', ['paragraph: text']],
  ['TOML front matter', '+++\ntitle = 12\n+++\ntext', ['paragraph: text']],
  ['a rule', 'a\n\n---\n\n***\n\nb', ['paragraph: a', 'paragraph: b']],
  ['emoji and scripts', '🙂 **5** שלום *مرحبا* e\u0301', ['paragraph: 🙂 5 שלום مرحبا e\u0301']],
  [
    'invisible characters',
    'so&shy;cial \u200b**net\u00ad**work https://x\u00ad.org',
    ['paragraph: social network □'],
  ],
  ['nothing', ' \n\n', []],
  ['only markup', '****\n\n![](x)\n\n<!-- -->', ['paragraph: □']],
];

/** The same text as other editors write it. */
const ENCODINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['CR', (text) => text.replaceAll('\n', '\r')],
  ['byte order mark', (text) => `\uFEFF${text}`],
];

for (const [encoding, encode] of ENCODINGS) {
  test.each(CASES)(`${encoding}: %s`, (_, markdown, expected) => {
    const prose = read(encode(markdown));
    expect(prose.blocks.map(show)).toEqual(expected);
    for (const block of prose.blocks) {
      for (const token of block.tokens) {
        const span = block.map.spanToDocument(token);
        const shown = prose.text.slice(span.start, span.end);
        // markup may stand inside a word; what stands for an entity, an escape or a placeholder is longer
        if (token.kind === 'number') expect(shown).toBe(token.text);
        else if (token.kind === 'word' && !/[*_&\\]/.test(shown)) expect(shown).toBe(token.text);
        else expect(shown.length).toBeGreaterThanOrEqual(token.text.length);
      }
    }
  });
}

test('a mapped word leaves the markup around it outside', () => {
  const text = '\uFEFFHe said “**very** [productive](http://x.org)” &amp; left.\r\n> 5&nbsp;\\% `x`';
  const prose = read(text);
  const shown = (needle: string) => {
    for (const block of prose.blocks) {
      const start = block.text.indexOf(needle);
      if (start < 0) continue;
      const span = block.map.spanToDocument({ start, end: start + needle.length });
      return text.slice(span.start, span.end);
    }
    return undefined;
  };
  expect(shown('very')).toBe('very');
  expect(shown('very productive')).toBe('very** [productive');
  expect(shown('productive”')).toBe('productive](http://x.org)”');
  expect(shown('&')).toBe('&amp;');
  expect(shown('5\u00a0%')).toBe('5&nbsp;\\%');
  expect(shown(PLACEHOLDER)).toBe('`x`');
});

test('table cells know their row and column heads', () => {
  const prose = read(
    '| | *Freed* | Held |\n|-|-:|:-|\n| **2024** | 23 | 1 \\| 2 |\n| 2025 | 123 |\n\ntext\n\n|A|B|\n|-|-|\n|c|d|',
  );
  const cells = prose.blocks
    .filter((block) => block.cell)
    .map((block) => ({ text: block.text, ...block.cell }));
  expect(cells).toEqual([
    { text: 'Freed', table: 0, row: 0, column: 1 },
    { text: 'Held', table: 0, row: 0, column: 2 },
    { text: '2024', table: 0, row: 1, column: 0 },
    { text: '23', table: 0, row: 1, column: 1, rowHead: '2024', columnHead: 'Freed' },
    { text: '1 | 2', table: 0, row: 1, column: 2, rowHead: '2024', columnHead: 'Held' },
    { text: '2025', table: 0, row: 2, column: 0 },
    { text: '123', table: 0, row: 2, column: 1, rowHead: '2025', columnHead: 'Freed' },
    { text: 'A', table: 1, row: 0, column: 0 },
    { text: 'B', table: 1, row: 0, column: 1, rowHead: 'A' },
    { text: 'c', table: 1, row: 1, column: 0, columnHead: 'A' },
    { text: 'd', table: 1, row: 1, column: 1, rowHead: 'c', columnHead: 'B' },
  ]);
});

test.each([
  [
    'an object',
    'title: A\ndate: 2025-12-14\ntags: [a, b]',
    { title: 'A', date: '2025-12-14', tags: ['a', 'b'] },
  ],
  ['a list', '- a\n- b', undefined],
  ['broken', 'a: [b\nc: }', undefined],
  ['empty', '', undefined],
  ['an unknown tag', 'a: !!js/function x', { a: 'x' }],
])('front matter: %s', (_, yaml, expected) => {
  expect(read(`---\n${yaml}\n---\ntext`).frontMatter).toEqual(expected);
});
