import { IGNORE_FILE, type IgnoreFile, MAX_IGNORE_FILE_SIZE, readIgnoreFile } from '../config/ignoreFile.ts';
import {
  MAX_PROJECT_FILE_SIZE,
  PROJECT_FILE,
  type ProjectFile,
  type ProjectSettings,
  readProjectFile,
} from '../config/projectFile.ts';
import type { FileProblem } from '../config/schemaProblems.ts';
import { fileName } from '../findings/evidence.ts';
import type { CheckOptions } from '../rules/options.ts';
import { decodeSource } from '../sources/decode.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { childUri, normaliseUri, parentUri, relativePath } from './uris.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** A project or ignore file as it stands in the editor or on the disk. */
export interface ConfigFile<T> {
  readonly uri: string;
  /** Folder of the file: what it governs. */
  readonly folder: string;
  readonly text: string;
  readonly file: T;
  readonly problems: readonly FileProblem[];
  /** Differs whenever the file may say something else. */
  readonly id: number;
}

/** A project file; when it is broken, with the settings it had when it was last whole. */
export type ProjectConfig = ConfigFile<ProjectFile> & { readonly settings: ProjectSettings | undefined };

/** An ignore file; when it is broken, with the fingerprints it had when it was last whole. */
export type IgnoreConfig = ConfigFile<IgnoreFile> & { readonly fingerprints: CheckOptions['ignored'] };

/** The project and ignore files, found from a folder upwards and read once until they change. */
export interface ConfigFiles {
  /** The project file in `folder` or in the nearest folder above, up to the workspace folder. */
  project(folder: string): Promise<ProjectConfig | undefined>;
  ignores(folder: string): Promise<IgnoreConfig | undefined>;
  /** All files that have been found, sorted by URI. */
  known(): Promise<readonly (ProjectConfig | IgnoreConfig)[]>;
  /** Forgets what was read when one of `uris` is such a file, or a folder that may hold one. */
  changed(uris: readonly string[]): boolean;
  clear(): void;
}

/** Mistakes of a file as people read them in a log or a status: "touchstone.json:3:5: …". */
export function problemLines({ uri, text, problems }: ConfigFile<unknown>): readonly string[] {
  const lines = createLineIndex(text);
  return problems.map(({ start, message }) => {
    const { line, character } = lines.position(start);
    return `${fileName(uri)}:${line + 1}:${character + 1}: ${message}`;
  });
}

let nextId = 1;

/** Creates the store. Open documents win over the disk; each mistake goes to the log once. */
export function createConfigFiles(host: WorkspaceHost): ConfigFiles {
  let projects = new Map<string, Promise<ProjectConfig | undefined>>();
  let ignored = new Map<string, Promise<IgnoreConfig | undefined>>();
  const lastSettings = new Map<string, ProjectSettings>();
  const lastIgnored = new Map<string, CheckOptions['ignored']>();
  /** Folders that hold or have held such a file: they are looked at again whoever asks. */
  const places = new Set<string>();
  let reported = new Set<string>();

  const textOf = async (uri: string, limit: number): Promise<string | undefined> => {
    const open = host.document(uri);
    if (open) return open.text;
    const content = await host.readFile(uri, limit);
    if ('problem' in content) {
      // On file systems that cannot be read from here nothing can be said about a file's being there.
      if (!content.missing && uri.startsWith('file:'))
        host.log('warning', `${fileName(uri)} ${content.problem}: ${uri}`);
      return undefined;
    }
    const decoded = decodeSource(content.bytes, limit);
    return 'problem' in decoded ? '' : decoded.text;
  };

  const log = <T extends ConfigFile<unknown>>(config: T): T => {
    for (const line of problemLines(config)) {
      if (!reported.has(line)) host.log('warning', line);
      reported.add(line);
    }
    return config;
  };

  const readProject = async (folder: string): Promise<ProjectConfig | undefined> => {
    const uri = normaliseUri(childUri(folder, PROJECT_FILE));
    const text = await textOf(uri, MAX_PROJECT_FILE_SIZE);
    if (text === undefined) {
      lastSettings.delete(uri);
      return undefined;
    }
    const file = readProjectFile(text);
    const settings = file.settings ?? lastSettings.get(uri);
    if (file.settings) lastSettings.set(uri, file.settings);
    return log({ uri, folder, text, file, problems: file.problems, settings, id: nextId++ });
  };

  const readIgnores = async (folder: string): Promise<IgnoreConfig | undefined> => {
    const uri = normaliseUri(childUri(folder, IGNORE_FILE));
    const text = await textOf(uri, MAX_IGNORE_FILE_SIZE);
    if (text === undefined) {
      lastIgnored.delete(uri);
      return undefined;
    }
    const file = readIgnoreFile(text);
    const whole =
      file.ignored && new Map(file.ignored.map(({ fingerprint, reason }) => [fingerprint, reason]));
    const fingerprints = whole ?? lastIgnored.get(uri) ?? new Map<string, string | undefined>();
    if (whole) lastIgnored.set(uri, whole);
    return log({ uri, folder, text, file, problems: file.problems, fingerprints, id: nextId++ });
  };

  const at = <T>(
    folder: string,
    cache: Map<string, Promise<T | undefined>>,
    read: (folder: string) => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    const found = cache.get(folder) ?? read(folder);
    cache.set(folder, found);
    return found;
  };

  const nearest = async <T>(
    folder: string,
    cache: Map<string, Promise<T | undefined>>,
    read: (folder: string) => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    const tops = new Set(host.folders().map(normaliseUri));
    for (let up: string | undefined = normaliseUri(folder); up !== undefined; up = parentUri(up)) {
      const config = await at(up, cache, read);
      if (config) places.add(up);
      if (config || tops.has(up)) return config;
    }
    return undefined;
  };

  return {
    project: (folder) => nearest(folder, projects, readProject),
    ignores: (folder) => nearest(folder, ignored, readIgnores),
    async known() {
      const all = await Promise.all(
        [...places].flatMap((folder) => [
          at(folder, projects, readProject),
          at(folder, ignored, readIgnores),
        ]),
      );
      return all.filter((config) => config !== undefined).sort((a, b) => (a.uri < b.uri ? -1 : 1));
    },
    changed(uris) {
      const folders = new Set([...projects.keys(), ...ignored.keys()]);
      for (const uri of uris.filter(isConfigFile)) {
        const folder = parentUri(uri);
        if (folder !== undefined) places.add(folder);
      }
      const touched = uris.map(normaliseUri).some((uri) => {
        if (isConfigFile(uri)) return true;
        return [...folders].some((folder) => folder === uri || relativePath(uri, folder) !== undefined);
      });
      if (touched) this.clear();
      return touched;
    },
    clear() {
      projects = new Map();
      ignored = new Map();
      reported = new Set(reported.size > 1000 ? [] : reported);
    },
  };
}

/** True for a project or ignore file. */
export const isConfigFile = (uri: string): boolean =>
  uri.endsWith(`/${PROJECT_FILE}`) || uri.endsWith(`/${IGNORE_FILE}`);
