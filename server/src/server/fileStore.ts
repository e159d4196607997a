import { t } from '../l10n/message.ts';
import type { FolderEntry } from '../service/fileRequests.ts';
import type { FileContent } from '../service/workspaceHost.ts';

/** A place that holds files: a disk, or what the editor shows as one. Nothing here throws. */
export interface FileStore {
  /** The bytes of one file; a file over `maxSize` bytes is a problem. */
  readFile(uri: string, maxSize: number): Promise<FileContent>;
  /** What stands in a folder, in any order; nothing when the folder cannot be listed. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  isFolder(uri: string): Promise<boolean>;
  /** The same name for a folder however links lead to it; undefined when it is not there. */
  identity(folder: string): Promise<string | undefined>;
}

/** Asks `inner` for `file:` URIs and `outer` for all others: a disk of its own, and the editor's file systems. */
export function byScheme(inner: FileStore, outer: FileStore): FileStore {
  const storeOf = (uri: string): FileStore => (uri.startsWith('file:') ? inner : outer);
  return {
    readFile: (uri, maxSize) => storeOf(uri).readFile(uri, maxSize),
    list: (folder) => storeOf(folder).list(folder),
    isFolder: (uri) => storeOf(uri).isFolder(uri),
    identity: (folder) => storeOf(folder).identity(folder),
  };
}

/** No files at all: a client in a browser that does not offer to read any. */
export const NO_FILES: FileStore = {
  readFile: async () => ({ problem: t('cannot be read: the editor does not hand over files') }),
  list: async () => [],
  isFolder: async () => false,
  identity: async () => undefined,
};
