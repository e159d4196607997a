import {
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { SourcesView, SourceView } from '../../../server/src/service/features/sourcesView.ts';
import { activeDocument } from '../documents.ts';
import type { SheetModel } from './sheetModel.ts';

/** A row of the list: a source, or something that is wrong with it. */
export type SourceNode =
  | { readonly kind: 'source'; readonly source: SourceView }
  | {
      readonly kind: 'problem';
      readonly source: SourceView;
      readonly message: string;
      readonly line: number;
    };

/** The sources of the draft that is worked on, as a view. */
export interface SourcesTree extends Disposable {
  readonly view: TreeView<SourceNode>;
  readonly provider: TreeDataProvider<SourceNode>;
  readonly sources: SourcesView | undefined;
  refresh(): Promise<void>;
}

/** Milliseconds of rest after a change before the sources are asked for again. */
const REST = 300;

/** Creates the view. It asks the server only while it is shown. */
export function createSourcesTree(
  client: BaseLanguageClient,
  model: SheetModel,
  news: Event<unknown>,
): SourcesTree {
  const changed = new EventEmitter<undefined>();
  let sources: SourcesView | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const provider: TreeDataProvider<SourceNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) =>
      node.kind === 'source' ? sourceItem(node.source, client) : problemItem(node, client),
    async getChildren(node) {
      if (!node) {
        // An empty list is shown as “No sources yet”: that is said when it is known.
        if (!sources && client.state === State.Running) await ask();
        return (sources?.sources ?? []).map((source) => ({ kind: 'source', source }));
      }
      if (node.kind === 'problem') return [];
      const { source } = node;
      return source.problems.map(({ message, line }) => ({ kind: 'problem', source, message, line }));
    },
    getParent: (node) => (node.kind === 'problem' ? { kind: 'source', source: node.source } : undefined),
  };
  const view = window.createTreeView('touchstone.sources', { treeDataProvider: provider });

  /** True when the answer differs from the one before. */
  const ask = async (): Promise<boolean> => {
    const turn = ++asked;
    const document = model.document ?? activeDocument();
    const params = document ? { uri: client.code2ProtocolConverter.asUri(document.uri) } : {};
    const found =
      client.state === State.Running
        ? await client.sendRequest<SourcesView>('touchstone/sources', params).catch(() => undefined)
        : undefined;
    if (turn !== asked) return false;
    const same = JSON.stringify(found) === JSON.stringify(sources);
    sources = found;
    describe();
    return !same;
  };

  const refresh = async (): Promise<void> => {
    if (await ask()) changed.fire(undefined);
  };

  const describe = (): void => {
    const all = sources?.sources ?? [];
    const doubtful = all.filter(
      ({ skipped, problems }) => skipped !== undefined || problems.length > 0,
    ).length;
    const skipped = all.filter((source) => source.skipped !== undefined).length;
    const read = all.length - skipped;
    // No badge: those of the views of a container are added up, and this one counts the facts to look at.
    const words = [
      ...(all.length === 0 ? [] : [read === 1 ? l10n.t('1 source') : l10n.t('{0} sources', read)]),
      ...(doubtful === 0
        ? []
        : [doubtful === 1 ? l10n.t('1 with a problem') : l10n.t('{0} with problems', doubtful)]),
    ];
    view.description = words.join(' · ');
  };

  const soon = (): void => {
    if (!view.visible) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), REST);
  };

  const listeners = Disposable.from(
    changed,
    view,
    view.onDidChangeVisibility(soon),
    model.onDidChange(soon),
    client.onDidChangeState(soon),
    news(soon),
    new Disposable(() => clearTimeout(timer)),
  );
  soon();
  return {
    view,
    provider,
    get sources() {
      return sources;
    },
    refresh,
    dispose: () => listeners.dispose(),
  };
}

/** Where a row stands, for the commands of its menu. */
export const sourceUri = (node: SourceNode): string => node.source.uri;

function sourceItem(source: SourceView, client: BaseLanguageClient): TreeItem {
  const hasProblems = source.problems.length > 0;
  const item = new TreeItem(
    source.title ?? nameOf(source.path),
    hasProblems ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const uri = client.protocol2CodeConverter.asUri(source.uri);
  item.id = source.uri;
  item.resourceUri = uri;
  item.contextValue = source.skipped === undefined ? 'source.read' : 'source.skipped';
  item.description =
    source.skipped === undefined
      ? [source.date, facts(source), cited(source), ...(hasProblems ? [problems(source)] : [])]
          .filter((part) => part !== undefined)
          .join(' · ')
      : l10n.t('skipped: {0}', source.skipped);
  item.iconPath =
    source.skipped !== undefined
      ? new ThemeIcon('circle-slash', new ThemeColor('list.warningForeground'))
      : hasProblems
        ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
        : new ThemeIcon('file-text');
  item.tooltip = tooltip(source);
  item.accessibilityInformation = { label: `${String(item.label)}, ${item.description}, ${source.path}` };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return item;
}

function problemItem(node: Extract<SourceNode, { kind: 'problem' }>, client: BaseLanguageClient): TreeItem {
  const item = new TreeItem(node.message);
  item.id = `${node.source.uri}#${node.line} ${node.message}`;
  item.description = l10n.t('line {0}', node.line + 1);
  item.iconPath = new ThemeIcon('info');
  item.contextValue = 'problem';
  item.tooltip = node.message;
  const start = { line: node.line, character: 0 };
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [
      client.protocol2CodeConverter.asUri(node.source.uri),
      { selection: client.protocol2CodeConverter.asRange({ start, end: start }) },
    ],
  };
  return item;
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

const facts = ({ facts: count }: SourceView): string =>
  count === 1 ? l10n.t('1 fact') : l10n.t('{0} facts', count);

const cited = ({ cited: count }: SourceView): string =>
  count === 0 ? l10n.t('not cited') : count === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', count);

const problems = ({ problems: all }: SourceView): string =>
  all.length === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', all.length);

function tooltip(source: SourceView): MarkdownString {
  const text = new MarkdownString();
  const lines = [
    source.title,
    [source.publisher, source.date].filter((part) => part !== undefined).join(', '),
    source.path,
    source.url,
    source.skipped === undefined ? undefined : l10n.t('Skipped: it {0}.', source.skipped),
  ].filter((line) => line !== undefined && line !== '');
  lines.forEach((line, at) => {
    if (at > 0) text.appendMarkdown('\n\n');
    text.appendText(line ?? '');
  });
  return text;
}
