import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  type TextEditorSelectionChangeEvent,
  TextEditorSelectionChangeKind,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  window,
} from 'vscode';
import type { FactSectionView, FactView } from '../../../server/src/service/features/factSheetView.ts';
import { nodeId, type SheetNode, treeItem } from './factItem.ts';
import type { SheetModel } from './sheetModel.ts';
import { countWords, kindWords, stateWords } from './words.ts';

/** A group of rows; what it holds changes, the object stays. */
type Section = { -readonly [K in keyof SectionNode]: SectionNode[K] };
type SectionNode = Extract<SheetNode, { readonly kind: 'section' }>;

/** Which facts the view shows; an empty set shows all. */
export interface SheetFilter {
  readonly states: ReadonlySet<FactView['state']>;
  readonly kinds: ReadonlySet<FactView['kind']>;
}

/** Nothing left out. */
export const NO_FILTER: SheetFilter = { states: new Set(), kinds: new Set() };

/** The fact sheet as a view. */
export interface FactSheetTree extends Disposable {
  readonly view: TreeView<SheetNode>;
  readonly provider: TreeDataProvider<SheetNode>;
  readonly filter: SheetFilter;
  setFilter(filter: SheetFilter): void;
  /** Facts that the view shows, in order. */
  shown(): readonly FactView[];
  /** Facts marked in the view. */
  selected(): readonly FactView[];
  /** Marks a fact in the view; with `focus` the keys act on it from then on. */
  reveal(fact: FactView, focus?: boolean): Promise<void>;
}

/** Told when a box of the view was ticked or unticked; says whether that holds. */
export type OnCheck = (facts: readonly FactView[], checked: boolean) => Promise<boolean>;

/** Milliseconds of rest of the caret before the view follows it. */
const REST = 80;

/** Creates the view over the model. */
export function createFactSheetTree(model: SheetModel, onCheck: OnCheck): FactSheetTree {
  const changed = new EventEmitter<SheetNode | undefined>();
  let filter = NO_FILTER;
  let roots: readonly SheetNode[] = [];
  let parents = new Map<string, SheetNode>();
  let texts = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const accepts = (fact: FactView): boolean =>
    (filter.states.size === 0 || filter.states.has(fact.state)) &&
    (filter.kinds.size === 0 || filter.kinds.has(fact.kind));

  const childrenOf = (node: SheetNode): readonly SheetNode[] => {
    const of = model.sheet?.counts.facts ?? 0;
    return node.kind === 'fact' ? [] : node.facts.map((fact): SheetNode => ({ kind: 'fact', fact, of }));
  };

  /** VS Code draws a row anew only when it is handed the very object that the row was made from. */
  const kept = new Map<string, Section>();
  const keep = (key: string, section: FactSectionView, facts: readonly FactView[]): Section => {
    const fresh: Section = { kind: 'section', key, section, facts };
    const node = Object.assign(kept.get(key) ?? fresh, fresh);
    kept.set(key, node);
    return node;
  };

  const build = (): readonly SheetNode[] => {
    const sections = (model.sheet?.sections ?? [])
      .map((section) => ({ section, facts: section.facts.filter(accepts) }))
      .filter(({ facts }) => facts.length > 0);
    const [only] = sections;
    // A draft without headings needs no groups.
    if (only && sections.length === 1 && only.section.heading === undefined) {
      return childrenOf({ kind: 'section', key: '', ...only });
    }
    const seen = new Map<string, number>();
    const nodes = sections.map(({ section, facts }) => {
      const name = section.heading ?? '';
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return keep(`§${count} ${name}`, section, facts);
    });
    for (const key of [...kept.keys()]) if (!nodes.some((node) => node.key === key)) kept.delete(key);
    return nodes;
  };

  const update = (): void => {
    roots = build();
    const before = texts;
    texts = new Map(roots.map((node) => [nodeId(node), JSON.stringify(node)]));
    parents = new Map();
    for (const node of roots) {
      if (node.kind === 'section') for (const fact of node.facts) parents.set(fact.id, node);
    }
    const ids = [...texts.keys()].join('\n');
    const sameGroups = parents.size > 0 && ids === [...before.keys()].join('\n');
    // Only the groups that differ are drawn again: a long sheet is mostly the same from one edit to the next.
    if (!sameGroups) changed.fire(undefined);
    else
      for (const node of roots) if (texts.get(nodeId(node)) !== before.get(nodeId(node))) changed.fire(node);
    describe();
  };

  const provider: TreeDataProvider<SheetNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node): TreeItem => treeItem(node, parents.size > 0),
    getChildren: (node) => [...(node ? childrenOf(node) : roots)],
    getParent: (node) => (node.kind === 'fact' ? parents.get(node.fact.id) : undefined),
  };
  const view = window.createTreeView('touchstone.factSheet', {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });

  function describe(): void {
    const { sheet } = model;
    const shown = tree.shown().length;
    view.description = fileName(model.document?.uri.path ?? '');
    view.message = sheet ? describeSheet(sheet.counts.facts, shown) : '';
    const open = sheet ? sheet.counts.differs + sheet.counts.unsourced + sheet.counts.reopened : 0;
    view.badge = sheet && open > 0 ? { value: open, tooltip: countWords(sheet) } : undefined;
    void commands.executeCommand('setContext', 'touchstone.hasSheet', sheet !== undefined);
    void commands.executeCommand('setContext', 'touchstone.filtered', filter !== NO_FILTER);
  }

  function describeSheet(all: number, shown: number): string {
    const closed = model.sheet?.ticks.closed;
    const name = fileName(model.sheet?.ticks.uri ?? '');
    const from = model.sheet?.uncheckedFrom;
    const lines = [
      ...(from === undefined
        ? []
        : [
            l10n.t(
              'Not checked from line {0} on: the check took too long. It goes on with the next edit, or with “Check This File”.',
              from + 1,
            ),
          ]),
      ...(closed === undefined
        ? []
        : [l10n.t('{0} {1}: nothing can be ticked.', decodeURIComponent(name), closed)]),
      ...(filter === NO_FILTER ? [] : [l10n.t('{0} of {1} facts: {2}', shown, all, filterWords(filter))]),
      ...(all === 0 && from === undefined ? [l10n.t('No fact to check in this draft.')] : []),
    ];
    return lines.join('\n');
  }

  const followCaret = ({ textEditor, kind }: TextEditorSelectionChangeEvent): void => {
    // What a command moves shows itself in the view.
    if (kind === TextEditorSelectionChangeKind.Command || textEditor.document !== model.document) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const fact = view.visible ? model.factAt(textEditor.selection.active) : undefined;
      if (fact && !tree.selected().includes(fact)) void tree.reveal(fact);
    }, REST);
  };

  const listeners = Disposable.from(
    changed,
    view,
    model.onDidChange(update),
    window.onDidChangeTextEditorSelection(followCaret),
    view.onDidChangeCheckboxState(async ({ items }) => {
      const facts = (wanted: TreeItemCheckboxState) =>
        items.flatMap(([node, state]) => (node.kind === 'fact' && state === wanted ? [node.fact] : []));
      let holds = true;
      for (const state of [TreeItemCheckboxState.Checked, TreeItemCheckboxState.Unchecked]) {
        const checked = facts(state);
        if (checked.length === 0) continue;
        if (!(await onCheck(checked, state === TreeItemCheckboxState.Checked))) holds = false;
      }
      // A box whose tick was refused or cancelled goes back. The others are drawn already: a row that is drawn again
      // loses the next click.
      if (!holds) changed.fire(undefined);
    }),
    new Disposable(() => clearTimeout(timer)),
  );

  const tree: FactSheetTree = {
    view,
    provider,
    get filter() {
      return filter;
    },
    setFilter(next) {
      filter = next.states.size + next.kinds.size > 0 ? next : NO_FILTER;
      update();
    },
    shown: () => roots.flatMap((node) => (node.kind === 'section' ? node.facts : [node.fact])),
    selected: () => view.selection.flatMap((node) => (node.kind === 'fact' ? [node.fact] : [])),
    async reveal(fact, focus = false) {
      if (!view.visible || !accepts(fact)) return;
      const node: SheetNode = { kind: 'fact', fact, of: model.sheet?.counts.facts ?? 0 };
      // The view may have been drawn anew meanwhile; then there is nothing to mark.
      await view.reveal(node, { select: true, focus }).then(undefined, () => {});
    },
    dispose: () => listeners.dispose(),
  };
  update();
  return tree;
}

/** A filter in words: "differs, not in any source; number". */
export const filterWords = ({ states, kinds }: SheetFilter): string =>
  [[...states].map(stateWords).join(', '), [...kinds].map(kindWords).join(', ')].filter(Boolean).join('; ');

/** Last part of a path. */
export const fileName = (path: string): string => path.split('/').at(-1) ?? path;
