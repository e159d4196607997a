import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xml } from '../../server/src/cli/reporters/junit.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { type Folder, makeFolder } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge on May 4, 2024.\n';
const BAD =
  '# Ridge\n\nThe rescue service brought **132 hikers** down from the ridge. A helicopter cost $4,870.\n';
/** Everything that a format might have to escape. */
const ODD = 'drafts/50%, <a> & "b": ü.md';

let folder: Folder;
beforeAll(() => {
  folder = makeFolder({
    'seeds/ridge.txt': SOURCE,
    'clean.md': 'The rescue service brought 123 hikers down from the ridge.\n',
    [ODD]: BAD,
    'bad/seeds/ridge.txt': SOURCE,
    'bad/seeds/empty.txt': '',
    'bad/draft.md': BAD,
  });
});
afterAll(() => folder.remove());

const checked = (format: string, ...args: string[]): string => {
  const { code, out, error } = folder.run('check', '--format', format, ...args);
  expect({ code, error }).toEqual({ code: 1, error: '' });
  return out;
};

describe('json', () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8')),
  );

  test.each([
    ['findings', [ODD, 'clean.md']],
    ['problems', ['bad', 'nowhere.md']],
  ])('a report with %s is what the schema says', (_name, drafts) => {
    const report = JSON.parse(folder.run('check', '--format', 'json', ...drafts).out);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.files.length).toBeGreaterThan(0);
  });

  test('the schema refuses what is no report', () => {
    const report = JSON.parse(folder.run('check', '--format', 'json', ODD).out);
    for (const wrong of [
      { ...report, schemaVersion: 2 },
      { ...report, files: [{ file: 'a.md' }] },
      { ...report, coverage: { facts: -1 } },
    ])
      expect(validate(wrong)).toBe(false);
  });

  test('says what kept the run from being whole', () => {
    const { code, out } = folder.run('check', '--format', 'json', 'bad', 'nowhere.md');
    const { problems, skipped } = JSON.parse(out);
    expect(code).toBe(2);
    expect(skipped).toEqual([{ file: 'bad/seeds/empty.txt', problem: 'is empty' }]);
    expect(problems).toEqual([expect.stringContaining('No such draft: nowhere.md')]);
  });
});

describe('sarif', () => {
  const schema = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  // The schema's pattern for languages cannot be read in Unicode mode.
  const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv as never);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  const logOf = (text: string): Log => {
    const log = JSON.parse(text);
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    return log;
  };

  test('a log with findings is valid by the official schema, and leads to draft and source', () => {
    const [run] = logOf(checked('sarif', ODD)).runs;
    const [result] = run?.results ?? [];
    const from = BAD.split('\n')[2]?.indexOf('132') ?? -1;
    expect(result).toMatchObject({
      ruleId: 'number-mismatch',
      level: 'error',
      message: { text: expect.stringContaining('123, not 132') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'drafts/50%25%2C%20%3Ca%3E%20%26%20%22b%22%3A%20%C3%BC.md' },
            region: {
              startLine: 3,
              startColumn: from + 1,
              endLine: 3,
              endColumn: from + 4,
              snippet: { text: '132' },
            },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: SOURCE.trim() },
          physicalLocation: { artifactLocation: { uri: 'seeds/ridge.txt' }, region: { startLine: 1 } },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '123' } }] }] }],
    });
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(true);
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ code }) => code));
    expect(rules[result?.ruleIndex ?? -1]?.help?.markdown).toContain('# Wrong number (`number-mismatch`)');
  });

  test('fingerprints stay where a sentence moves, and differ between findings', () => {
    const fingerprints = (): readonly unknown[] =>
      (logOf(checked('sarif', ODD)).runs[0]?.results ?? []).map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    const before = fingerprints();
    expect(before[0]).toEqual({ 'touchstone/v1': expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(new Set(before.map((each) => JSON.stringify(each))).size).toBe(before.length);
    folder.add({ [ODD]: BAD.replace('# Ridge', '# Ridge\n\nA heading.\n\nMore.') });
    expect(fingerprints()).toEqual(before);
    folder.add({ [ODD]: BAD });
  });

  test('a run that was not whole says so, and is still valid', () => {
    const { code, out } = folder.run('check', '--format', 'sarif', 'bad', 'nowhere.md');
    expect(code).toBe(2);
    const [invocation] = logOf(out).runs[0]?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      expect.stringContaining('No such draft: nowhere.md'),
      'Skipped the source bad/seeds/empty.txt: it is empty.',
    ]);
  });

  test('the schema refuses what is no log', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });
});

describe('github', () => {
  test('one annotation a finding, with what is special escaped', () => {
    const lines = checked('github', ODD).trimEnd().split('\n');
    const file = 'drafts/50%25%2C <a> & "b"%3A ü.md';
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      new RegExp(
        `^::error file=${file},line=3,endLine=3,col=30,endColumn=33,title=Touchstone%3A number-mismatch::`,
      ),
    );
    expect(lines[0]).toContain('::123, not 132 — ridge.txt:1 “');
    expect(lines[1]).toMatch(/^::notice file=.*::/);
  });

  test('a per cent sign and a line end in a message are escaped', () => {
    const place = makeFolder({
      'seeds/s.txt': 'The share of the northern ports rose to 45% in 2024.\n',
      'draft.md': 'The share of the northern ports rose to 54% in 2024.\n',
    });
    const { out } = place.run('check', '--format', 'github', 'draft.md');
    place.remove();
    expect(out).toMatch(/::45%25?, not 54%25?/);
    expect(out.replaceAll(/%(25|0A|0D|3A|2C)/g, '')).not.toContain('%');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  test('what could not be done is an error too', () => {
    const { code, out } = folder.run('check', '--format', 'github', 'nowhere.md');
    expect(code).toBe(2);
    expect(out).toMatch(/^::error title=Touchstone::No such draft: nowhere\.md/);
  });
});

describe('junit', () => {
  test('a suite for each draft, escaped; weak findings are skipped cases', () => {
    const lines = checked('junit', ODD, 'clean.md').split('\n');
    const name = 'drafts/50%, &lt;a&gt; &amp; &quot;b&quot;: ü.md';
    expect(lines[0]).toBe('<?xml version="1.0" encoding="UTF-8"?>');
    expect(lines[1]).toBe('<testsuites name="Touchstone" tests="3" failures="1" errors="0">');
    expect(lines[2]).toBe(`  <testsuite name="${name}" tests="2" failures="1" errors="0" skipped="1">`);
    expect(lines[3]).toContain(
      `name="number-mismatch 3:30" file="${name}" line="3"><failure type="error" message="`,
    );
    expect(lines[4]).toContain('<skipped message="information: ');
    expect(lines.join('\n')).toContain('<testcase classname="clean.md" name="no findings" file="clean.md"/>');
  });

  test('what could not be done is an error', () => {
    const { code, out } = folder.run('check', '--format', 'junit', 'bad');
    expect(code).toBe(2);
    expect(out).toContain('<error message="Skipped the source bad/seeds/empty.txt: it is empty."/>');
    expect(out).toMatch(/^<testsuites .* errors="1">$/m);
  });

  test.each([
    ['a < b & c > "d"', 'a &lt; b &amp; c &gt; &quot;d&quot;'],
    ['two\r\nlines\tand', 'two&#13;&#10;lines&#9;and'],
    ['bell \u0007, half \ud83d, whole 😀', 'bell \ufffd, half \ufffd, whole 😀'],
    [']]>', ']]&gt;'],
  ])('%j is written as %j', (text, written) => {
    expect(xml(text)).toBe(written);
  });
});

describe('html and markdown', () => {
  const hostile = '<script>alert(1)</script> [x](javascript:y) `code`';

  let place: Folder;
  beforeAll(() => {
    place = makeFolder({
      'seeds/<s>.txt': `The rescue service brought 123 hikers down, ${hostile}, on Monday.\n`,
      'draft.txt': `The rescue service brought 132 hikers down, ${hostile}, on Monday.\n`,
      'clean.txt': 'The rescue service brought 123 hikers down.\n',
    });
  });
  afterAll(() => place.remove());

  test('html: a page without script, with every text escaped', () => {
    const { code, out } = place.run('check', 'draft.txt', 'clean.txt', '--format', 'html');
    expect(code).toBe(1);
    expect(out).toContain('<mark>132</mark> hikers down, &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(out).toContain('seeds/&lt;s&gt;.txt:1');
    expect(out).not.toContain('<script');
    expect(out).toContain('2 drafts checked against 1 source: 1 error.');
  });

  test('markdown: every text escaped, and what could not be done', () => {
    const { code, out } = place.run('check', 'draft.txt', 'no*w*here.txt', '--format', 'markdown');
    expect(code).toBe(2);
    expect(out).toContain('- **error** 123, not 132 — ');
    expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt; \\[x\\](javascript:y) \\`code\\`');
    expect(out).not.toContain('<script');
    expect(out).toMatch(/## What could not be done\n\n- No drafts in no\\\*w\\\*here\.txt/);
  });

  test('--report writes further forms in the same run, and says when it cannot', () => {
    const { code, out } = place.run(
      ...['check', 'draft.txt', '--report', 'junit=a.xml', '--report', 'json=b.json'],
    );
    expect(code).toBe(1);
    expect(out).toContain('error  number-mismatch');
    expect(readFileSync(join(place.path, 'a.xml'), 'utf8')).toContain('failures="1"');
    expect(JSON.parse(readFileSync(join(place.path, 'b.json'), 'utf8')).files).toHaveLength(1);
    const broken = place.run('check', 'draft.txt', '--report', 'junit=no/such/folder/a.xml');
    expect(broken.code).toBe(2);
    expect(broken.error).toBe('touchstone: The report no/such/folder/a.xml cannot be written (ENOENT).\n');
    expect(place.run('check', 'draft.txt', '--report', 'pdf=a.pdf').error).toContain('Write FORMAT=FILE');
  });
});
