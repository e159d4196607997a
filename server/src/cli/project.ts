import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { IGNORE_FILE, MAX_IGNORE_FILE_SIZE, readIgnoreFile } from '../config/ignoreFile.ts';
import {
  type EffectiveSettings,
  MAX_PROJECT_FILE_SIZE,
  PROJECT_FILE,
  readProjectFile,
  withProject,
} from '../config/projectFile.ts';
import type { FileProblem } from '../config/schemaProblems.ts';
import { DEFAULT_SETTINGS } from '../config/settings.ts';
import type { CheckOptions } from '../rules/options.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { readTextFile } from './nodeFiles.ts';

/** What governs the files of a folder. */
export interface Project {
  /** Folder that the globs are relative to; undefined without a project file. */
  readonly folder: string | undefined;
  readonly settings: EffectiveSettings;
  /** True when the project file itself says what the sources are. */
  readonly namesSources: boolean;
}

/** Entries of one ignore file, with what has been ignored by it so far. */
export interface Ignores {
  readonly path: string;
  readonly text: string;
  readonly fingerprints: CheckOptions['ignored'];
  readonly used: Set<string>;
}

/** The project and ignore files of a run; each is read once, and each mistake is told once. */
export interface Projects {
  of(file: string): Project;
  ignoresOf(file: string): Ignores | undefined;
  /** The ignore files that were asked for. */
  allIgnores(): readonly Ignores[];
}

/** Where the run looks for project and ignore files. */
export interface ProjectArguments {
  /** One project file for all drafts. */
  readonly config: string | undefined;
  readonly noConfig: boolean;
  readonly noIgnore: boolean;
}

const NO_PROJECT: Project = {
  folder: undefined,
  settings: withProject(DEFAULT_SETTINGS, undefined),
  namesSources: false,
};

/** Creates the store; `show` names a path to a person, `problems` takes one message a mistake. */
export function createProjects(
  args: ProjectArguments,
  cwd: string,
  show: (path: string) => string,
  problems: string[],
): Projects {
  const projects = new Map<string, Project>();
  const ignores = new Map<string, Ignores | undefined>();

  const tell = (path: string, text: string, wrong: readonly FileProblem[]): void => {
    const lines = createLineIndex(text);
    for (const { start, message } of wrong) {
      const { line, character } = lines.position(start);
      problems.push(`${show(path)}:${line + 1}:${character + 1}: ${message}`);
    }
  };

  const readProject = (path: string): Project => {
    const known = projects.get(path);
    if (known) return known;
    const read = readTextFile(path, MAX_PROJECT_FILE_SIZE);
    let project: Project = { ...NO_PROJECT, folder: dirname(path) };
    if ('problem' in read) problems.push(`The project file ${show(path)} ${read.problem}.`);
    else {
      const file = readProjectFile(read.text);
      tell(path, read.text, file.problems);
      const settings = withProject(DEFAULT_SETTINGS, file.settings);
      project = { folder: dirname(path), settings, namesSources: file.settings?.sources !== undefined };
    }
    projects.set(path, project);
    return project;
  };

  const readIgnores = (path: string): Ignores | undefined => {
    if (ignores.has(path)) return ignores.get(path);
    const read = readTextFile(path, MAX_IGNORE_FILE_SIZE);
    let entry: Ignores | undefined;
    if ('problem' in read) problems.push(`The ignore file ${show(path)} ${read.problem}.`);
    else {
      const file = readIgnoreFile(read.text);
      tell(path, read.text, file.problems);
      const fingerprints = new Map(file.ignored?.map(({ fingerprint, reason }) => [fingerprint, reason]));
      entry = { path, text: read.text, fingerprints, used: new Set() };
    }
    ignores.set(path, entry);
    return entry;
  };

  return {
    of(file) {
      if (args.noConfig) return NO_PROJECT;
      if (args.config !== undefined) return readProject(resolve(cwd, args.config));
      const path = nearest(PROJECT_FILE, dirname(file));
      return path === undefined ? NO_PROJECT : readProject(path);
    },
    ignoresOf(file) {
      const path = args.noIgnore ? undefined : nearest(IGNORE_FILE, dirname(file));
      return path === undefined ? undefined : readIgnores(path);
    },
    allIgnores: () => [...ignores.values()].filter((entry) => entry !== undefined),
  };
}

/** The file `name` in `folder` or in the nearest folder above it. */
function nearest(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, name);
    if (existsSync(path)) return path;
    if (dirname(at) === at) return undefined;
  }
}
