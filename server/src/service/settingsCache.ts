import type { Settings } from '../config/settings.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** Checks raw settings; broken values fall back and are named in `problems`. */
export type ReadSettings = (raw: unknown) => {
  readonly settings: Settings;
  readonly problems: readonly string[];
};

/** Valid settings of one folder; `id` differs whenever a value may differ. */
export interface FolderSettings {
  readonly id: number;
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** Settings per folder, asked from the host once and kept until they change. */
export interface SettingsCache {
  get(folder: string | undefined): Promise<FolderSettings>;
  clear(): void;
}

/** Creates the cache; each problem goes to the log once until the settings change. */
export function createSettingsCache(host: WorkspaceHost, readSettings: ReadSettings): SettingsCache {
  let entries = new Map<string, Promise<FolderSettings>>();
  let reported = new Set<string>();
  let nextId = 1;
  const load = async (folder: string | undefined, seen: Set<string>): Promise<FolderSettings> => {
    const { settings, problems } = readSettings(await host.settings(folder));
    for (const problem of problems) {
      if (!seen.has(problem)) host.log('warning', `Settings: ${problem}`);
      seen.add(problem);
    }
    return { id: nextId++, settings, problems };
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
