import type { Engine } from './engine.ts';
import type { SettingsCache } from './settingsCache.ts';
import { createMatcher } from './sourceGlobs.ts';
import { emptySourceSetCache, readSourceSet, type SourceSet, type SourceSetCache } from './sourceSet.ts';
import { childUri, isUntitled, normaliseUri, parentUri, relativePath } from './uris.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** Name of the folder that marks the home of sources where no workspace folder says so. */
const SOURCE_FOLDER = 'seeds';

/** The source sets of all folders in use, read when they are first asked for. */
export interface Sources {
  /** Folder whose sources a document is checked against; undefined when it has none. */
  rootOf(uri: string): Promise<string | undefined>;
  /** True when the document is itself a source of `root`. */
  isSource(root: string, uri: string): Promise<boolean>;
  get(root: string): Promise<SourceSet>;
  /** Sets that have been read, by root, in order of first use. */
  loaded(): readonly SourceSet[];
  /** True while files are read, and before the first document has asked for any. */
  reading(): boolean;
  /** Roots in use, workspace folder or not. */
  roots(): readonly string[];
  /** A document was opened, edited or closed. Returns true when it is a source of a set in use. */
  documentChanged(uri: string): boolean;
  /** Files or folders were created, changed or deleted. Returns true when a set in use may differ now. */
  filesChanged(uris: readonly string[]): boolean;
  /** Look for files and read them again; what has the same text stays analysed. */
  reset(): void;
  /** Workspace folders changed: forget all roots. */
  clear(): void;
}

interface Entry {
  readonly cache: SourceSetCache;
  /** Raised by each change; a reading that was overtaken by a change is done again. */
  generation: number;
  reading: Promise<SourceSet> | undefined;
  busy: boolean;
  matches: (path: string) => boolean;
}

/** Creates the store of source sets. */
export function createSources(host: WorkspaceHost, engine: Engine, settings: SettingsCache): Sources {
  const entries = new Map<string, Entry>();
  const homes = new Map<string, Promise<string | undefined>>();

  const entryOf = (root: string): Entry => {
    const known = entries.get(root);
    if (known) return known;
    const entry: Entry = {
      cache: emptySourceSetCache(),
      generation: 0,
      reading: undefined,
      busy: false,
      matches: () => true,
    };
    entries.set(root, entry);
    return entry;
  };

  const read = async (root: string, entry: Entry): Promise<SourceSet> => {
    entry.busy = true;
    try {
      for (;;) {
        const generation = entry.generation;
        const folderSettings = await settings.get(root);
        entry.matches = createMatcher(folderSettings.settings.sources);
        const before = entry.cache.set;
        const set = await readSourceSet(root, entry.cache, folderSettings, host, engine);
        if (generation !== entry.generation) continue;
        if (set !== before) report(set, before);
        return set;
      }
    } finally {
      entry.busy = false;
    }
  };

  const report = (set: SourceSet, before: SourceSet | undefined): void => {
    const known = new Set(before?.problems.map(({ uri, reason }) => `${uri} ${reason}`));
    for (const { uri, reason } of set.problems) {
      const name = relativePath(set.root, uri) ?? uri;
      if (!known.has(`${uri} ${reason}`))
        host.log('warning', `Skipped source: ${decodeURI(name)} ${reason}.`);
    }
    // Each keystroke in an open source makes a new set; that is no news.
    if (before?.sources.size === set.sources.size) return;
    host.log('info', `${count(set.sources.size, 'source')} with ${count(set.facts, 'fact')} in ${set.root}`);
  };

  const invalidate = (entry: Entry): void => {
    entry.generation++;
    if (!entry.busy) entry.reading = undefined;
  };

  /** Climbs from the document's folder to the first one that holds a source folder. */
  const findHome = async (folder: string): Promise<string | undefined> => {
    for (let at: string | undefined = folder; at !== undefined; at = parentUri(at)) {
      if (await host.hasDirectory(childUri(at, SOURCE_FOLDER))) return normaliseUri(at);
    }
    return undefined;
  };

  return {
    async rootOf(uri) {
      const folders = host.folders().map(normaliseUri);
      // A document without a place is checked against the first folder: that is where it will be saved by default.
      if (isUntitled(uri)) return folders[0];
      const inside = folders.filter((folder) => relativePath(folder, normaliseUri(uri)) !== undefined);
      if (inside.length > 0) return inside.reduce((a, b) => (b.length > a.length ? b : a));
      const parent = parentUri(uri);
      if (parent === undefined) return undefined;
      const known = homes.get(parent) ?? findHome(parent);
      homes.set(parent, known);
      return known;
    },
    async isSource(root, uri) {
      const path = relativePath(root, normaliseUri(uri));
      if (path === undefined) return false;
      return createMatcher((await settings.get(root)).settings.sources)(path);
    },
    get(root) {
      const entry = entryOf(root);
      if (!entry.reading) {
        const reading = read(root, entry);
        entry.reading = reading;
        reading.catch(() => {
          if (entry.reading === reading) entry.reading = undefined;
        });
      }
      return entry.reading;
    },
    loaded: () => [...entries.values()].flatMap(({ cache }) => (cache.set ? [cache.set] : [])),
    reading: () => entries.size === 0 || [...entries.values()].some(({ busy }) => busy),
    roots: () => [...entries.keys()],
    documentChanged(uri) {
      let changed = false;
      for (const [root, entry] of entries) {
        const path = relativePath(root, normaliseUri(uri));
        if (path === undefined || !entry.matches(path)) continue;
        invalidate(entry);
        changed = true;
      }
      return changed;
    },
    filesChanged(uris) {
      homes.clear();
      let changed = false;
      for (const [root, entry] of entries) {
        const touched = uris.map(normaliseUri).filter((uri) => {
          const path = relativePath(root, uri);
          return uri === root || (path !== undefined && (entry.matches(path) || holdsSource(entry, uri)));
        });
        if (touched.length === 0) continue;
        entry.cache.files = undefined;
        entry.cache.stamp++;
        for (const uri of touched) forget(entry, uri);
        invalidate(entry);
        changed = true;
      }
      return changed;
    },
    reset() {
      homes.clear();
      for (const entry of entries.values()) {
        entry.cache.files = undefined;
        entry.cache.stamp++;
        entry.cache.contents.clear();
        invalidate(entry);
      }
    },
    clear() {
      homes.clear();
      entries.clear();
    },
  };
}

/** True when `uri` is a folder above a known source, or could be one that just appeared. */
function holdsSource(entry: Entry, uri: string): boolean {
  const known = [...entry.cache.contents.keys()].some((source) => relativePath(uri, source) !== undefined);
  // A folder that appears or moves is announced alone, without the files in it; it has no file ending.
  return known || !/\.[^/.]+$/.test(uri);
}

/** Drops the text of a file, or of all files below a folder. */
function forget(entry: Entry, uri: string): void {
  for (const source of [...entry.cache.contents.keys()]) {
    if (source === uri || relativePath(uri, source) !== undefined) entry.cache.contents.delete(source);
  }
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
