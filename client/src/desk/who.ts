import { ConfigurationTarget, extensions, l10n, type Uri, window, workspace } from 'vscode';

/** What is used of the git extension that comes with VS Code. */
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    readonly repositories: readonly GitRepository[];
    getRepository(uri: Uri): GitRepository | null;
  };
}

/** The name for the record: the setting, else git's user.name, else what the person types once. Undefined when cancelled. */
export async function whoLooks(draft: Uri): Promise<string | undefined> {
  const set = workspace.getConfiguration('touchstone', draft).get<string>('checker')?.trim();
  if (set) return set;
  const named = await gitName(draft);
  if (named) return named;
  const typed = await window.showInputBox({
    title: l10n.t('Who is checking?'),
    prompt: l10n.t('Your name stands beside each tick. It is kept in the setting touchstone.checker.'),
    placeHolder: l10n.t('First name and surname'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('A tick needs a name.') : undefined),
  });
  const name = typed?.trim();
  if (name)
    await workspace.getConfiguration('touchstone').update('checker', name, ConfigurationTarget.Global);
  return name;
}

/** Asked from the editor's own git, which knows where git is; no process is started here. */
async function gitName(draft: Uri): Promise<string | undefined> {
  try {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    if (!git?.enabled) return undefined;
    const api = git.getAPI(1);
    const repository = api.getRepository(draft) ?? api.repositories[0];
    for (const name of [repository?.getConfig('user.name'), repository?.getGlobalConfig('user.name')]) {
      const found = (await name?.catch(() => ''))?.trim();
      if (found) return found;
    }
  } catch {
    // Without git the person is asked.
  }
  return undefined;
}
