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

/** By what it expects, which stays the same list while the finding does: how a finding was put in words last. */
const likenesses = new WeakMap<
  Finding['expected'],
  { readonly code: string; readonly text: string; readonly likeness: string }
>();

/** Two findings with the same key say the same about the same words. */
function likenessOf({ code, text, expected }: Finding): string {
  const known = likenesses.get(expected);
  if (known?.code === code && known.text === text) return known.likeness;
  const likeness = `${code} ${text.toLowerCase()} ${expected.join(' ')}`;
  likenesses.set(expected, { code, text, likeness });
  return likeness;
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

/** The places in a list of findings of what repeats the same words too often. */
interface Repeats {
  readonly findings: readonly Finding[];
  readonly maxRepeats: number;
  /** By the place of the last one that is shown: how many like it follow. */
  readonly alike: ReadonlyMap<number, number>;
  readonly left: readonly number[];
}

/** An edit moves findings and seldom makes others: what was said of the last list holds for the next. */
let last: Repeats | undefined;

/** What repeats the same words more than `maxRepeats` times, and for the last one before it how many follow. */
function repeatsAmong(
  findings: readonly Finding[],
  maxRepeats: number,
): { readonly alike: ReadonlyMap<Finding, number>; readonly left: ReadonlySet<Finding> } {
  if (last?.maxRepeats !== maxRepeats || !sayTheSame(last.findings, findings))
    last = readRepeats(findings, maxRepeats);
  const at = (place: number): Finding => findings[place] as Finding;
  return {
    alike: new Map([...last.alike].map(([place, count]) => [at(place), count])),
    left: new Set(last.left.map(at)),
  };
}

const sayTheSame = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length &&
  a.every(({ code, text, expected }, i) => {
    const other = b[i] as Finding;
    return code === other.code && text === other.text && expected === other.expected;
  });

function readRepeats(findings: readonly Finding[], maxRepeats: number): Repeats {
  const groups = new Map<string, number[]>();
  findings.forEach((finding, place) => {
    const key = likenessOf(finding);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  });
  const alike = new Map<number, number>();
  const left: number[] = [];
  for (const group of groups.values()) {
    if (group.length <= maxRepeats) continue;
    for (const place of group.slice(maxRepeats)) left.push(place);
    alike.set(group[maxRepeats - 1] as number, group.length - maxRepeats);
  }
  return { findings, maxRepeats, alike, left };
}
