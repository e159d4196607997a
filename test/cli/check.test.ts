import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, makeFolder, passingFolders } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge on May 4, 2024.\n';
const GOOD = 'The rescue service brought **123 hikers** down from the ridge.\n';
const BAD = 'Clouds came in.\n\nThe rescue service brought **132 hikers** down from the ridge.\n';

const make = passingFolders();

const coverageLine =
  /^\d+ facts?: \d+ agrees?, \d+ differs?, \d+ not in any source\. Not checked: causes, omissions, opinion\.$/;
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
const filesOf = (out: string): readonly string[] =>
  JSON.parse(out).files.map(({ file }: { file: string }) => file);

describe('exit codes and the report for a person', () => {
  test('a clean draft: 0, and the coverage', () => {
    const { code, out, error } = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': GOOD }).run(
      'check',
      'draft.md',
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('1 draft checked against 1 source: no findings.');
    expect(lastLine(out)).toMatch(coverageLine);
  });

  test('a wrong number: 1, with place, message, underline and the source sentence', () => {
    const { code, out, error } = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': BAD }).run(
      'check',
      'draft.md',
    );
    expect({ code, error }).toEqual({ code: 1, error: '' });
    const lines = out.split('\n');
    expect(lines[0]).toBe('draft.md:3:30  error  number-mismatch');
    expect(lines[1]).toContain('123, not 132');
    expect(lines[2]).toBe('     3 │ The rescue service brought **132 hikers** down from the ridge.');
    expect(lines[3]).toBe('       │                              ^^^');
    expect(lines[4]).toBe('  seeds/ridge.txt:1:28');
    expect(lines[5]).toBe(`     1 │ ${SOURCE.trim()}`);
    expect(lines[6]).toBe('       │                            ~~~');
    expect(lines.slice(7, 9)).toEqual([
      '  fix: Replace with “123”',
      '  rule: touchstone explain number-mismatch',
    ]);
    expect(lastLine(out)).toMatch(coverageLine);
  });

  test('no colours when the output is not a terminal', () => {
    const { out } = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': BAD }).run('check', 'draft.md');
    expect(out).not.toContain('\u001b');
  });

  test('control characters of a text do not reach the terminal', () => {
    const draft = BAD.replace('down', '\u001b[31mdown\u0007');
    const { code, out } = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': draft }).run('check', 'draft.md');
    expect(code).toBe(1);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u0007');
  });

  test('information alone is clean', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': `${GOOD}\nA helicopter cost $4,870.\n` });
    const { code, out } = folder.run('check', 'draft.md');
    expect(out).toContain('information  not-in-sources');
    expect(code).toBe(0);
  });
});

describe('levels', () => {
  let folder: Folder;
  beforeAll(() => {
    folder = makeFolder({ 'seeds/ridge.txt': SOURCE, 'draft.md': `${BAD}\nA helicopter cost $4,870.\n` });
  });
  afterAll(() => folder.remove());

  test.each([
    [['--rule', 'number-mismatch=off'], 0, ['not-in-sources information']],
    [['--rule', 'number-mismatch=hint'], 0, ['number-mismatch hint', 'not-in-sources information']],
    [
      ['--rule=number-mismatch=warning', '--rule', 'not-in-sources=error'],
      1,
      ['number-mismatch warning', 'not-in-sources error'],
    ],
    [['--level', 'error'], 1, ['number-mismatch error']],
    [['--level', 'warning', '--rule', 'number-mismatch=hint'], 0, []],
  ])('%j gives %i and %j', (options, expected, findings) => {
    const { code, out } = folder.run('check', 'draft.md', '--format', 'json', ...options);
    const found = JSON.parse(out).files[0].findings as { code: string; level: string }[];
    expect(found.map((finding) => `${finding.code} ${finding.level}`)).toEqual(findings);
    expect(code).toBe(expected);
  });
});

describe('the report for a program', () => {
  test('has offsets, range, fixes, evidence and coverage', () => {
    const { code, out } = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': BAD }).run(
      'check',
      '--format=json',
      'draft.md',
    );
    expect(code).toBe(1);
    const report = JSON.parse(out);
    const start = BAD.indexOf('132');
    expect(report).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      files: [
        {
          file: 'draft.md',
          findings: [
            {
              code: 'number-mismatch',
              level: 'error',
              message: expect.stringContaining('123, not 132'),
              start,
              end: start + 3,
              range: { start: { line: 2, character: 29 }, end: { line: 2, character: 32 } },
              text: '132',
              fixes: [
                {
                  title: expect.any(String),
                  newText: '123',
                  safe: true,
                  edits: [{ start, end: start + 3, newText: '123' }],
                },
              ],
              evidence: [{ file: 'seeds/ridge.txt', line: 1, sentence: SOURCE.trim() }],
            },
          ],
          coverage: { facts: 1, supported: 0, refuted: 1, notFound: 0 },
        },
      ],
      sources: ['seeds/ridge.txt'],
      skipped: [],
    });
    const [evidence] = report.files[0].findings[0].evidence;
    expect(SOURCE.slice(evidence.start, evidence.end)).toBe(evidence.text);
    expect(evidence.text).toContain('123');
  });

  test('offsets are those of an editor: a byte order mark does not count, a line end counts as written', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': `\ufeff${BAD.replaceAll('\n', '\r\n')}` });
    const [finding] = JSON.parse(folder.run('check', 'draft.md', '--format', 'json').out).files[0].findings;
    expect(finding).toMatchObject({
      start: BAD.indexOf('132') + 2,
      range: { start: { line: 2, character: 29 } },
    });
  });

  test('is the same each time', () => {
    const folder = make({
      'seeds/a.txt': SOURCE,
      'seeds/b.txt': SOURCE.replace('123', '124'),
      'x/1.md': BAD,
      'x/2.md': BAD,
    });
    expect(folder.run('check', 'x', '--format', 'json')).toEqual(
      folder.run('check', 'x', '--format', 'json'),
    );
  });
});

describe('what is a draft and what is a source', () => {
  test('a folder gives its texts, without sources and other files', () => {
    const folder = make({
      'seeds/ridge.txt': SOURCE,
      'a.md': GOOD,
      'deep/b.txt': GOOD,
      'deep/c.html': BAD,
      'node_modules/x/readme.md': BAD,
    });
    const { code, out } = folder.run('check', '.', '--format', 'json');
    expect(filesOf(out)).toEqual(['a.md', 'deep/b.txt']);
    expect(code).toBe(0);
  });

  test('a glob is expanded, and a name with brackets is a name', () => {
    const folder = make({
      'seeds/ridge.txt': SOURCE,
      'drafts/1.md': GOOD,
      'drafts/2.md': GOOD,
      'a[1].md': BAD,
    });
    expect(filesOf(folder.run('check', 'drafts/*.md', '--format', 'json').out)).toEqual([
      'drafts/1.md',
      'drafts/2.md',
    ]);
    expect(folder.run('check', 'a[1].md').code).toBe(1);
  });

  test('each draft is checked against the seeds of the nearest folder above it', () => {
    const folder = make({
      'one/seeds/s.txt': SOURCE,
      'one/text/draft.md': GOOD,
      'two/seeds/s.txt': SOURCE.replace('123', '132'),
      'two/draft.md': BAD,
    });
    const { code, out } = folder.run('check', 'one', 'two', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out).sources).toEqual(['one/seeds/s.txt', 'two/seeds/s.txt']);
  });

  test.each([
    ['a glob', ['draft.md', '--sources', 'articles/*.txt']],
    ['a folder', ['draft.md', '--sources', 'articles']],
    ['a file', ['--sources=articles/a.txt', 'draft.md']],
    ['several, as a shell expands them', ['draft.md', '--sources', 'articles/a.txt', 'articles/b.txt']],
    ['before the draft', ['--sources', 'articles/a.txt', 'articles/b.txt', '--', 'draft.md']],
  ])('--sources takes %s', (_name, args) => {
    const folder = make({
      'articles/a.txt': SOURCE,
      'articles/b.txt': 'Nothing else was said.\n',
      'draft.md': BAD,
    });
    const { code, out } = folder.run('check', '--format', 'json', ...args);
    expect(code).toBe(1);
    expect(filesOf(out)).toEqual(['draft.md']);
    expect(JSON.parse(out).sources).toContain('articles/a.txt');
  });

  test('a file that is named is a draft even among the sources, and is not its own source', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'seeds/copy.txt': BAD });
    const { code, out } = folder.run('check', 'seeds/copy.txt', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out).sources).toEqual(['seeds/ridge.txt']);
  });

  test('a slip of the source itself is a hint on the source', () => {
    const source = 'The club sold 40 boats in May. Including 25 boats in June, the total reached 75 boats.\n';
    const { code, out } = make({
      'seeds/club.txt': source,
      'draft.md': 'The club sold 40 boats in May.\n',
    }).run('check', 'draft.md', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out).sourceFindings).toMatchObject([
      { file: 'seeds/club.txt', findings: [{ code: 'source-inconsistent', level: 'hint', text: '75' }] },
    ]);
  });
});

describe('bad sources are skipped and said so', () => {
  const bad = {
    'not text': [
      'seeds/bad.txt',
      new Uint8Array([0x50, 0x4b, 0, 3]),
      'is not a text file (it contains NUL bytes)',
    ],
    'not UTF-8': [
      'seeds/bad.txt',
      new Uint8Array([0x63, 0xe9]),
      'is not valid UTF-8 text (save it as UTF-8)',
    ],
    empty: ['seeds/bad.txt', '', 'is empty'],
    'too large': [
      'seeds/bad.txt',
      'x'.repeat(5_200_000),
      'is larger than the limit (5.2 MB, the limit is 5 MB)',
    ],
    'in another language': [
      'seeds/bad.md',
      '---\nlanguage: de\n---\n\nDie Bergwacht holte 132 Wanderer vom Grat.\n',
      'is in another language (“de”): only English is read, and nothing is checked against it',
    ],
  } as const;

  test.each(Object.entries(bad))('%s', (_name, [file, content, problem]) => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, [file]: content, 'draft.md': BAD });
    const { code, out, error } = folder.run('check', 'draft.md', '--format', 'json');
    expect(error).toBe(`touchstone: skipped the source ${file}: it ${problem}.\n`);
    expect(JSON.parse(out)).toMatchObject({ sources: ['seeds/ridge.txt'], skipped: [{ file, problem }] });
    expect(code).toBe(2);
  });

  test('and are never a clean run, but can be taken out of the sources', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'seeds/bad.txt': bad.empty[1], 'draft.md': GOOD });
    const { code, out } = folder.run('check', 'draft.md');
    expect(code).toBe(2);
    expect(lastLine(out)).toContain(' 1 source skipped. ');
    expect(folder.run('check', 'draft.md', '--sources', 'seeds', '!seeds/bad.txt').code).toBe(0);
  });

  test('when none is left, the job is not done', () => {
    const { code, error } = make({ 'seeds/bad.txt': '', 'draft.md': GOOD }).run('check', 'draft.md');
    expect(code).toBe(2);
    expect(error).toContain('None of the sources in seeds/ can be read');
  });
});

describe('what cannot be done gives 2 and says what to do', () => {
  let folder: Folder;
  beforeAll(() => {
    folder = makeFolder({
      'seeds/ridge.txt': SOURCE,
      'draft.md': GOOD,
      'binary.md': new Uint8Array([0, 1, 2]),
      'none/draft.md': GOOD,
      'none/pictures/a.png': '',
    });
  });
  afterAll(() => folder.remove());

  test.each([
    [[], 'No command. Try "touchstone check DRAFT"'],
    [['chekc'], "Unknown command 'chekc'. Did you mean check?"],
    [['check'], 'No draft. Name files, folders or globs'],
    [['check', '--sources', 'seeds', 'draft.md'], 'put the drafts before it, or after "--"'],
    [['check', 'nope.md'], 'No such draft: nope.md'],
    [['check', 'nope/*.md'], 'No drafts in nope/*.md'],
    [['check', 'none/pictures'], 'No drafts in none/pictures'],
    [['check', 'seeds'], 'No drafts in seeds: every text there is a source'],
    [['check', 'binary.md'], 'The draft binary.md is not a text file'],
    [['check', 'draft.md', '--sources', 'articles/*.txt'], 'No sources match articles/*.txt'],
    [['check', 'draft.md', '--sources', 'articles'], 'No such source: articles'],
    [
      ['check', 'draft.md', '--format', 'xml'],
      "argument 'xml' is invalid. Allowed choices are pretty, json, sarif",
    ],
    [
      ['check', 'draft.md', '--level', 'loud'],
      "argument 'loud' is invalid. Allowed choices are error, warning",
    ],
    [
      ['check', 'draft.md', '--rule', 'spelling=off'],
      'Unknown rule "spelling"; "touchstone rules" lists them.',
    ],
    [['check', 'draft.md', '--rule', 'approximation'], 'Write approximation=LEVEL'],
    [['check', 'draft.md', '--rule', 'approximation=loud'], 'Write approximation=LEVEL'],
    [['check', 'draft.md', '--colour'], '"touchstone check --help" lists the options'],
  ])('%j', (args, message) => {
    const { code, error } = folder.run(...args);
    expect(error).toContain(message);
    expect(error).not.toContain('    at ');
    expect(code).toBe(2);
  });

  test('a missing draft does not keep the others from being checked', () => {
    const { code, out, error } = folder.run('check', 'nope.md', 'draft.md', '--format', 'json');
    expect(code).toBe(2);
    expect(error).toContain('No such draft: nope.md');
    expect(filesOf(out)).toEqual(['draft.md']);
  });

  test('no seeds anywhere', () => {
    const bare = make({ 'draft.md': GOOD });
    const { code, error } = bare.run('check', 'draft.md');
    expect(code).toBe(2);
    expect(error).toContain(
      'No sources in seeds/. Put the texts that the draft rests on there, or name them with --sources.',
    );
  });
});
