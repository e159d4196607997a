import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { readIgnoreFile } from '../config/ignoreFile.ts';
import { checkOptionsOf } from '../config/projectFile.ts';
import type { Finding } from '../findings/finding.ts';
import { analyse } from '../mentions/analyse.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { withDateOrder } from '../mentions/dateOrder.ts';
import { readProse } from '../prose/readProse.ts';
import { checkDraft, checkSource } from '../rules/check.ts';
import { createSourceIndex } from '../sources/sourceIndex.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { type CheckArguments, LEVELS } from './arguments.ts';
import type { CheckedDraft, CheckRun, ReadDocument } from './checkRun.ts';
import { type Group, groupDrafts } from './groups.ts';
import { displayPath, readTextFile, snapshotOf } from './nodeFiles.ts';
import { createProjects, type Ignores, type Project } from './project.ts';

/** The outcome of a run, with what kept it from doing its whole job: one message a problem. */
export interface CheckOutcome {
  readonly run: CheckRun;
  readonly problems: readonly string[];
  /** What is worth knowing, but keeps nothing from being done. */
  readonly notes: readonly string[];
}

/** Reads the drafts and their sources and checks them. */
export function runCheck(args: CheckArguments, cwd: string): CheckOutcome {
  const problems: string[] = [];
  const documents = new Map<string, ReadDocument>();
  const sources = new Set<string>();
  const skipped = new Map<string, string>();
  const drafts: CheckedDraft[] = [];
  const doubtful = new Map<string, ReadDocument & { readonly findings: readonly Finding[] }>();
  const reported = (findings: readonly Finding[]) =>
    findings.filter((finding) => LEVELS.indexOf(finding.level) <= LEVELS.indexOf(args.level));
  const show = (path: string) => displayPath(path, cwd);
  const projects = createProjects(args, cwd, show, problems);
  const optionsOf = ({ settings }: Project, ignores?: Ignores) =>
    checkOptionsOf({ ...settings, rules: { ...settings.rules, ...args.levels } }, ignores?.fingerprints);

  const open = (path: string, limit: number, { settings }: Project): AnalysedDocument | string => {
    const read = readTextFile(path, limit);
    if ('problem' in read) return read.problem;
    const snapshot = snapshotOf(path, read.text);
    documents.set(snapshot.uri, { file: show(path), text: read.text });
    return withDateOrder(analyse(readProse(snapshot)), settings.dateOrder);
  };

  for (const group of groupDrafts(args, cwd, projects, problems)) {
    const { project } = group;
    const analysed: AnalysedDocument[] = [];
    for (const path of group.sources) {
      const source = open(path, project.settings.maxSourceSize, project);
      if (typeof source === 'string') {
        skipped.set(show(path), source);
        continue;
      }
      analysed.push(source);
      sources.add(show(path));
      const ignores = projects.ignoresOf(path);
      const all = checkSource(source, optionsOf(project));
      const findings = reported(all.filter(({ fingerprint }) => !isIgnored(fingerprint, ignores)));
      if (findings.length > 0) doubtful.set(path, { file: show(path), text: source.prose.text, findings });
    }
    if (analysed.length === 0) {
      problems.push(noSources(group, skipped.size));
      continue;
    }
    const index = createSourceIndex(analysed);
    for (const path of group.drafts) {
      const draft = open(path, Number.POSITIVE_INFINITY, project);
      if (typeof draft === 'string') {
        problems.push(`The draft ${show(path)} ${draft}.`);
        continue;
      }
      const ignores = projects.ignoresOf(path);
      const report = checkDraft(draft, index, optionsOf(project, ignores));
      for (const { fingerprint } of report.suppressed) isIgnored(fingerprint, ignores);
      drafts.push({
        file: show(path),
        text: draft.prose.text,
        report: { ...report, findings: reported(report.findings) },
      });
    }
  }
  const run: CheckRun = {
    drafts,
    doubtfulSources: [...doubtful.values()],
    sources: [...sources],
    skipped: [...skipped].map(([file, problem]) => ({ file, problem })),
    documentOf: (uri) => documents.get(uri) ?? { file: uri, text: '' },
  };
  const whole = projects.allIgnores().filter(({ path }) => problems.length === 0 && isWhole(path, args, cwd));
  return { run, problems, notes: whole.flatMap((ignores) => unusedEntries(ignores, show)) };
}

/** Tells whether a finding is ignored, and notes that the entry has been of use. */
function isIgnored(fingerprint: string, ignores: Ignores | undefined): boolean {
  if (!ignores?.fingerprints.has(fingerprint)) return false;
  ignores.used.add(fingerprint);
  return true;
}

/** True when the run has checked all drafts that an ignore file speaks for: only then is it known what is unused. */
function isWhole(ignoreFile: string, args: CheckArguments, cwd: string): boolean {
  const folders = args.drafts
    .map((word) => resolve(cwd, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  return folders.some((folder) => {
    const path = relative(folder, dirname(ignoreFile));
    return path !== '..' && !path.startsWith(`..${sep}`);
  });
}

function unusedEntries({ path, text, used }: Ignores, show: (path: string) => string): readonly string[] {
  const { ignored = [], spanOf } = readIgnoreFile(text);
  const lines = createLineIndex(text);
  return ignored
    .filter(({ fingerprint }) => !used.has(fingerprint))
    .map(({ fingerprint, rule, text: words }) => {
      const line = lines.position(spanOf(fingerprint)?.start ?? 0).line + 1;
      return `${show(path)}:${line}: there is no ${rule} about “${words}” to ignore any more.`;
    });
}

const noSources = (group: Group, skipped: number): string =>
  skipped > 0
    ? `None of the sources ${group.place} can be read, so nothing was checked against them.`
    : `No sources ${group.place}. Put the texts that the draft rests on there, or name them with --sources.`;
