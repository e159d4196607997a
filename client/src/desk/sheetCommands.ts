import {
  commands,
  Disposable,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  Selection,
  TextEditorRevealType,
  type ThemeIcon,
  ViewColumn,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FactView } from '../../../server/src/service/features/factSheetView.ts';
import type { SheetNode } from './factItem.ts';
import { stateIcon } from './factItem.ts';
import { type FactSheetTree, NO_FILTER } from './factSheetTree.ts';
import { isUnchecked, rangeOf, type SheetModel } from './sheetModel.ts';
import type { SourceComparison } from './sourceComparison.ts';
import type { DecisionWriter } from './ticksWriter.ts';
import { whoLooks } from './who.ts';
import { KINDS, kindWords, STATES, stateWords } from './words.ts';

/** Milliseconds for which an outcome stands in the status bar. */
const SHOWN = 6000;

/** What a keybinding may say besides the command. */
interface Arguments {
  /** The command comes from the view: the focus stays there. */
  readonly view?: boolean;
  /** A reason that is not asked for. */
  readonly reason?: string;
}

/** What the commands of the fact sheet act on. */
export interface SheetCommandContext {
  readonly client: BaseLanguageClient;
  readonly model: SheetModel;
  readonly tree: () => FactSheetTree;
  readonly write: DecisionWriter;
  readonly comparison: SourceComparison;
}

/** The commands of the fact sheet, and what the boxes of the view do. */
export interface SheetCommands extends Disposable {
  check(facts: readonly FactView[], checked: boolean): Promise<boolean>;
}

const tell = (message: string): void => {
  window.setStatusBarMessage(`Touchstone: ${message}`, SHOWN);
};

/** Registers them. */
export function registerSheetCommands(context: SheetCommandContext): SheetCommands {
  const { client, model, tree, write, comparison } = context;

  /** Facts a command is about: those of the menu, else those marked in the view, else the one at the caret. */
  const targets = async (node: unknown, nodes: unknown): Promise<readonly FactView[]> => {
    const editor = window.activeTextEditor;
    const caret = editor?.selection.active;
    await model.settled();
    const given = (Array.isArray(nodes) && nodes.length > 0 ? nodes : [node]).filter(isFactNode);
    // A row may be older than the sheet.
    const ids = new Set(given.map(({ fact }) => fact.id));
    if (ids.size > 0) return model.facts().filter(({ id }) => ids.has(id));
    const fromView = argumentsOf(node).view === true;
    if (!fromView && editor?.document === model.document && caret) {
      const fact = model.factAt(caret);
      return fact ? [fact] : [];
    }
    return tree().selected();
  };

  const showRange = async (range: Range, keepFocus: boolean): Promise<void> => {
    const { document } = model;
    if (!document) return;
    const before = window.visibleTextEditors.find((editor) => editor.document === document);
    // Nothing is opened for a row that an arrow key passes.
    const editor =
      before && keepFocus
        ? before
        : await window.showTextDocument(document, {
            preserveFocus: keepFocus,
            preview: false,
            ...(before?.viewColumn !== undefined && { viewColumn: before.viewColumn }),
          });
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const show = (fact: FactView, keepFocus: boolean): Promise<void> => showRange(rangeOf(fact), keepFocus);

  const openSource = async (fact: FactView | undefined): Promise<void> => {
    if (!fact) return tell(l10n.t('there is no fact at the caret'));
    const { place } = fact;
    if (!place) return tell(l10n.t('no source has “{0}”', fact.text));
    const uri = client.protocol2CodeConverter.asUri(place.uri);
    const { visibleTextEditors } = window;
    const shown = visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const draft = visibleTextEditors.find(({ document }) => document === model.document);
    const beside = draft?.viewColumn === undefined ? ViewColumn.Beside : draft.viewColumn + 1;
    await window.showTextDocument(uri, {
      selection: client.protocol2CodeConverter.asRange(place.range),
      viewColumn: shown?.viewColumn ?? beside,
      preview: true,
      preserveFocus: true,
    });
  };

  const step = async (
    by: 1 | -1,
    { view = false }: Arguments,
    wanted: (fact: FactView) => boolean,
  ): Promise<void> => {
    const facts = tree().shown().filter(wanted);
    if (facts.length === 0) return tell(l10n.t('nothing is unchecked'));
    const here = placeOf();
    const after = facts.find((fact) => fact.number > here);
    const before = facts.findLast((fact) => fact.number < here);
    const next = by > 0 ? (after ?? facts[0]) : (before ?? facts.at(-1));
    if (!next) return;
    await show(next, view);
    await tree().reveal(next, view);
  };

  /** Number of the fact at which the person stands; between two facts, half way. */
  const placeOf = (): number => {
    const editor = window.visibleTextEditors.find(({ document }) => document === model.document);
    const facts = model.facts();
    if (!editor) return tree().selected()[0]?.number ?? 0;
    const { selection } = editor;
    const at = facts.find((fact) => rangeOf(fact).isEqual(selection)) ?? model.factAt(selection.active);
    if (at) return at.number;
    return facts.filter((fact) => rangeOf(fact).start.isBefore(selection.active)).length + 0.5;
  };

  const record = async (
    action: 'tick' | 'accept' | 'open' | 'prune',
    facts: readonly FactView[],
    reason?: string,
  ): Promise<boolean> => {
    const { document, sheet } = model;
    if (!document || !sheet) return false;
    const by = action === 'open' || action === 'prune' ? '-' : await whoLooks(document.uri);
    if (by === undefined) return false;
    const problem = await write(
      { uri: sheet.uri, facts: facts.map(({ id }) => id), action, ...(reason !== undefined && { reason }) },
      by,
    ).catch((error: unknown) => String(error));
    await model.refresh();
    if (problem === undefined) return true;
    const { ticks } = sheet;
    const open = l10n.t('Open the File');
    const choice = ticks.closed === undefined || ticks.uri === undefined ? [] : [open];
    void window.showWarningMessage(`Touchstone: ${problem}`, ...choice).then((chosen) => {
      if (chosen === open && ticks.uri !== undefined)
        void window.showTextDocument(client.protocol2CodeConverter.asUri(ticks.uri));
    });
    return false;
  };

  /** Asks why a fact may stay that differs, or that no source has. */
  const askReason = (facts: readonly FactView[]): Thenable<string | undefined> => {
    const [fact] = facts;
    const title =
      facts.length === 1 && fact
        ? l10n.t('Accept “{0}”: {1}', fact.text, stateWords(fact.state))
        : l10n.t('Accept {0} facts', facts.length);
    return window.showInputBox({
      title,
      prompt: l10n.t('Why may it stay? The reason is kept beside the draft, with your name and the time.'),
      placeHolder: l10n.t('Asked the press office by phone'),
      validateInput: (value) => (value.trim() === '' ? l10n.t('Say why it may stay.') : undefined),
    });
  };

  const accept = async (facts: readonly FactView[], given?: string): Promise<boolean> => {
    if (facts.length === 0) {
      tell(l10n.t('there is no fact at the caret'));
      return false;
    }
    const reason = given ?? (await askReason(facts));
    return reason === undefined ? false : record('accept', facts, reason);
  };

  /** Facts that a source has are ticked; the others need a reason. */
  const tick = async (facts: readonly FactView[], given?: string): Promise<boolean> => {
    if (facts.length === 0) {
      tell(l10n.t('there is no fact at the caret'));
      return false;
    }
    const backed = facts.filter(({ verdict }) => verdict === 'supported');
    const others = facts.filter(({ verdict }) => verdict !== 'supported');
    const ticked = backed.length === 0 || (await record('tick', backed, given));
    return ticked && (others.length === 0 || (await accept(others, given)));
  };

  const isDone = (facts: readonly FactView[]): boolean =>
    facts.length > 0 && facts.every((fact) => !isUnchecked(fact) && fact.by !== undefined);

  const register = (
    name: string,
    run: (facts: readonly FactView[], args: Arguments) => Promise<unknown> | Thenable<unknown> | undefined,
  ): Disposable =>
    commands.registerCommand(`touchstone.${name}`, async (node?: unknown, nodes?: unknown) =>
      run(await targets(node, nodes), argumentsOf(node)),
    );

  const registered = Disposable.from(
    commands.registerCommand('touchstone.factSheet.focusFact', async () => {
      await commands.executeCommand('touchstone.factSheet.focus');
      const editor = window.visibleTextEditors.find(({ document }) => document === model.document);
      const fact = editor && model.factAt(editor.selection.active);
      if (fact) await tree().view.reveal({ kind: 'fact', fact, of: 0 }, { select: true, focus: true });
    }),
    register('factSheet.show', async ([fact]) => fact && show(fact, true)),
    commands.registerCommand('touchstone.factSheet.showSection', (line: unknown) =>
      typeof line === 'number' ? showRange(new Range(line, 0, line, 0), true) : undefined,
    ),
    register('factSheet.openSource', ([fact]) => openSource(fact)),
    commands.registerCommand('touchstone.nextUnchecked', (args?: Arguments) =>
      step(1, args ?? {}, isUnchecked),
    ),
    commands.registerCommand('touchstone.previousUnchecked', (args?: Arguments) =>
      step(-1, args ?? {}, isUnchecked),
    ),
    register('tickFact', (facts, { reason }) =>
      isDone(facts) ? record('open', facts) : tick(facts, reason),
    ),
    register('tickAndNext', async (facts, args) => {
      if (await tick(facts, args.reason)) await step(1, args, isUnchecked);
    }),
    register('untickFact', (facts) => record('open', facts)),
    register('acceptFact', (facts, { reason }) => accept(facts, reason)),
    register(
      'compareSource',
      async ([fact]) => fact && model.sheet && comparison.show(model.sheet.uri, fact),
    ),
    commands.registerCommand('touchstone.pruneTicks', async () => {
      const orphans = model.sheet?.ticks.orphans ?? 0;
      if (orphans === 0) return tell(l10n.t('every tick belongs to a fact of the draft'));
      if (await record('prune', [])) tell(l10n.t('{0} ticks of facts that are gone were taken out', orphans));
    }),
    commands.registerCommand('touchstone.filterFacts', () => chooseFilter(tree(), model.facts())),
    commands.registerCommand('touchstone.showAllFacts', () => tree().setFilter(NO_FILTER)),
  );
  return {
    check: (facts, checked) => (checked ? tick(facts) : record('open', facts)),
    dispose: () => registered.dispose(),
  };
}

const isFactNode = (value: unknown): value is Extract<SheetNode, { kind: 'fact' }> =>
  (value as SheetNode | undefined)?.kind === 'fact';

const argumentsOf = (value: unknown): Arguments =>
  typeof value === 'object' && value !== null && !('kind' in value) ? (value as Arguments) : {};

interface FilterItem extends QuickPickItem {
  readonly state?: FactView['state'];
  readonly factKind?: FactView['kind'];
  readonly iconPath?: ThemeIcon;
}

async function chooseFilter(tree: FactSheetTree, facts: readonly FactView[]): Promise<void> {
  const count = (wanted: (fact: FactView) => boolean): string => String(facts.filter(wanted).length);
  const items: FilterItem[] = [
    { label: l10n.t('State'), kind: QuickPickItemKind.Separator },
    ...STATES.map((state) => ({
      label: stateWords(state),
      description: count((fact) => fact.state === state),
      iconPath: stateIcon(state),
      picked: tree.filter.states.has(state),
      state,
    })),
    { label: l10n.t('Kind'), kind: QuickPickItemKind.Separator },
    ...KINDS.map((factKind) => ({
      label: kindWords(factKind),
      description: count(({ kind }) => kind === factKind),
      picked: tree.filter.kinds.has(factKind),
      factKind,
    })),
  ];
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Show facts that are'),
    placeHolder: l10n.t('Nothing chosen shows all'),
  });
  if (!chosen) return;
  tree.setFilter({
    states: new Set(chosen.flatMap(({ state }) => state ?? [])),
    kinds: new Set(chosen.flatMap(({ factKind }) => factKind ?? [])),
  });
}
