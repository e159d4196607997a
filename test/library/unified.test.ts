import remarkParse from 'remark-parse';
import remarkRetext from 'remark-retext';
import remarkStringify from 'remark-stringify';
import retextEnglish from 'retext-english';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { expect, test } from 'vitest';
import { touchstone } from '../../server/src/library/index.ts';

const sources = [
  { name: 'seeds/ferry.txt', text: 'The ferry carried 214 passengers when it left Bodø on Friday.\n' },
];
const draft = '# Ferry\n\nThe *ferry* left Bodø with 241 passengers.\n';

test('a remark pipeline gets messages with the value, the source and the page, and its tree untouched', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(touchstone, { sources, rulePages: 'https://example.org/rules' })
    .use(remarkStringify)
    .process(new VFile({ path: 'draft.md', value: draft }));
  expect(String(file)).toBe(draft);
  expect(file.messages).toHaveLength(1);
  expect(file.messages[0]).toMatchObject({
    ruleId: 'number-mismatch',
    source: 'touchstone',
    fatal: false,
    actual: '241',
    expected: ['214'],
    url: 'https://example.org/rules/number-mismatch.md',
    note: 'seeds/ferry.txt:1: The ferry carried 214 passengers when it left Bodø on Friday.',
    line: 3,
    column: 28,
    place: { start: { line: 3, column: 28, offset: 36 }, end: { line: 3, column: 31, offset: 39 } },
  });
  expect(reporter(file)).toContain('number-mismatch touchstone');
});

test('a retext pipeline gets the same messages', async () => {
  const prose = unified().use(retextEnglish).use(touchstone, { sources }) as unknown as Processor;
  const file = await unified()
    .use(remarkParse)
    .use(remarkRetext, prose as never)
    .use(remarkStringify)
    .process(new VFile({ path: 'draft.md', value: draft }));
  expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['number-mismatch', 3]]);
});

test('the level decides what is told', async () => {
  const told = async (level: 'error' | 'information') => {
    const value =
      'The ferry left Bodø with 214 passengers. The ferry cost 17 million crowns, said Ola Berg.\n';
    const file = await unified()
      .use(remarkParse)
      .use(touchstone, { sources, level })
      .use(remarkStringify)
      .process(value);
    return file.messages.map(({ ruleId, fatal }) => [ruleId, fatal ?? null]);
  };
  expect(await told('error')).toEqual([]);
  expect(await told('information')).toContainEqual(['not-in-sources', null]);
});

test('plain text is read as plain text', async () => {
  const value = '~~~\nThe ferry left Bodø with 241 passengers.\n~~~\n';
  const messages = async (path: string) => {
    const file = new VFile({ path, value });
    await unified().use(remarkParse).use(touchstone, { sources }).use(remarkStringify).process(file);
    return file.messages.length;
  };
  expect(await messages('a.md')).toBe(0);
  expect(await messages('a.txt')).toBe(1);
});
