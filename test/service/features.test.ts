import { describe, expect, test } from 'vitest';
import type { CodeAction, Hover, LocationLink, Range, TextDocumentEdit } from 'vscode-languageserver-types';
import { createMemoryHost, serviceOver, ws } from './memoryHost.ts';

const DRAFT = ws('draft.md');

/** Opens `draft` over one source and gives the service with the range of the words between « and ». */
function setUp(
  marked: string,
  source = 'He met 123 people.',
  languageId = 'markdown',
  documentChanges = true,
) {
  const text = marked.replace('«', '').replace('»', '');
  const before = text.slice(0, Math.max(0, marked.indexOf('«')));
  const words = marked.includes('«') ? marked.slice(marked.indexOf('«') + 1, marked.indexOf('»')) : '';
  const line = before.split('\n').length - 1;
  const character = before.length - (before.lastIndexOf('\n') + 1);
  const range: Range = { start: { line, character }, end: { line, character: character + words.length } };
  const host = createMemoryHost({ 'seeds/a.txt': source });
  host.open(DRAFT, text, languageId);
  return { service: serviceOver(host, { documentChanges }), host, range, text };
}

/** The text after the edit of an action. */
function apply(text: string, { edit }: CodeAction): string {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...(change?.edits ?? [])]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((all, each) => {
      const { range, newText } = each as { range: Range; newText: string };
      return all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end));
    }, text);
}

const hoverText = (hover: Hover | null): string =>
  (hover?.contents as { value: string } | undefined)?.value ?? '';

test('a diagnostic marks the wrong words and points at the source', async () => {
  const { service, range } = setUp('He met **«132»** people.');
  expect(await service.diagnostics(DRAFT)).toEqual([
    {
      range,
      severity: 1,
      code: 'number-mismatch',
      codeDescription: { href: 'file:///rules/number-mismatch.md' },
      source: 'touchstone',
      message: '123, not 132',
      relatedInformation: [
        {
          location: {
            uri: ws('seeds/a.txt'),
            range: { start: { line: 0, character: 7 }, end: { line: 0, character: 10 } },
          },
          message: '“He met 123 people.”',
        },
      ],
    },
  ]);
});

describe('hover', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'a fact that agrees',
      'He met «123» people.',
      'He met 123 people.',
      '**123** agrees with the source — same value\n\n> He met **123** people.\n\n[a.txt, line 1](file:///ws/seeds/a.txt#L1)',
    ],
    [
      'a fact that differs',
      'He met «132» people.',
      'First.\n\nHe met 123 people.',
      '**132** differs from the source: **123**\n\n> He met **123** people.\n\n[a.txt, line 3](file:///ws/seeds/a.txt#L3)',
    ],
    [
      'a fact of no source',
      'He ate «4» apples.',
      'He met 123 people.',
      '**4** is not in any source — 1 source was read',
    ],
    [
      'source text is data',
      'He met «123» people.',
      '[x](command:y) <b>*$(bug)* met 123 people & http://a.b',
      '**123** agrees with the source — same value\n\n> \\[x\\](command:y) &lt;b&gt;\\*\\$(bug)\\* met **123** people &amp; …\n\n[a.txt, line 1](file:///ws/seeds/a.txt#L1)',
    ],
  ];
  test.each(cases)('%s', async (_, draft, source, expected) => {
    const { service, range } = setUp(draft, source);
    const hover = await service.hover(DRAFT, range.start);
    expect(hoverText(hover)).toBe(expected);
    expect(hover?.range).toEqual(range);
  });

  test('shows three source sentences at the most', async () => {
    const { service, range } = setUp('«7» cats.', '7 cats. 7 cats. 7 cats. 7 cats.');
    expect(hoverText(await service.hover(DRAFT, range.start)).match(/^> /gm)).toHaveLength(3);
  });

  test('says nothing beside a fact', async () => {
    const { service } = setUp('He met 123 people.');
    expect(await service.hover(DRAFT, { line: 0, character: 2 })).toBeNull();
  });
});

test('a definition leads to all source words, with the fact as its origin', async () => {
  const { service, range } = setUp('«7» cats.', '8 dogs, 7 cats. 7 cats.');
  const links = (await service.definition(DRAFT, range.start)) as LocationLink[];
  expect(links.map(({ targetSelectionRange }) => targetSelectionRange.start.character)).toEqual([8, 16]);
  expect(links[0]).toMatchObject({
    originSelectionRange: range,
    targetUri: ws('seeds/a.txt'),
    targetRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 15 } },
  });
});

describe('quick fixes', () => {
  test('the only safe fix is preferred and names the version it was made for', async () => {
    const { service, range, text } = setUp('😀 é “He met «132» people.”');
    const [fix] = await service.codeActions(DRAFT, range, undefined);
    expect(fix).toMatchObject({ title: 'Change to 123', kind: 'quickfix', isPreferred: true });
    expect(fix?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: DRAFT, version: 1 } }]);
    expect(apply(text, fix as CodeAction)).toBe('😀 é “He met 123 people.”');
  });

  test('none is preferred where there is a choice', async () => {
    const { service, range } = setUp('«9» cats.', '7 cats. 8 cats.');
    const actions = await service.codeActions(DRAFT, range, undefined);
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Change to 7', undefined],
      ['Change to 8', undefined],
      ['Ignore number-mismatch on this line', undefined],
      ['Ignore number-mismatch in this file', undefined],
      ['Ignore “9” in this sentence, in .touchstoneignore.json', undefined],
    ]);
  });

  test('the same slip is changed everywhere at once', async () => {
    const { service, range, text } = setUp('«132» people. 132 people, 5 people.');
    const all = (await service.codeActions(DRAFT, range, undefined)).find(({ title }) =>
      title.includes('all 2'),
    );
    expect(all?.title).toBe('Change all 2 “132” in this file to “123”');
    expect(apply(text, all as CodeAction)).toBe('123 people. 123 people, 5 people.');
  });

  test('changes without versions for clients that know no versions', async () => {
    const { service, range } = setUp('«132» people.', undefined, 'markdown', false);
    const [fix] = await service.codeActions(DRAFT, range, undefined);
    expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([DRAFT]);
  });

  test.each([
    [['quickfix'], 4],
    [['refactor', 'quickfix'], 4],
    [['refactor'], 0],
    [['source.organizeImports'], 0],
    [['source.fixAll.eslint'], 0],
    [['source.fixAll.touchstone', 'quickfix'], 5],
  ])('asked for %j only', async (only, count) => {
    const { service, range } = setUp('«132» people.');
    expect(await service.codeActions(DRAFT, range, only)).toHaveLength(count);
  });

  test('nothing beside a finding', async () => {
    const { service } = setUp('He met 132 people.');
    const caret = { line: 0, character: 1 };
    expect(await service.codeActions(DRAFT, { start: caret, end: caret }, undefined)).toEqual([]);
  });
});

describe('ignore on this line', () => {
  const DIRECTIVE = '<!-- touchstone-disable-line number-mismatch -->';
  const cases: readonly (readonly [string, string])[] = [
    ['«132» people.\nMore.', `132 people. ${DIRECTIVE}\nMore.`],
    ['«132» people.  \nMore.', `132 people. ${DIRECTIVE}  \nMore.`],
    ['«132» people.\\\nMore.', `132 people. ${DIRECTIVE}\\\nMore.`],
    ['| a |\n| --- |\n| «132» people |', `| a |\n| --- |\n| 132 people ${DIRECTIVE} |`],
    [
      '«132» people. <!-- touchstone-disable-line date-mismatch: mine -->',
      '132 people. <!-- touchstone-disable-line date-mismatch, number-mismatch: mine -->',
    ],
  ];
  test.each(cases)('%j', async (marked, expected) => {
    const { service, range, text } = setUp(marked);
    const actions = await service.codeActions(DRAFT, range, undefined);
    const action = actions.find(({ title }) => title.endsWith('on this line'));
    expect(apply(text, action as CodeAction)).toBe(expected);
  });

  test('is not offered in plain text, which has no comments', async () => {
    const { service, range } = setUp('«132» people.', undefined, 'plaintext');
    const titles = (await service.codeActions(DRAFT, range, undefined)).map(({ title }) => title);
    expect(titles).toEqual(['Change to 123', 'Ignore “132” in this sentence, in .touchstoneignore.json']);
  });
});
