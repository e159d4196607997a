import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const root = new URL('../../', import.meta.url);
const require = createRequire(import.meta.url);

/** As much of a Markdown grammar as the injection has to live with: code, comments, links, paragraphs. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    { name: 'markup.fenced_code.block.markdown', begin: '^```', end: '^```' },
    { name: 'markup.inline.raw.string.markdown', match: '`[^`]*`' },
    { name: 'comment.block.html', begin: '<!--', end: '-->' },
    { name: 'meta.link.inline.markdown', match: '\\[[^\\]]*\\]\\([^)]*\\)' },
    { name: 'meta.paragraph.markdown', match: '[^<`\\[]+' },
  ],
  repository: {},
};

const INJECTION = 'markdown.touchstone.injection';

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      if (scope === 'text.html.markdown') return MARKDOWN as never;
      const path = new URL('syntaxes/touchstone.injection.tmLanguage.json', root);
      return textmate.parseRawGrammar(readFileSync(path, 'utf8'), 'injection.json');
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? [INJECTION] : undefined),
  });
  grammar = (await registry.loadGrammar('text.html.markdown')) as IGrammar;
});

/** The pieces of `text` that the injection names, as "piece: last scope without its ending". */
function tokens(text: string): string[] {
  let stack = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.at(-1) ?? '';
      const piece = line.slice(startIndex, endIndex).trim();
      return scope.endsWith('.touchstone') && piece !== ''
        ? [`${piece}: ${scope.replace('.touchstone', '')}`]
        : [];
    });
  });
}

const OPEN = '<!--: punctuation.definition.comment.begin';
const CLOSE = '-->: punctuation.definition.comment.end';
const key = (name: string) => ['@: punctuation.definition.key', `${name}: constant.other.citation`];
const cited = (...inner: string[]) => [
  '[: punctuation.definition.citation.begin',
  ...inner,
  ']: punctuation.definition.citation.end',
];

describe('directives', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'Text. <!-- touchstone-disable-line number-mismatch -->',
      [
        OPEN,
        'touchstone-disable-line: keyword.control.directive',
        'number-mismatch: constant.other.rule',
        CLOSE,
      ],
    ],
    [
      '<!-- touchstone-disable-next-line number-mismatch, date-mismatch: my own count -->',
      [
        OPEN,
        'touchstone-disable-next-line: keyword.control.directive',
        'number-mismatch: constant.other.rule',
        ',: punctuation.separator.rule',
        'date-mismatch: constant.other.rule',
        ':: punctuation.separator.reason',
        'my own count: string.unquoted.reason',
        CLOSE,
      ],
    ],
    ['<!-- touchstone-enable -->', [OPEN, 'touchstone-enable: keyword.control.directive', CLOSE]],
    [
      '<!-- touchstone-disable-file\nquote-altered -->',
      [
        OPEN,
        'touchstone-disable-file: keyword.control.directive',
        'quote-altered: constant.other.rule',
        CLOSE,
      ],
    ],
  ];
  test.each(cases)('%s', (text, expected) => expect(tokens(text)).toEqual(expected));
});

describe('citations', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['He said so [@coale2025].', cited(...key('coale2025'))],
    [
      '[see @doe:99, p. 3; -@roe]',
      cited(
        'see: meta.citation',
        ...key('doe:99'),
        ', p. 3: meta.citation',
        ';: punctuation.separator.citation',
        '-@: punctuation.definition.key',
        'roe: constant.other.citation',
      ),
    ],
    ['[@ключ]', cited(...key('ключ'))],
  ];
  test.each(cases)('%s', (text, expected) => expect(tokens(text)).toEqual(expected));
});

test.each([
  'Nothing here.',
  '<!-- a comment about touchstone -->',
  '<!-- touchstone-disabled -->',
  '`<!-- touchstone-disable-line -->` and `[@key]`',
  '```\n<!-- touchstone-disable-file -->\n[@key]\n```',
  '[a@b.example](mailto:a@b.example)',
  '[@name](https://example.org)',
  '[link]',
  'write to a@b.example',
])('leaves alone: %s', (text) => expect(tokens(text)).toEqual([]));
