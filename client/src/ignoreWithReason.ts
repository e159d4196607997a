import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import type { IgnoreParams } from '../../server/src/service/features/codeActions.ts';

/** Registers the command of the quick fix that ignores a finding: it asks why, and writes the ignore file. */
export const registerIgnoreWithReason = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('touchstone.ignoreWithReason', async (asked: IgnoreParams) => {
    const reason = asked.reason ?? (await askReason());
    if (reason === undefined) return;
    const params: IgnoreParams = { ...asked, reason: reason.trim() };
    const edit = await client.sendRequest<WorkspaceEdit | null>('touchstone/ignore', params);
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (!converted || !(await workspace.applyEdit(converted))) {
      window.setStatusBarMessage(
        l10n.t('Touchstone: the finding is not there any more, nothing was ignored'),
        6000,
      );
      return;
    }
    for (const [uri] of converted.entries()) await (await workspace.openTextDocument(uri)).save();
  });

const askReason = (): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Ignore this finding'),
    prompt: l10n.t('Why is it right? The reason is written into .touchstoneignore.json.'),
    placeHolder: l10n.t('counted again by the desk'),
    validateInput: (value) =>
      value.trim() === '' ? l10n.t('A reason helps whoever reads the file later.') : undefined,
  });
