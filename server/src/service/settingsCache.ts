import { type EffectiveSettings, withProject } from '../config/projectFile.ts';
import type { Settings } from '../config/settings.ts';
import { type ConfigFiles, problemLines } from './configFiles.ts';
import type { Roots } from './roots.ts';
import { globsInside, outsideReason, rebaseGlobs } from './sourceGlobs.ts';
import { normaliseUri } from './uris.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** Checks raw settings; broken values fall back and are named in `problems`. */
export type ReadSettings = (raw: unknown) => {
  readonly settings: Settings;
  readonly problems: readonly string[];
};

/** Valid settings of one folder, the project's over the editor's; `id` differs whenever a value may differ. */
export interface FolderSettings {
  readonly id: number;
  readonly settings: EffectiveSettings;
  /** Folder that the globs of the sources are relative to. */
  readonly base: string;
  readonly problems: readonly string[];
  /** Why some of the globs that a draft names itself are not followed. */
  readonly outside?: string;
}

/** Settings per folder, asked from the host once and kept until they change. */
export interface SettingsCache {
  get(folder: string | undefined): Promise<FolderSettings>;
  clear(): void;
}

/** Creates the cache; each problem goes to the log once until the settings change. */
export function createSettingsCache(
  host: WorkspaceHost,
  readSettings: ReadSettings,
  files: ConfigFiles,
  roots: Roots,
): SettingsCache {
  let entries = new Map<string, Promise<FolderSettings>>();
  let reported = new Set<string>();
  let nextId = 1;
  const load = async (folder: string | undefined, seen: Set<string>): Promise<FolderSettings> => {
    const { settings, problems } = readSettings(await host.settings(folder));
    const tell = (found: readonly string[]): void => {
      for (const problem of found) {
        if (!seen.has(problem)) host.log('warning', `Settings: ${problem}`);
        seen.add(problem);
      }
    };
    tell(problems);
    const project = folder === undefined ? undefined : await files.project(folder);
    const effective = withProject(settings, project?.settings);
    const home =
      folder === undefined || project?.settings?.sources ? project?.folder : await roots.homeOf(folder);
    const top = home ?? folder ?? '';
    const { inside, outside } = effective.sourcesOutsideWorkspace
      ? { inside: effective.sources, outside: [] }
      : globsInside(top, effective.sources, host.folders().map(normaliseUri));
    const { base, globs } = rebaseGlobs(top, inside);
    const denied = outside.length > 0 ? [`touchstone.sources: ${outsideReason(outside)}.`] : [];
    tell(denied);
    const lines = project ? problemLines(project) : [];
    return {
      id: nextId++,
      settings: { ...effective, sources: globs },
      base,
      problems: [...problems, ...lines, ...denied],
    };
  };
  return {
    get(folder) {
      const key = folder ?? '';
      const known = entries.get(key);
      if (known) return known;
      const loading = load(folder, reported);
      entries.set(key, loading);
      return loading;
    },
    clear() {
      entries = new Map();
      reported = new Set();
    },
  };
}
