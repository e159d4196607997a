import { commands, Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FactView, SourceChange } from '../../../server/src/service/features/factSheetView.ts';

/** Shows what a source said when a fact was ticked beside what it says now. */
export interface SourceComparison extends Disposable {
  show(draft: string, fact: FactView): Promise<void>;
}

/** Scheme of the texts that are compared: they stand in no file. */
const SCHEME = 'touchstone-sentence';

/** Creates it. */
export function createSourceComparison(client: BaseLanguageClient): SourceComparison {
  const changed = new EventEmitter<Uri>();
  const texts = new Map<string, string>();
  const put = (name: string, text: string): Uri => {
    const uri = Uri.from({ scheme: SCHEME, path: `/${name}` });
    texts.set(uri.toString(), `${text}\n`);
    changed.fire(uri);
    return uri;
  };
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  return {
    async show(draft, fact) {
      const changes = await client.sendRequest<readonly SourceChange[]>('touchstone/sourceChanges', {
        uri: draft,
        fact: fact.id,
      });
      const found = changes.find(({ before, after }) => before !== after) ?? changes[0];
      if (!found) {
        void window.showInformationMessage(
          l10n.t('Touchstone: nobody has ticked “{0}” with a source.', fact.text),
        );
        return;
      }
      const name = found.path.split('/').at(-1) ?? found.path;
      const when = fact.when?.slice(0, 10) ?? '';
      const gone =
        found.uri === undefined
          ? l10n.t('The source is gone.')
          : l10n.t('The source has nothing like it any more.');
      await commands.executeCommand(
        'vscode.diff',
        put(`${fact.id}/before/${name}`, found.before),
        put(`${fact.id}/now/${name}`, found.after ?? gone),
        l10n.t('{0}: when ticked ({1}) ↔ now', decodeURIComponent(name), when),
        { preview: true },
      );
      if (found.before === found.after)
        window.setStatusBarMessage(
          l10n.t('Touchstone: the source changed elsewhere, this sentence did not'),
          6000,
        );
    },
    dispose: () => Disposable.from(provider, changed).dispose(),
  };
}
