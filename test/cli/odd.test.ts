import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgress } from '../../server/src/cli/progress.ts';
import { wantsColour } from '../../server/src/cli/terminal.ts';
import { draftsPerTask, workersFor } from '../../server/src/cli/workerPool.ts';
import { type Folder, launcher, makeFolder, passingFolders } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge on May 4, 2024.\n';
const BAD = 'The rescue service brought **132 hikers** down from the ridge.\n';

const make = passingFolders();

describe('many drafts', () => {
  let folder: Folder;
  const drafts = 90;
  beforeAll(() => {
    const files: Record<string, string> = { 'seeds/ridge.txt': SOURCE, 'other/seeds/ridge.txt': SOURCE };
    for (let at = 0; at < drafts; at++) {
      const name = `draft${String(at).padStart(3, '0')}.md`;
      const filler = `Nothing else was said on day ${at} about the long way to the hut. `.repeat(40);
      files[at % 3 === 0 ? `other/${name}` : name] = `${BAD}\n${filler}\n`;
    }
    folder = makeFolder(files);
  });
  afterAll(() => folder.remove());

  test('the report is the same, byte for byte, whatever the number of workers', () => {
    const [one, two, seven] = ['1', '2', '7'].map((workers) =>
      folder.run('check', '.', '--workers', workers, '--format', 'json'),
    );
    expect(one?.error).toBe('');
    expect(one?.code).toBe(1);
    expect(JSON.parse(one?.out ?? '').files).toHaveLength(drafts);
    expect(two).toEqual(one);
    expect(seven).toEqual(one);
  });

  test('a reader that closes the pipe early ends the command without a word', () => {
    const shell = `"${process.execPath}" "${launcher}" check . | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', shell], { cwd: folder.path, encoding: 'utf8' });
    expect(stdout).toMatch(/^draft\d+\.md:1:30 {2}error {2}number-mismatch\n$/);
    expect(stderr).toBe('');
  });

  test('Ctrl+C in a run: 130, one line, every file as it was', async () => {
    const before = readdirSync(folder.path).sort();
    const run = spawn(process.execPath, [launcher, 'check', '.', '--fix', '--workers', '1'], {
      cwd: folder.path,
      // Node says on standard error when it has started a worker: the run is on.
      env: { ...process.env, NODE_DEBUG: 'worker' },
    });
    let error = '';
    run.stderr.on('data', (chunk) => {
      error += chunk;
    });
    run.stderr.once('data', () => run.kill('SIGINT'));
    const code = await new Promise((resolve) => run.once('close', resolve));
    expect(code).toBe(130);
    const said = error.split('\n').filter((line) => line.startsWith('touchstone'));
    expect(said).toEqual(['touchstone: stopped before the end. Every file is whole: as it was, or mended.']);
    expect(readdirSync(folder.path).sort()).toEqual(before);
    for (const name of before.filter((each) => each.endsWith('.md')))
      expect(readFileSync(join(folder.path, name), 'utf8')).toContain('**132 hikers**');
  });

  test('a worker that fails is a fault, not a clean run', () => {
    folder.add({
      'fault.cjs': "if (!require('node:worker_threads').isMainThread) throw new Error('out of order');",
    });
    const broken = spawnSync(process.execPath, ['--require', './fault.cjs', launcher, 'check', '.'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(broken.status).toBe(2);
    expect(broken.stderr).toContain('touchstone: a fault in Touchstone itself');
  });
});

test.each([
  [undefined, 1, 1],
  [4, 2, 2],
  [4, 100, 4],
  [1, 100, 1],
  [3, 0, 1],
])('asked for %j workers with %i drafts: %i', (asked, drafts, workers) => {
  expect(workersFor(asked, drafts)).toBe(workers);
});

test('drafts are shared out in tasks of one at the least', () => {
  expect([0, 1, 7, 8, 9, 1000].map((drafts) => draftsPerTask(drafts, 2))).toEqual([1, 1, 1, 1, 2, 125]);
});

describe('odd files', () => {
  test('links that lead round in circles: each file once, by its shortest path', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'drafts/one.md': BAD });
    symlinkSync('.', join(folder.path, 'loop'));
    symlinkSync('..', join(folder.path, 'drafts/up'));
    symlinkSync('nowhere', join(folder.path, 'drafts/dangling.md'));
    for (const word of ['.', '**/*.md']) {
      const { code, out } = folder.run('check', word, '--format', 'json');
      expect(JSON.parse(out).files.map(({ file }: { file: string }) => file)).toEqual(['drafts/one.md']);
      expect(code).toBe(1);
    }
  });

  test('a draft that is too large is not read', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': 'Long. '.repeat(1_000_000) });
    const { code, error } = folder.run('check', 'draft.md');
    expect(code).toBe(2);
    expect(error).toBe(
      'touchstone: The draft draft.md is larger than the limit (6 MB, the limit is 5 MB).\n',
    );
  });

  test('a project file that is broken: 2, with its place', () => {
    const folder = make({
      'seeds/ridge.txt': SOURCE,
      'draft.md': SOURCE,
      'touchstone.json': '{ "rules": \n',
    });
    const { code, error } = folder.run('check', 'draft.md');
    expect(code).toBe(2);
    expect(error).toMatch(/^touchstone: touchstone\.json:\d+:\d+: This is not JSON/);
  });

  test('a folder in the place of a project file: 2', () => {
    const folder = make({ 'seeds/ridge.txt': SOURCE, 'draft.md': SOURCE });
    const { code, error } = folder.run('check', 'draft.md', '--config', 'seeds');
    expect(code).toBe(2);
    expect(error).toContain('The project file seeds cannot be read (EISDIR).');
  });
});

describe('the command line itself', () => {
  const folder = makeFolder({ 'seeds/ridge.txt': SOURCE, 'draft.md': BAD });
  afterAll(() => folder.remove());

  test.each([
    [['check', '--fial-on', 'error', 'draft.md'], "Unknown option '--fial-on'. Did you mean --fail-on?"],
    [['chek'], "Unknown command 'chek'. Did you mean check?"],
    [['rules', '--nope'], 'Unknown option \'--nope\'. "touchstone rules --help" lists the options.'],
    [['check', '--sources'], "'--sources <glob...>' argument missing"],
    [['check', 'draft.md', '--workers', '0'], 'Write a whole number from 1 to 256.'],
    [['check', 'draft.md', '--level', 'error', '--fail-on', 'warning'], 'Use --level warning or weaker.'],
    [['check', 'draft.md', '--update-baseline'], '--update-baseline needs --baseline FILE'],
    [['check', 'draft.md', '--stdin'], 'leave out draft.md'],
    [['check', 'draft.md', '--stdin-filename', 'a.md'], '--stdin-filename is for --stdin'],
    [['check', '--stdin', '--watch'], 'it does not go with --watch'],
    [['explain', 'number-mismach'], 'neither the code of a rule nor a place'],
    [['explain', 'draft.md:0:1'], 'lines and columns count from 1'],
    [['explain', 'nope.md:1:1'], 'No such draft'],
    [['explain', 'draft.md:9:1'], 'draft.md has no line 9'],
    [['explain'], "Missing required argument 'what'"],
    [['init', 'draft.md'], 'cannot be written'],
  ])('%j: 2, and what to do', (args, message) => {
    const { code, out, error } = folder.run(...args);
    expect(error).toContain(message);
    expect(error).toMatch(/^touchstone: .*\n$/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('words after "--" are drafts, whatever they look like', () => {
    const odd = make({ 'seeds/ridge.txt': SOURCE, '-draft.md': BAD });
    expect(odd.run('check', '--', '-draft.md').out).toContain('-draft.md:1:30  error');
  });

  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('colours with %j on a terminal (%j): %j', (env, isTerminal, colour) => {
    expect(wantsColour(env, isTerminal)).toBe(colour);
  });

  test('FORCE_COLOR colours a pipe', () => {
    const { stdout } = spawnSync(process.execPath, [launcher, 'check', 'draft.md'], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '1' },
    });
    expect(stdout).toContain('\u001b[31merror\u001b[0m');
  });

  test('progress is one line that is taken away, and only for a person', () => {
    const said: string[] = [];
    const progress = createProgress({ progress: true, error: (text) => said.push(text) });
    progress.tell(1, 4);
    progress.tell(1, 4);
    progress.tell(4, 4);
    progress.clear();
    expect(said).toEqual([
      '\r\u001b[KChecking: 1 of 4 drafts (25 %)',
      '\r\u001b[KChecking: 4 of 4 drafts (100 %)',
      '\r\u001b[K',
    ]);
    const silent = createProgress({ progress: false, error: (text) => said.push(text) });
    silent.tell(1, 4);
    silent.clear();
    expect(said).toHaveLength(3);
  });
});
