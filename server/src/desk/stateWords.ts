import type { FactKind, RuleCode, Silence } from '../findings/finding.ts';
import { later, t } from '../l10n/message.ts';
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
  differs: { sign: '≠', is: later('differs from the source'), plural: later('differ') },
  reopened: { sign: '↻', is: later('to be looked at again'), plural: later('to be looked at again') },
  unsourced: { sign: '?', is: later('not in any source'), plural: later('in no source') },
  accepted: { sign: '○', is: later('accepted'), plural: later('accepted') },
  ticked: { sign: '☑', is: later('ticked'), plural: later('ticked') },
  agrees: { sign: '✓', is: later('agrees with the source'), plural: later('agree') },
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
  if (counts.facts === 0) return t('no facts');
  const parts = STATES.toReversed()
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${t(wordFor(state, counts[state]))}`);
  return t(counts.facts === 1 ? '{0} fact: {1}' : '{0} facts: {1}', counts.facts, parts.join(', '));
}

const SINGULAR: Readonly<Partial<Record<FactState, string>>> = {
  agrees: later('agrees'),
  differs: later('differs'),
};

const wordFor = (state: FactState, count: number): string =>
  (count === 1 ? SINGULAR[state] : undefined) ?? STATE_WORDS[state].plural;

/** The kinds of facts in words. */
export const KIND_WORDS: Readonly<Record<FactKind, string>> = {
  number: later('number'),
  date: later('date'),
  name: later('name'),
  quote: later('quotation'),
  directive: later('comment'),
  citation: later('citation'),
};

/** What silences a finding, in words. */
export const SILENCE_WORDS: Readonly<Record<Silence['by'], string>> = {
  directive: later('comment in the draft'),
  acceptedValue: later('accepted value of the project'),
  ignoreFile: later('ignore file'),
  acceptance: later('accepted by a person'),
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
    ? t('differs from the calendar')
    : t(STATE_WORDS[state].is);
