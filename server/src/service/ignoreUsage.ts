import type { IgnoredFinding } from '../config/ignoreFile.ts';
import type { Finding } from '../findings/finding.ts';
import type { IgnoreConfig } from './configFiles.ts';

/** Keeps count of which entries of the ignore files have silenced a finding. */
export interface IgnoreUsage {
  /** A draft was checked; `suppressed` are all its silenced findings. */
  record(ignores: IgnoreConfig, draft: string, suppressed: readonly Finding[]): void;
  /** Every draft has been checked: from now on what has silenced nothing is known to be of no use. */
  complete(ignoreFiles: readonly string[]): void;
  /** Entries that have silenced nothing; none before all drafts have been checked. */
  unused(ignores: IgnoreConfig): readonly IgnoredFinding[];
  isComplete(ignoreFile: string): boolean;
}

/** Creates an empty count. */
export function createIgnoreUsage(): IgnoreUsage {
  /** Fingerprints by ignore file and draft. */
  const used = new Map<string, Map<string, ReadonlySet<string>>>();
  const whole = new Set<string>();
  return {
    record({ uri, fingerprints }, draft, suppressed) {
      const drafts = used.get(uri) ?? new Map<string, ReadonlySet<string>>();
      used.set(uri, drafts);
      const found = suppressed
        .map(({ fingerprint }) => fingerprint)
        .filter((print) => fingerprints.has(print));
      drafts.set(draft, new Set(found));
    },
    complete(ignoreFiles) {
      for (const uri of ignoreFiles) whole.add(uri);
    },
    unused({ uri, file }) {
      if (!whole.has(uri)) return [];
      const prints = new Set([...(used.get(uri)?.values() ?? [])].flatMap((found) => [...found]));
      // Findings about sources are not counted: a source is checked only while it is open.
      return (file.ignored ?? []).filter(
        ({ fingerprint, rule }) => rule !== 'source-inconsistent' && !prints.has(fingerprint),
      );
    },
    isComplete: (uri) => whole.has(uri),
  };
}
