import { URI, Utils } from 'vscode-uri';
import { createMatcher, globBase } from '../service/sourceGlobs.ts';
import { type FoundFiles, GIT_IGNORE } from '../service/workspaceHost.ts';
import type { FileStore } from './fileStore.ts';
import { type GitIgnore, readGitIgnore } from './gitIgnore.ts';

/**
 * Folders not entered on the way: they hold no one's sources and may hold a hundred thousand files. A glob that begins
 * with a hidden folder still finds what is in it, for there the search starts.
 */
const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** Folders visited at most in one search, so that a glob over a home directory ends. */
const MAX_FOLDERS = 20_000;

/** A `.gitignore` file on the way, and the folder it stands in. */
interface Ignoring {
  readonly folder: string;
  readonly says: GitIgnore;
}

/** A list of ignored files that is larger is not read. */
const MAX_GIT_IGNORE = 500_000;

/** True when the nearest `.gitignore` that says something about a path says to ignore it. */
function isIgnored(name: string, isFolder: boolean, files: readonly Ignoring[]): boolean {
  for (const { folder, says } of files) {
    const verdict = says(folder === '' ? name : name.slice(folder.length + 1), isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

/**
 * Finds files of `store` below `folder` by globs, sorted by path. Links are followed; a folder is entered once. What a
 * `.gitignore` file on the way ignores is passed over; the folder that a glob names itself is always looked into.
 */
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

  const readIgnoring = async (relative: string): Promise<Ignoring[]> => {
    const name = relative === '' ? GIT_IGNORE : `${relative}/${GIT_IGNORE}`;
    const content = await store.readFile(uriOf(name), MAX_GIT_IGNORE);
    if ('problem' in content) return [];
    return [{ folder: relative, says: readGitIgnore(new TextDecoder().decode(content.bytes)) }];
  };

  const walk = async (relative: string, above: readonly Ignoring[]): Promise<void> => {
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
    const own = entries.some(({ name, kind }) => name === GIT_IGNORE && kind === 'file')
      ? await readIgnoring(relative)
      : [];
    const ignoring = [...own, ...above];
    for (const { name: entry, kind } of entries) {
      if (truncated) return;
      const name = relative === '' ? entry : `${relative}/${entry}`;
      if (isIgnored(name, kind === 'folder', ignoring)) continue;
      if (kind === 'folder') {
        if (!isSkipped(entry)) await walk(name, ignoring);
      } else if (matches(name)) {
        // A link that leads nowhere is listed too, so that it is reported rather than passed over.
        if (found.size === limit) truncated = true;
        else found.add(name);
      }
    }
  };

  for (const base of outermost(globs)) await walk(base, []);
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
