import { type FSWatcher, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Endings of everything that can change a result. */
const WATCHED = /\.(?:txt|md|markdown|mdown|mkd|json|ticks)$/i;
/** A name without an ending may be a folder, also one that has just gone. */
const NO_ENDING = /^\.?[^.]+$/;
const NEVER = ['node_modules', '.git'];

/** Watches folders, each for itself; what lies deeper is watched when it is added. */
export interface FolderWatch {
  /** Watches exactly these folders from now on; gives true when one is new. */
  set(folders: ReadonlySet<string>): boolean;
  /** Resolves at the next change, or at once when there has been one; gives the paths. */
  next(): Promise<readonly string[]>;
}

/** Creates a watch; it keeps the process running. `onProblem` takes a sentence. */
export function createFolderWatch(onProblem: (problem: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let wake: (() => void) | undefined;

  const note = (folder: string, name: string | null): void => {
    if (name !== null && (NEVER.includes(name) || !(WATCHED.test(name) || isFolder(folder, name)))) return;
    changed.add(name === null ? folder : join(folder, name));
    wake?.();
  };

  const open = (folder: string): FSWatcher | undefined => {
    try {
      const watcher = watch(folder, (_event, name) => note(folder, name));
      // A folder that goes takes its watch along; its parent tells.
      watcher.on('error', () => watchers.delete(folder));
      return watcher;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT')
        onProblem(`${folder} cannot be watched (${code}); changes there are not noticed.`);
      return undefined;
    }
  };

  return {
    set(folders) {
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      let isNew = false;
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        const watcher = open(folder);
        if (!watcher) continue;
        watchers.set(folder, watcher);
        isNew = true;
      }
      return isNew;
    },
    async next() {
      if (changed.size === 0) {
        await new Promise<void>((done) => {
          wake = done;
        });
        wake = undefined;
      }
      // An editor writes a file in several steps; they are one change.
      await new Promise((done) => setTimeout(done, SETTLE));
      const paths = [...changed].sort();
      changed.clear();
      return paths;
    },
  };
}

/** Milliseconds within which changes belong together. */
const SETTLE = 60;

const isFolder = (folder: string, name: string): boolean =>
  NO_ENDING.test(name) || statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
