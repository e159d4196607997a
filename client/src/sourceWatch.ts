import {
  Disposable,
  FileType,
  RelativePattern,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { CONFIG_FILES, isChecked } from './documents.ts';

/** The globs of `touchstone.sources` for a folder, whatever someone has typed there. */
function globsFor(folder: WorkspaceFolder): readonly string[] {
  const value: unknown = workspace.getConfiguration('touchstone', folder).get('sources');
  return Array.isArray(value)
    ? value.filter((glob): glob is string => typeof glob === 'string' && glob !== '' && !glob.startsWith('!'))
    : [];
}

/** The project file, which may name sources that the settings do not. */
const PROJECT_GLOB = `**/${CONFIG_FILES[0]}`;

/** True when there is at least one source for the server to read, or a project file that may name one. */
export async function hasSources(): Promise<boolean> {
  for (const folder of workspace.workspaceFolders ?? []) {
    for (const glob of [...globsFor(folder), PROJECT_GLOB]) {
      const found = await workspace.findFiles(new RelativePattern(folder, glob), null, 1);
      if (found.length > 0) return true;
    }
  }
  for (const document of workspace.textDocuments) {
    if (!isChecked(document) || document.isUntitled) continue;
    if (namesSources(document)) return true;
    if (workspace.getWorkspaceFolder(document.uri)) continue;
    if (await hasSourceFolder(document.uri)) return true;
  }
  return false;
}

/** True when front matter may name sources of its own: the server looks more closely. */
const namesSources = (document: TextDocument): boolean =>
  document.languageId === 'markdown' &&
  /^(?:---|\+\+\+)\r?\n[\s\S]{0,5000}?^sources\s*[:=]/m.test(document.getText().slice(0, 10_000));

/** True when a folder above a file that lies in no workspace folder holds `seeds`. */
async function hasSourceFolder(file: Uri): Promise<boolean> {
  for (let at = Uri.joinPath(file, '..'); ; at = Uri.joinPath(at, '..')) {
    const seeds = await workspace.fs.stat(Uri.joinPath(at, 'seeds')).then(
      ({ type }) => (type & FileType.Directory) !== 0,
      () => false,
    );
    if (seeds) return true;
    if (at.path === Uri.joinPath(at, '..').path) return false;
  }
}

/** Calls `found` once, as soon as there is a source; until then nothing runs but file watchers. */
export function whenSourcesExist(found: () => void): Disposable {
  let done = false;
  let watchers: Disposable[] = [];
  const look = async (): Promise<void> => {
    if (done || !(await hasSources()) || done) return;
    stop();
    found();
  };
  const watch = (): void => {
    Disposable.from(...watchers).dispose();
    watchers = (workspace.workspaceFolders ?? []).flatMap((folder) =>
      [...globsFor(folder), PROJECT_GLOB].map((glob) => {
        const watcher = workspace.createFileSystemWatcher(
          new RelativePattern(folder, glob),
          false,
          true,
          true,
        );
        watcher.onDidCreate(look);
        return watcher;
      }),
    );
  };
  const again = (): void => {
    watch();
    void look();
  };
  const listeners = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeWorkspaceFolders(again),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('touchstone.sources') && again(),
    ),
  );
  const stop = (): void => {
    done = true;
    Disposable.from(listeners, ...watchers).dispose();
  };
  again();
  return new Disposable(stop);
}
