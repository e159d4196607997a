import type { CheckedFact, Coverage, Finding } from '../findings/finding.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { DEFAULT_OPTIONS } from '../rules/options.ts';
import type { Engine } from './engine.ts';
import type { SettingsCache } from './settingsCache.ts';
import { overSize, type SourceSet } from './sourceSet.ts';
import type { Sources } from './sources.ts';
import { isUntitled, normaliseUri, relativePath } from './uris.ts';
import {
  type Cancellation,
  type OpenDocument,
  throwIfCancelled,
  type WorkspaceHost,
} from './workspaceHost.ts';

/** One version of an open document, checked against one version of its sources. */
export interface CheckedDocument {
  readonly document: OpenDocument;
  readonly role: 'draft' | 'source';
  readonly analysed: AnalysedDocument;
  readonly sources: SourceSet;
  readonly findings: readonly Finding[];
  readonly facts: readonly CheckedFact[];
  readonly coverage: Coverage;
  /** Same id, same findings. */
  readonly resultId: string;
}

/** Checks open documents, each version once. */
export interface Checker {
  /** Undefined when there is nothing to check: the document is not open, not text, or has no sources. */
  check(uri: string, cancellation?: Cancellation): Promise<CheckedDocument | undefined>;
  /** Checks a document that need not be open, without keeping the result. */
  checkText(document: OpenDocument, cancellation?: Cancellation): Promise<CheckedDocument | undefined>;
  /** Last result of each open document, in order of first check. */
  results(): readonly CheckedDocument[];
  forget(uri: string): void;
}

const NO_FACTS: Coverage = { facts: 0, supported: 0, refuted: 0, notFound: 0 };

/** Creates the checker over the sources in use. */
export function createChecker(
  host: WorkspaceHost,
  engine: Engine,
  settings: SettingsCache,
  sources: Sources,
): Checker {
  const results = new Map<string, CheckedDocument>();
  const tooLarge = new Set<string>();

  const run = async (
    document: OpenDocument,
    cancellation: Cancellation | undefined,
    known: CheckedDocument | undefined,
  ): Promise<CheckedDocument | undefined> => {
    if (document.languageId !== 'markdown' && document.languageId !== 'plaintext') return undefined;
    const root = await sources.rootOf(document.uri);
    if (root === undefined) return undefined;
    const set = await sources.get(root);
    const { id, settings: values } = await settings.get(root);
    throwIfCancelled(cancellation);
    if (set.sources.size === 0) return undefined;
    const resultId = `${document.version}.${set.id}.${id}`;
    if (known?.resultId === resultId && known.document.text === document.text) return known;
    if (document.text.length > values.maxSourceSize) {
      const name = relativePath(root, document.uri) ?? document.uri;
      if (!tooLarge.has(document.uri))
        host.log('warning', `Not checked: ${name} ${overSize(values.maxSourceSize)}.`);
      tooLarge.add(document.uri);
      return undefined;
    }
    const role =
      !isUntitled(document.uri) && (await sources.isSource(root, document.uri)) ? 'source' : 'draft';
    const analysed =
      set.sources.get(role === 'source' ? normaliseUri(document.uri) : '') ?? analyse(document, known);
    const options = { ...DEFAULT_OPTIONS, levels: values.rules };
    const common = { document, role, analysed, sources: set, resultId } as const;
    if (role === 'source') {
      return { ...common, findings: engine.checkSource(analysed, options), facts: [], coverage: NO_FACTS };
    }
    const { findings, facts, coverage } = engine.checkDraft(analysed, set.index, options);
    return { ...common, findings, facts, coverage };
  };

  const analyse = (document: OpenDocument, known: CheckedDocument | undefined): AnalysedDocument => {
    if (known?.role === 'draft' && known.document.text === document.text) return known.analysed;
    const format = document.languageId === 'markdown' ? 'markdown' : 'plaintext';
    return engine.analyse(engine.readProse({ uri: normaliseUri(document.uri), format, text: document.text }));
  };

  return {
    async check(uri, cancellation) {
      const document = host.document(uri);
      if (!document) return undefined;
      const key = normaliseUri(uri);
      const result = await run(document, cancellation, results.get(key));
      // The document may have been closed or edited while its sources were read.
      if (host.document(uri)?.version !== document.version) return result;
      if (result) results.set(key, result);
      else results.delete(key);
      return result;
    },
    checkText: (document, cancellation) => run(document, cancellation, undefined),
    results: () => [...results.values()],
    forget(uri) {
      results.delete(normaliseUri(uri));
      tooLarge.delete(uri);
    },
  };
}
