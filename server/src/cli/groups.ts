import { dirname, relative, resolve, sep } from 'node:path';
import { frontMatterOf } from '../prose/frontMatter.ts';
import { readDraftSources } from '../sources/details.ts';
import type { DraftArguments } from './arguments.ts';
import {
  displayPath,
  expand,
  folderWith,
  isMarkdown,
  MAX_DRAFT_SIZE,
  matches,
  readTextFile,
  walk,
} from './nodeFiles.ts';
import type { Project, Projects } from './project.ts';

/** Drafts that share their sources and their project. */
export interface Group {
  readonly drafts: string[];
  readonly sources: readonly string[];
  readonly project: Project;
  /** Where the sources were looked for, for a message when there are none. */
  readonly place: string;
}

/** Sources, and where they were looked for. */
interface SourceList {
  readonly files: readonly string[];
  readonly place: string;
}

type SourcesOf = (draft: string, project: Project) => SourceList;

/** A draft whose text was handed over, as on standard input. */
export interface GivenDraft {
  /** Absolute; no file needs to be there. */
  readonly path: string;
  readonly text: string;
}

/** Finds the drafts, and the sources of each; what is missing goes to `problems`. A given draft is the only one. */
export function groupDrafts(
  args: DraftArguments,
  cwd: string,
  projects: Projects,
  problems: string[],
  given?: GivenDraft,
): readonly Group[] {
  const named = new Set<string>(given ? [given.path] : []);
  const found = new Set<string>();
  for (const word of given ? [] : args.drafts) {
    const { files, kind } = expand(word, cwd);
    if (kind === 'missing')
      problems.push(`No such draft: ${word}. Check the path, or use a glob such as "drafts/*.md".`);
    else if (files.length === 0) problems.push(`No drafts in ${word}: there is no text or Markdown file.`);
    for (const file of files) (kind === 'named' ? named : found).add(file);
  }
  if (args.drafts.length === 0 && !given)
    for (const file of draftsOfProject(cwd, projects, problems)) found.add(file);
  const sourcesOf =
    args.sources.length > 0 ? givenSources(args.sources, cwd, problems) : ownSources(cwd, problems, given);
  const groups = new Map<string, Group>();
  // A file that was asked for by name is a draft even among the sources; one that a folder or glob gave is not.
  for (const draft of [...new Set([...named, ...found])]) {
    const project = projects.of(draft);
    if (!named.has(draft) && !isDraft(draft, project)) continue;
    const { files, place } = sourcesOf(draft, project);
    if (!named.has(draft) && files.includes(draft)) continue;
    const key = `${place}\n${project.folder}`;
    const group = groups.get(key) ?? {
      drafts: [],
      sources: files.filter((file) => !named.has(file)),
      project,
      place,
    };
    group.drafts.push(draft);
    groups.set(key, group);
  }
  if (groups.size === 0 && problems.length === 0) {
    problems.push(`No drafts in ${args.drafts.join(', ')}: every text there is a source.`);
  }
  return [...groups.values()];
}

/** Sources of a draft that might stand in the folder, and where they were looked for. */
export function sourcesOfFolder(
  folder: string,
  words: readonly string[],
  cwd: string,
  projects: Projects,
  problems: string[],
): SourceList & { readonly project: Project } {
  const draft = `${folder}${sep}draft`;
  const project = projects.of(draft);
  const sourcesOf =
    words.length > 0 ? givenSources(words, cwd, problems) : ownSources(cwd, problems, undefined);
  return { ...sourcesOf(draft, project), project };
}

/** True when the project does not say what its drafts are, or says it of this file. */
function isDraft(file: string, { folder, settings }: Project): boolean {
  if (folder === undefined || !settings.drafts) return true;
  return matches(settings.drafts, relative(folder, file).split(sep).join('/'));
}

/** The drafts that the project file of the current folder names; used when no draft is given. */
function draftsOfProject(cwd: string, projects: Projects, problems: string[]): readonly string[] {
  const before = problems.length;
  const { folder, settings } = projects.of(`${cwd}${sep}draft`);
  const files = folder !== undefined && settings.drafts ? walk(settings.drafts, folder) : [];
  if (files.length === 0 && problems.length === before) {
    problems.push(
      settings.drafts
        ? `No drafts match ${settings.drafts.join(' ')}, as the project file has it.`
        : 'No draft. Name files, folders or globs: touchstone check DRAFT…',
    );
  }
  return files;
}

function givenSources(words: readonly string[], cwd: string, problems: string[]): SourcesOf {
  const files = new Set<string>();
  const taken = words.filter((word) => word.startsWith('!')).map((word) => word.slice(1));
  for (const word of words.filter((each) => !each.startsWith('!'))) {
    const expansion = expand(word, cwd);
    if (expansion.kind === 'missing')
      problems.push(`No such source: ${word}. Check the path given to --sources.`);
    for (const file of expansion.files) files.add(file);
  }
  const isTaken = (file: string): boolean =>
    taken.some(
      (word) => resolve(cwd, word) === file || matches([word], relative(cwd, file).split(sep).join('/')),
    );
  const all = { files: [...files].filter((file) => !isTaken(file)).sort(), place: `match ${shorten(words)}` };
  return () => all;
}

/** What the draft names in its front matter, else what the project names, else what stands in `seeds/`. */
function ownSources(cwd: string, problems: string[], given: GivenDraft | undefined): SourcesOf {
  const known = new Map<string, readonly string[]>();
  const find = (globs: readonly string[], folder: string, limit: number): readonly string[] => {
    const key = JSON.stringify([globs, folder, limit]);
    const before = known.get(key);
    if (before) return before;
    const files = walk(globs, folder);
    if (files.length > limit) {
      const where = displayPath(folder, cwd);
      problems.push(
        `${where} holds ${files.length} sources, more than the limit of ${limit} (limits.maxSources).`,
      );
    }
    known.set(key, files.slice(0, limit));
    return files.slice(0, limit);
  };
  return (draft, { folder: home, settings, namesSources }) => {
    const { maxSources, sources } = settings;
    const named = sourcesInFrontMatter(draft, given);
    if (named) {
      const files = find(named, dirname(draft), maxSources).filter((file) => file !== draft);
      return { files, place: `match ${shorten(named)}, named in ${displayPath(draft, cwd)}` };
    }
    if (namesSources && home !== undefined) {
      const place = `match ${shorten(sources)} in ${displayPath(home, cwd)}, as its project file has it`;
      return { files: find(sources, home, maxSources), place };
    }
    const folder = folderWith('seeds', dirname(draft)) ?? cwd;
    const place = folder === cwd ? 'in seeds/' : `in ${displayPath(folder, cwd)}/seeds/`;
    return { files: find(sources, folder, maxSources), place };
  };
}

function sourcesInFrontMatter(draft: string, given: GivenDraft | undefined): readonly string[] | undefined {
  if (!isMarkdown(draft)) return undefined;
  const read = given ?? readTextFile(draft, MAX_DRAFT_SIZE);
  return 'problem' in read ? undefined : readDraftSources(frontMatterOf(read.text));
}

const shorten = (words: readonly string[]): string =>
  `${words.slice(0, 3).join(' ')}${words.length > 3 ? ' …' : ''}`;
