import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import {
  COMPLETION_TRIGGERS,
  FIX_ALL_KIND,
  REWRITE_KIND,
  SHOW_RULE_COMMAND,
  TOKENS_LEGEND,
} from '../service/announced.ts';
import { chooseEncoding, type Encoding } from './positionEncoding.ts';

/** What a client can do, as far as the server acts on it. */
export interface ClientFeatures {
  /** Asks for diagnostics itself; then none are pushed. */
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly documentChanges: boolean;
  /** An edit may make a file. */
  readonly createFiles: boolean;
  readonly prepareRename: boolean;
  /** Requests of the server after which the client asks again: "workspace/codeLens/refresh" and the like. */
  readonly refreshes: readonly string[];
  readonly definitionLinks: boolean;
  /** Opens a page when the server asks for it. */
  readonly showDocument: boolean;
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly symbolTree: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly folderChanges: boolean;
  /** Watches files when asked to. */
  readonly watchedFiles: boolean;
  readonly relativePatterns: boolean;
  /** Has a place for the progress of what the server does by itself. */
  readonly workDoneProgress: boolean;
  /** What the characters of positions count. */
  readonly encoding: Encoding;
}

/** Reads the capabilities a client sent; all of them are optional. */
export function readClientFeatures({
  textDocument,
  workspace,
  window,
  general,
}: ClientCapabilities): ClientFeatures {
  const pull = textDocument?.diagnostic;
  const shown = pull ?? textDocument?.publishDiagnostics;
  const push = textDocument?.publishDiagnostics;
  return {
    pullDiagnostics: pull !== undefined && pull !== null,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (shown?.relatedInformation ?? push?.relatedInformation) === true,
    codeDescription: (shown?.codeDescriptionSupport ?? push?.codeDescriptionSupport) === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    refreshes: (['codeLens', 'inlayHint', 'semanticTokens'] as const)
      .filter((feature) => workspace?.[feature]?.refreshSupport === true)
      .map((feature) => `workspace/${feature}/refresh`),
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    showDocument: window?.showDocument?.support === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    completionMarkdown:
      textDocument?.completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workDoneProgress: window?.workDoneProgress === true,
    encoding: chooseEncoding(general?.positionEncodings),
  };
}

/** The answer to `initialize`; `rulePages` is true when there are pages of the rules to show. */
export function initializeResult(
  client: ClientFeatures,
  version: string,
  rulePages: boolean,
): InitializeResult {
  return {
    serverInfo: { name: 'Touchstone', version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: { label: 'Touchstone' },
      workspaceSymbolProvider: true,
      completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND, REWRITE_KIND] },
      ...(client.showDocument && rulePages && { executeCommandProvider: { commands: [SHOW_RULE_COMMAND] } }),
      codeLensProvider: {},
      inlayHintProvider: true,
      semanticTokensProvider: { legend: TOKENS_LEGEND, full: true },
      documentLinkProvider: {},
      renameProvider: client.prepareRename ? { prepareProvider: true } : true,
      ...(client.pullDiagnostics && {
        diagnosticProvider: {
          identifier: 'touchstone',
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
      }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
