import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// The action, the pre-commit hook and the commands of docs/ci.md, run as a new user would run them: in a project that
// has the packed npm package, without the network.
const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { version } = JSON.parse(read('package.json'));

const SOURCE = 'The rescue service brought 123 hikers down from the ridge.\n';
const BAD = 'The rescue service brought **132 hikers** down from the ridge.\n';

let place: string;
let installed: string;
/** Variables that would tell the commands that they run in CI, or inside a test run. */
const env = {
  ...process.env,
  NODE_ENV: undefined,
  FORCE_COLOR: undefined,
  npm_config_offline: 'true',
  npm_config_loglevel: 'error',
};

beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'touchstone-ci-')));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', place];
  const packed = join(
    place,
    JSON.parse(execFileSync('npm', pack, { cwd: join(root, 'server'), encoding: 'utf8' }))[0].filename,
  );
  installed = join(place, 'installed');
  mkdirSync(installed);
  writeFileSync(join(installed, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', [...install, packed], { cwd: installed, stdio: 'ignore' });
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A project with the package installed: a copy of one that npm has made. */
function makeProject(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(place, 'project-')));
  cpSync(installed, folder, { recursive: true, verbatimSymlinks: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const bash = (folder: string, script: string, more: Readonly<Record<string, string>> = {}) => {
  // As GitHub starts the scripts of a composite action.
  const file = join(folder, '.script.sh');
  writeFileSync(file, script);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, ...more },
  });
  return { code: status, out: stdout, error: stderr };
};

describe('action.yml', () => {
  const action = parse(read('action.yml'));
  const [step] = action.runs.steps as {
    readonly run: string;
    readonly env: Readonly<Record<string, string>>;
    readonly shell: string;
  }[];

  /** Runs the step as GitHub would, with these inputs. */
  const act = (folder: string, inputs: Readonly<Record<string, string>>) => {
    const value = (name: string): string => inputs[name] ?? action.inputs[name].default;
    const variables = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, text]) => [
        name,
        text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_whole, input: string) => value(input)),
      ]),
    );
    const summary = join(folder, 'summary.md');
    writeFileSync(summary, '');
    const ran = bash(folder, step?.run ?? '', { ...variables, GITHUB_STEP_SUMMARY: summary });
    return { ...ran, summary: readFileSync(summary, 'utf8') };
  };

  test('is one step of a composite action, takes its inputs by the environment, and names this version', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(1);
    expect(step?.shell).toBe('bash');
    expect(step?.run).not.toContain('${{');
    expect(action.inputs.package.default).toBe(`touchstone@${version}`);
    const used = [...JSON.stringify(action.runs).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test('annotates, writes summary and SARIF, and fails for findings', () => {
    const folder = makeProject({ 'seeds/s.txt': SOURCE, 'drafts/one.md': BAD, 'drafts/two.md': SOURCE });
    const { code, out, summary } = act(folder, { paths: 'drafts\n', 'sarif-file': 'out.sarif' });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=drafts\/one\.md,line=1,/);
    expect(summary).toContain('2 drafts checked against 1 source: 1 error.');
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  });

  test('hands every input on, and no input is a part of the script', () => {
    const folder = makeProject({
      'texts/s.txt': SOURCE,
      'my drafts/one.md': BAD,
      'my drafts/touchstone.json': '{ "rules": { "number-mismatch": "off" } }',
      'known.json': '{ "version": 1, "findings": [] }',
    });
    const inputs = {
      paths: 'my drafts/one.md\n"; touch evil #.md',
      sources: 'texts',
      config: 'my drafts/touchstone.json',
      'fail-on': 'error',
      baseline: 'known.json',
    };
    const { code, out } = act(folder, inputs);
    expect(out).toContain('::error title=Touchstone::No such draft: "; touch evil #.md.');
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'evil'))).toBe(false);
    expect(act(folder, { ...inputs, paths: 'my drafts/one.md' }).code).toBe(0);
    expect(act(folder, { ...inputs, paths: 'my drafts/one.md', config: '' }).code).toBe(0);
    expect(act(folder, { ...inputs, paths: 'my drafts/one.md', baseline: 'none.json' }).code).toBe(2);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'));

  test('names this version and files by their kind', () => {
    expect(hook).toMatchObject({ id: 'touchstone', language: 'system', pass_filenames: false });
    expect(hook.entry).toContain(`touchstone@${version} `);
  });

  test.each([
    ['a slip', BAD, 1],
    ['none', SOURCE, 0],
  ])('its command on a project with %s', (_name, draft, code) => {
    const folder = makeProject({ 'seeds/s.txt': SOURCE, 'one.md': draft });
    const [program = '', ...args] = (hook.entry as string).split(' ');
    const ran = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toContain('1 draft checked against 1 source');
    expect(ran.status).toBe(code);
  });
});

describe('docs/ci.md', () => {
  /** Exit codes of the commands of each block, in order. */
  const CODES: Readonly<Record<string, readonly number[]>> = {
    first: [0, 1, 0, 0, 0],
    github: [1],
    services: [1, 1, 1],
    baseline: [0, 0],
    stdin: [1, 0, 0],
  };
  const blocks = [...read('docs/ci.md').matchAll(/<!-- tried: (\w+) -->\s+```sh\n([\s\S]+?)```/g)].map(
    ([, name = '', script = '']) => [name, script.trim().split('\n')] as const,
  );

  test('every block of commands is tried', () => {
    expect(blocks.map(([name]) => name)).toEqual(Object.keys(CODES));
    expect(read('docs/ci.md').match(/```sh/g)).toHaveLength(blocks.length);
  });

  test.each(blocks)('%s', (name, commands) => {
    const folder = makeProject({});
    if (name !== 'first') expect(bash(folder, 'npx touchstone init').code).toBe(0);
    const ran = commands.map((command) => ({ command, ...bash(folder, command) }));
    expect(ran.map(({ command, code }) => `${code} ${command}`)).toEqual(
      commands.map((command, at) => `${CODES[name]?.[at]} ${command}`),
    );
    expect(ran.map(({ error }) => error).filter((error) => /^npm err/im.test(error))).toEqual([]);
  });

  test('the files that the commands leave are what the page says', () => {
    const folder = makeProject({});
    bash(folder, 'npx touchstone init');
    const [, commands = []] = blocks.find(([name]) => name === 'stdin') ?? [];
    for (const command of commands) bash(folder, command);
    expect(readFileSync(join(folder, 'mended.md'), 'utf8')).toContain('**47 people**');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });
});
