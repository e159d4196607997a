import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IgnoredFinding, readIgnoreFile, withIgnored } from '../../server/src/config/ignoreFile.ts';
import { parseJson, plainValue, spanAt } from '../../server/src/config/jsonTree.ts';
import {
  DEFAULT_EFFECTIVE_SETTINGS,
  readProjectFile,
  withProject,
} from '../../server/src/config/projectFile.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/settings.ts';

describe('JSON with places', () => {
  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        const root = parseJson(text);
        if ('message' in root) throw new Error(root.message);
        expect(plainValue(root)).toEqual(JSON.parse(text));
        expect([root.start, root.end]).toEqual([0, text.length]);
      }),
    );
  });

  test('is refused where JSON.parse refuses it, with a place inside the text', () => {
    const scraps = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '.5',
      'true',
      'nul',
      ' ',
      '//',
      '\\u00zz',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const root = parseJson(text);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect('message' in root).toBe(!valid);
        expect(root.start >= 0 && root.end <= text.length && root.start <= root.end).toBe(true);
      }),
    );
  });

  test.each([
    ['', 'a value was expected, but the file ends', ''],
    ['{"a": 1,}', 'a comma stands before "}"', ','],
    ['{"a": 1 // one\n}', '"," or "}" was expected, but found "/"', '/'],
    ["{'a': 1}", 'a key in quotation marks was expected, but found "\'"', "'"],
    ['{"a": "b', 'a text that does not end or holds a wrong character', '"'],
    ['{"a": 1}\n{}', 'the file should end, but found "{"', '{'],
    ['{"a": 1', '"," or "}" was expected, but the file ends', '1'],
    ['['.repeat(200), 'nested too deeply', '['],
  ])('%j: %s', (text, message, at) => {
    const error = parseJson(text);
    expect('message' in error && error.message).toBe(message);
    expect(text.slice(error.start, error.end)).toBe(at);
  });

  test('a path leads to its value, to its key, or as far as it goes', () => {
    const text = '\ufeff{"a": {"b": [1, {"c": 2}]}}';
    const root = parseJson(text);
    if ('message' in root) throw new Error(root.message);
    const at = (path: string[], part: 'key' | 'value') => {
      const { start, end } = spanAt(root, path, part);
      return text.slice(start, end);
    };
    expect(at(['a', 'b', '1', 'c'], 'value')).toBe('2');
    expect(at(['a', 'b', '1', 'c'], 'key')).toBe('"c"');
    expect(at(['a', 'b', '0'], 'key')).toBe('1');
    expect(at(['a', 'x', 'c'], 'value')).toBe('{"b": [1, {"c": 2}]}');
    expect(at([], 'value')).toBe(text.slice(1));
  });

  test('__proto__ is a key like others', () => {
    const file = readProjectFile('{"__proto__": {"rules": {}}}');
    expect(file.problems.map(({ path }) => path)).toEqual(['__proto__']);
    expect(file.settings).toEqual({});
  });
});

describe('the project file', () => {
  const editor = {
    ...DEFAULT_SETTINGS,
    sources: ['articles/*.md'],
    run: 'onSave' as const,
    rules: { approximation: 'off', 'name-mismatch': 'hint' } as const,
    maxSourceSize: 10,
  };

  test('wins over the editor where both set the same thing, rule by rule', () => {
    const { settings, problems } = readProjectFile(
      JSON.stringify({
        $schema: './schema.json',
        sources: ['texts/*.txt'],
        rules: { approximation: 'error' },
        limits: { maxSources: 3 },
        citationStyle: 'key',
      }),
    );
    expect(problems).toEqual([]);
    expect(withProject(editor, settings)).toEqual({
      ...DEFAULT_EFFECTIVE_SETTINGS,
      run: 'onSave',
      sources: ['texts/*.txt'],
      rules: { approximation: 'error', 'name-mismatch': 'hint' },
      maxSourceSize: 10,
      maxSources: 3,
      citationStyle: 'key',
    });
  });

  test.each(['', '[]', '7', '{"rules": '])('of %j nothing is used, and the editor decides', (text) => {
    const { settings, problems } = readProjectFile(text);
    expect(problems).toHaveLength(1);
    expect(withProject(editor, settings)).toMatchObject({ sources: editor.sources, rules: editor.rules });
  });

  test('a wrong value leaves only its own part out', () => {
    const { settings, problems } = readProjectFile(
      '{"sources": ["a", 7], "rules": {"approximation": 1, "name-mismatch": "off"}, "limits": {"maxSources": 2, "x": 1}, "accepted": [7, {"value": "132"}]}',
    );
    expect(problems.map(({ path }) => path)).toEqual([
      'sources.1',
      'rules.approximation',
      'limits.x',
      'accepted.0',
    ]);
    expect(settings).toEqual({
      rules: { 'name-mismatch': 'off' },
      limits: { maxSources: 2 },
      accepted: [{ value: '132' }],
    });
  });

  test('never throws, and names places inside the text', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom('off', 'dmy'));
    const key = fc.constantFrom(
      'sources',
      'drafts',
      'rules',
      'aliases',
      'accepted',
      'limits',
      'dateOrder',
      '~/x',
      'citationStyle',
    );
    fc.assert(
      fc.property(fc.dictionary(key, part), (value) => {
        const text = JSON.stringify(value);
        const { settings, problems } = readProjectFile(text);
        for (const { start, end } of problems) expect(start < end && end <= text.length).toBe(true);
        // What is left is free of problems.
        expect(readProjectFile(JSON.stringify(settings)).problems).toEqual([]);
      }),
    );
  });
});

describe('the ignore file', () => {
  const entry = (n: number, text = '132'): IgnoredFinding => ({
    fingerprint: n.toString(16).padStart(16, '0'),
    rule: 'number-mismatch',
    text,
    reason: '',
  });

  test('is made, grows in order whoever adds first, and takes an entry once', () => {
    const one = withIgnored(undefined, entry(1));
    const both = withIgnored(one, entry(2, '100'));
    expect(both).toBe(withIgnored(withIgnored('', entry(2, '100')), entry(1)));
    expect(readIgnoreFile(both as string).ignored).toEqual([entry(2, '100'), entry(1)]);
    expect(withIgnored(both, entry(1))).toBe(both);
  });

  test.each(['{', '{"ignored": [7]}', '{"ignored": [], "x": 1}', '[]'])(
    'a broken one is never written over: %j',
    (text) => {
      expect(withIgnored(text, entry(1))).toBeUndefined();
    },
  );

  test('a wrong entry goes alone, and an entry knows its place', () => {
    const text = JSON.stringify({ ignored: [entry(1), { ...entry(2), rule: 7 }, entry(3)] });
    const file = readIgnoreFile(text);
    expect(file.problems.map(({ path }) => path)).toEqual(['ignored.1.rule']);
    expect(file.ignored?.map(({ fingerprint }) => fingerprint)).toEqual(
      [entry(1), entry(3)].map((e) => e.fingerprint),
    );
    const span = file.spanOf(entry(3).fingerprint);
    expect(text.slice(span?.start, span?.end)).toBe(JSON.stringify(entry(3)));
  });
});
