import { type Dirent, promises as fs, type Stats } from 'node:fs';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import { createMatcher, globBase } from '../service/sourceGlobs.ts';
import { overSize } from '../service/sourceSet.ts';
import type { FileContent, FoundFiles } from '../service/workspaceHost.ts';

/**
 * Folders not entered on the way: they hold no one's sources and may hold a hundred thousand files. A glob that begins
 * with a hidden folder still finds what is in it, for there the search starts.
 */
const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** Folders visited at most in one search, so that a glob over a home directory ends. */
const MAX_FOLDERS = 20_000;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there any more',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  EISDIR: 'is a folder',
  ELOOP: 'is a symbolic link that leads to itself',
};

/** Reads a `file:` URI; everything that goes wrong becomes a reason in plain words. */
export async function readFile(uri: string, maxSize: number): Promise<FileContent> {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return { problem: `is not on this machine's disk (${parsed.scheme}:)` };
  try {
    const stats = await fs.stat(parsed.fsPath);
    if (stats.isDirectory()) return { problem: 'is a folder' };
    if (!stats.isFile()) return { problem: 'is not a file' };
    if (stats.size > maxSize) return { problem: overSize(maxSize) };
    return { bytes: await fs.readFile(parsed.fsPath) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = reasonOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { problem, missing: true } : { problem };
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? `cannot be read (${code || String(error)})`;
}

/** True when a `file:` URI is an existing folder. */
export async function hasDirectory(uri: string): Promise<boolean> {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return false;
  const stats = await statOf(parsed.fsPath);
  return stats?.isDirectory() === true;
}

const statOf = (file: string): Promise<Stats | undefined> => fs.stat(file).catch(() => undefined);

/** Finds files below `folder` by globs, sorted by path. Links are followed; a folder is entered once. */
export async function findFiles(
  folder: string,
  globs: readonly string[],
  limit: number,
): Promise<FoundFiles> {
  const parsed = URI.parse(folder);
  if (parsed.scheme !== 'file') return { uris: [], truncated: false };
  const matches = createMatcher(globs);
  const found: string[] = [];
  const entered = new Set<string>();
  let truncated = false;

  const walk = async (directory: string, relative: string): Promise<void> => {
    if (truncated) return;
    const real = await fs.realpath(directory).catch(() => undefined);
    if (real === undefined || entered.has(real)) return;
    entered.add(real);
    if (entered.size > MAX_FOLDERS) {
      truncated = true;
      return;
    }
    const entries = await fs.readdir(directory, { withFileTypes: true }).catch((): Dirent[] => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (truncated) return;
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      const full = path.join(directory, entry.name);
      const kind = entry.isSymbolicLink() ? await statOf(full) : entry;
      if (kind?.isDirectory()) {
        if (!isSkipped(entry.name)) await walk(full, name);
      } else if (matches(name)) {
        // A link that leads nowhere is listed too, so that it is reported rather than passed over.
        if (found.length === limit) truncated = true;
        else found.push(name);
      }
    }
  };

  for (const base of outermost(globs)) await walk(path.join(parsed.fsPath, base), base);
  const uris = [...new Set(found)].map((name) => URI.file(path.join(parsed.fsPath, name)).toString());
  return { uris: uris.sort(), truncated };
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
