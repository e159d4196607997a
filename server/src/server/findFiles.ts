import { URI, Utils } from 'vscode-uri';
import { createMatcher, globBase } from '../service/sourceGlobs.ts';
import type { FoundFiles } from '../service/workspaceHost.ts';
import type { FileStore } from './fileStore.ts';

/**
 * Folders not entered on the way: they hold no one's sources and may hold a hundred thousand files. A glob that begins
 * with a hidden folder still finds what is in it, for there the search starts.
 */
const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** Folders visited at most in one search, so that a glob over a home directory ends. */
const MAX_FOLDERS = 20_000;

/** Finds files of `store` below `folder` by globs, sorted by path. Links are followed; a folder is entered once. */
export async function findFiles(
  store: FileStore,
  folder: string,
  globs: readonly string[],
  limit: number,
): Promise<FoundFiles> {
  const root = URI.parse(folder);
  const uriOf = (name: string): string => Utils.joinPath(root, name).toString();
  const matches = createMatcher(globs);
  const found = new Set<string>();
  const entered = new Set<string>();
  let truncated = false;

  const walk = async (relative: string): Promise<void> => {
    if (truncated) return;
    const uri = relative === '' ? folder : uriOf(relative);
    const identity = await store.identity(uri);
    if (identity === undefined || entered.has(identity)) return;
    entered.add(identity);
    if (entered.size > MAX_FOLDERS) {
      truncated = true;
      return;
    }
    const entries = [...(await store.list(uri))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name: entry, kind } of entries) {
      if (truncated) return;
      const name = relative === '' ? entry : `${relative}/${entry}`;
      if (kind === 'folder') {
        if (!isSkipped(entry)) await walk(name);
      } else if (matches(name)) {
        // A link that leads nowhere is listed too, so that it is reported rather than passed over.
        if (found.size === limit) truncated = true;
        else found.add(name);
      }
    }
  };

  for (const base of outermost(globs)) await walk(base);
  return { uris: [...found].map(uriOf).sort(), truncated };
}

/** Fixed folders of the globs without those inside another one; climbing out of the folder is not allowed. */
function outermost(globs: readonly string[]): readonly string[] {
  const bases = new Set(
    globs.filter((glob) => !glob.trim().startsWith('!')).map((glob) => globBase(glob.trim())),
  );
  const inside = [...bases].filter((base) => !base.split('/').includes('..') && !base.startsWith('/')).sort();
  if (inside.includes('')) return [''];
  return inside.filter((base) => !inside.some((other) => other !== base && base.startsWith(`${other}/`)));
}
