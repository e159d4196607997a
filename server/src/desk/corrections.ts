import type { FactKind, RuleCode } from '../findings/finding.ts';

/** A finding that somebody has put right in the draft, by a quick fix or by hand. */
export interface Correction {
  /** ISO date and time at which it was seen. */
  readonly when: string;
  readonly rule: RuleCode;
  readonly kind: FactKind;
  /** The words of the fact before and after. */
  readonly from: string;
  readonly to: string;
  /** What tells readers of it: "An earlier version said 132; it is 123." */
  readonly notice: string;
  /** Line of the draft at the time; counts from 1. */
  readonly line: number;
  /** The sentence of the draft at the time, after the correction. */
  readonly sentence: string;
  /** The place in a source that has the words now; absent where no source was needed. */
  readonly source?: { readonly file: string; readonly line: number };
}

/** The notice that tells readers of a correction: "An earlier version said 132; it is 123." */
export function correctionNotice({ kind, from, to }: Pick<Correction, 'kind' | 'from' | 'to'>): string {
  const ends = (words: string): string => (/[.!?…]$/.test(words) ? '' : '.');
  switch (kind) {
    case 'quote':
      return `An earlier version quoted “${bare(from)}”; the words are “${bare(to)}”${ends(bare(to))}`;
    case 'name':
      return `An earlier version had the name ${from}; it is ${to}${ends(to)}`;
    default:
      return `An earlier version said ${from}; it is ${to}${ends(to)}`;
  }
}

const bare = (words: string): string => words.replace(/^["“”'‘’]+|["“”'‘’]+$/g, '');
