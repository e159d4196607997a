import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

describe('the example', () => {
  it('is copied to the place that was chosen, and writes nothing over', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'touchstone-example-'));
    try {
      const copy = async (): Promise<vscode.Uri> => {
        const folder = await vscode.commands.executeCommand<vscode.Uri>('touchstone.openExample', {
          parent: vscode.Uri.file(parent),
          open: false,
        });
        assert.ok(folder);
        return folder;
      };
      const first = await copy();
      assert.equal(first.fsPath, join(parent, 'touchstone-example'));
      const draft = vscode.Uri.joinPath(first, 'draft.md');
      assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(draft)), /132 individuals/);
      await writeFile(draft.fsPath, 'mine');
      const second = await copy();
      assert.equal(second.fsPath, join(parent, 'touchstone-example-2'));
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(draft)), 'mine');
      const source = vscode.Uri.joinPath(second, 'seeds', 'lukashenko-pardons.txt');
      assert.ok((await vscode.workspace.fs.stat(source)).size > 1000);
    } finally {
      await rm(parent, { recursive: true });
    }
  });
});
