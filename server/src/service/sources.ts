import type { Engine } from './engine.ts';
import type { Roots } from './roots.ts';
import type { FolderSettings, SettingsCache } from './settingsCache.ts';
import { createMatcher, escapeGlob, globsInside, outsideReason, rebaseGlobs } from './sourceGlobs.ts';
import { emptySourceSetCache, readSourceSet, type SourceSet, type SourceSetCache } from './sourceSet.ts';
import { normaliseUri, parentUri, relativePath } from './uris.ts';
import { GIT_IGNORE, type WorkspaceHost } from './workspaceHost.ts';

/** The source sets of all folders in use, read when they are first asked for. */
export interface Sources {
  /** Folder whose sources a document is checked against; undefined when it has none. */
  rootOf(uri: string): Promise<string | undefined>;
  /** True when the document is itself a source of `root`. */
  isSource(root: string, uri: string): Promise<boolean>;
  get(root: string): Promise<SourceSet>;
  /** The sources that a draft names itself, relative to its folder, in place of those of `root`. */
  getOwn(root: string, draft: string, globs: readonly string[]): Promise<SourceSet>;
  /** A draft with sources of its own was closed. */
  dropOwn(draft: string): void;
  /** Folders and globs of all sets in use. */
  watched(): readonly { readonly root: string; readonly globs: readonly string[] }[];
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
  /** Folder that the globs are relative to. */
  base: string;
  globs: readonly string[];
  matches: (path: string) => boolean;
  /** Globs of a draft's own, relative to its folder. */
  own: readonly string[] | undefined;
}

/** Creates the store of source sets. */
export function createSources(
  host: WorkspaceHost,
  engine: Engine,
  settings: SettingsCache,
  roots: Roots,
): Sources {
  /** By root; a draft with sources of its own has an entry under its own URI. */
  const entries = new Map<string, Entry>();

  const entryOf = (root: string): Entry => {
    const known = entries.get(root);
    if (known) return known;
    const entry: Entry = {
      cache: emptySourceSetCache(),
      generation: 0,
      reading: undefined,
      busy: false,
      base: root,
      globs: [],
      matches: () => true,
      own: undefined,
    };
    entries.set(root, entry);
    return entry;
  };

  const read = async (root: string, entry: Entry, draft?: string): Promise<SourceSet> => {
    entry.busy = true;
    try {
      for (;;) {
        const generation = entry.generation;
        const general = await settings.get(root);
        const folderSettings =
          draft && entry.own ? withOwn(general, draft, entry.own, host.folders()) : general;
        entry.base = folderSettings.base;
        entry.globs = folderSettings.settings.sources;
        entry.matches = createMatcher(entry.globs);
        const before = entry.cache.set;
        const set = await readSourceSet(entry.cache, folderSettings, host, engine, draft);
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

  const keep = (entry: Entry, start: () => Promise<SourceSet>): Promise<SourceSet> => {
    if (!entry.reading) {
      const reading = start();
      entry.reading = reading;
      reading.catch(() => {
        if (entry.reading === reading) entry.reading = undefined;
      });
    }
    return entry.reading;
  };

  return {
    rootOf: roots.rootOf,
    async isSource(root, uri) {
      const { base, settings: values } = await settings.get(root);
      const path = relativePath(base, normaliseUri(uri));
      return path !== undefined && createMatcher(values.sources)(path);
    },
    get(root) {
      const entry = entryOf(root);
      return keep(entry, () => read(root, entry));
    },
    getOwn(root, draft, globs) {
      const entry = entryOf(draft);
      if (entry.own && entry.own.join('\n') !== globs.join('\n')) invalidate(entry);
      entry.own = globs;
      return keep(entry, () => read(root, entry, draft));
    },
    dropOwn: (draft) => void (entries.get(draft)?.own && entries.delete(draft)),
    watched: () => [...entries.values()].map(({ base, globs }) => ({ root: base, globs })),
    loaded: () => [...entries.values()].flatMap(({ cache }) => (cache.set ? [cache.set] : [])),
    reading: () => entries.size === 0 || [...entries.values()].some(({ busy }) => busy),
    roots: () => [...entries].filter(([, { own }]) => !own).map(([root]) => root),
    documentChanged(uri) {
      let changed = false;
      for (const entry of entries.values()) {
        const path = relativePath(entry.base, normaliseUri(uri));
        if (path === undefined || !entry.matches(path)) continue;
        invalidate(entry);
        changed = true;
      }
      return changed;
    },
    filesChanged(uris) {
      roots.clear();
      let changed = false;
      for (const entry of entries.values()) {
        const touched = uris.map(normaliseUri).filter((uri) => {
          const path = relativePath(entry.base, uri);
          return (
            uri === entry.base ||
            (path !== undefined && uri.endsWith(`/${GIT_IGNORE}`)) ||
            (path !== undefined && (entry.matches(path) || holdsSource(entry, uri)))
          );
        });
        if (touched.length === 0) continue;
        entry.cache.files = undefined;
        entry.cache.stamp++;
        for (const uri of touched) {
          forget(entry, uri);
          // Should its file be gone now, what stands open is no more than what is left of it.
          const open = host.document(uri);
          if (open) entry.cache.there.set(uri, open.text);
        }
        invalidate(entry);
        changed = true;
      }
      return changed;
    },
    reset() {
      roots.clear();
      for (const entry of entries.values()) {
        entry.cache.files = undefined;
        entry.cache.stamp++;
        entry.cache.contents.clear();
        invalidate(entry);
      }
    },
    clear() {
      roots.clear();
      entries.clear();
    },
  };
}

/** The settings with the sources that a draft names; the draft is never a source of its own. */
function withOwn(
  general: FolderSettings,
  draft: string,
  own: readonly string[],
  folders: readonly string[],
): FolderSettings {
  const parent = parentUri(draft) ?? general.base;
  const { inside, outside } = general.settings.sourcesOutsideWorkspace
    ? { inside: own, outside: [] }
    : globsInside(parent, own, folders.map(normaliseUri));
  const { base, globs } = rebaseGlobs(parent, inside);
  const self = relativePath(base, draft);
  const sources = self === undefined ? globs : [...globs, `!${escapeGlob(self)}`];
  const settings = { ...general.settings, sources };
  return { ...general, base, settings, ...(outside.length > 0 && { outside: outsideReason(outside) }) };
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
