import { readSettings } from '../../server/src/config/settings.ts';
import { isConfigFile } from '../../server/src/service/configFiles.ts';
import { createLanguageService } from '../../server/src/service/createLanguageService.ts';
import type { Engine } from '../../server/src/service/engine.ts';
import type { LanguageService } from '../../server/src/service/languageService.ts';
import { createMatcher } from '../../server/src/service/sourceGlobs.ts';
import { isTicksFile } from '../../server/src/service/tickFiles.ts';
import { relativePath } from '../../server/src/service/uris.ts';
import type { OpenDocument, WorkspaceHost } from '../../server/src/service/workspaceHost.ts';
import { fakeEngine } from './fakeEngine.ts';

/** A workspace in memory: files by URI, open documents, settings and a log. */
export interface MemoryHost extends WorkspaceHost {
  readonly files: Map<string, string | Uint8Array>;
  readonly log: WorkspaceHost['log'];
  readonly logged: string[];
  /** Messages shown to the writer. */
  readonly shown: string[];
  /** Milliseconds by which the clock moves each time it is read. */
  tick: number;
  /** URIs of the drafts and sources that were read. */
  readonly reads: string[];
  rawSettings: unknown;
  folderUris: string[];
  open(uri: string, text: string, languageId?: string): void;
  close(uri: string): void;
}

/** Creates a workspace below `file:///ws` from paths and contents. */
export function createMemoryHost(files: Readonly<Record<string, string | Uint8Array>>): MemoryHost {
  const open = new Map<string, OpenDocument>();
  let time = 0;
  const host: MemoryHost = {
    files: new Map(Object.entries(files).map(([path, content]) => [ws(path), content])),
    logged: [],
    shown: [],
    tick: 0,
    reads: [],
    rawSettings: undefined,
    folderUris: ['file:///ws'],
    open(uri, text, languageId = 'markdown') {
      open.set(uri, { uri, languageId, version: (open.get(uri)?.version ?? 0) + 1, text });
    },
    close: (uri) => void open.delete(uri),
    folders: () => host.folderUris,
    document: (uri) => open.get(uri),
    documents: () => [...open.values()],
    async readFile(uri) {
      const isOwn = isConfigFile(uri) || isTicksFile(uri);
      if (!isOwn) host.reads.push(uri);
      const content = host.files.get(uri);
      if (content === undefined) {
        return {
          problem: isOwn ? 'is not there any more' : 'cannot be read: permission denied',
          missing: isOwn,
        };
      }
      return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
    },
    async findFiles(folder, globs, limit) {
      const matches = createMatcher(globs);
      const uris = [...host.files.keys()].filter((uri) => matches(relativePath(folder, uri) ?? '')).sort();
      return { uris: uris.slice(0, limit), truncated: uris.length > limit };
    },
    hasDirectory: async (uri) => [...host.files.keys()].some((file) => relativePath(uri, file) !== undefined),
    settings: async () => host.rawSettings,
    log: (level, message) => void host.logged.push(`${level}: ${message}`),
    show: (level, message) => void host.shown.push(`${level}: ${message}`),
    progress: () => ({ report: () => {}, end: () => {} }),
    now() {
      time += host.tick;
      return time;
    },
  };
  return host;
}

/** URI of a path in the workspace. */
export const ws = (path: string): string => `file:///ws/${path}`;

/** The service over a host, with a client that can do everything. */
export const serviceOver = (
  host: WorkspaceHost,
  options: {
    documentChanges?: boolean;
    createFiles?: boolean;
    askReason?: boolean;
    symbolTree?: boolean;
    showDocument?: boolean;
    copyText?: boolean;
    engine?: Engine;
  } = {},
): LanguageService =>
  createLanguageService(host, {
    engine: options.engine ?? fakeEngine,
    readSettings,
    hoverMarkdown: true,
    completionMarkdown: true,
    showDocument: options.showDocument ?? false,
    definitionLinks: true,
    symbolTree: options.symbolTree ?? true,
    documentChanges: options.documentChanges ?? true,
    askReason: options.askReason ?? false,
    createFiles: options.createFiles ?? options.documentChanges ?? true,
    relatedInformation: true,
    codeDescription: true,
    rulePages: 'file:///rules/',
    copyText: options.copyText ?? false,
    now: () => '2025-12-14T16:03:00Z',
  });
