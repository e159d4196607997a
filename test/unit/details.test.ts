import { expect, test } from 'vitest';
import { analyse } from '../../server/src/engine.ts';
import { frontMatterOf } from '../../server/src/prose/frontMatter.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import { foreignLanguage, readDraftSources, readSourceDetails } from '../../server/src/sources/details.ts';

test.each([
  ['---\ntitle: A\n---\nText', { title: 'A' }],
  ['\ufeff---\r\ntitle: A\r\ndate: 2025-12-13\r\n---\r\nText', { title: 'A', date: '2025-12-13' }],
  ['---\n---\n', undefined],
  ['---\ntitle: [\n---\n', undefined],
  ['---\n- a\n---\n', undefined],
  ['---\ntitle: A\n', undefined],
  ['Text\n---\ntitle: A\n---\n', undefined],
  ['', undefined],
  ['+++\ntitle = "A"\nrank = 2\n+++\nText', { title: 'A', rank: 2 }],
  ['\ufeff+++\r\ntitle = "A"\r\n+++\r\nText', { title: 'A' }],
  ['+++\ntitle = \n+++\n', undefined],
  ['+++\ntitle = "A"\n---\n', undefined],
  ['---\ntitle: A\n+++\n', undefined],
])('front matter of %j, read alone and with the text', (text, expected) => {
  expect(frontMatterOf(text)).toEqual(expected);
  expect(readProse({ uri: 'a.md', format: 'markdown', text }).frontMatter).toEqual(expected);
});

test.each([
  [
    { title: ' A\n b ', date: '2025-12-13', rank: 1 },
    { title: 'A b', date: '2025-12-13', rank: 1 },
  ],
  [
    { authors: ['A', 'B'], lang: 'en' },
    { author: 'A, B', language: 'en' },
  ],
  [
    { author: ['A'], language: 'en-GB', lang: 'de' },
    { author: 'A', language: 'en-GB' },
  ],
  [
    { date: 2025, url: 'https://example.org', publisher: 'P' },
    { date: '2025', url: 'https://example.org', publisher: 'P' },
  ],
  [{ title: { a: 1 }, author: null, rank: 'first', url: '', date: 'x'.repeat(600) }, {}],
  [undefined, {}],
])('details of a source: %j', (frontMatter, expected) => {
  expect(readSourceDetails(frontMatter)).toEqual(expected);
});

test.each([
  [{ sources: 'a.txt' }, ['a.txt']],
  [{ sources: ['a.txt', 7, null, ' b/*.md '] }, ['a.txt', '7', 'b/*.md']],
  [{ sources: [] }, undefined],
  [{ sources: { a: 1 } }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('sources that a draft names: %j', (frontMatter, expected) => {
  expect(readDraftSources(frontMatter)).toEqual(expected);
});

test.each([
  [undefined, false],
  ['en', false],
  ['EN-gb', false],
  ['eng', false],
  ['English', false],
  ['de', true],
  ['enm', true],
  ['be-Latn', true],
])('a source in %j is left out: %s', (language, left) => {
  const reason = foreignLanguage(readSourceDetails(language === undefined ? {} : { language }));
  expect(reason).toEqual(left ? expect.stringContaining(`“${language}”`) : undefined);
});

test('TOML says what YAML says', () => {
  const toml = '+++\ntitle = "A"\ndate = 2025-12-13\nrank = 1\nlanguage = "en"\nsources = ["a.txt"]\n+++\n';
  const frontMatter = frontMatterOf(toml);
  expect(readSourceDetails(frontMatter)).toEqual({ title: 'A', date: '2025-12-13', rank: 1, language: 'en' });
  expect(readDraftSources(frontMatter)).toEqual(['a.txt']);
  const text = `${toml}\nHe came yesterday.\n`;
  expect(analyse(readProse({ uri: 'a.md', format: 'markdown', text })).dateline).toEqual({
    year: 2025,
    month: 12,
    day: 13,
  });
});
