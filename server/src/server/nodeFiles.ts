import { type Dirent, promises as fs, type Stats } from 'node:fs';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import { t } from '../l10n/message.ts';
import type { FolderEntry } from '../service/fileRequests.ts';
import { overSize } from '../service/sourceSet.ts';
import type { FileContent } from '../service/workspaceHost.ts';
import type { FileStore } from './fileStore.ts';

const REASONS: Readonly<Record<string, () => string>> = {
  ENOENT: () => t('is not there any more'),
  EACCES: () => t('cannot be read: permission denied'),
  EPERM: () => t('cannot be read: permission denied'),
  EISDIR: () => t('is a folder'),
  ELOOP: () => t('is a symbolic link that leads to itself'),
};

/** The disk of this machine: `file:` URIs. */
export const nodeFiles: FileStore = {
  readFile,
  async list(folder) {
    const directory = pathOf(folder);
    if (directory === undefined) return [];
    const entries = await fs.readdir(directory, { withFileTypes: true }).catch((): Dirent[] => []);
    return Promise.all(entries.map((entry) => entryOf(directory, entry)));
  },
  async isFolder(uri) {
    const file = pathOf(uri);
    return file !== undefined && (await statOf(file))?.isDirectory() === true;
  },
  async identity(folder) {
    const directory = pathOf(folder);
    return directory === undefined ? undefined : fs.realpath(directory).catch(() => undefined);
  },
};

/** Reads a `file:` URI; everything that goes wrong becomes a reason in plain words. */
async function readFile(uri: string, maxSize: number): Promise<FileContent> {
  const file = pathOf(uri);
  if (file === undefined)
    return { problem: t("is not on this machine's disk ({0}:)", URI.parse(uri).scheme) };
  try {
    const stats = await fs.stat(file);
    if (stats.isDirectory()) return { problem: t('is a folder') };
    if (!stats.isFile()) return { problem: t('is not a file') };
    if (stats.size > maxSize) return { problem: overSize(maxSize) };
    return { bytes: await fs.readFile(file) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = reasonOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { problem, missing: true } : { problem };
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known = REASONS[code];
  return known?.() ?? t('cannot be read ({0})', code || String(error));
}

async function entryOf(directory: string, entry: Dirent): Promise<FolderEntry> {
  const kind = entry.isSymbolicLink() ? await statOf(path.join(directory, entry.name)) : entry;
  return { name: entry.name, kind: kind?.isDirectory() ? 'folder' : kind?.isFile() ? 'file' : 'other' };
}

const statOf = (file: string): Promise<Stats | undefined> => fs.stat(file).catch(() => undefined);

const pathOf = (uri: string): string | undefined => {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
};
