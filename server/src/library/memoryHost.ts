import { createMatcher } from '../service/sourceGlobs.ts';
import { childUri, normaliseUri, relativePath } from '../service/uris.ts';
import type { OpenDocument, WorkspaceHost } from '../service/workspaceHost.ts';

/** A workspace of texts, for tools that have no files: one folder, its files by path, and the documents that are open. */
export interface MemoryHost extends WorkspaceHost {
  /** URI of a path of the folder. */
  uri(path: string): string;
  /** Opens a document, or gives an open one a new text; returns its URI. */
  open(path: string, text: string, languageId?: 'markdown' | 'plaintext'): string;
  close(path: string): void;
}

/** What a workspace of texts starts with. */
export interface MemoryHostOptions {
  /** Text of each file by its path, with forward slashes: `seeds/article.txt`. */
  readonly files: Readonly<Record<string, string>>;
  /** The settings of the editor without their prefix: `{ sources: ['seeds/**'] }`. */
  readonly settings?: unknown;
  /** Takes what the service has to tell; without it, nothing is told. */
  readonly log?: WorkspaceHost['log'];
  /** Takes what the writer must know; without it, it goes to the log. */
  readonly show?: WorkspaceHost['show'];
  /** A clock in milliseconds; without it, a check may take as long as it takes. */
  readonly now?: WorkspaceHost['now'];
}

const FOLDER = normaliseUri('memory:///workspace');

/** Creates a workspace of texts. */
export function createMemoryHost({
  files,
  settings,
  log = () => {},
  show = log,
  now = () => 0,
}: MemoryHostOptions): MemoryHost {
  const uri = (path: string): string => normaliseUri(childUri(FOLDER, path));
  const contents = new Map(Object.entries(files).map(([path, text]) => [uri(path), text]));
  const open = new Map<string, OpenDocument>();
  return {
    uri,
    open(path, text, languageId = /\.txt$/i.test(path) ? 'plaintext' : 'markdown') {
      const key = uri(path);
      open.set(key, { uri: key, languageId, version: (open.get(key)?.version ?? 0) + 1, text });
      return key;
    },
    close: (path) => void open.delete(uri(path)),
    folders: () => [FOLDER],
    document: (key) => open.get(normaliseUri(key)),
    documents: () => [...open.values()],
    async readFile(key, maxSize) {
      const text = contents.get(normaliseUri(key));
      if (text === undefined) return { problem: 'is not there', missing: true };
      const bytes = new TextEncoder().encode(text);
      return bytes.length > maxSize ? { problem: `is larger than ${maxSize} bytes` } : { bytes };
    },
    async findFiles(folder, globs, limit) {
      const matches = createMatcher(globs);
      const found = [...contents.keys()].filter((key) => matches(relativePath(folder, key) ?? '')).sort();
      return { uris: found.slice(0, limit), truncated: found.length > limit };
    },
    hasDirectory: async (key) => [...contents.keys()].some((file) => relativePath(key, file) !== undefined),
    settings: async () => settings,
    log,
    show,
    now,
  };
}
