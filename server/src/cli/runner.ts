import { checkOptionsOf } from '../config/projectFile.ts';
import { factSheet, factsOf } from '../desk/factSheet.ts';
import type { DraftReport, Finding } from '../findings/finding.ts';
import { analyse } from '../mentions/analyse.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { withDateOrder } from '../mentions/dateOrder.ts';
import { readProse } from '../prose/readProse.ts';
import { checkDraft, checkSource } from '../rules/check.ts';
import type { CheckOptions } from '../rules/options.ts';
import { acceptedReport, lookup } from '../service/sheets.ts';
import { foreignLanguage, readSourceDetails } from '../sources/details.ts';
import { createSourceIndex, type SourceIndex } from '../sources/sourceIndex.ts';
import { LEVELS } from './arguments.ts';
import { fixText } from './fixText.ts';
import { MAX_DRAFT_SIZE, readTextFile, snapshotOf } from './nodeFiles.ts';
import type { Ignored, Task, TaskDraft, TaskDraftResult, TaskResult, TaskSourceResult } from './task.ts';
import { byNormalUri, readTicks } from './ticks.ts';

/** Runs tasks one after the other, and keeps the sources of the last group between them. */
export interface Runner {
  run(task: Task): TaskResult;
}

interface ReadSources {
  readonly sources: readonly { readonly path: string; readonly read: AnalysedDocument | string }[];
  readonly index: SourceIndex | undefined;
}

/** What a runner remembers of a file: as long as text and date order stay, its analysis does. */
interface Remembered {
  readonly text: string;
  readonly order: string | undefined;
  readonly document: AnalysedDocument;
}

/**
 * Creates a runner. With `remember` it keeps every analysed text and every report for the next time it is asked for
 * them, so that only what has changed is done again; without, a group is let go when the next one begins.
 */
export function createRunner({ remember }: { readonly remember: boolean }): Runner {
  let current: { readonly group: number; readonly read: ReadSources } | undefined;
  const documents = new Map<string, Remembered>();
  const indexes = new Map<number, SourceIndex>();
  const reports = new Map<string, { readonly key: readonly unknown[]; readonly report: DraftReport }>();

  const document = (path: string, text: string, order: Task['settings']['dateOrder']): AnalysedDocument => {
    const before = documents.get(path);
    if (before?.text === text && before.order === order) return before.document;
    const analysed = withDateOrder(analyse(readProse(snapshotOf(path, text))), order);
    if (remember) documents.set(path, { text, order, document: analysed });
    return analysed;
  };

  const indexOf = (group: number, sources: readonly AnalysedDocument[]): SourceIndex => {
    const before = indexes.get(group);
    const given = new Set(sources);
    // The index has them in the order of their ranks.
    if (before?.sources.length === given.size && before.sources.every((source) => given.has(source)))
      return before;
    const index = createSourceIndex(sources);
    if (remember) indexes.set(group, index);
    return index;
  };

  const readSources = ({ group, sources, settings }: Task): ReadSources => {
    const read = sources.map(({ path }) => {
      const file = readTextFile(path, settings.maxSourceSize);
      if ('problem' in file) return { path, read: file.problem };
      const source = document(path, file.text, settings.dateOrder);
      return { path, read: foreignLanguage(readSourceDetails(source.prose.frontMatter)) ?? source };
    });
    const analysed = read.flatMap((source) => (typeof source.read === 'string' ? [] : [source.read]));
    return { sources: read, index: analysed.length > 0 ? indexOf(group, analysed) : undefined };
  };

  const reportOf = (
    draft: AnalysedDocument,
    path: string,
    index: SourceIndex,
    options: CheckOptions,
  ): DraftReport => {
    if (!remember) return checkDraft(draft, index, options);
    const { levels, aliases, accepted, ignored } = options;
    const key = [draft, index, JSON.stringify([levels, aliases, accepted, [...ignored]])];
    const before = reports.get(path);
    if (before?.key.every((part, at) => part === key[at])) return before.report;
    const report = checkDraft(draft, index, options);
    reports.set(path, { key, report });
    return report;
  };

  const checkOne = (task: Task, draft: TaskDraft, index: SourceIndex): TaskDraftResult => {
    const { path } = draft;
    const file = draft.text === undefined ? readTextFile(path, MAX_DRAFT_SIZE) : { text: draft.text };
    if ('problem' in file) return { path, problem: file.problem };
    const options = optionsOf(task, draft.ignored);
    const { dateOrder } = task.settings;
    const ticks = task.withTicks ? readTicks(path) : undefined;
    const sources = byNormalUri(index.sources);
    const judged = (analysed: AnalysedDocument, whole: DraftReport): DraftReport =>
      acceptedReport(analysed, whole, ticks, sources);
    const check = (text: string): DraftReport => {
      const analysed = withDateOrder(analyse(readProse(snapshotOf(path, text))), dateOrder);
      return judged(analysed, checkDraft(analysed, index, options));
    };
    const analysed = document(path, file.text, dateOrder);
    const report = judged(analysed, reportOf(analysed, path, index, options));
    const shown = (whole: DraftReport): DraftReport => ({
      ...whole,
      findings: reported(whole.findings, task),
      suppressed: [],
      facts: [],
    });
    const fixed = task.fix
      ? fixText(file.text, report, check, (findings) => reported(findings, task))
      : undefined;
    return {
      path,
      uri: analysed.prose.uri,
      text: file.text,
      report: shown(report),
      ...(fixed && { fixed: { ...fixed, report: shown(fixed.report) } }),
      ...(task.withFacts && {
        sheet: factSheet(analysed, report, ticks && lookup(analysed.prose.uri, ticks, sources)),
      }),
      used: usedOf(report.suppressed, draft.ignored),
      ticksProblems: ticks?.problems ?? [],
    };
  };

  return {
    run(task) {
      if (current?.group !== task.group || remember) current = { group: task.group, read: readSources(task) };
      const { sources, index } = current.read;
      const texts = new Map<string, string>();
      const judged = task.withSources
        ? sources.map(({ path, read }, at) => judgeSource(task, path, read, task.sources[at]?.ignored))
        : [];
      const drafts = index ? task.drafts.map((draft) => checkOne(task, draft, index)) : [];
      const byUri = new Map(index?.sources.map(({ prose }) => [prose.uri, prose.text]));
      const keep = (uri: string): void => {
        const text = byUri.get(uri);
        if (text !== undefined) texts.set(uri, text);
      };
      for (const source of judged) {
        if ('problem' in source || source.findings.length === 0) continue;
        keep(source.uri);
      }
      for (const { uri } of evidenceIn(drafts)) keep(uri);
      return { sources: judged, drafts, texts: [...texts] };
    },
  };
}

/** Everything that findings and facts of the drafts rest on. */
function* evidenceIn(drafts: readonly TaskDraftResult[]): Generator<{ readonly uri: string }> {
  for (const draft of drafts) {
    if ('problem' in draft) continue;
    const reports = [draft.report, ...(draft.fixed ? [draft.fixed.report] : [])];
    const facts = draft.sheet ? factsOf(draft.sheet) : [];
    for (const { evidence } of [...reports.flatMap(({ findings }) => findings), ...facts]) yield* evidence;
  }
}

function judgeSource(
  task: Task,
  path: string,
  read: AnalysedDocument | string,
  ignored: Ignored | undefined,
): TaskSourceResult {
  if (typeof read === 'string') return { path, problem: read };
  const all = checkSource(read, optionsOf(task, undefined));
  const findings = reported(
    all.filter(({ fingerprint }) => !ignored?.has(fingerprint)),
    task,
  );
  return { path, uri: read.prose.uri, findings, used: usedOf(all, ignored) };
}

const optionsOf = ({ settings, levels }: Task, ignored: Ignored | undefined): CheckOptions =>
  checkOptionsOf({ ...settings, rules: { ...settings.rules, ...levels } }, ignored);

const usedOf = (findings: readonly Finding[], ignored: Ignored | undefined): readonly string[] =>
  ignored ? findings.map(({ fingerprint }) => fingerprint).filter((known) => ignored.has(known)) : [];

/** The findings that are strong enough to be reported. */
const reported = (findings: readonly Finding[], { level }: Task): readonly Finding[] =>
  findings.filter((finding) => LEVELS.indexOf(finding.level) <= LEVELS.indexOf(level));
