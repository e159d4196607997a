import { readSettings } from '../config/settings.ts';
import * as engine from '../engine.ts';
import { createLanguageService as create } from '../service/createLanguageService.ts';
import type { LanguageService, LanguageServiceOptions } from '../service/languageService.ts';
import type { WorkspaceHost } from '../service/workspaceHost.ts';

/** What the editor behind a language service can show; all is on unless said otherwise, save for what only an extension can do. */
export type EditorAbilities = Partial<Omit<LanguageServiceOptions, 'engine' | 'readSettings'>>;

const ALL: Omit<LanguageServiceOptions, 'engine' | 'readSettings'> = {
  hoverMarkdown: true,
  completionMarkdown: true,
  definitionLinks: true,
  symbolTree: true,
  showDocument: true,
  documentChanges: true,
  createFiles: true,
  relatedInformation: true,
  codeDescription: true,
  copyText: false,
  askReason: false,
  now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
};

/**
 * The features of Touchstone for any editor, without a connection: diagnostics, hover, definition, code actions and
 * all else that the language server answers. `host` gives documents, files and settings.
 */
export function createLanguageService(host: WorkspaceHost, abilities: EditorAbilities = {}): LanguageService {
  return create(host, { ...ALL, ...abilities, engine, readSettings });
}
