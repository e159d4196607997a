import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import type { FactSectionView, FactView } from '../../../server/src/service/features/factSheetView.ts';
import { type FactState, factDetail, factSpoken, kindWords, STATES, stateWords } from './words.ts';

/** A row of the fact sheet: a heading of the draft with its facts, or a fact. */
export type SheetNode =
  | {
      readonly kind: 'section';
      /** The heading, numbered when it repeats: the same wherever it moves. */
      readonly key: string;
      readonly section: FactSectionView;
      readonly facts: readonly FactView[];
    }
  | { readonly kind: 'fact'; readonly fact: FactView; readonly of: number };

/** A shape for each state, so that they are told apart without their colours. */
const ICON: Readonly<Record<FactState, string>> = {
  agrees: 'check',
  differs: 'error',
  unsourced: 'question',
  accepted: 'note',
  ticked: 'pass-filled',
  reopened: 'history',
};

/** The icon of a state in the colour that the theme gives it. */
export const stateIcon = (state: FactState): ThemeIcon =>
  new ThemeIcon(ICON[state], new ThemeColor(`touchstone.${state}`));

/** The row of a node. */
export function treeItem(node: SheetNode, grouped: boolean): TreeItem {
  return node.kind === 'section' ? sectionItem(node) : factItem(node.fact, node.of, grouped);
}

/** Identity of a row: the same from one version of the draft to the next. */
export const nodeId = (node: SheetNode): string => (node.kind === 'fact' ? node.fact.id : node.key);

function sectionItem({ key, section, facts }: Extract<SheetNode, { kind: 'section' }>): TreeItem {
  const { heading, depth } = section;
  const item = new TreeItem(heading ?? l10n.t('Before the first heading'), TreeItemCollapsibleState.Expanded);
  item.id = key;
  const found = STATES.map((state) => [state, facts.filter((fact) => fact.state === state).length] as const);
  item.description = found
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${stateWords(state)}`)
    .join(', ');
  item.contextValue = 'section';
  item.accessibilityInformation = {
    label: l10n.t('{0}, heading of depth {1}, {2}', String(item.label), Math.max(1, depth), item.description),
  };
  // Also keeps an arrow key that comes by from folding the group.
  item.command = {
    command: 'touchstone.factSheet.showSection',
    title: l10n.t('Show in the draft'),
    arguments: [section.line],
  };
  return item;
}

function factItem(fact: FactView, of: number, grouped: boolean): TreeItem {
  const item = new TreeItem(
    fact.kind === 'quote' ? `“${fact.text}”` : fact.text,
    TreeItemCollapsibleState.None,
  );
  item.id = fact.id;
  item.description = factDetail(fact);
  item.iconPath = stateIcon(fact.state);
  item.tooltip = factTooltip(fact);
  // What a comment or the project accepts is undone there, not here.
  const elsewhere = fact.state === 'accepted' && fact.by === undefined;
  if (!elsewhere) {
    const done = fact.state === 'ticked' || fact.state === 'accepted';
    item.checkboxState = {
      state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip: done ? l10n.t('Take the tick back') : l10n.t('Tick: I have looked at this'),
      accessibilityInformation: { label: factSpoken(fact, of), role: 'checkbox' },
    };
  }
  item.contextValue = [
    'fact',
    fact.state,
    ...(fact.place ? ['placed'] : []),
    ...(fact.by !== undefined ? ['recorded'] : []),
    ...(grouped ? [] : ['flat']),
  ].join('.');
  item.accessibilityInformation = { label: factSpoken(fact, of) };
  item.command = {
    command: 'touchstone.factSheet.show',
    title: l10n.t('Show in the draft'),
    arguments: [{ kind: 'fact', fact, of }],
  };
  return item;
}

/** Text of drafts and sources is data: nothing in it is a link or markup here. */
function factTooltip(fact: FactView): MarkdownString {
  const text = new MarkdownString();
  text.appendMarkdown(`**${stateWords(fact.state)}** · ${kindWords(fact.kind)}\n\n`);
  text.appendText(fact.reason);
  if (fact.note) {
    text.appendMarkdown('\n\n');
    text.appendText(l10n.t('Reason: {0}', fact.note));
  }
  if (fact.by !== undefined) {
    text.appendMarkdown('\n\n');
    text.appendText(l10n.t('{0}, {1}', fact.by, shownTime(fact.when)));
  }
  if (fact.place) {
    text.appendMarkdown('\n\n---\n\n');
    text.appendText(`${fact.place.name}:${fact.place.range.start.line + 1}`);
    text.appendMarkdown('\n\n');
    text.appendText(`“${fact.place.sentence}”`);
    if (fact.more > 0) {
      text.appendMarkdown('\n\n');
      text.appendText(
        fact.more === 1 ? l10n.t('and 1 more place') : l10n.t('and {0} more places', fact.more),
      );
    }
  }
  return text;
}

const shownTime = (when: string | undefined): string =>
  when === undefined
    ? ''
    : new Date(when).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
