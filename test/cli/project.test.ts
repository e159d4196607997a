import { describe, expect, test } from 'vitest';
import { type Folder, passingFolders } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge on May 4, 2024.\n';
const BAD = 'The rescue service brought **132 hikers** down from the ridge.\n';

const make = passingFolders();

const json = (value: object): string => JSON.stringify(value);
const check = (folder: Folder, ...args: string[]) => {
  const { code, out, error } = folder.run('check', '--format=json', ...args);
  const files =
    out === ''
      ? []
      : (JSON.parse(out).files as { file: string; findings: { code: string; level: string }[] }[]);
  const findings = files.flatMap(({ file, findings: found }) => [
    file,
    ...found.map((finding) => `${finding.level} ${finding.code}`),
  ]);
  return { code, error, findings };
};

describe('the project file', () => {
  test('names sources and drafts relative to itself, and sets levels', () => {
    const folder = make({
      'book/touchstone.json': json({
        sources: ['../texts/*.txt', '!../texts/old.txt'],
        drafts: ['chapters/*.md'],
        rules: { 'number-mismatch': 'hint' },
      }),
      'texts/ridge.txt': SOURCE,
      'texts/old.txt': SOURCE.replace('123', '132'),
      'book/chapters/one.md': BAD,
      'book/notes.md': BAD,
    });
    expect(check(folder, 'book')).toEqual({
      code: 0,
      error: '',
      findings: ['book/chapters/one.md', 'hint number-mismatch'],
    });
  });

  test('names the drafts when no draft is given', () => {
    const folder = make({
      'touchstone.json': json({ drafts: ['one.md'] }),
      'seeds/ridge.txt': SOURCE,
      'one.md': BAD,
      'two.md': BAD,
    });
    expect(check(folder)).toEqual({ code: 1, error: '', findings: ['one.md', 'error number-mismatch'] });
  });

  test('the nearest one counts alone, and the command line is above it', () => {
    const folder = make({
      'touchstone.json': json({ rules: { 'number-mismatch': 'off' } }),
      'seeds/ridge.txt': SOURCE,
      'one.md': BAD,
      'part/touchstone.json': json({ rules: { 'number-mismatch': 'warning' } }),
      'part/two.md': BAD,
    });
    expect(check(folder, 'one.md', 'part/two.md').findings).toEqual([
      'one.md',
      'part/two.md',
      'warning number-mismatch',
    ]);
    expect(check(folder, 'one.md', '--rule', 'number-mismatch=hint').findings).toEqual([
      'one.md',
      'hint number-mismatch',
    ]);
    expect(check(folder, 'one.md', '--no-config').findings).toEqual(['one.md', 'error number-mismatch']);
    expect(check(folder, 'one.md', '--config', 'part/touchstone.json').findings).toEqual([
      'one.md',
      'warning number-mismatch',
    ]);
  });

  test.each([
    [
      '{ "rules": { "number-mismatch": "off", } }',
      'touchstone.json:1:38: This is not JSON: a comma stands before "}".',
    ],
    [
      '{\n  "rules": { "number-mismatch": "of" }\n}',
      'touchstone.json:2:33: rules.number-mismatch: found "of", allowed is "error", "warning", "information", "hint" or "off".',
    ],
    ['{ "source": ["a"] }', 'touchstone.json:1:3: source is not a key of this file; did you mean "sources"?'],
  ])(
    'a mistake is named with its place, the draft is checked all the same, and the code is 2: %s',
    (text, message) => {
      const folder = make({ 'touchstone.json': text, 'seeds/ridge.txt': SOURCE, 'one.md': BAD });
      expect(check(folder, 'one.md')).toEqual({
        code: 2,
        error: `touchstone: ${message}\n`,
        findings: ['one.md', 'error number-mismatch'],
      });
    },
  );

  test('one that is asked for and not there is a problem', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'one.md': BAD });
    const { code, error } = check(folder, 'one.md', '--config', 'none.json');
    expect([code, error]).toEqual([2, 'touchstone: The project file none.json cannot be read (ENOENT).\n']);
    expect(check(folder, 'one.md', '--config', 'a.json', '--no-config').code).toBe(2);
  });

  test('limits the sources, and says so', () => {
    const folder = make({
      'touchstone.json': json({ limits: { maxSources: 1, maxSourceSize: 80 } }),
      'seeds/a.txt': SOURCE,
      'seeds/b.txt': SOURCE,
      'one.md': BAD,
    });
    const { code, error } = check(folder, 'one.md');
    expect(code).toBe(2);
    expect(error).toContain('holds 2 sources, more than the limit of 1 (limits.maxSources).');
  });
});

describe('front matter of a draft', () => {
  test('names its sources relative to the draft', () => {
    const folder = make({
      'seeds/a.txt': SOURCE.replace('123', '132'),
      'texts/ridge.txt': SOURCE,
      'drafts/one.md': `---\nsources: [../texts/*.txt, '*.md']\n---\n\n${BAD}`,
    });
    expect(check(folder, 'drafts').findings).toEqual(['drafts/one.md', 'error number-mismatch']);
  });

  test('that leads nowhere is a problem that names the draft', () => {
    const folder = make({ 'seeds/a.txt': SOURCE, 'one.md': `---\nsources: none.txt\n---\n\n${BAD}` });
    const { code, error } = check(folder, 'one.md');
    expect([code, error]).toEqual([
      2,
      'touchstone: No sources match none.txt, named in one.md. Put the texts that the draft rests on there, or name them with --sources.\n',
    ]);
  });
});

describe('the ignore file', () => {
  const fingerprint = (folder: Folder): string =>
    JSON.parse(folder.run('check', '--format=json', '--no-ignore', 'drafts/one.md').out).files[0].findings[0]
      .fingerprint;
  const entry = (print: string) => ({
    fingerprint: print,
    rule: 'number-mismatch',
    text: '132',
    reason: 'as told',
  });

  test('silences its finding, and --no-ignore brings it back', () => {
    const folder = make({ 'seeds/a.txt': SOURCE, 'drafts/one.md': BAD });
    folder.add({ '.touchstoneignore.json': json({ ignored: [entry(fingerprint(folder))] }) });
    expect(check(folder, '.')).toEqual({ code: 0, error: '', findings: ['drafts/one.md'] });
    expect(check(folder, '.', '--no-ignore').code).toBe(1);
  });

  test('an entry without a finding is named when all drafts were checked, and only then', () => {
    const text = `{\n  "ignored": [\n    ${json(entry('0123456789abcdef'))}\n  ]\n}\n`;
    const folder = make({ 'seeds/a.txt': SOURCE, 'drafts/one.md': BAD, '.touchstoneignore.json': text });
    expect(check(folder, '.').error).toBe(
      'touchstone: .touchstoneignore.json:3: there is no number-mismatch about “132” to ignore any more.\n',
    );
    expect(check(folder, 'drafts').error).toBe('');
  });

  test('a broken one is a problem, and ignores nothing', () => {
    const folder = make({
      'seeds/a.txt': SOURCE,
      'drafts/one.md': BAD,
      '.touchstoneignore.json': '{"ignored": [}',
    });
    expect(check(folder, 'drafts')).toEqual({
      code: 2,
      error:
        'touchstone: .touchstoneignore.json:1:14: This is not JSON: a value was expected, but found "}".\n',
      findings: ['drafts/one.md', 'error number-mismatch'],
    });
  });
});
