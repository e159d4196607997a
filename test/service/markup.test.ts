import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { markdown, plaintext } from '../../server/src/service/markup.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly position?: unknown;
}

const parse = (text: string): Node => unified().use(remarkParse).use(remarkGfm).parse(text) as Node;

/**
 * Types of all nodes below, and the text they show. Nodes without a position are links that this parser makes of
 * addresses in finished text, even of escaped ones; renderers do not.
 */
const types = (node: Node): string[] => [
  ...(node.position ? [node.type] : []),
  ...(node.children ?? []).flatMap(types),
];
const shown = (node: Node): string => node.value ?? (node.children ?? []).map(shown).join('');

/** Text full of what could be read as markup. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '&',
        '#',
        '+',
        '-',
        '!',
        '|',
        '~',
        '\\',
        '$',
        '=',
        '"',
      ),
      fc.constantFrom(
        '1.',
        '2)',
        ' ',
        '\n',
        'a',
        'é',
        '😀',
        'http://a.b',
        'www.a.b',
        'x@y.zz',
        '&lt;',
        '<b>',
        '---',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('whatever a source says is shown as it is, in one quotation with one emphasis', () => {
  fc.assert(
    fc.property(hostile, hostile, (before, after) => {
      const tree = parse(markdown.quote(before, '123', after));
      expect(types(tree).filter((type) => type !== 'text')).toEqual([
        'root',
        'blockquote',
        'paragraph',
        'strong',
      ]);
      expect(oneLine(shown(tree))).toBe(oneLine(`${before}123${after}`));
    }),
    { numRuns: 500 },
  );
});

describe('the words are set off beside letters too', () => {
  test.each([
    ['It cost US', '$5m', ' then.', '> It cost **US\\$5m** then.'],
    ['about ', '45%', 'of it', '> about **45%of** it'],
    ['(', '“very”', ')', '> (**“very”**)'],
    ['- ', '5', '', '> \\- **5**'],
    ['', '1', '. x', '> **1**. x'],
  ])('%s|%s|%s', (before, words, after, expected) => {
    expect(markdown.quote(before, words, after)).toBe(expected);
  });
});

test('a link leads to the file, whatever its name', () => {
  const tree = parse(markdown.link('a (1).txt, line 2', 'file:///ws/a (1).txt#L2'));
  expect(types(tree)).toEqual(['root', 'paragraph', 'link', 'text']);
  expect(tree.children?.[0]?.children?.[0]).toMatchObject({ url: 'file:///ws/a%20%281%29.txt#L2' });
});

test('plain text for clients that do not render', () => {
  expect(plaintext.quote('met ', '123', ' *people*')).toBe('“met [123] *people*”');
});
