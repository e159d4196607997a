import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { correctionNotice } from '../../server/src/desk/corrections.ts';
import { reportHtml } from '../../server/src/desk/reportHtml.ts';
import { reportJson } from '../../server/src/desk/reportJson.ts';
import { markedLines } from '../../server/src/desk/reportLines.ts';
import { reportMarkdown } from '../../server/src/desk/reportMarkdown.ts';
import { base64OfHex } from '../../server/src/text/base64.ts';
import { sha256 } from '../../server/src/text/sha256.ts';
import { reportOf } from '../support/reportOf.ts';

const root = join(import.meta.dirname, '..', '..');
const SOURCE = 'Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n';
const DRAFT =
  '# News\n\nLukashenko pardoned 132 individuals.\n\nIt was announced on December 13, 2025, in Gomel.\n';

const correction = {
  when: '2025-12-14T10:11:00Z',
  rule: 'number-mismatch',
  kind: 'number',
  from: '132',
  to: '123',
  notice: 'An earlier version said 132; it is 123.',
  line: 3,
  sentence: 'Lukashenko pardoned 123 individuals.',
  source: { file: 'a.txt', line: 1 },
} as const;

describe('the report of a draft', () => {
  const report = reportOf(DRAFT, { 'a.txt': SOURCE });

  test('numbers the facts and gives each its state, section, line and place', () => {
    const told = report.facts.map(({ number, text, line, section, state, evidence }) => [
      number,
      text,
      line,
      section,
      state,
      evidence.map(({ file, line: at, words }) => `${file}:${at} ${words}`),
    ]);
    expect(told).toEqual([
      [1, 'Lukashenko', 3, 'News', 'agrees', ['a.txt:1 Lukashenko']],
      [2, '132', 3, 'News', 'differs', ['a.txt:1 123']],
      [3, 'December 13, 2025', 5, 'News', 'agrees', ['a.txt:1 December 13, 2025']],
      [4, 'Gomel', 5, 'News', 'unsourced', []],
    ]);
  });

  test('says at its head that the check was ended before the end, and claims nothing of the rest', () => {
    const ended = reportOf(
      'Lukashenko pardoned 123 individuals.\n\nIt was announced on Monday.\n',
      { 'a.txt': SOURCE },
      {
        unchecked: { start: 38, end: 55 },
      },
    );
    expect(ended.uncheckedFrom).toBe(3);
    const words = 'The check took too long and ended at line 3:';
    expect(reportMarkdown(ended)).toContain(`**${words}`);
    expect(reportHtml(ended)).toContain(words);
    for (const form of [reportMarkdown(ended), reportHtml(ended)])
      expect(form).not.toContain('every fact agrees');
    expect(reportHtml(report)).not.toContain('took too long');
  });

  test('says which version of each text was compared', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(report.draft.sha256).toBe(hash(DRAFT));
    expect(report.sources).toEqual([
      { number: 1, uri: 'a.txt', file: 'a.txt', sha256: hash(SOURCE), facts: 3, cited: 2 },
    ]);
  });

  test('lists what was waved through, with the reason', () => {
    const silenced = reportOf(
      'Lukashenko pardoned 132 individuals. <!-- touchstone-disable-line number-mismatch: by telephone -->\n',
      { 'a.txt': SOURCE },
    );
    expect(silenced.exceptions).toMatchObject([
      { by: 'directive', rule: 'number-mismatch', text: '132', line: 1, reason: 'by telephone' },
    ]);
    expect(silenced.counts).toMatchObject({ facts: 2, agrees: 1, accepted: 1, differs: 0 });
    const accepted = reportOf(
      'Lukashenko pardoned 132 individuals.\n',
      { 'a.txt': SOURCE },
      {
        options: { accepted: [{ value: '132' }] },
      },
    );
    expect(accepted.exceptions.map(({ by, reason }) => [by, reason])).toEqual([['acceptedValue', undefined]]);
  });

  test('says what it does not cover', () => {
    const { notChecked } = reportOf(
      DRAFT,
      {},
      {
        skipped: [{ uri: 'b.pdf', reason: 'is not text' }],
        off: ['quote-altered', 'not-in-sources'],
      },
    );
    expect(notChecked.slice(0, 3)).toEqual([
      'Anything: there were no sources to compare with.',
      'The source b.pdf: it is not text.',
      'What the rules look for that are switched off: not-in-sources, quote-altered.',
    ]);
  });

  test('does not hide that corrections are not known', () => {
    expect(reportMarkdown(report)).toContain('Not recorded: corrections are seen only in an editor');
    const watched = reportOf(
      DRAFT,
      { 'a.txt': SOURCE },
      {
        corrections: { entries: [], since: '2025-12-14T09:00:00Z' },
      },
    );
    expect(reportMarkdown(watched)).toContain('None seen since 2025-12-14T09:00:00Z');
    expect(reportHtml(watched)).toContain('None seen since 2025-12-14 09:00 UTC');
  });
});

describe('as JSON', () => {
  const validate = new Ajv({ allErrors: true }).compile(
    JSON.parse(readFileSync(join(root, 'schemas/touchstone-report.schema.json'), 'utf8')),
  );
  const full = reportOf(
    `${DRAFT}\nLukashenko pardoned 140 individuals. <!-- touchstone-disable-line: so it was -->\n<!-- touchstone-disable-next-line x -->\n`,
    {
      'a.txt': SOURCE,
      'b.md': '---\ntitle: T\nauthor: A\npublisher: P\ndate: 2025-12-01\nurl: https://x.test/\n---\nNone.\n',
    },
    {
      corrections: { entries: [correction], since: '2025-12-14T09:00:00Z' },
      skipped: [{ uri: 'c.txt', reason: 'is empty' }],
    },
  );

  test.each([
    ['everything', full],
    ['nothing', reportOf('', {})],
  ])('%s fits the schema', (_, report) => {
    validate(JSON.parse(reportJson(report)));
    expect(validate.errors).toBeNull();
  });

  test('the schema refuses what it does not know', () => {
    expect(validate({ ...full, format: 2 })).toBe(false);
    expect(validate({ ...full, facts: [{ ...full.facts[0], state: 'true' }] })).toBe(false);
    expect(validate({ ...full, extra: 1 })).toBe(false);
  });

  test('is the same for the same input', () => {
    expect(reportJson(reportOf(DRAFT, { 'a.txt': SOURCE }))).toBe(
      reportJson(reportOf(DRAFT, { 'a.txt': SOURCE })),
    );
  });
});

describe('as Markdown', () => {
  test('reads as a table of what is open and the draft line by line', () => {
    const shown = reportMarkdown(
      reportOf(
        DRAFT,
        { 'a.txt': SOURCE },
        {
          corrections: { entries: [correction], since: '2025-12-14T09:00:00Z' },
        },
      ),
    );
    expect(shown).toContain(
      '| 2 | 3 | **132** | ≠ differs from the source | 123, not 132 — a.txt:1 “Lukashenko has pardoned 123 individuals” |',
    );
    expect(shown).toContain('| 4 | 5 | **Gomel** | ? not in any source |');
    expect(shown).toContain(
      '**Line 3.** Lukashenko pardoned 132 individuals.\n\n- 1: **Lukashenko** (name): ✓',
    );
    expect(shown).toContain(
      '> 1, 2: “**Lukashenko** has pardoned **123** individuals, announced on December 13, 2025.” — a.txt, line 1',
    );
    expect(shown).toContain('| 2025-12-14T10:11:00Z | 3 | 132 | 123 | `number-mismatch` | a.txt, line 1 |');
  });
});

describe('as HTML', () => {
  const html = reportHtml(reportOf(DRAFT, { 'a.txt': SOURCE }));

  test('allows no script and no address, and its own style by its hash', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|url\(|@import/i);
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, to]) => to?.startsWith('#'))).toBe(true);
  });

  test('each reference leads to a place in it, and each place is there once', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id as string);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, to]) => to as string);
    expect(targets.filter((to) => !ids.includes(to))).toEqual([]);
  });

  test('places are links where something can open them', () => {
    const linked = reportHtml(reportOf(DRAFT, { 'a.txt': SOURCE }), {
      place: 'editor',
      linkTo: ({ file, line }) => `command:open?["${file}",${line}]`,
    });
    expect(linked).toContain('<a href="command:open?[&quot;a.txt&quot;,1]">a.txt, line 1</a>');
  });

  test('a quotation over two lines is marked on both and noted once', () => {
    const report = reportOf('He said: “it was a very long\nday for us all” today.\n', {
      'a.txt': 'He said: “it was a very long day for us all” today.\n',
    });
    const [first, second] = markedLines(report);
    const quoted = (line: typeof first) =>
      line?.pieces.filter(({ fact }) => fact?.kind === 'quote').map(({ text }) => text);
    expect(quoted(first)).toEqual(['it was a very long']);
    expect(quoted(second)).toEqual(['day for us all']);
    expect([first?.facts.length, second?.facts.length]).toEqual([1, 0]);
    expect(second?.pieces.flatMap(({ ending }) => ending.map(({ number }) => number))).toEqual([1]);
  });
});

describe('text that is not meant well', () => {
  const NASTY = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><style>body{display:none}</style>',
    '<!-- --><b>bold</b>',
    '| a | b |',
    '[click](javascript:alert(1)) ![x](http://x.test/p.png)',
    '`code` **bold** __x__ ~~y~~',
    '\u202Ereversed \u0000\u0007\u001b[31m',
  ];

  test.each(NASTY)('stays text: %j', (words) => {
    const draft = `# ${words}\n\nLukashenko ${words} pardoned 132 individuals. He said “${words} good day to you”.\n`;
    const source = `---\ntitle: ${JSON.stringify(words)}\n---\nLukashenko ${words} has pardoned 123 individuals.\n`;
    const report = reportOf(
      draft,
      { [`${words}.md`]: source },
      {
        name: `${words}.md`,
        skipped: [{ uri: words, reason: words }],
        corrections: {
          entries: [
            { ...correction, from: words, to: words, sentence: words, source: { file: words, line: 1 } },
          ],
          since: words,
        },
      },
    );
    expect(report.facts.length).toBeGreaterThan(0);
    const html = reportHtml(report);
    const style = /<style>[\s\S]*?<\/style>/.exec(html)?.[0] ?? '';
    const tags = new Set(
      [...html.replace(style, '').matchAll(/<\/?([a-zA-Z][^\s>/]*)/g)].map(([, tag]) => tag),
    );
    const known =
      'html head meta title style body a header h1 p svg rect ul li span time nav main section h2 table caption thead tbody tr th td b bdi mark sup blockquote footer cite ol div del ins'.split(
        ' ',
      );
    expect([...tags].filter((tag) => !known.includes(tag as string))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const markdown = reportMarkdown(report);
    expect(markdown).not.toMatch(/<(?:script|img|b|style)/);
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
  });
});

describe('hashes', () => {
  test.each(['', 'abc', 'é€🕊️', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'x'.repeat(1000), '\ud800'])(
    'of %j are those of Node',
    (text) => {
      const hash = createHash('sha256').update(text).digest();
      expect(sha256(text)).toBe(hash.toString('hex'));
      expect(base64OfHex(sha256(text))).toBe(hash.toString('base64'));
    },
  );
});

test.each([
  ['number', '132', '123', 'An earlier version said 132; it is 123.'],
  ['date', 'Dec. 12', 'Dec. 13', 'An earlier version said Dec. 12; it is Dec. 13.'],
  ['name', 'Cole', 'Coale', 'An earlier version had the name Cole; it is Coale.'],
  [
    'quote',
    '“a bad day.”',
    '“a good day.”',
    'An earlier version quoted “a bad day.”; the words are “a good day.”',
  ],
  ['name', 'Foo Ltd.', 'Foo Inc.', 'An earlier version had the name Foo Ltd.; it is Foo Inc.'],
] as const)('the notice of a corrected %s', (kind, from, to, notice) => {
  expect(correctionNotice({ kind, from, to })).toBe(notice);
});
