import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding, RuleCode } from '../findings/finding.ts';
import { RULES } from '../rules/registry.ts';
import type { CheckArguments } from './arguments.ts';
import { createBaselineFilter, readBaseline } from './baseline.ts';
import type { CheckedDraft, CheckRun, ReadDocument } from './checkRun.ts';
import { type GivenDraft, type Group, groupDrafts } from './groups.ts';
import { displayPath } from './nodeFiles.ts';
import { createProjects, type Projects } from './project.ts';
import type { Ignored, Task, TaskDraftResult, TaskResult, TaskSourceResult } from './task.ts';
import { unusedIgnores } from './unusedIgnores.ts';
import { draftsPerTask, workersFor } from './workerPool.ts';
import { replaceText } from './writeFiles.ts';

/** The parts of the arguments that say what is checked, and how. */
export type CheckPlanArguments = Pick<
  CheckArguments,
  | 'drafts'
  | 'sources'
  | 'config'
  | 'noConfig'
  | 'noIgnore'
  | 'workers'
  | 'levels'
  | 'level'
  | 'fix'
  | 'baseline'
  | 'updateBaseline'
>;

/** What a run is going to do; nothing of a draft or source has been analysed yet. */
export interface CheckPlan {
  readonly args: CheckPlanArguments;
  readonly cwd: string;
  readonly groups: readonly Group[];
  readonly tasks: readonly Task[];
  readonly projects: Projects;
  readonly workers: number;
  /** Bytes of drafts and sources together. */
  readonly bytes: number;
  readonly given: GivenDraft | undefined;
  /** What is wrong already, in sentences. */
  readonly problems: readonly string[];
}

/** The outcome of a run. */
export interface CheckOutcome {
  readonly run: CheckRun;
  /** What is worth knowing, but keeps nothing from being done. */
  readonly notes: readonly string[];
  /** The text after its fixes, of a draft that was handed over. */
  readonly mended?: string;
}

/** Finds drafts and sources, and shares the work out into tasks. */
export function planCheck(
  args: CheckPlanArguments,
  cwd: string,
  {
    given,
    withFacts = false,
  }: { readonly given?: GivenDraft | undefined; readonly withFacts?: boolean } = {},
): CheckPlan {
  const problems: string[] = [];
  const projects = createProjects(args, cwd, (path) => displayPath(path, cwd), problems);
  const groups = groupDrafts(args, cwd, projects, problems, given);
  const workers = workersFor(
    args.workers,
    groups.reduce((sum, { drafts }) => sum + drafts.length, 0),
  );
  const ignoredBy = (path: string): { readonly ignored?: Ignored } => {
    const ignores = projects.ignoresOf(path);
    return ignores ? { ignored: ignores.fingerprints } : {};
  };
  const tasks = groups.flatMap(({ drafts, sources, project }, group): Task[] => {
    if (sources.length === 0) return [];
    const size = draftsPerTask(drafts.length, workers);
    const read = sources.map((path) => ({ path, ...ignoredBy(path) }));
    return Array.from({ length: Math.ceil(drafts.length / size) }, (_, at) => ({
      group,
      sources: read,
      drafts: drafts.slice(at * size, (at + 1) * size).map((path) => ({
        path,
        ...(given?.path === path && { text: given.text }),
        ...ignoredBy(path),
      })),
      settings: project.settings,
      levels: args.levels,
      level: args.level,
      fix: args.fix,
      withTicks: !args.noIgnore,
      withSources: at === 0,
      withFacts,
    }));
  });
  return { args, cwd, groups, tasks, projects, workers, bytes: bytesOf(groups), given, problems };
}

function bytesOf(groups: readonly Group[]): number {
  const files = new Set(groups.flatMap(({ drafts, sources }) => [...drafts, ...sources]));
  let sum = 0;
  for (const file of files) sum += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return sum;
}

/** Puts the results of the tasks together, writes what was fixed, and leaves out what the baseline knows. */
export function concludeCheck(plan: CheckPlan, results: readonly TaskResult[]): CheckOutcome {
  const { args, cwd, groups, tasks, projects, given } = plan;
  const show = (path: string): string => displayPath(path, cwd);
  const problems = [...plan.problems];
  const documents = new Map<string, ReadDocument>();
  const sources = new Map<string, TaskSourceResult>();
  const drafts: (CheckedDraft & { readonly uri: string })[] = [];
  let mended: string | undefined;

  results.forEach((result, at) => {
    for (const source of result.sources) {
      sources.set(source.path, source);
      if (!('problem' in source)) note(projects, source.path, source.used);
    }
    for (const [uri, text] of result.texts) documents.set(uri, { file: show(fileURLToPath(uri)), text });
    const { group, withSources } = tasks[at] as Task;
    const { place } = groups[group] as Group;
    if (withSources && result.sources.every((source) => 'problem' in source))
      problems.push(`None of the sources ${place} can be read, so nothing was checked against them.`);
    for (const draft of result.drafts) {
      if ('problem' in draft) {
        problems.push(`The draft ${show(draft.path)} ${draft.problem}.`);
        continue;
      }
      note(projects, draft.path, draft.used);
      for (const ticks of draft.ticksProblems) problems.push(`${show(draft.path)}${ticks}`);
      const problem = draft.fixed && draft.path !== given?.path ? write(draft) : undefined;
      if (problem) problems.push(`${show(draft.path)} ${problem}.`);
      const shown = draft.fixed && !problem ? draft.fixed : draft;
      if (draft.path === given?.path) mended = shown.text;
      const checked = { file: show(draft.path), text: shown.text, report: shown.report };
      drafts.push({
        ...checked,
        uri: draft.uri,
        known: 0,
        fixed: shown === draft.fixed ? shown.count : 0,
        ...(draft.sheet && { sheet: draft.sheet }),
      });
    }
  });
  for (const { sources: found, place } of groups) {
    if (found.length === 0)
      problems.push(
        `No sources ${place}. Put the texts that the draft rests on there, or name them with --sources.`,
      );
  }
  for (const draft of drafts) documents.set(draft.uri, draft);
  const read = [...sources.values()];
  const doubtful = read.flatMap((source) =>
    'problem' in source || source.findings.length === 0
      ? []
      : [{ ...(documents.get(source.uri) as ReadDocument), findings: source.findings }],
  );
  const { unknown, notes } = baselineOf(args, cwd, problems);
  const run: CheckRun = {
    drafts: drafts.map(({ uri: _, ...draft }) => {
      const findings = unknown(draft.report.findings);
      const known = draft.report.findings.length - findings.length;
      return { ...draft, known, report: { ...draft.report, findings } };
    }),
    doubtfulSources: doubtful
      .map((source) => ({ ...source, findings: unknown(source.findings) }))
      .filter(({ findings }) => findings.length > 0),
    sources: read.filter((source) => !('problem' in source)).map(({ path }) => show(path)),
    skipped: read.flatMap((source) =>
      'problem' in source ? [{ file: show(source.path), problem: source.problem }] : [],
    ),
    off: offEverywhere(plan),
    problems,
    documentOf: (uri) => documents.get(uri) ?? { file: uri, text: '' },
  };
  const whole = problems.length === 0 ? foldersOf(args.drafts, cwd) : [];
  return {
    run,
    notes: [...unusedIgnores(projects.allIgnores(), whole, show), ...notes()],
    ...(mended !== undefined && { mended }),
  };
}

const write = ({ path, text, fixed }: Exclude<TaskDraftResult, { problem: string }>): string | undefined =>
  fixed && replaceText(path, text, fixed.text);

/** Notes that entries of an ignore file have been of use. */
function note(projects: Projects, path: string, used: readonly string[]): void {
  const ignores = used.length > 0 ? projects.ignoresOf(path) : undefined;
  for (const fingerprint of used) ignores?.used.add(fingerprint);
}

/** The filter of the baseline, and what there is to say about it when all findings have gone through. */
function baselineOf(
  { baseline, updateBaseline }: CheckPlanArguments,
  cwd: string,
  problems: string[],
): {
  readonly unknown: (findings: readonly Finding[]) => readonly Finding[];
  readonly notes: () => readonly string[];
} {
  const none = { unknown: (findings: readonly Finding[]) => findings, notes: () => [] };
  if (baseline === undefined || updateBaseline) return none;
  const read = readBaseline(resolve(cwd, baseline), baseline);
  if ('problem' in read) {
    problems.push(read.problem);
    return none;
  }
  const filter = createBaselineFilter(read);
  return {
    unknown: filter.unknown,
    notes: () => {
      const left = filter.left();
      const what = left === 1 ? '1 finding of the baseline was' : `${left} findings of the baseline were`;
      return left > 0 ? [`${what} not met in this run; --update-baseline takes out what is mended.`] : [];
    },
  };
}

/** Rules that are off in every group of the plan. */
function offEverywhere({ groups, args }: CheckPlan): readonly RuleCode[] {
  const isOff = (code: RuleCode, { project }: Group): boolean =>
    (args.levels[code] ?? project.settings.rules[code]) === 'off';
  if (groups.length === 0) return [];
  return RULES.map(({ code }) => code).filter((code) => groups.every((group) => isOff(code, group)));
}

const foldersOf = (words: readonly string[], cwd: string): readonly string[] =>
  words
    .map((word) => resolve(cwd, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
