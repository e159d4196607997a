import type { FactKind, RuleCode, Silence } from '../findings/finding.ts';
import type { FactState, SheetCounts } from './factSheet.ts';

/** A state as it is shown: a sign that can be told apart without colour, and words that claim nothing about truth. */
export interface StateWords {
  readonly sign: string;
  /** After the words of a fact: "differs from the source". */
  readonly is: string;
  /** After a number: "2 differ". */
  readonly plural: string;
}

/** The words for each state. */
export const STATE_WORDS: Readonly<Record<FactState, StateWords>> = {
  differs: { sign: '≠', is: 'differs from the source', plural: 'differ' },
  reopened: { sign: '↻', is: 'to be looked at again', plural: 'to be looked at again' },
  unsourced: { sign: '?', is: 'not in any source', plural: 'in no source' },
  accepted: { sign: '○', is: 'accepted', plural: 'accepted' },
  ticked: { sign: '☑', is: 'ticked', plural: 'ticked' },
  agrees: { sign: '✓', is: 'agrees with the source', plural: 'agree' },
};

/** What needs a person first. */
export const STATES: readonly FactState[] = [
  'differs',
  'reopened',
  'unsourced',
  'accepted',
  'ticked',
  'agrees',
];

/** True for what somebody still has to settle. */
export const isUnsettled = (state: FactState): boolean =>
  state === 'differs' || state === 'reopened' || state === 'unsourced';

/** "41 facts: 33 agree, 2 differ, 6 in no source". */
export function countsInWords(counts: SheetCounts): string {
  if (counts.facts === 0) return 'no facts';
  const parts = STATES.toReversed()
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${wordFor(state, counts[state])}`);
  return `${counts.facts} ${counts.facts === 1 ? 'fact' : 'facts'}: ${parts.join(', ')}`;
}

const SINGULAR: Readonly<Partial<Record<FactState, string>>> = { agrees: 'agrees', differs: 'differs' };

const wordFor = (state: FactState, count: number): string =>
  (count === 1 ? SINGULAR[state] : undefined) ?? STATE_WORDS[state].plural;

/** The kinds of facts in words. */
export const KIND_WORDS: Readonly<Record<FactKind, string>> = {
  number: 'number',
  date: 'date',
  name: 'name',
  quote: 'quotation',
  directive: 'comment',
  citation: 'citation',
};

/** What silences a finding, in words. */
export const SILENCE_WORDS: Readonly<Record<Silence['by'], string>> = {
  directive: 'comment in the draft',
  acceptedValue: 'accepted value of the project',
  ignoreFile: 'ignore file',
  acceptance: 'accepted by a person',
};

/** The state of one fact in words; a weekday differs from the calendar, not from a source. */
export const stateInWords = ({
  state,
  findings,
}: {
  readonly state: FactState;
  readonly findings: readonly { readonly rule: RuleCode }[];
}): string =>
  state === 'differs' && findings.length > 0 && findings.every(({ rule }) => rule === 'weekday-mismatch')
    ? 'differs from the calendar'
    : STATE_WORDS[state].is;
