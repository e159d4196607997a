import type {
  CodeAction,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { IGNORE_FILE } from '../config/ignoreFile.ts';
import { PROJECT_FILE } from '../config/projectFile.ts';
import { TICKS_ENDING } from '../desk/ticksFile.ts';
import { FIX_ALL_KIND } from './announced.ts';
import { createCaretPatience } from './caret.ts';
import { type CheckedDocument, createChecker } from './checker.ts';
import { createConfigFiles, isConfigFile } from './configFiles.ts';
import { type CorrectionLog, createCorrectionWatcher } from './corrections.ts';
import { createDesk } from './desk.ts';
import { createDiagnosticReports } from './diagnosticReports.ts';
import { createDrafts } from './drafts.ts';
import { workspaceEdit } from './edits.ts';
import { type CheckAllResult, checkAll, type Progress } from './features/checkAll.ts';
import { codeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completion } from './features/completion.ts';
import { configDiagnostics, ticksDiagnostics } from './features/configDiagnostics.ts';
import { noticeActions } from './features/correctionNotice.ts';
import { asLocations, definition } from './features/definition.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import { documentHighlights } from './features/documentHighlights.ts';
import { documentLinks } from './features/documentLinks.ts';
import { asSymbolInformation, documentSymbols, workspaceSymbols } from './features/documentSymbols.ts';
import { asksForFixAll, asksForSourceOnly, fixAll } from './features/fixAll.ts';
import { hover } from './features/hover.ts';
import { ignoreEverywhere } from './features/ignore.ts';
import { inlayHints } from './features/inlayHints.ts';
import { references } from './features/references.ts';
import { type NamePlace, prepareRename, rename } from './features/rename.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { rulePage } from './features/showRule.ts';
import { resolveAction } from './features/ticking.ts';
import { createGuard } from './guard.ts';
import { createIgnoreUsage } from './ignoreUsage.ts';
import type { LanguageService, LanguageServiceOptions } from './languageService.ts';
import { markdown, plaintext } from './markup.ts';
import { createReportService } from './reportService.ts';
import { createRoots } from './roots.ts';
import { createRuleFaults } from './ruleFaults.ts';
import { createSettingsCache } from './settingsCache.ts';
import { createSources } from './sources.ts';
import { createStatus } from './status.ts';
import { createTickFiles, isTicksFile } from './tickFiles.ts';
import { nextTurn } from './turns.ts';
import { normaliseUri, parentUri } from './uris.ts';
import { type Cancellation, GIT_IGNORE, throwIfCancelled, type WorkspaceHost } from './workspaceHost.ts';

/** The files that say how a folder is checked and what people have said of its drafts, wherever they are below it. */
const CONFIG_GLOBS: readonly string[] = [
  `**/{${PROJECT_FILE},${IGNORE_FILE},${GIT_IGNORE},*${TICKS_ENDING}}`,
];

/** Wires the caches and features together over the injected host. */
export function createLanguageService(host: WorkspaceHost, options: LanguageServiceOptions): LanguageService {
  const files = createConfigFiles(host);
  const usage = createIgnoreUsage();
  const roots = createRoots(host, files);
  const settings = createSettingsCache(host, options.readSettings, files, roots);
  const sources = createSources(host, options.engine, settings, roots);
  const tickFiles = createTickFiles(host);
  const faults = createRuleFaults(host);
  const caret = createCaretPatience();
  const reports = createDiagnosticReports();
  const guard = createGuard(host);
  const listeners: ((log: CorrectionLog) => void)[] = [];
  const watcher = createCorrectionWatcher(options.now, (log) => {
    for (const listener of listeners) listener(log);
  });
  const checker = createChecker(
    host,
    options.engine,
    settings,
    sources,
    files,
    usage,
    tickFiles,
    faults,
    (checked) => {
      watcher.see(checked);
      // Whoever asked for the check is answered first.
      void guard('corrections', undefined, () => nextTurn().then(watcher.look));
    },
  );
  const drafts = createDrafts(host, settings, sources, checker);
  const markup = options.hoverMarkdown ? markdown : plaintext;

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

  /** The same, with all drafts that rest on the same sources, open or not. */
  const onDrafts = <T>(
    feature: string,
    uri: string,
    cancellation: Cancellation | undefined,
    answer: (checked: CheckedDocument, drafts: readonly CheckedDocument[]) => T[],
  ): Promise<T[]> =>
    guard(feature, [], async () => {
      const checked = await checker.check(uri, cancellation);
      const root = await sources.rootOf(uri);
      if (!checked || root === undefined) return [];
      return answer(checked, await drafts.checked(root, cancellation));
    });

  /** Runs a feature that is off by default where its setting is on. */
  const whenOn = <T>(
    feature: 'codeLens' | 'inlayHints' | 'semanticTokens',
    uri: string,
    off: T,
    run: () => Promise<T>,
  ): Promise<T> =>
    guard(feature, off, async () => {
      const root = await sources.rootOf(uri);
      return (await settings.get(root)).settings[feature] ? run() : off;
    });

  /** From the last result, so that a save waits for nothing; a document without one is checked when that is quick. */
  const fixAllAtOnce = (uri: string, cancellation: Cancellation | undefined): Promise<CodeAction[]> =>
    guard('fix all', [], async () => {
      const document = host.document(uri);
      if (!document) return [];
      const key = normaliseUri(uri);
      const known = checker.results().find((result) => normaliseUri(result.document.uri) === key);
      const checked = known ?? (sources.reading() ? undefined : await checker.check(uri, cancellation));
      return checked ? fixAll(checked, document, FIX_ALL_KIND, options) : [];
    });

  const checkEveryDraft = (
    progress: Progress,
    cancellation: Cancellation | undefined,
  ): Promise<CheckAllResult> =>
    guard('check all drafts', { files: [], problems: [] }, async () => {
      const result = await checkAll(host.folders(), drafts, checker, options, progress, cancellation);
      usage.complete((await files.known()).map(({ uri }) => uri));
      return result;
    });

  /** The text of an open document is another one: true when the findings of drafts may differ now. */
  const contentChanged = (uri: string): boolean => {
    if (isTicksFile(uri)) return tickFiles.changed([uri]);
    return isConfigFile(uri) ? configChanged([uri]) : sources.documentChanged(uri);
  };

  /** What can be done about a ticks file: it belongs to a draft that need not be open. */
  const resolveTicksFile = (uri: string, only: readonly string[] | undefined): Promise<CodeAction[]> =>
    guard('ticks', [], async () => {
      const document = host.document(uri);
      const ticks = await tickFiles.of(uri.slice(0, -TICKS_ENDING.length));
      return document && ticks ? resolveAction(ticks, document, only, options) : [];
    });

  /** Project or ignore files may say something else now. */
  const configChanged = (uris: readonly string[]): boolean => {
    if (!files.changed(uris)) return false;
    settings.clear();
    sources.reset();
    return true;
  };

  return {
    diagnostics: (uri, cancellation) =>
      onChecked('diagnostics', uri, [], cancellation, (checked) =>
        toDiagnostics(checked, options, caret.visible(checked)),
      ),
    diagnosticReport: (uri, previousResultId, cancellation) =>
      onChecked<DocumentDiagnosticReport>(
        'diagnostics',
        uri,
        { kind: 'full', items: [] },
        cancellation,
        (checked) =>
          reports.report(checked, toDiagnostics(checked, options, caret.visible(checked)), previousResultId),
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
    references: (uri, position, includeDeclaration, cancellation) =>
      onDrafts('references', uri, cancellation, (checked, drafts) =>
        references(checked, position, drafts, includeDeclaration),
      ),
    documentHighlights: (uri, position, cancellation) =>
      onChecked<DocumentHighlight[] | null>('highlights', uri, null, cancellation, (checked) => {
        const places = documentHighlights(checked, position);
        return places.length > 0 ? places : null;
      }),
    documentSymbols: (uri, cancellation) =>
      onChecked<DocumentSymbol[] | SymbolInformation[]>('symbols', uri, [], cancellation, (checked) => {
        const symbols = documentSymbols(checked);
        return options.symbolTree ? symbols : asSymbolInformation(uri, symbols);
      }),
    workspaceSymbols: (query, cancellation) =>
      guard('workspace symbols', [], async () => {
        const roots = new Set([...host.folders().map(normaliseUri), ...sources.roots()]);
        const sets = await Promise.all([...roots].map((root) => sources.get(root)));
        throwIfCancelled(cancellation);
        return workspaceSymbols(new Set(sets.flatMap((set) => [...set.sources.values()])), query);
      }),
    completion: (uri, position, cancellation) =>
      onChecked('completion', uri, { isIncomplete: false, items: [] }, cancellation, (checked) =>
        completion(checked, position, options.completionMarkdown ? markdown : plaintext),
      ),
    codeActions: async (uri, range, only, cancellation) => {
      if (isTicksFile(uri)) return resolveTicksFile(uri, only);
      if (asksForSourceOnly(only) && only && !asksForFixAll(only)) return [];
      if (asksForSourceOnly(only)) return fixAllAtOnce(uri, cancellation);
      return onChecked<CodeAction[]>('code actions', uri, [], cancellation, (checked) => [
        ...codeActions(checked, range, only, options),
        ...noticeActions(checked, watcher.standing(checked), range, only, options),
      ]);
    },
    codeLenses: (uri, cancellation) =>
      whenOn('codeLens', uri, [], () =>
        onDrafts('code lenses', uri, cancellation, (checked, drafts) => codeLenses(checked, drafts)),
      ),
    inlayHints: (uri, range, cancellation) =>
      whenOn('inlayHints', uri, [], () =>
        onChecked('inlay hints', uri, [], cancellation, (checked) => inlayHints(checked, range)),
      ),
    semanticTokens: (uri, cancellation) =>
      whenOn('semanticTokens', uri, { data: [] }, () =>
        onChecked('semantic tokens', uri, { data: [] }, cancellation, (checked) => semanticTokens(checked)),
      ),
    documentLinks: (uri, cancellation) =>
      onChecked('links', uri, [], cancellation, (checked) => documentLinks(checked)),
    prepareRename: (uri, position, cancellation) =>
      onChecked<NamePlace | null>(
        'rename',
        uri,
        null,
        cancellation,
        (checked) => prepareRename(checked, position) ?? null,
      ),
    rename: (uri, position, newName, cancellation) =>
      onChecked<WorkspaceEdit | null>('rename', uri, null, cancellation, (checked) => {
        const edits = rename(checked, position, newName);
        return edits.length > 0 ? workspaceEdit(checked.document, edits, options) : null;
      }),
    ...createReportService({ host, checker, sources, watcher, listeners, now: options.now, guard }),
    ...createDesk(host, options.engine, { settings, sources, checker }, { guard, onChecked }),
    ignore: ({ uri, fingerprint, reason }, cancellation) =>
      onChecked<WorkspaceEdit | null>('ignore', uri, null, cancellation, (checked) => {
        const finding = checked.findings.find((each) => each.fingerprint === fingerprint);
        return (finding && ignoreEverywhere(finding, checked, options, reason)) ?? null;
      }),
    rulePage: (code) => rulePage(options.rulePages, code),
    checkAll: (progress, cancellation) => checkEveryDraft(progress, cancellation),
    configDiagnostics: () =>
      guard('project files', [], async () => {
        for (const { uri } of host.documents()) {
          const folder = isConfigFile(uri) ? parentUri(uri) : undefined;
          if (folder === undefined) continue;
          const ignores = await files.ignores(folder);
          await files.project(folder);
          // Who looks at an ignore file wants to know what in it is of no use.
          const looksAt = ignores?.uri === normaliseUri(uri) && !usage.isComplete(ignores.uri);
          if (looksAt) await checkEveryDraft(() => {}, undefined);
        }
        return [
          ...(await configDiagnostics(files, usage)),
          ...(await tickFiles.known()).map(ticksDiagnostics),
        ];
      }),
    async status() {
      const loaded = await Promise.all(sources.roots().map((root) => settings.get(root)));
      const problems = new Set(loaded.flatMap((folder) => folder.problems));
      const refused = checker.notChecked();
      // Where no open document needs any sources, none are waited for.
      const unasked = refused.length > 0 && sources.watched().length === 0;
      const reading = sources.reading() && !unasked;
      return createStatus(sources.loaded(), checker.results(), refused, [...problems], reading);
    },
    async textOf(uri) {
      const open = host.document(uri);
      if (open) return open.text;
      const key = normaliseUri(uri);
      for (const { sources: known } of sources.loaded()) {
        const source = known.get(key);
        if (source) return source.prose.text;
      }
      return (await files.known()).find((file) => file.uri === key)?.text;
    },
    settingsFor: async (uri) => settings.get(await sources.rootOf(uri)),
    async watched() {
      const folders = new Set([...host.folders().map(normaliseUri), ...sources.roots()]);
      const loaded = await Promise.all([...folders].map((folder) => settings.get(folder)));
      const globs = new Map<string, readonly string[]>();
      const add = (root: string, more: readonly string[]): void => {
        globs.set(root, [...new Set([...(globs.get(root) ?? []), ...more])]);
      };
      for (const { base, settings: values } of loaded) add(base, values.sources);
      for (const own of sources.watched()) add(own.root, own.globs);
      for (const folder of folders) add(folder, CONFIG_GLOBS);
      return [...globs].map(([root, all]) => ({ root, globs: all }));
    },
    documentChanged: (uri) => contentChanged(uri),
    typing: caret.typing,
    rested: caret.rested,
    documentClosed(uri) {
      checker.forget(uri);
      caret.forget(uri);
      reports.forget(uri);
      watcher.closed(uri);
      return contentChanged(uri);
    },
    filesChanged(uris) {
      const config = configChanged(uris);
      const ticks = tickFiles.changed(uris);
      return sources.filesChanged(uris) || config || ticks;
    },
    readAgain() {
      files.clear();
      tickFiles.clear();
      settings.clear();
      sources.reset();
    },
    settingsChanged() {
      settings.clear();
      sources.reset();
    },
    foldersChanged() {
      files.clear();
      settings.clear();
      sources.clear();
    },
  };
}
