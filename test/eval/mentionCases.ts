import { findMentions, groupOf, sameValue } from './mentionGold.ts';

/** A short text with the quantities and dates that must be found in it, and no others. */
export interface MentionCase {
  readonly text: string;
  readonly expect: readonly {
    readonly type: string;
    readonly surface: string;
    readonly start: number;
    readonly value: number | string | readonly number[] | null;
    readonly unit?: string;
  }[];
}

/** What is wrong with the mentions found in the text of a case; nothing when all is right. */
export function faultsOf({ text, expect }: MentionCase, find = findMentions): readonly string[] {
  const found = find(text).filter(({ type }) => type !== 'name' && type !== 'quote');
  const faults: string[] = [];
  for (const wanted of expect) {
    const gold = {
      ...wanted,
      text: wanted.surface,
      end: wanted.start + wanted.surface.length,
      v: wanted.value,
    };
    const candidates = found.filter(({ start, end }) => start < gold.end && gold.start < end);
    const typed = candidates.filter(({ type }) => type === groupOf(wanted.type));
    const exact = typed.find(({ start, end }) => start === gold.start && end === gold.end);
    const range = wanted.type === 'time' && typed.length === 2;
    if (candidates.length === 0) faults.push(`missed ${wanted.type} “${wanted.surface}”`);
    else if (typed.length === 0) faults.push(`“${wanted.surface}” read as ${candidates[0]?.type}`);
    else if (!exact && !range) {
      faults.push(`span “${text.slice(typed[0]?.start, typed[0]?.end)}” for “${wanted.surface}”`);
    } else {
      const currency = wanted.type === 'money' && wanted.unit ? { cur: wanted.unit } : {};
      const best = exact ?? typed[0];
      if (best && !sameValue({ ...gold, ...currency }, best)) faults.push(`value of “${wanted.surface}”`);
    }
  }
  for (const { type, start, end } of found) {
    const known = expect.some((e) => start < e.start + e.surface.length && e.start < end);
    if (!known) faults.push(`false ${type} “${text.slice(start, end)}”`);
  }
  return faults;
}
