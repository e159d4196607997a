import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkOptionsOf } from '../config/projectFile.ts';
import { analyse } from '../mentions/analyse.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { withDateOrder } from '../mentions/dateOrder.ts';
import { readProse } from '../prose/readProse.ts';
import type { CheckOptions } from '../rules/options.ts';
import { foreignLanguage, readSourceDetails } from '../sources/details.ts';
import type { DraftArguments } from './arguments.ts';
import { groupDrafts } from './groups.ts';
import { displayPath, MAX_DRAFT_SIZE, readTextFile, snapshotOf } from './nodeFiles.ts';
import { createProjects, type Project } from './project.ts';

/** One draft with its sources, analysed. */
export interface OpenDraft {
  /** Absolute. */
  readonly path: string;
  readonly draft: AnalysedDocument;
  /** Never empty. */
  readonly sources: readonly AnalysedDocument[];
  readonly skipped: readonly { readonly path: string; readonly problem: string }[];
  readonly settings: Project['settings'];
  readonly options: CheckOptions;
}

/** Opens a draft for a command that is about one alone. What is wrong goes to `problems`; undefined when it cannot be. */
export function openDraft(
  file: string,
  args: Omit<DraftArguments, 'drafts'>,
  cwd: string,
  problems: string[],
): OpenDraft | undefined {
  const path = resolve(cwd, file);
  if (!existsSync(path)) {
    problems.push(`No such draft: ${file}. Check the path.`);
    return undefined;
  }
  const show = (shown: string): string => displayPath(shown, cwd);
  const projects = createProjects(args, cwd, show, problems);
  // As a path, not as a glob: brackets in a name are a part of it.
  const [group] = groupDrafts({ ...args, drafts: [path] }, cwd, projects, problems);
  if (!group) return undefined;
  if (!group.drafts.includes(path)) {
    problems.push(`${show(path)} is a folder. Name one draft.`);
    return undefined;
  }
  const { settings } = group.project;
  const open = (each: string, limit: number): AnalysedDocument | string => {
    const read = readTextFile(each, limit);
    if ('problem' in read) return read.problem;
    return withDateOrder(analyse(readProse(snapshotOf(each, read.text))), settings.dateOrder);
  };
  const draft = open(path, MAX_DRAFT_SIZE);
  if (typeof draft === 'string') {
    problems.push(`The draft ${show(path)} ${draft}.`);
    return undefined;
  }
  const openSource = (each: string): AnalysedDocument | string => {
    const source = open(each, settings.maxSourceSize);
    if (typeof source === 'string') return source;
    return foreignLanguage(readSourceDetails(source.prose.frontMatter)) ?? source;
  };
  const read = group.sources.map((source) => ({ path: source, read: openSource(source) }));
  const sources = read.flatMap((source) => (typeof source.read === 'string' ? [] : [source.read]));
  const skipped = read.flatMap((source) =>
    typeof source.read === 'string' ? [{ path: source.path, problem: source.read }] : [],
  );
  for (const source of skipped)
    problems.push(`Skipped the source ${show(source.path)}: it ${source.problem}.`);
  if (sources.length === 0) {
    problems.push(`No sources ${group.place} that can be read, so there is nothing to compare with.`);
    return undefined;
  }
  const options = checkOptionsOf(settings, projects.ignoresOf(path)?.fingerprints);
  return { path, draft, sources, skipped, settings, options };
}
