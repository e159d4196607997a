import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** The file that `touchstone` starts. */
export const launcher = join(import.meta.dirname, '../../server/bin/touchstone.js');
const bundle = join(import.meta.dirname, '../../server/dist/cli.cjs');

if (!existsSync(bundle)) throw new Error('server/dist/cli.cjs is missing: run "npm run build" first');

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A folder on disk in which the command line runs. */
export interface Folder {
  readonly path: string;
  run(...args: readonly string[]): Run;
  /** The same with something on standard input. */
  runWith(input: string | Uint8Array, ...args: readonly string[]): Run;
  /** Adds files: text, or bytes. */
  add(files: Readonly<Record<string, string | Uint8Array>>): void;
  remove(): void;
}

/** Makes folders that are removed after the test that made them. */
export function passingFolders(): typeof makeFolder {
  const folders: Folder[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) folder.remove();
  });
  return (files) => {
    const folder = makeFolder(files);
    folders.push(folder);
    return folder;
  };
}

/** Makes a temporary folder with files. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'touchstone-cli-'));
  const add: Folder['add'] = (more) => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
  };
  add(files);
  const runWith: Folder['runWith'] = (input, ...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
      cwd: path,
      input,
      maxBuffer: 100_000_000,
    });
    return { code: status, out: stdout.toString(), error: stderr.toString() };
  };
  return {
    path,
    add,
    runWith,
    run: (...args) => runWith('', ...args),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
