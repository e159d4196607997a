import type { ConfigFiles } from './configFiles.ts';
import { childUri, isUntitled, normaliseUri, parentUri, relativePath } from './uris.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** Name of the folder that marks the home of sources where no workspace folder or project file says so. */
const SOURCE_FOLDER = 'seeds';

/** Tells which folder governs a document. */
export interface Roots {
  /**
   * Folder of the nearest project file, else the workspace folder, else the nearest folder that holds `seeds`; undefined
   * when there is none of them.
   */
  rootOf(uri: string): Promise<string | undefined>;
  /** The same for a folder, project files left aside: where the sources are when no file names them. */
  homeOf(folder: string): Promise<string | undefined>;
  clear(): void;
}

/** Creates the look-up over the folders of the host. */
export function createRoots(host: WorkspaceHost, files: ConfigFiles): Roots {
  const homes = new Map<string, Promise<string | undefined>>();

  /** Climbs from a folder to the first one that holds a source folder. */
  const findHome = async (folder: string): Promise<string | undefined> => {
    for (let at: string | undefined = folder; at !== undefined; at = parentUri(at)) {
      if (await host.hasDirectory(childUri(at, SOURCE_FOLDER))) return normaliseUri(at);
    }
    return undefined;
  };

  const homeOf = (folder: string): Promise<string | undefined> => {
    const inside = host
      .folders()
      .map(normaliseUri)
      .filter((top) => top === folder || relativePath(top, folder) !== undefined);
    if (inside.length > 0) return Promise.resolve(inside.reduce((a, b) => (b.length > a.length ? b : a)));
    const known = homes.get(folder) ?? findHome(folder);
    homes.set(folder, known);
    return known;
  };

  return {
    homeOf,
    async rootOf(uri) {
      // A document without a place is checked against the first folder: that is where it will be saved by default.
      if (isUntitled(uri)) return host.folders().map(normaliseUri)[0];
      const parent = parentUri(uri);
      if (parent === undefined) return undefined;
      const project = await files.project(parent);
      return project?.folder ?? homeOf(parent);
    },
    clear: () => homes.clear(),
  };
}
