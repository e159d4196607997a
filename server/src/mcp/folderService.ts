import { pathToFileURL } from 'node:url';
import { readSettings } from '../config/settings.ts';
import * as engine from '../engine.ts';
import { findFiles } from '../server/findFiles.ts';
import { nodeFiles } from '../server/nodeFiles.ts';
import { createLanguageService } from '../service/createLanguageService.ts';
import type { LanguageService } from '../service/languageService.ts';
import type { WorkspaceHost } from '../service/workspaceHost.ts';
import { heldFiles } from './heldFiles.ts';

/** What an MCP server answers about. */
export interface McpOptions {
  /** Folder of the drafts and their sources; nothing outside it is read. */
  readonly root: string;
  /** Globs of the sources, relative to the folder; without them, the project file or `seeds/` says. */
  readonly sources?: readonly string[];
}

/** The service over one folder of the disk, by its real path, with no document open. */
export function createFolderService(
  { root, sources }: McpOptions,
  log: WorkspaceHost['log'],
): LanguageService {
  const folder = pathToFileURL(root).href;
  const files = heldFiles(root, nodeFiles);
  const host: WorkspaceHost = {
    folders: () => [folder],
    document: () => undefined,
    documents: () => [],
    readFile: files.readFile,
    findFiles: (at, globs, limit) => findFiles(files, at, globs, limit),
    hasDirectory: files.isFolder,
    settings: async () => (sources ? { sources } : {}),
    log,
    show: log,
    now: () => performance.now(),
  };
  return createLanguageService(host, {
    engine,
    readSettings,
    hoverMarkdown: false,
    completionMarkdown: false,
    definitionLinks: false,
    symbolTree: false,
    showDocument: false,
    documentChanges: false,
    createFiles: false,
    relatedInformation: false,
    codeDescription: false,
    copyText: false,
    askReason: false,
    now: () => new Date().toISOString(),
  });
}
