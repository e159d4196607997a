import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileStore } from '../server/fileStore.ts';

/**
 * The files below one folder and no other: a path that leads out of it, by its name or by a link, is refused. Nothing
 * above the folder is looked at, not even to find settings.
 */
export function heldFiles(root: string, files: FileStore): FileStore {
  const isHeld = async (uri: string): Promise<boolean> => {
    const file = pathOf(uri);
    if (file === undefined) return false;
    const real = await fs.realpath(file).catch(() => path.resolve(file));
    const relative = path.relative(root, real);
    return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
  };
  return {
    async readFile(uri, maxSize) {
      if (await isHeld(uri)) return files.readFile(uri, maxSize);
      // What lies outside is not there: neither its absence nor its content is told.
      return { problem: 'is outside the folder that this server was started for', missing: true };
    },
    list: async (folder) => ((await isHeld(folder)) ? files.list(folder) : []),
    isFolder: async (uri) => (await isHeld(uri)) && files.isFolder(uri),
    identity: async (folder) => ((await isHeld(folder)) ? files.identity(folder) : undefined),
  };
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
