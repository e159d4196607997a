import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { GERMAN } from '../../server/src/l10n/german.ts';
import { languageFor } from '../../server/src/l10n/languages.ts';
import { ENGLISH, inEnglish, message, said, speak, t } from '../../server/src/l10n/message.ts';
import { checkText } from '../support/runWorkspace.ts';
import { parseWorkspaceFile } from '../support/workspaceFile.ts';
import { isProse, placesOf, type SourceString, stringsUnder } from './strings.ts';

afterEach(() => speak(ENGLISH));

const strings = stringsUnder('server/src');
const TEMPLATE = new Set(['t(', 'later(', 'message(']);

/** Reasons of agreement are said by way of the alignment, which keeps them in English. */
const isReason = ({ path, inside, text }: SourceString): boolean =>
  path.startsWith('server/src/alignment/') &&
  (inside[0] === 'how' || inside[0] === 'agrees(') &&
  /^[\p{L}][\p{L} ,\d%]+$/u.test(text);

const templates = new Set([
  ...strings.filter(({ inside }) => TEMPLATE.has(inside[0] ?? '')).map(({ text }) => text),
  ...strings.filter(isReason).map(({ text }) => text),
]);

describe('German', () => {
  test('has every template, and none that is not used', () => {
    expect(templates.size).toBeGreaterThan(200);
    expect([...templates].filter((template) => !(template in GERMAN.words))).toEqual([]);
    expect(Object.keys(GERMAN.words).filter((template) => !templates.has(template))).toEqual([]);
  });

  test('has the places of each template', () => {
    const wrong = Object.entries(GERMAN.words).filter(([from, to]) => placesOf(from) !== placesOf(to));
    expect(wrong).toEqual([]);
  });

  test('is not left in English, and has its own quotation marks', () => {
    const same = Object.entries(GERMAN.words)
      .filter(([from, to]) => from === to)
      .map(([from]) => from);
    // The same words in both languages.
    expect(same.sort()).toEqual(['true or false', '{0}: {1}'].filter((text) => same.includes(text)).sort());
    expect(
      Object.values(GERMAN.words).filter(
        (text) => /”|“[^.,;:!?)\s]*\p{L}[^„]*$/u.test(text) && !text.includes('„'),
      ),
    ).toEqual([]);
  });
});

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['de_DE.UTF-8', 'de'],
  ['DE', 'de'],
  ['den', 'en'],
  ['fr', 'en'],
  ['C', 'en'],
  [undefined, 'en'],
])('the locale %s speaks %s', (locale, code) => expect(languageFor(locale).code).toBe(code));

test('arguments are data', () => {
  speak(GERMAN);
  expect(t('Replace with “{0}”', '{1} $& {0}')).toBe('Durch „{1} $& {0}“ ersetzen');
  expect(said(message('{0}, not {1}', 1, 2))).toBe('1, nicht 2');
  expect(inEnglish(message('{0}, not {1}', 1, 2))).toBe('1, not 2');
  expect(t('no such template {0}', 1)).toBe('no such template 1');
});

/** Texts that are no words for the people in front of an editor, each with its reason. */
const ELSEWHERE: readonly (readonly [what: RegExp | ((found: SourceString) => boolean), why: string])[] = [
  [
    /^server\/src\/(?:cli|mcp|library)\//,
    'programs of their own, in English like their options and exit codes',
  ],
  [/^server\/src\/desk\/tool\w*\.ts$|^server\/src\/service\/features\/tools\.ts$/, 'written for agents'],
  [
    /^server\/src\/desk\/(?:reportStyle|corrections)\.ts$/,
    'style; words that go into the draft, which is English',
  ],
  [
    /^server\/src\/(?:text|prose|mentions|alignment)\/|^server\/src\/sources\/(?!decode)/,
    'analysis: word lists and names of forms',
  ],
  [/^server\/src\/findings\/expla\w*\.ts$/, 'the command line’s explain'],
  [
    ({ inside }) =>
      inside.some((name) =>
        /(?:^|\.)(?:log|warn|error|info|debug|guard|answer|serve|onChecked|Error|RuleFault|super)\(\)?$/.test(
          name,
        ),
      ),
    'the log, for reports of faults',
  ],
  [
    ({ path, inside }) =>
      path.startsWith('server/src/rules/') && ['title', 'summary', 'level', 'fix'].includes(inside[0] ?? ''),
    'the description of a rule, as in its page',
  ],
];

/** Single strings that look like words for people and are none. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'Touchstone',
  'Cancelled',
  'plain text',
  'code lenses',
  // citations, which go into the draft
  '{}, line {}',
  '[@{}, line {}]',
  // the header of a message
  'Content-Length: {}\r\n\r\n',
  // only names and what is translated
  'touchstone.sources: {}.',
]);

const isElsewhere = (found: SourceString): boolean =>
  ELSEWHERE.some(([what]) => (what instanceof RegExp ? what.test(found.path) : what(found)));

test('no words for people go round the table of messages', () => {
  const loose = strings
    .filter(({ inside, path }) => !TEMPLATE.has(inside[0] ?? '') && !path.startsWith('server/src/l10n/'))
    .filter(
      (found) =>
        !isElsewhere(found) &&
        !NO_WORDS.has(found.text) &&
        isProse(found.text) &&
        !/[<>{}[\]]\S*["=/]|^\s*<|<!--/.test(found.text),
    )
    .map(({ path, line, text }) => `${path}:${line} ${text}`);
  expect(loose).toEqual([]);
});

test('what is found and fixed is the same in every language', () => {
  const folder = join(import.meta.dirname, '../specs');
  const article = readFileSync(join(import.meta.dirname, '../../seeds/lukashenko-pardons.txt'), 'utf8');
  let compared = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    for (const text of readFileSync(join(folder, file), 'utf8')
      .split(/^== .+ ==\n/m)
      .slice(1)) {
      const sections = parseWorkspaceFile(text.replaceAll(/^@pardons$/gm, article.trimEnd()));
      const sources = Object.fromEntries(
        sections.filter(({ name }) => name.startsWith('seeds/')).map((source) => [source.name, source.text]),
      );
      for (const draft of sections.filter(({ name }) => /^draft\.(?:md|txt)$/.test(name))) {
        const check = () =>
          JSON.stringify(withoutWords(checkText(draft.text, sources, undefined, draft.name)));
        speak(ENGLISH);
        const english = check();
        speak(GERMAN);
        expect(check(), `${file}: ${draft.text}`).toBe(english);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});

/** A report without what is said to people. */
const withoutWords = (report: ReturnType<typeof checkText>): unknown => ({
  ...report,
  findings: report.findings.map(({ message: _, fixes, ...rest }) => ({
    ...rest,
    fixes: fixes.map(({ title: _title, ...fix }) => fix),
  })),
  suppressed: report.suppressed.map(({ fingerprint, silence }) => ({ fingerprint, silence })),
  facts: report.facts.map(({ reason: _, ...rest }) => rest),
});
