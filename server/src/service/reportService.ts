import { later, t } from '../l10n/message.ts';
import type { CheckedDocument, Checker } from './checker.ts';
import type { CorrectionLog, CorrectionWatcher } from './corrections.ts';
import {
  applyEdits,
  makeQuotation,
  type QuotationAnswer,
  type QuotationParams,
  quotationAnswer,
} from './features/pasteQuotation.ts';
import { type ReportAnswer, type ReportForm, report } from './features/report.ts';
import { type SourceUse, sourceUses } from './features/sourceUses.ts';
import {
  answerAbout,
  answerFacts,
  NO_SOURCES,
  readCall,
  type ToolAnswer,
  type ToolParams,
} from './features/tools.ts';
import { openDrafts } from './openDrafts.ts';
import type { Sources } from './sources.ts';
import { childUri, normaliseUri } from './uris.ts';
import type { Cancellation, OpenDocument, WorkspaceHost } from './workspaceHost.ts';

/** The report, quotations taken from sources, and tools for agents. */
export interface ReportService {
  /** Null for a source and for a draft that is not checked. `corrections` stands in for what was seen in this session. */
  report(
    uri: string,
    form: ReportForm,
    corrections: Omit<CorrectionLog, 'uri'> | undefined,
    cancellation?: Cancellation,
  ): Promise<ReportAnswer | null>;
  /** Words of an open source that open drafts rest on. */
  sourceUses(uri: string, cancellation?: Cancellation): Promise<readonly SourceUse[]>;
  quotation(params: QuotationParams, cancellation?: Cancellation): Promise<QuotationAnswer>;
  tool(params: ToolParams, cancellation?: Cancellation): Promise<ToolAnswer>;
  /** Corrections seen in a draft since it was first checked. */
  corrections(uri: string): CorrectionLog | undefined;
  /** Calls `listener` with the log of a draft whenever it says something else. */
  onCorrections(listener: (log: CorrectionLog) => void): void;
}

/** What the report service is made from. */
export interface ReportParts {
  readonly host: WorkspaceHost;
  readonly checker: Checker;
  readonly sources: Sources;
  readonly watcher: CorrectionWatcher;
  readonly listeners: ((log: CorrectionLog) => void)[];
  readonly now: () => string;
  readonly guard: <T>(feature: string, otherwise: T, run: () => Promise<T>) => Promise<T>;
}

const NOT_CHECKED = later(
  'This document is not checked: it has no sources, or its project file does not name it as a draft.',
);

/** Creates the service; each answer rests on the last check of a document, or makes one. */
export function createReportService(parts: ReportParts): ReportService {
  const { host, checker, sources, watcher, listeners, now, guard } = parts;

  const checkText = (uri: string, text: string, plain: boolean, cancellation: Cancellation | undefined) =>
    checker.checkText(
      { uri, languageId: plain ? 'plaintext' : 'markdown', version: -1, text } satisfies OpenDocument,
      cancellation,
    );

  /** Which document's sources a call is about: the draft that it names, the one in front, or none in particular. */
  const draftFor = async (named: string | undefined, active: string | undefined): Promise<string> => {
    const uri = named === undefined ? active : uriOf(named, host);
    if (uri === undefined) return NOWHERE;
    const root = await sources.rootOf(uri);
    return root === undefined || (await sources.isSource(root, uri)) ? NOWHERE : uri;
  };

  const callTool = async (
    params: ToolParams,
    cancellation: Cancellation | undefined,
  ): Promise<ToolAnswer> => {
    const call = readCall(params);
    if ('problem' in call) return { text: call.problem };
    if (call.tool === 'listFacts') {
      const uri = call.file === undefined ? params.uri : uriOf(call.file, host);
      const root = await sources.rootOf(uri ?? NOWHERE);
      if (root === undefined) return { text: NO_SOURCES };
      const draft =
        call.file === undefined || uri === undefined ? undefined : await draftAt(uri, cancellation);
      const set = draft?.sources ?? (await sources.get(root));
      if (set.sources.size === 0) return { text: NO_SOURCES };
      const named = draft && { name: call.file as string, document: draft.analysed };
      return { text: answerFacts(call, set, named) };
    }
    const uri = await draftFor(call.draft, params.uri);
    const checked =
      (await checkText(uri, call.text, call.plain, cancellation)) ??
      (uri === NOWHERE ? undefined : await checkText(NOWHERE, call.text, call.plain, cancellation));
    return { text: checked ? answerAbout(call, checked) : NO_SOURCES };
  };

  const draftAt = async (
    uri: string,
    cancellation: Cancellation | undefined,
  ): Promise<CheckedDocument | undefined> => {
    const checked = await checker.check(uri, cancellation);
    return checked?.role === 'draft' ? checked : undefined;
  };

  return {
    report: (uri, form, corrections, cancellation) =>
      guard<ReportAnswer | null>('report', null, async () => {
        const checked = await checker.check(uri, cancellation);
        if (!checked) return null;
        return report(checked, form, corrections ?? watcher.log(uri), now()) ?? null;
      }),
    sourceUses: (uri, cancellation) =>
      guard<readonly SourceUse[]>('uses of a source', [], async () => {
        const checked = await checker.check(uri, cancellation);
        if (checked?.role !== 'source') return [];
        return sourceUses(checked, await openDrafts(host, checker, checked.sources.root, cancellation));
      }),
    quotation: (params, cancellation) =>
      guard<QuotationAnswer>('quotation', { problem: t(NOT_CHECKED) }, async () => {
        const checked = await checker.check(params.uri, cancellation);
        if (!checked) return { problem: t(NOT_CHECKED) };
        const made = makeQuotation(checked, params);
        if ('problem' in made) return made;
        const { document, analysed } = checked;
        const text = applyEdits(analysed.prose.text, made.edits);
        const tried = await checkText(document.uri, text, document.languageId === 'plaintext', cancellation);
        return quotationAnswer(made, checked, tried);
      }),
    tool: (params, cancellation) =>
      guard<ToolAnswer>('tool', { text: t('Touchstone could not answer; its output says why.') }, () =>
        callTool(params, cancellation),
      ),
    corrections: (uri) => watcher.log(uri),
    onCorrections: (listener) => void listeners.push(listener),
  };
}

/** A text that belongs to no file is checked against the sources of the first folder. */
const NOWHERE = 'untitled:touchstone-text';

/** A path below the first folder, or a URI as it is. */
function uriOf(named: string, host: WorkspaceHost): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(named)) return normaliseUri(named);
  const [first] = host.folders();
  return first === undefined
    ? undefined
    : named
        .split(/[\\/]/)
        .filter((part) => part !== '' && part !== '.')
        .reduce((folder, part) => childUri(folder, part), normaliseUri(first));
}
