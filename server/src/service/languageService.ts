import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  SemanticTokens,
  SymbolInformation,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Engine } from './engine.ts';
import type { CheckAllResult, Progress } from './features/checkAll.ts';
import type { CodeActionOptions, IgnoreParams } from './features/codeActions.ts';
import type { ConfigDiagnostics } from './features/configDiagnostics.ts';
import type { NoticeOptions } from './features/correctionNotice.ts';
import type { FactSheetView, SourceChange } from './features/factSheetView.ts';
import type { NamePlace } from './features/rename.ts';
import type { SourcesView } from './features/sourcesView.ts';
import type { DecideParams, TicksEdit } from './features/ticking.ts';
import type { NotChecked } from './notChecked.ts';
import type { ReportService } from './reportService.ts';
import type { FolderSettings, ReadSettings } from './settingsCache.ts';
import type { Status } from './status.ts';
import type { Cancellation } from './workspaceHost.ts';

/** What the service is built from besides its host. */
export interface LanguageServiceOptions extends CodeActionOptions, NoticeOptions {
  readonly engine: Engine;
  readonly readSettings: ReadSettings;
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  /** Definitions may be links that carry their origin. */
  readonly definitionLinks: boolean;
  /** Symbols of a document may be a tree. */
  readonly symbolTree: boolean;
  /** The time, as ISO date and time to the second. */
  readonly now: () => string;
}

/** The features of Touchstone for any editor, without a connection. No method throws on any input but `Cancelled`. */
export interface LanguageService extends ReportService {
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
  references(
    uri: string,
    position: Position,
    includeDeclaration: boolean,
    cancellation?: Cancellation,
  ): Promise<Location[]>;
  /** Null where there is no fact, so that the editor can mark the plain word. */
  documentHighlights(
    uri: string,
    position: Position,
    cancellation?: Cancellation,
  ): Promise<DocumentHighlight[] | null>;
  documentSymbols(uri: string, cancellation?: Cancellation): Promise<DocumentSymbol[] | SymbolInformation[]>;
  workspaceSymbols(query: string, cancellation?: Cancellation): Promise<WorkspaceSymbol[]>;
  completion(uri: string, position: Position, cancellation?: Cancellation): Promise<CompletionList>;
  codeActions(
    uri: string,
    range: Range,
    only: readonly string[] | undefined,
    cancellation?: Cancellation,
  ): Promise<CodeAction[]>;
  /** Empty, as are inlay hints and semantic tokens, until the setting of that name is on. */
  codeLenses(uri: string, cancellation?: Cancellation): Promise<CodeLens[]>;
  inlayHints(uri: string, range: Range, cancellation?: Cancellation): Promise<InlayHint[]>;
  semanticTokens(uri: string, cancellation?: Cancellation): Promise<SemanticTokens>;
  documentLinks(uri: string, cancellation?: Cancellation): Promise<DocumentLink[]>;
  /** Null beside a name. */
  prepareRename(uri: string, position: Position, cancellation?: Cancellation): Promise<NamePlace | null>;
  rename(
    uri: string,
    position: Position,
    newName: string,
    cancellation?: Cancellation,
  ): Promise<WorkspaceEdit | null>;
  /** Null for a source, and for a text that is not checked. */
  factSheet(uri: string, cancellation?: Cancellation): Promise<FactSheetView | null>;
  /** What the sources of a re-opened fact said when it was ticked, and what they say now. */
  sourceChanges(uri: string, fact: string, cancellation?: Cancellation): Promise<readonly SourceChange[]>;
  /** The ticks file with a decision put on record; the client writes it. */
  decide(params: DecideParams, cancellation?: Cancellation): Promise<TicksEdit>;
  /** The sources of a document, or of the first folder. */
  listSources(uri: string | undefined, cancellation?: Cancellation): Promise<SourcesView>;
  /** Why a document is not checked; null for one that is. */
  whyNotChecked(uri: string, cancellation?: Cancellation): Promise<NotChecked | null>;
  /** The checked drafts, each with an id that differs whenever its fact sheet may. */
  sheetVersions(): readonly { readonly uri: string; readonly resultId: string }[];
  /** The edit that ignores a finding with a reason; null when there is no such finding, or no edit for it. */
  ignore(params: IgnoreParams, cancellation?: Cancellation): Promise<WorkspaceEdit | null>;
  /** Address of the page of a rule. */
  rulePage(code: unknown): string | undefined;
  checkAll(progress: Progress, cancellation?: Cancellation): Promise<CheckAllResult>;
  status(): Promise<Status>;
  /** Text of an open document, of a source in use, or of a project or ignore file in use. */
  textOf(uri: string): Promise<string | undefined>;
  settingsFor(uri: string): Promise<FolderSettings>;
  /** Folders whose sources are in use, with the globs of each: what a client should watch. */
  watched(): Promise<readonly { readonly root: string; readonly globs: readonly string[] }[]>;
  /** Mistakes in project and ignore files, one entry for each file in use: they are pushed to every client. */
  configDiagnostics(): Promise<readonly ConfigDiagnostics[]>;
  /** A document was opened, edited or closed. True when it is a source in use: drafts need checking again. */
  documentChanged(uri: string): boolean;
  /** A document is being edited: new findings in the sentence that is written wait until `rested` is called. */
  typing(uri: string): void;
  /** True when findings have waited. */
  rested(uri: string): boolean;
  documentClosed(uri: string): boolean;
  /** True when sources in use may differ now. */
  filesChanged(uris: readonly string[]): boolean;
  /** For clients that watch no files: read the sources again when they are next needed. */
  readAgain(): void;
  settingsChanged(): void;
  foldersChanged(): void;
}
