import { l10n } from 'vscode';
import type { FactSheetView, FactView } from '../../../server/src/service/features/factSheetView.ts';

/** State of a fact, as the server names it. */
export type FactState = FactView['state'];

/** All states, the ones that want a look first. */
export const STATES: readonly FactState[] = [
  'differs',
  'unsourced',
  'reopened',
  'agrees',
  'ticked',
  'accepted',
];

/** All kinds of facts. */
export const KINDS: readonly FactView['kind'][] = ['number', 'date', 'name', 'quote'];

/** A state in words. Never "true" or "verified": the sources speak, or a person does. */
export function stateWords(state: FactState): string {
  switch (state) {
    case 'agrees':
      return l10n.t('agrees');
    case 'differs':
      return l10n.t('differs');
    case 'unsourced':
      return l10n.t('not in any source');
    case 'accepted':
      return l10n.t('accepted');
    case 'ticked':
      return l10n.t('ticked');
    case 'reopened':
      return l10n.t('re-opened');
  }
}

/** A kind of fact in words. */
export function kindWords(kind: FactView['kind']): string {
  switch (kind) {
    case 'number':
      return l10n.t('number');
    case 'date':
      return l10n.t('date');
    case 'name':
      return l10n.t('name');
    case 'quote':
      return l10n.t('quotation');
    case 'directive':
      return l10n.t('directive');
    case 'citation':
      return l10n.t('citation');
  }
}

/** "41 facts: 33 agree, 2 differ, 6 unsourced"; what there is none of is left out, and what was not checked is said. */
export function countWords({
  counts,
  uncheckedFrom,
}: Pick<FactSheetView, 'counts' | 'uncheckedFrom'>): string {
  const parts = [
    counts.agrees > 0 && l10n.t('{0} agree', counts.agrees),
    counts.differs > 0 && l10n.t('{0} differ', counts.differs),
    counts.unsourced > 0 && l10n.t('{0} unsourced', counts.unsourced),
    counts.reopened > 0 && l10n.t('{0} re-opened', counts.reopened),
    counts.ticked > 0 && l10n.t('{0} ticked', counts.ticked),
    counts.accepted > 0 && l10n.t('{0} accepted', counts.accepted),
  ].filter((part) => part !== false);
  const facts = counts.facts === 1 ? l10n.t('1 fact') : l10n.t('{0} facts', counts.facts);
  const found = parts.length === 0 ? facts : `${facts}: ${parts.join(', ')}`;
  return uncheckedFrom === undefined ? found : `${found} · ${uncheckedWords(uncheckedFrom)}`;
}

/** Where a check was ended because it took too long; `line` counts from 0. */
export const uncheckedWords = (line: number): string => l10n.t('not checked from line {0} on', line + 1);

/** What the list says beside the words of a fact. The state comes first: nothing is told by colour alone. */
export function factDetail(fact: FactView): string {
  const place = fact.place && `${fact.place.name}:${fact.place.range.start.line + 1}`;
  switch (fact.state) {
    case 'agrees':
      return join(stateWords('agrees'), place);
    case 'differs': {
      const value = fact.expected ?? fact.place?.text;
      return join(value === undefined ? stateWords('differs') : l10n.t('differs: {0}', value), place);
    }
    case 'unsourced':
      return stateWords('unsourced');
    case 'accepted':
      return fact.note ? l10n.t('accepted: {0}', fact.note) : stateWords('accepted');
    case 'ticked':
      return join(l10n.t('ticked by {0}', fact.by ?? '?'), place);
    case 'reopened':
      return l10n.t('re-opened: {0}', fact.reason);
  }
}

/** Everything about a fact in one sentence, for a screen reader. */
export function factSpoken(fact: FactView, of: number): string {
  const place = fact.place && l10n.t('{0} line {1}', fact.place.name, fact.place.range.start.line + 1);
  const value = fact.state === 'differs' ? (fact.expected ?? fact.place?.text) : undefined;
  return [
    fact.text,
    kindWords(fact.kind),
    stateWords(fact.state),
    ...(value === undefined ? [] : [l10n.t('the source has {0}', value)]),
    ...(fact.state === 'reopened' ? [fact.reason] : []),
    ...(fact.note ? [fact.note] : []),
    ...(fact.by ? [l10n.t('by {0}', fact.by)] : []),
    ...(place ? [place] : []),
    l10n.t('line {0} of the draft', fact.range.start.line + 1),
    l10n.t('fact {0} of {1}', fact.number, of),
  ].join(', ');
}

const join = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');
