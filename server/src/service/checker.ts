import { IGNORE_FILE } from '../config/ignoreFile.ts';
import { checkOptionsOf, type EffectiveSettings, PROJECT_FILE } from '../config/projectFile.ts';
import type { CheckedFact, Coverage, Finding, SuppressedFinding } from '../findings/finding.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { type AnalysisMemory, createAnalysisMemory } from '../mentions/analysisMemory.ts';
import { withDateOrder } from '../mentions/dateOrder.ts';
import { frontMatterOf } from '../prose/frontMatter.ts';
import { createReadingMemory, type ReadingMemory } from '../prose/readingMemory.ts';
import type { CheckOptions } from '../rules/options.ts';
import { RuleFault } from '../rules/ruleFault.ts';
import { readDraftSources } from '../sources/details.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { Span } from '../text/span.ts';
import type { ConfigFiles } from './configFiles.ts';
import type { Engine } from './engine.ts';
import type { IgnoreUsage } from './ignoreUsage.ts';
import type { NotChecked, WhyNotChecked } from './notChecked.ts';
import { createPauses, STRETCH } from './pauses.ts';
import type { RuleFaults } from './ruleFaults.ts';
import type { SettingsCache } from './settingsCache.ts';
import { acceptedReport } from './sheets.ts';
import { createMatcher } from './sourceGlobs.ts';
import { overSize, type SourceSet } from './sourceSet.ts';
import type { Sources } from './sources.ts';
import { type DraftTicks, isTicksFile, type TickFiles } from './tickFiles.ts';
import { nextTurn } from './turns.ts';
import { childUri, isUntitled, normaliseUri, parentUri, relativePath } from './uris.ts';
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
  readonly settings: EffectiveSettings;
  /** The nearest ignore file, or the place where one would be made. */
  readonly ignores: IgnoreTarget;
  readonly sources: SourceSet;
  /** The ticks file of a draft; undefined for a source and for a draft without a place. */
  readonly ticks: DraftTicks | undefined;
  readonly findings: readonly Finding[];
  /** Findings that a person silenced. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly facts: readonly CheckedFact[];
  /** The facts that overlap with a span, where they are known without laying out all of them. */
  readonly factsOver?: ((span: Span) => readonly CheckedFact[]) | undefined;
  readonly coverage: Coverage;
  /** From where on nothing was checked, because the check took too long. */
  readonly unchecked?: Span;
  /** Same id, same findings, unless the check was ended before its time. */
  readonly resultId: string;
}

/** Where a finding of a document is ignored with a reason. */
export interface IgnoreTarget {
  readonly uri: string;
  /** Text of the file; undefined when there is none yet. */
  readonly text: string | undefined;
  /** Version of the file when it is open. */
  readonly version: number | null;
}

/** Checks open documents, each version once. */
export interface Checker {
  /** Undefined when there is nothing to check: the document is not open, not text, or has no sources. */
  check(uri: string, cancellation?: Cancellation): Promise<CheckedDocument | undefined>;
  /** Checks a document that need not be open, without keeping the result; `known` is given back while it holds. */
  checkText(
    document: OpenDocument,
    cancellation?: Cancellation,
    known?: CheckedDocument,
  ): Promise<CheckedDocument | undefined>;
  /** Last result of each open document, in order of first check. */
  results(): readonly CheckedDocument[];
  /** The open documents that were asked about and are not checked, each with the reason. */
  notChecked(): readonly NotChecked[];
  forget(uri: string): void;
}

/** What is kept of an open draft from one version to the next, so that a check costs what an edit changed. */
interface Memory {
  readonly reading: ReadingMemory;
  readonly analysis: AnalysisMemory;
}

const NO_FACTS: Coverage = { facts: 0, supported: 0, refuted: 0, notFound: 0 };

/** Creates the checker over the sources in use. */
export function createChecker(
  host: WorkspaceHost,
  engine: Engine,
  settings: SettingsCache,
  sources: Sources,
  files: ConfigFiles,
  usage: IgnoreUsage,
  tickFiles: TickFiles,
  faults: RuleFaults,
  /** Told of each new result of an open document. */
  seen: (checked: CheckedDocument) => void = () => {},
): Checker {
  const results = new Map<string, CheckedDocument>();
  const unchecked = new Map<string, NotChecked>();
  const memories = new Map<string, Memory>();
  const tooLarge = new Set<string>();

  const run = async (
    document: OpenDocument,
    cancellation?: Cancellation,
    known?: CheckedDocument,
    /** Told why there is nothing to check. */
    refuse: (why: WhyNotChecked) => undefined = () => undefined,
  ): Promise<CheckedDocument | undefined> => {
    if (document.languageId !== 'markdown' && document.languageId !== 'plaintext') return undefined;
    if (isTicksFile(document.uri)) return undefined;
    const root = await sources.rootOf(document.uri);
    if (root === undefined) return refuse({ reason: 'noFolder' });
    const { id, settings: values } = await settings.get(root);
    const key = normaliseUri(document.uri);
    const untitled = isUntitled(document.uri);
    const role = !untitled && (await sources.isSource(root, document.uri)) ? 'source' : 'draft';
    if (role === 'draft' && !untitled && !isDraft(relativePath(root, key), values))
      return refuse({ reason: 'notDraft', projectFile: childUri(root, PROJECT_FILE) });
    const own = role === 'draft' && !untitled ? sourcesNamedIn(document) : undefined;
    const set = own ? await sources.getOwn(root, key, own) : await sources.get(root);
    const ignores = await files.ignores((untitled ? undefined : parentUri(key)) ?? root);
    const ticks = role === 'draft' ? await tickFiles.of(document.uri) : undefined;
    throwIfCancelled(cancellation);
    if (set.sources.size === 0) return refuse({ reason: 'noSources', globs: own ?? values.sources });
    const versions = [document.version, set.id, id, ignores?.id ?? 0, ticks?.id ?? 0, faults.count()];
    const resultId = versions.join('.');
    const same = known?.resultId === resultId && known.document.text === document.text;
    // A check that was ended before its time goes on from there when it is asked for again.
    if (same && !known.unchecked) return known;
    const start = host.now();
    if (document.text.length > values.maxSourceSize) {
      const name = relativePath(root, document.uri) ?? document.uri;
      if (!tooLarge.has(document.uri))
        host.log('warning', `Not checked: ${name} ${overSize(values.maxSourceSize)}.`);
      tooLarge.add(document.uri);
      return refuse({ reason: 'tooLarge' });
    }
    const analysed =
      set.sources.get(role === 'source' ? key : '') ?? (await analyse(document, values, known, cancellation));
    const options = checkOptionsOf(values, ignores?.fingerprints);
    const target = {
      uri: ignores?.uri ?? normaliseUri(childUri(root, IGNORE_FILE)),
      text: ignores?.text,
      version: (ignores && host.document(ignores.uri)?.version) ?? null,
    };
    const common = {
      document,
      role,
      analysed,
      settings: values,
      ignores: target,
      sources: set,
      ticks,
      resultId,
    } as const;
    if (role === 'source') {
      const findings = faults.run(options, (allowed) => engine.checkSource(analysed, allowed));
      return { ...common, findings, suppressed: [], facts: [], coverage: NO_FACTS };
    }
    const budget = { start, most: values.timeBudget * 1000 };
    const judged = await prepare(analysed, set.index, options, budget, cancellation);
    let left = judged ?? 0;
    const isOver = (): boolean => (judged === undefined ? host.now() - start > budget.most : left-- <= 0);
    const report = faults.run(options, (allowed) => {
      left = judged ?? 0;
      return engine.checkDraft(analysed, set.index, allowed, { isOver });
    });
    const { unchecked } = report;
    if (unchecked) {
      const line = analysed.prose.lines.position(unchecked.start).line + 1;
      const name = relativePath(root, document.uri) ?? document.uri;
      host.log(
        'warning',
        `${name}: the check took longer than ${values.timeBudget} s and ended at line ${line}.`,
      );
    } else if (ignores) usage.record(ignores, key, report.suppressed);
    const shown = acceptedReport(analysed, report, ticks, set.sources);
    const { findings, suppressed, coverage } = shown;
    return {
      ...common,
      findings,
      suppressed,
      // Laid out when they are asked for.
      get facts() {
        return shown.facts;
      },
      factsOver: engine.factsOver?.(report),
      coverage,
      ...(unchecked && { unchecked }),
    };
  };

  /**
   * Does most of a check in steps that let messages in. Returns the number of blocks that it came to within the budget
   * (in milliseconds); undefined where a rule failed, which is left to the check itself.
   */
  const prepare = async (
    draft: AnalysedDocument,
    index: SourceIndex,
    options: CheckOptions,
    budget: { readonly start: number; readonly most: number },
    cancellation: Cancellation | undefined,
  ): Promise<number | undefined> => {
    const steps = faults.run(options, (allowed) => engine.prepareDraft?.(draft, index, allowed));
    if (!steps) return undefined;
    let since = budget.start;
    try {
      for (let judged = 0; ; ) {
        const now = host.now();
        if (now - budget.start > budget.most) return judged;
        if (now - since >= STRETCH) {
          await nextTurn();
          throwIfCancelled(cancellation);
          since = now;
        }
        const step = steps.next();
        if (step.done) return judged;
        judged = step.value;
      }
    } catch (error) {
      if (error instanceof RuleFault) return undefined;
      throw error;
    }
  };

  const analyse = async (
    document: OpenDocument,
    { dateOrder }: EffectiveSettings,
    known: CheckedDocument | undefined,
    cancellation: Cancellation | undefined,
  ): Promise<AnalysedDocument> => {
    const same = known?.document.text === document.text && known.settings.dateOrder === dateOrder;
    if (known?.role === 'draft' && same) return known.analysed;
    const format = document.languageId === 'markdown' ? 'markdown' : 'plaintext';
    const uri = normaliseUri(document.uri);
    const snapshot = { uri, format, text: document.text } as const;
    // A file that is only looked at once leaves nothing behind.
    if (host.document(document.uri) === undefined)
      return withDateOrder(engine.analyse(engine.readProse(snapshot)), dateOrder);
    const memory = memories.get(uri) ?? { reading: createReadingMemory(), analysis: createAnalysisMemory() };
    memories.set(uri, memory);
    const pause = createPauses(host);
    const inSteps = async (steps: Iterable<unknown> | undefined): Promise<void> => {
      for (const _ of steps ?? []) {
        await pause();
        throwIfCancelled(cancellation);
      }
    };
    await inSteps(engine.prepareProse?.(snapshot, memory.reading));
    const prose = engine.readProse(snapshot, memory.reading);
    await inSteps(engine.prepareAnalysis?.(prose, memory.analysis));
    return withDateOrder(engine.analyse(prose, memory.analysis), dateOrder);
  };

  return {
    async check(uri, cancellation) {
      const document = host.document(uri);
      if (!document) return undefined;
      const key = normaliseUri(uri);
      const known = results.get(key);
      let why: WhyNotChecked | undefined;
      const result = await run(document, cancellation, known, (reason) => {
        why = reason;
        return undefined;
      });
      // The document may have been closed or edited while its sources were read.
      if (host.document(uri)?.version !== document.version) return result;
      if (result) {
        results.set(key, result);
        if (result !== known) seen(result);
      } else results.delete(key);
      if (why) unchecked.set(key, { uri, ...why });
      else unchecked.delete(key);
      return result;
    },
    checkText: (document, cancellation, known) => run(document, cancellation, known),
    results: () => [...results.values()],
    notChecked: () => [...unchecked.values()],
    forget(uri) {
      results.delete(normaliseUri(uri));
      unchecked.delete(normaliseUri(uri));
      memories.delete(normaliseUri(uri));
      tooLarge.delete(uri);
      sources.dropOwn(normaliseUri(uri));
    },
  };
}

/** True when the project does not say what its drafts are, or says it of this path. */
const isDraft = (path: string | undefined, { drafts }: EffectiveSettings): boolean =>
  !drafts || (path !== undefined && createMatcher(drafts)(path));

function sourcesNamedIn({ languageId, text }: OpenDocument): readonly string[] | undefined {
  return languageId === 'markdown' ? readDraftSources(frontMatterOf(text)) : undefined;
}
