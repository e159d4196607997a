import { Disposable, type Event, type ExtensionContext, type TreeItem, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerNews } from '../serverNews.ts';
import { registerAddSource } from './addSource.ts';
import { createFactDecorations } from './factDecorations.ts';
import { createFactSheetTree, type FactSheetTree } from './factSheetTree.ts';
import { registerSheetCommands } from './sheetCommands.ts';
import { createSheetModel } from './sheetModel.ts';
import { createSheetStatus } from './sheetStatus.ts';
import { createSourceComparison } from './sourceComparison.ts';
import { createSourcesTree } from './sourcesTree.ts';
import { createDecisionWriter } from './ticksWriter.ts';

/** The fact-checker's desk: the fact sheet, the sources, and what belongs to them. */
export interface Desk extends Disposable {
  /** What the views show, row by row, for those who cannot see them: other extensions and tests. */
  readonly rows: {
    factSheet(): Promise<readonly TreeItem[]>;
    sources(): Promise<readonly TreeItem[]>;
    /** File name of the draft whose sheet is shown. */
    draft(): string;
    /** Words of the facts that are marked in the fact sheet. */
    selected(): readonly string[];
    badge(): number | undefined;
    readonly onDidChange: Event<void>;
  };
}

/** Sets the desk up over a client that may not be running yet; `start` brings it up. */
export function createDesk(
  client: BaseLanguageClient,
  context: ExtensionContext,
  news: ServerNews,
  start: () => Promise<void>,
): Desk {
  const model = createSheetModel(client, news.onSheet);
  const comparison = createSourceComparison(client);
  const write = createDecisionWriter(client);
  // The boxes of the view do what the commands do, and the commands act on what is marked in the view.
  const commands = registerSheetCommands({ client, model, tree: () => tree, write, comparison });
  const tree: FactSheetTree = createFactSheetTree(model, commands.check);
  // Sources come and go where no draft is checked, too: only the status tells of that.
  const sourceNews: Event<unknown> = (listener) =>
    Disposable.from(news.onSheet(listener), news.onStatus(listener));
  const sources = createSourcesTree(client, model, sourceNews);
  const media = (name: string): Uri => Uri.joinPath(context.extensionUri, 'media', 'states', name);
  const parts = Disposable.from(
    model,
    comparison,
    commands,
    tree,
    sources,
    createSheetStatus(model),
    createFactDecorations(model, media),
    registerAddSource(client, start),
  );
  return {
    rows: {
      factSheet: () => rowsOf(tree.provider),
      async sources() {
        await sources.refresh();
        return rowsOf(sources.provider);
      },
      draft: () => (model.sheet && tree.view.description) ?? '',
      selected: () => tree.selected().map(({ text }) => text),
      badge: () => tree.view.badge?.value,
      onDidChange: model.onDidChange,
    },
    dispose: () => parts.dispose(),
  };
}

interface Rows<T> {
  getChildren(node?: T): readonly T[] | Thenable<readonly T[] | null | undefined> | null | undefined;
  getTreeItem(node: T): TreeItem | Thenable<TreeItem>;
}

async function rowsOf<T>(provider: Rows<T>, node?: T): Promise<readonly TreeItem[]> {
  const rows: TreeItem[] = [];
  for (const child of (await provider.getChildren(node)) ?? []) {
    rows.push(await provider.getTreeItem(child), ...(await rowsOf(provider, child)));
  }
  return rows;
}
