import type { Finding, Level } from '../findings/finding.ts';
import type { CheckedDocument } from './checker.ts';

/** The findings of a document that are shown, and how many are not. */
export interface CappedFindings {
  /** In text order. */
  readonly shown: readonly Finding[];
  /** For the last shown finding about words that repeat: how many like it are left out. */
  readonly alike: ReadonlyMap<Finding, number>;
  /** Findings beyond the cap for the whole file, in text order. */
  readonly rest: readonly Finding[];
}

const SERIOUSNESS: Readonly<Record<Level, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

interface Likeness extends Pick<Finding, 'code' | 'text' | 'expected'> {
  readonly key: string;
}

/** By the evidence of a finding, which stays the same list when the finding moves. */
const known = new WeakMap<Finding['evidence'], Likeness>();

/** Two findings with the same key say the same about the same words. */
function likenessOf({ code, text, expected, evidence }: Finding): string {
  const last = known.get(evidence);
  if (last?.code === code && last.text === text && last.expected === expected) return last.key;
  const key = `${code} ${text.toLowerCase()} ${expected.join(' ')}`;
  known.set(evidence, { code, text, expected, key });
  return key;
}

/** Leaves out what repeats the same words too often, then the least serious and last of what is still too many. */
export function capFindings(
  findings: readonly Finding[],
  { maxFindings, maxRepeats }: Pick<CheckedDocument['settings'], 'maxFindings' | 'maxRepeats'>,
): CappedFindings {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = likenessOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const alike = new Map<Finding, number>();
  const left = new Set<Finding>();
  for (const group of groups.values()) {
    if (group.length <= maxRepeats) continue;
    for (const finding of group.slice(maxRepeats)) left.add(finding);
    alike.set(group[maxRepeats - 1] as Finding, group.length - maxRepeats);
  }
  const kept = left.size === 0 ? findings : findings.filter((finding) => !left.has(finding));
  if (kept.length <= maxFindings) return { shown: kept, alike, rest: [] };
  const bySeriousness = [...kept].sort((a, b) => SERIOUSNESS[a.level] - SERIOUSNESS[b.level]);
  const shown = new Set(bySeriousness.slice(0, maxFindings));
  return {
    shown: kept.filter((finding) => shown.has(finding)),
    alike,
    rest: kept.filter((finding) => !shown.has(finding)),
  };
}
