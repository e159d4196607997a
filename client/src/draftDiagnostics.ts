import { type Diagnostic, Disposable, languages, type Uri, window, workspace } from 'vscode';
import { isInTab } from './documents.ts';

/**
 * Findings of drafts that no tab shows, from the last check of all drafts. A draft that is opened, changed, moved or
 * deleted leaves: from then on its entry would be a duplicate or out of date.
 */
export interface DraftDiagnostics extends Disposable {
  replace(found: readonly (readonly [Uri, readonly Diagnostic[]])[]): void;
}

/** Creates the collection. */
export function createDraftDiagnostics(): DraftDiagnostics {
  const collection = languages.createDiagnosticCollection('touchstone-drafts');
  const watcher = workspace.createFileSystemWatcher('**/*.{md,markdown,txt}', true, false, false);
  const remove = (uri: Uri): void => collection.delete(uri);
  const removeOpen = (): void => {
    for (const [uri] of [...collection]) if (isInTab(uri)) remove(uri);
  };
  const listeners = Disposable.from(
    collection,
    watcher,
    watcher.onDidChange(remove),
    watcher.onDidDelete(remove),
    window.tabGroups.onDidChangeTabs(removeOpen),
  );
  return {
    replace(found) {
      collection.clear();
      for (const [uri, diagnostics] of found) {
        if (diagnostics.length > 0 && !isInTab(uri)) collection.set(uri, diagnostics);
      }
    },
    dispose: () => listeners.dispose(),
  };
}
