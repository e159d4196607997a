import { type FoundMention, findMentions, type GoldMention, groupOf, sameValue } from './mentionGold.ts';

/** A text whose mentions were marked by hand. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Counts for one kind of mention. */
export interface MentionCounts {
  gold: number;
  /** Gold mentions that overlap a found one of their kind. */
  recalled: number;
  /** Recalled with exactly the same span. */
  exact: number;
  /** Recalled, with a value to compare, and those read right. */
  valued: number;
  right: number;
  /** Found mentions, without those that only touch an optional gold mention. */
  found: number;
  /** Found mentions that overlap a gold one of their kind. */
  precise: number;
}

/** Quotations whose speaker was named, and those named right; `sure` counts the confident ones alone. */
export interface SpeakerCounts {
  gold: number;
  named: number;
  right: number;
  sure: number;
  sureRight: number;
}

/** The score of mention extraction, by kind. */
export interface MentionScore {
  readonly kinds: Readonly<Record<string, MentionCounts>>;
  readonly speakers: SpeakerCounts;
  /** What was not found, found for nothing, or read wrong, one line each. */
  readonly slips: readonly string[];
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Scores the engine's mentions against documents marked by hand. */
export function scoreMentions(documents: readonly GoldDocument[], find = findMentions): MentionScore {
  const kinds: Record<string, MentionCounts> = {};
  const speakers: SpeakerCounts = { gold: 0, named: 0, right: 0, sure: 0, sureRight: 0 };
  const slips: string[] = [];
  const kind = (name: string): MentionCounts => {
    kinds[name] ??= { gold: 0, recalled: 0, exact: 0, valued: 0, right: 0, found: 0, precise: 0 };
    return kinds[name];
  };

  for (const { id, text, mentions } of documents) {
    const found = find(text);
    const slip = (what: string, at: { start: number; end: number }): void => {
      const context = text.slice(Math.max(0, at.start - 30), at.end + 30).replace(/\s+/g, ' ');
      slips.push(`${id}:${at.start} ${what} “${text.slice(at.start, at.end)}” in “${context}”`);
    };
    for (const gold of mentions) {
      if (gold.opt) continue;
      const group = groupOf(gold.type);
      const counts = kind(group);
      counts.gold++;
      const same = found.filter((candidate) => candidate.type === group && overlaps(candidate, gold));
      const best = same.find(({ start, end }) => start === gold.start && end === gold.end) ?? same[0];
      if (!best) {
        slip(`missed ${gold.type}`, gold);
        continue;
      }
      counts.recalled++;
      if (best.start === gold.start && best.end === gold.end) counts.exact++;
      else slip(`span of ${gold.type} “${gold.text}”, found`, best);
      if (gold.v !== undefined && group !== 'quote' && group !== 'name') {
        counts.valued++;
        if (sameValue(gold, best)) counts.right++;
        else slip(`value of ${gold.type} (${JSON.stringify(gold.v)})`, gold);
      }
      if (group === 'quote') countSpeaker(speakers, gold, best, slip);
    }
    for (const candidate of found) {
      const touching = mentions.filter((gold) => overlaps(candidate, gold));
      const right = touching.some((gold) => groupOf(gold.type) === candidate.type);
      if (
        touching.some(({ opt }) => opt) &&
        !touching.some((g) => !g.opt && groupOf(g.type) === candidate.type)
      )
        continue;
      const counts = kind(candidate.type);
      counts.found++;
      if (right) counts.precise++;
      else slip(`false ${candidate.type}`, candidate);
    }
  }
  return { kinds, speakers, slips };
}

function countSpeaker(
  speakers: SpeakerCounts,
  gold: GoldMention,
  found: FoundMention,
  slip: (what: string, at: GoldMention) => void,
): void {
  if (gold.speaker !== undefined) speakers.gold++;
  if (!found.speaker) return;
  speakers.named++;
  const { names, sure } = found.speaker;
  const right = gold.speaker !== undefined && names.some((name) => sharesName(gold.speaker ?? '', name));
  speakers.right += Number(right);
  speakers.sure += Number(sure);
  speakers.sureRight += Number(sure && right);
  if (!right) slip(`speaker ${names[0]}, not ${gold.speaker ?? 'unknown'}, of`, gold);
}

/** True when the last word of one name stands in the other: a surname is the person. */
function sharesName(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[\s.]+/)
      .filter(Boolean);
  const [left, right] = [words(a), words(b)];
  return right.includes(left.at(-1) ?? '') || left.includes(right.at(-1) ?? '');
}
