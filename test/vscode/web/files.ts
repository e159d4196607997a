/** Stands in for `node:fs/promises` in a browser: paths of the workspace, through the editor's file system. */
import * as vscode from 'vscode';

function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('VS Code was opened without a folder');
  return folder.uri.with({ path });
}

export const readFile = async (path: string, _encoding: 'utf8'): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));

export const writeFile = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));

export const copyFile = (from: string, to: string): Thenable<void> =>
  vscode.workspace.fs.copy(uriOf(from), uriOf(to), { overwrite: true });

export const rm = (path: string, options?: { recursive?: boolean; force?: boolean }): Thenable<void> =>
  vscode.workspace.fs
    .delete(uriOf(path), { recursive: options?.recursive === true })
    .then(undefined, (error) => {
      if (options?.force !== true) throw error;
    });

export const mkdir = (path: string, _options: { recursive: true }): Thenable<void> =>
  vscode.workspace.fs.createDirectory(uriOf(path));
