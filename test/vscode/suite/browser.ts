import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { open, replace, revertAll, uriOf, workspaceFolder } from './editing.ts';
import { codeOf, ours, untilShown } from './findings.ts';

describe('in a browser', () => {
  afterEach(revertAll);

  it('runs in a web worker, on a workspace that is not on its disk', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.ok('importScripts' in globalThis, 'the extension host is not a web worker');
    assert.notEqual(workspaceFolder().uri.scheme, 'file');
    assert.match(vscode.extensions.getExtension('touchstone.touchstone')?.extensionUri.scheme ?? '', /^http/);
  });

  it('takes up a source that is added, and drops it when it is deleted', async () => {
    const draft = await open('clean.md');
    await replace(draft, 'Lukashenko has pardoned 123 individuals.', 'The Vrbas bridge is 214 metres long.');
    const bridge = uriOf('seeds/deeper/bridge.txt');
    await writeFile(bridge.fsPath, 'The Vrbas bridge is 241 metres long.\n');
    await untilShown(draft, ['error number-mismatch 214']);
    await vscode.workspace.fs.delete(bridge);
    await until(() => ours(draft).every((finding) => codeOf(finding) === 'not-in-sources'));
  });

  it('marks the mistakes of a project file that is not open, and obeys the file', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, ['error number-mismatch 132']);
    const file = uriOf('touchstone.json');
    await writeFile(file.fsPath, '{ "rules": { "number-mismatch": "information" }, "sorces": [] }\n');
    try {
      await untilShown(draft, ['information number-mismatch 132']);
      await until(() => vscode.languages.getDiagnostics(file).some(({ message }) => /sorces/.test(message)));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await untilShown(draft, ['error number-mismatch 132']);
  });
});

/** Resolves when `isSo` holds after a change of diagnostics. */
async function until(isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isSo()) return;
      subscription.dispose();
      resolve();
    });
  });
}
