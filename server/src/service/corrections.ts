import type { Correction } from '../desk/corrections.ts';
import { type CorrectionWatch, type MadeCorrection, watchCorrections } from '../desk/correctionWatch.ts';
import type { CheckedDocument } from './checker.ts';
import { normaliseUri, relativePath } from './uris.ts';

/** Corrections of one draft that were seen being made. */
export interface CorrectionLog {
  readonly uri: string;
  /** ISO date and time from which on the draft was watched. */
  readonly since: string;
  readonly entries: readonly Correction[];
}

/** Watches the open drafts for corrections; what it has seen of a draft outlives the closing of its document. */
export interface CorrectionWatcher {
  /** Takes in a checked version of a draft; it is looked at when there is time, and before anything is asked. */
  see(checked: CheckedDocument): void;
  /** Looks at the version that waits. */
  look(): void;
  log(uri: string): CorrectionLog | undefined;
  /** Corrections whose words stand in the present text of an open draft. */
  standing(checked: CheckedDocument): readonly MadeCorrection[];
  closed(uri: string): void;
}

/**
 * Creates the watcher; `now` gives the time as ISO date and time. `changed` is told of each log that is new or says
 * something else.
 */
export function createCorrectionWatcher(
  now: () => string,
  changed: (log: CorrectionLog) => void,
): CorrectionWatcher {
  let waiting: { readonly checked: CheckedDocument; readonly when: string } | undefined;
  const watches = new Map<string, CorrectionWatch>();
  /** Entries of documents that were closed since, and the time at which watching began. */
  const kept = new Map<string, { readonly since: string; readonly entries: readonly Correction[] }>();

  function logOf(key: string): CorrectionLog | undefined {
    const known = kept.get(key);
    if (!known) return undefined;
    const made = watches.get(key)?.made.map(({ correction }) => correction) ?? [];
    return { uri: key, since: known.since, entries: [...known.entries, ...made] };
  }

  function look(): void {
    if (!waiting) return;
    const { checked, when } = waiting;
    waiting = undefined;
    const uri = normaliseUri(checked.document.uri);
    const before = watches.get(uri);
    const { sources } = checked;
    const nameOf = (source: string): string => readable(relativePath(sources.root, source) ?? source);
    const after = watchCorrections(before, checked, nameOf, when);
    watches.set(uri, after);
    const isNew = !kept.has(uri);
    if (isNew) kept.set(uri, { since: when, entries: [] });
    const log = isNew || !sameEntries(before?.made ?? [], after.made) ? logOf(uri) : undefined;
    if (log) changed(log);
  }

  return {
    see(checked) {
      if (checked.role !== 'draft') return;
      look();
      waiting = { checked, when: now() };
    },
    look,
    log(uri) {
      look();
      return logOf(normaliseUri(uri));
    },
    standing({ document, analysed }) {
      look();
      const watch = watches.get(normaliseUri(document.uri));
      return watch?.text === analysed.prose.text ? watch.made : [];
    },
    closed(uri) {
      look();
      const key = normaliseUri(uri);
      const log = logOf(key);
      if (log) kept.set(key, { since: log.since, entries: log.entries });
      watches.delete(key);
    },
  };
}

const sameEntries = (a: readonly MadeCorrection[], b: readonly MadeCorrection[]): boolean =>
  a.length === b.length && a.every(({ correction }, at) => correction === b[at]?.correction);

/** A path of a URI as people write it. */
export function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
