import { existsSync } from 'node:fs';
import type { Finding } from '../findings/finding.ts';
import { readTextFile } from './nodeFiles.ts';

/** One known finding; the fingerprint decides, the rest is for the reader. */
interface KnownFinding {
  readonly fingerprint: string;
  /** How often it occurs. */
  readonly count: number;
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

/** How many findings of each fingerprint are known. */
export type Baseline = ReadonlyMap<string, number>;

/** Form of the file; a later one says so. */
const BASELINE_VERSION = 1;

/** Findings of half a million drafts; a larger file is not one of ours. */
const MAX_BASELINE_SIZE = 100_000_000;

/** Reads a baseline; what is wrong with it is in `problem`, as a whole sentence. */
export function readBaseline(path: string, shown: string): Baseline | { readonly problem: string } {
  if (!existsSync(path)) {
    return {
      problem: `There is no baseline ${shown}. Check the path, or write one with --update-baseline.`,
    };
  }
  const read = readTextFile(path, MAX_BASELINE_SIZE);
  if ('problem' in read) return { problem: `The baseline ${shown} ${read.problem}.` };
  const known = knownIn(read.text);
  if (!known) {
    return {
      problem: `The baseline ${shown} is not one that this version can read. Write it again with --update-baseline.`,
    };
  }
  return new Map(known.map(({ fingerprint, count }) => [fingerprint, count]));
}

function knownIn(text: string): readonly KnownFinding[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, findings } = value as { readonly version?: unknown; readonly findings?: unknown };
  if (version !== BASELINE_VERSION || !Array.isArray(findings)) return undefined;
  return findings.every(isKnown) ? findings : undefined;
}

const isKnown = (entry: unknown): entry is KnownFinding =>
  typeof entry === 'object' &&
  entry !== null &&
  /^[0-9a-f]{16}$/.test(String((entry as KnownFinding).fingerprint)) &&
  Number.isInteger((entry as KnownFinding).count) &&
  (entry as KnownFinding).count > 0;

/** The text of a baseline that knows these findings; sorted, so that it changes only where the findings do. */
export function baselineText(
  documents: Iterable<{ readonly file: string; readonly findings: readonly Finding[] }>,
): string {
  const known = new Map<string, KnownFinding>();
  for (const { file, findings } of documents) {
    for (const { fingerprint, code, text } of findings) {
      const before = known.get(fingerprint);
      known.set(
        fingerprint,
        before
          ? { ...before, count: before.count + 1 }
          : { fingerprint, count: 1, rule: code, file, text: text.replace(/\s+/g, ' ') },
      );
    }
  }
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const findings = [...known.values()].sort(
    (a, b) => order(a.file, b.file) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint),
  );
  return `${JSON.stringify({ version: BASELINE_VERSION, findings }, null, 2)}\n`;
}

/** Takes known findings out of lists of findings, each as often as the baseline knows it. */
export interface BaselineFilter {
  /** The findings that the baseline does not know. */
  unknown(findings: readonly Finding[]): readonly Finding[];
  /** How many entries of the baseline have not been met. */
  left(): number;
}

/** Creates a filter that counts down what it meets. */
export function createBaselineFilter(baseline: Baseline): BaselineFilter {
  const left = new Map(baseline);
  return {
    unknown: (findings) =>
      findings.filter(({ fingerprint }) => {
        const count = left.get(fingerprint) ?? 0;
        if (count > 0) left.set(fingerprint, count - 1);
        return count === 0;
      }),
    left: () => [...left.values()].reduce((sum, count) => sum + count, 0),
  };
}
