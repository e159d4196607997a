import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { LanguageService } from '../service/languageService.ts';
import { globBase } from '../service/sourceGlobs.ts';

/** Keeps the client's file watchers in step with the folders and globs in use. */
export interface Watchers {
  update(): Promise<void>;
}

/** Creates the watchers of a client that registers them on request. */
export function createWatchers(
  connection: Connection,
  service: LanguageService,
  relativePatterns: boolean,
): Watchers {
  let current = '';
  let registration: Disposable | undefined;
  let queue = Promise.resolve();
  const update = async (): Promise<void> => {
    const watchers = watchersFor(await service.watched(), relativePatterns);
    const key = JSON.stringify(watchers);
    if (key === current) return;
    current = key;
    const before = registration;
    registration = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    before?.dispose();
  };
  return {
    update() {
      queue = queue.then(update).catch((error) => connection.console.warn(`Cannot watch files: ${error}`));
      return queue;
    },
  };
}

/** Patterns for each folder: the globs, and the fixed folder of each, for it is created and deleted as one. */
function watchersFor(
  watched: Awaited<ReturnType<LanguageService['watched']>>,
  relativePatterns: boolean,
): FileSystemWatcher[] {
  return watched.flatMap(({ root, globs }) => {
    const patterns = new Set<string>();
    for (const glob of globs) {
      if (glob.startsWith('!')) continue;
      patterns.add(glob);
      const base = globBase(glob);
      if (base === '') continue;
      patterns.add(base);
      patterns.add(`${base}/**`);
    }
    return [...patterns].map((pattern) => ({
      globPattern: relativePatterns ? { baseUri: root, pattern } : `**/${pattern}`,
    }));
  });
}
