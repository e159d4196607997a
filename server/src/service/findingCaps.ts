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
  const { alike, left } = repeatsAmong(findings, maxRepeats);
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

/** What repeats the same words more than `maxRepeats` times, and for the last one before it how many follow. */
function repeatsAmong(
  findings: readonly Finding[],
  maxRepeats: number,
): { readonly alike: ReadonlyMap<Finding, number>; readonly left: ReadonlySet<Finding> } {
  const alike = new Map<Finding, number>();
  const left = new Set<Finding>();
  const counts = new Map<string, number>();
  let most = 0;
  for (const finding of findings) {
    const key = likenessOf(finding);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) most = count;
  }
  if (most <= maxRepeats) return { alike, left };
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const key = likenessOf(finding);
    const count = counts.get(key) as number;
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    if (place > maxRepeats) left.add(finding);
    else if (place === maxRepeats && count > maxRepeats) alike.set(finding, count - maxRepeats);
  }
  return { alike, left };
}
