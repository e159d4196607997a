import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
} from 'vscode-languageserver';
import { type CheckedDocument, createChecker } from './checker.ts';
import type { Engine } from './engine.ts';
import { type CheckAllResult, checkAll, type Progress } from './features/checkAll.ts';
import { type CodeActionOptions, codeActions } from './features/codeActions.ts';
import { asLocations, definition } from './features/definition.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import { hover } from './features/hover.ts';
import { markdown, plaintext } from './markup.ts';
import { createSettingsCache, type FolderSettings, type ReadSettings } from './settingsCache.ts';
import { createSources } from './sources.ts';
import { createStatus, type Status } from './status.ts';
import { normaliseUri } from './uris.ts';
import { type Cancellation, Cancelled, type WorkspaceHost } from './workspaceHost.ts';

/** What the service is built from besides its host. */
export interface LanguageServiceOptions extends CodeActionOptions {
  readonly engine: Engine;
  readonly readSettings: ReadSettings;
  readonly hoverMarkdown: boolean;
  /** Definitions may be links that carry their origin. */
  readonly definitionLinks: boolean;
}

/** The features of Touchstone for any editor, without a connection. No method throws on any input but `Cancelled`. */
export interface LanguageService {
  diagnostics(uri: string, cancellation?: Cancellation): Promise<Diagnostic[]>;
  /** Answers "unchanged" when neither the document, its sources nor its settings differ from `previousResultId`. */
  diagnosticReport(
    uri: string,
    previousResultId: string | undefined,
    cancellation?: Cancellation,
  ): Promise<DocumentDiagnosticReport>;
  hover(uri: string, position: Position, cancellation?: Cancellation): Promise<Hover | null>;
  definition(
    uri: string,
    position: Position,
    cancellation?: Cancellation,
  ): Promise<LocationLink[] | Location[]>;
  codeActions(
    uri: string,
    range: Range,
    only: readonly string[] | undefined,
    cancellation?: Cancellation,
  ): Promise<CodeAction[]>;
  checkAll(progress: Progress, cancellation?: Cancellation): Promise<CheckAllResult>;
  status(): Promise<Status>;
  settingsFor(uri: string): Promise<FolderSettings>;
  /** Folders whose sources are in use, with the globs of each: what a client should watch. */
  watched(): Promise<readonly { readonly root: string; readonly globs: readonly string[] }[]>;
  /** A document was opened, edited or closed. True when it is a source in use: drafts need checking again. */
  documentChanged(uri: string): boolean;
  documentClosed(uri: string): boolean;
  /** True when sources in use may differ now. */
  filesChanged(uris: readonly string[]): boolean;
  /** For clients that watch no files: read the sources again when they are next needed. */
  readAgain(): void;
  settingsChanged(): void;
  foldersChanged(): void;
}

/** Wires the caches and features together over the injected host. */
export function createLanguageService(host: WorkspaceHost, options: LanguageServiceOptions): LanguageService {
  const settings = createSettingsCache(host, options.readSettings);
  const sources = createSources(host, options.engine, settings);
  const checker = createChecker(host, options.engine, settings, sources);
  const markup = options.hoverMarkdown ? markdown : plaintext;
  const guard = createGuard(host);

  /** Runs a feature on the checked document; without one, or when the feature fails, the answer is `otherwise`. */
  const onChecked = <T>(
    feature: string,
    uri: string,
    otherwise: T,
    cancellation: Cancellation | undefined,
    answer: (checked: CheckedDocument) => T,
  ): Promise<T> =>
    guard(feature, otherwise, async () => {
      const checked = await checker.check(uri, cancellation);
      return checked ? answer(checked) : otherwise;
    });

  return {
    diagnostics: (uri, cancellation) =>
      onChecked('diagnostics', uri, [], cancellation, (checked) => toDiagnostics(checked, options)),
    diagnosticReport: (uri, previousResultId, cancellation) =>
      onChecked<DocumentDiagnosticReport>(
        'diagnostics',
        uri,
        { kind: 'full', items: [] },
        cancellation,
        (checked) =>
          checked.resultId === previousResultId
            ? { kind: 'unchanged', resultId: checked.resultId }
            : { kind: 'full', resultId: checked.resultId, items: toDiagnostics(checked, options) },
      ),
    hover: (uri, position, cancellation) =>
      onChecked<Hover | null>(
        'hover',
        uri,
        null,
        cancellation,
        (checked) => hover(checked, position, markup) ?? null,
      ),
    definition: (uri, position, cancellation) =>
      onChecked<LocationLink[] | Location[]>('definition', uri, [], cancellation, (checked) => {
        const links = definition(checked, position);
        return options.definitionLinks ? links : asLocations(links);
      }),
    codeActions: (uri, range, only, cancellation) =>
      onChecked<CodeAction[]>('code actions', uri, [], cancellation, (checked) =>
        codeActions(checked, range, only, options),
      ),
    checkAll: (progress, cancellation) =>
      guard('check all drafts', { files: [], problems: [] }, () =>
        checkAll(host, settings, sources, checker, options, progress, cancellation),
      ),
    async status() {
      const loaded = await Promise.all(sources.roots().map((root) => settings.get(root)));
      const problems = new Set(loaded.flatMap((folder) => folder.problems));
      return createStatus(sources.loaded(), checker.results(), [...problems], sources.reading());
    },
    settingsFor: async (uri) => settings.get(await sources.rootOf(uri)),
    async watched() {
      const roots = new Set([...host.folders().map(normaliseUri), ...sources.roots()]);
      return Promise.all(
        [...roots].map(async (root) => ({ root, globs: (await settings.get(root)).settings.sources })),
      );
    },
    documentChanged: (uri) => sources.documentChanged(uri),
    documentClosed(uri) {
      checker.forget(uri);
      return sources.documentChanged(uri);
    },
    filesChanged: (uris) => sources.filesChanged(uris),
    readAgain: () => sources.reset(),
    settingsChanged() {
      settings.clear();
      sources.reset();
    },
    foldersChanged() {
      settings.clear();
      sources.clear();
    },
  };
}

/** Keeps a fault in one feature from taking the server down: one log line a fault, and an empty answer. */
function createGuard(host: WorkspaceHost) {
  const reported = new Set<string>();
  return async <T>(feature: string, otherwise: T, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      const key = `${feature}: ${error}`;
      const stack = error instanceof Error ? (error.stack ?? String(error)) : String(error);
      if (!reported.has(key)) host.log('error', `Fault in ${feature}: ${stack}`);
      reported.add(key);
      return otherwise;
    }
  };
}
