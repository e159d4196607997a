import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/config/settings.ts';

const root = join(import.meta.dirname, '../..');

test.each([
  ['nothing', undefined],
  ['null', null],
  ['no keys', {}],
  ['cleared keys', { sources: null, run: null, rules: null, maxSourceSize: null }],
  ['keys of others', { trace: { server: 'verbose' } }],
])('%s gives the defaults and no problem', (_name, raw) => {
  expect(readSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test('good values are taken', () => {
  const settings = {
    sources: ['articles/*.md'],
    run: 'onSave',
    rules: { 'not-in-sources': 'off', approximation: 'hint' },
    maxSourceSize: 1000,
    codeLens: true,
    inlayHints: true,
    semanticTokens: true,
  };
  expect(readSettings(settings)).toEqual({ settings: { ...DEFAULT_SETTINGS, ...settings }, problems: [] });
});

test.each([
  [{ run: 'always' }, 'touchstone.run: found "always", allowed is "onType" or "onSave"; using "onType".'],
  [
    { sources: 'seeds/*.txt' },
    'touchstone.sources: found "seeds/*.txt", allowed is a list of one or more globs; using ["seeds/**/*.{txt,md,markdown}"].',
  ],
  [
    { sources: [] },
    'touchstone.sources: found [], allowed is a list of one or more globs; using ["seeds/**/*.{txt,md,markdown}"].',
  ],
  [
    { sources: ['a.txt', 7, ''] },
    'touchstone.sources: found ["a.txt",7,""], allowed is a list of one or more globs; using ["seeds/**/*.{txt,md,markdown}"].',
  ],
  [
    { maxSourceSize: 1.5 },
    'touchstone.maxSourceSize: found 1.5, allowed is a whole number of bytes, 1 or more; using 5000000.',
  ],
  [
    { rules: 'off' },
    'touchstone.rules: found "off", allowed is an object of rule codes and levels; using {}.',
  ],
  [['x'], 'touchstone: found ["x"], allowed is an object of settings; using the defaults.'],
])('%j falls back to the default and says so', (raw, message) => {
  expect(readSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problems: [message] });
});

test('one broken rule leaves the others in force', () => {
  const raw = { rules: { approximation: 'loud', 'number-mismatch': 'hint', 'no/such-rule': 'odd' } };
  expect(readSettings(raw)).toEqual({
    settings: { ...DEFAULT_SETTINGS, rules: { 'number-mismatch': 'hint' } },
    problems: [
      'touchstone.rules: found "no/such-rule", which is not the code of a rule; ignoring it.',
      'touchstone.rules["approximation"]: found "loud", allowed is "error", "warning", "information", "hint" or "off"; using the rule\'s own level.',
    ],
  });
});

test('the input is not changed', () => {
  const raw = { run: 'always', rules: { approximation: 'loud' } };
  readSettings(raw);
  expect(raw).toEqual({ run: 'always', rules: { approximation: 'loud' } });
});

test('any JSON gives settings that read back without a problem', () => {
  const key = fc.constantFrom('sources', 'run', 'rules', 'maxSourceSize', 'other');
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue())), (raw) => {
      const { settings } = readSettings(raw);
      expect(readSettings(settings)).toEqual({ settings, problems: [] });
    }),
  );
});

test('the compiled validator is current', () => {
  execFileSync(process.execPath, [join(root, 'scripts/generateValidators.mjs'), '--check'], {
    stdio: 'pipe',
  });
});
