import { dirname } from 'node:path';
import { DEFAULT_SETTINGS } from '../config/settings.ts';
import type { Finding } from '../findings/finding.ts';
import { analyse } from '../mentions/analyse.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { readProse } from '../prose/readProse.ts';
import { checkDraft, checkSource } from '../rules/check.ts';
import { type CheckOptions, DEFAULT_OPTIONS } from '../rules/options.ts';
import { createSourceIndex } from '../sources/sourceIndex.ts';
import { type CheckArguments, LEVELS } from './arguments.ts';
import type { CheckedDraft, CheckRun, ReadDocument } from './checkRun.ts';
import { displayPath, expand, folderWith, readTextFile, snapshotOf, walk } from './nodeFiles.ts';

/** The outcome of a run, with what kept it from doing its whole job: one message a problem. */
export interface CheckOutcome {
  readonly run: CheckRun;
  readonly problems: readonly string[];
}

/** Drafts that share their sources. */
interface Group {
  readonly drafts: string[];
  readonly sources: readonly string[];
  /** Where the sources were looked for, for a message when there are none. */
  readonly place: string;
}

/** Reads the drafts and their sources and checks them. */
export function runCheck(args: CheckArguments, cwd: string): CheckOutcome {
  const problems: string[] = [];
  const documents = new Map<string, ReadDocument>();
  const sources = new Set<string>();
  const skipped = new Map<string, string>();
  const drafts: CheckedDraft[] = [];
  const doubtful = new Map<string, ReadDocument & { readonly findings: readonly Finding[] }>();
  const options: CheckOptions = { ...DEFAULT_OPTIONS, levels: args.levels };
  const reported = (findings: readonly Finding[]) =>
    findings.filter((finding) => LEVELS.indexOf(finding.level) <= LEVELS.indexOf(args.level));
  const show = (path: string) => displayPath(path, cwd);

  const open = (path: string, limit: number): AnalysedDocument | string => {
    const read = readTextFile(path, limit);
    if ('problem' in read) return read.problem;
    const snapshot = snapshotOf(path, read.text);
    documents.set(snapshot.uri, { file: show(path), text: read.text });
    return analyse(readProse(snapshot));
  };

  for (const group of groupDrafts(args, cwd, problems)) {
    const analysed: AnalysedDocument[] = [];
    for (const path of group.sources) {
      const source = open(path, DEFAULT_SETTINGS.maxSourceSize);
      if (typeof source === 'string') {
        skipped.set(show(path), source);
        continue;
      }
      analysed.push(source);
      sources.add(show(path));
      const findings = reported(checkSource(source, options));
      if (findings.length > 0) doubtful.set(path, { file: show(path), text: source.prose.text, findings });
    }
    if (analysed.length === 0) {
      problems.push(noSources(group, skipped.size));
      continue;
    }
    const index = createSourceIndex(analysed);
    for (const path of group.drafts) {
      const draft = open(path, Number.POSITIVE_INFINITY);
      if (typeof draft === 'string') {
        problems.push(`The draft ${show(path)} ${draft}.`);
        continue;
      }
      const report = checkDraft(draft, index, options);
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
  return { run, problems };
}

const noSources = (group: Group, skipped: number): string =>
  skipped > 0
    ? `None of the sources ${group.place} can be read, so nothing was checked against them.`
    : `No sources ${group.place}. Put the texts that the draft rests on there, or name them with --sources.`;

/** Finds the drafts, and the sources of each; what is missing goes to `problems`. */
function groupDrafts(args: CheckArguments, cwd: string, problems: string[]): readonly Group[] {
  const named = new Set<string>();
  const found = new Set<string>();
  for (const word of args.drafts) {
    const { files, kind } = expand(word, cwd);
    if (kind === 'missing')
      problems.push(`No such draft: ${word}. Check the path, or use a glob such as "drafts/*.md".`);
    else if (files.length === 0) problems.push(`No drafts in ${word}: there is no text or Markdown file.`);
    for (const file of files) (kind === 'named' ? named : found).add(file);
  }
  const sourcesOf = args.sources.length > 0 ? givenSources(args.sources, cwd, problems) : defaultSources(cwd);
  const groups = new Map<string, Group>();
  // A file that was asked for by name is a draft even among the sources; one that a folder or glob gave is not.
  for (const draft of [...new Set([...named, ...found])]) {
    const { files, place } = sourcesOf(draft);
    if (!named.has(draft) && files.includes(draft)) continue;
    const group = groups.get(place) ?? {
      drafts: [],
      sources: files.filter((file) => !named.has(file)),
      place,
    };
    group.drafts.push(draft);
    groups.set(place, group);
  }
  if (groups.size === 0 && problems.length === 0) {
    problems.push(`No drafts in ${args.drafts.join(', ')}: every text there is a source.`);
  }
  return [...groups.values()];
}

type SourcesOf = (draft: string) => { readonly files: readonly string[]; readonly place: string };

function givenSources(words: readonly string[], cwd: string, problems: string[]): SourcesOf {
  const files = new Set<string>();
  for (const word of words) {
    const expansion = expand(word, cwd);
    if (expansion.kind === 'missing')
      problems.push(`No such source: ${word}. Check the path given to --sources.`);
    for (const file of expansion.files) files.add(file);
  }
  const all = {
    files: [...files].sort(),
    place: `match ${words.slice(0, 3).join(' ')}${words.length > 3 ? ' …' : ''}`,
  };
  return () => all;
}

function defaultSources(cwd: string): SourcesOf {
  const known = new Map<string, readonly string[]>();
  return (draft) => {
    const folder = folderWith('seeds', dirname(draft)) ?? cwd;
    const files = known.get(folder) ?? walk(DEFAULT_SETTINGS.sources, folder);
    known.set(folder, files);
    const shown = displayPath(folder, cwd);
    return { files, place: `in ${folder === cwd ? 'seeds/' : `${shown}/seeds/`}` };
  };
}
