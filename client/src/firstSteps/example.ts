import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';

/** Files of the example, as they are in the extension and in the copy. */
const FILES = [
  ['examples/pardons/README.md', 'README.md'],
  ['examples/pardons/draft.md', 'draft.md'],
  ['examples/pardons/touchstone.json', 'touchstone.json'],
  ['examples/pardons/.vscode/settings.json', '.vscode/settings.json'],
  ['seeds/lukashenko-pardons.txt', 'seeds/lukashenko-pardons.txt'],
] as const;

/** Where the copy goes; a caller that gives it is not asked. */
export interface ExampleWish {
  /** Folder in which the copy is made, in a folder of its own. */
  readonly parent: Uri;
  /** False when the copy is not to be opened. */
  readonly open?: boolean;
}

const NAME = 'touchstone-example';

/** Copies the example to a place that the person chooses, and opens it. Nothing that is there already is written over. */
export async function openExample(context: ExtensionContext, wish?: ExampleWish): Promise<Uri | undefined> {
  const parent = wish?.parent ?? (await askWhere(context));
  if (!parent) return undefined;
  const folder = await freeFolder(parent);
  try {
    for (const [from, to] of FILES) {
      const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, from));
      await workspace.fs.writeFile(Uri.joinPath(folder, to), bytes);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The example could not be copied there: {0}', reason));
    return undefined;
  }
  if (wish?.open !== false) {
    const forceNewWindow = (workspace.workspaceFolders ?? []).length > 0;
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  }
  return folder;
}

async function askWhere({ globalStorageUri }: ExtensionContext): Promise<Uri | undefined> {
  const choose = {
    label: l10n.t('$(folder-opened) Choose a folder…'),
    detail: l10n.t('A folder “{0}” is made in it.', NAME),
  };
  const keep = {
    label: l10n.t('$(package) A copy in the storage of the extension'),
    detail: l10n.t('Nothing is written among your own files.'),
  };
  // In a browser that storage is no folder that a window can open.
  const choices = globalStorageUri.scheme === 'vscode-userdata' ? [choose] : [choose, keep];
  const title = l10n.t('Where is the copy of the example to go?');
  const chosen = await window.showQuickPick(choices, { title });
  if (chosen === keep) return globalStorageUri;
  if (chosen !== choose) return undefined;
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: l10n.t('Copy the Example Here'),
    })) ?? [];
  return folder;
}

/** The first folder "touchstone-example", "touchstone-example-2" … that is not there yet. */
async function freeFolder(parent: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const folder = Uri.joinPath(parent, number === 1 ? NAME : `${NAME}-${number}`);
    const taken = await workspace.fs.stat(folder).then(
      () => true,
      () => false,
    );
    if (!taken) return folder;
  }
}
