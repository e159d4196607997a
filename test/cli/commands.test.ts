import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry.ts';
import { type Folder, makeFolder } from './touchstone.ts';

let folder: Folder;
beforeAll(() => {
  folder = makeFolder({});
});
afterAll(() => folder.remove());

test('rules lists every rule on a line of its own', () => {
  const { code, out } = folder.run('rules');
  expect(code).toBe(0);
  const codes = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(codes).toEqual(RULES.map((rule) => rule.code));
});

test.each([['--help'], ['-h'], ['help']])('%s lists the commands', (...args) => {
  const { code, out, error } = folder.run(...args);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  for (const name of ['check', 'facts', 'sources', 'explain', 'rules', 'init'])
    expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
});

test.each([[['check', '--help']], [['help', 'check']]])('%j explains the options and exit codes', (args) => {
  const { code, out } = folder.run(...args);
  expect(code).toBe(0);
  for (const word of ['--sources', '--format', '--rule', '--level', '--fix', 'Exit codes'])
    expect(out).toContain(word);
});

test.each(['package.json', 'server/package.json'])('--version is the version of %s', (manifest) => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../..', manifest), 'utf8'));
  expect(folder.run('--version')).toEqual({ code: 0, out: `${version}\n`, error: '' });
});
