import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { pathOf, uriOf } from './editing.ts';

describe('the example', () => {
  it('is copied to the place that was chosen, and writes nothing over', async () => {
    const parent = 'copies';
    try {
      const copy = async (): Promise<vscode.Uri> => {
        const folder = await vscode.commands.executeCommand<vscode.Uri>('touchstone.openExample', {
          parent: uriOf(parent),
          open: false,
        });
        assert.ok(folder);
        return folder;
      };
      const first = await copy();
      assert.equal(first.path, uriOf(`${parent}/touchstone-example`).path);
      const draft = join(pathOf(parent), 'touchstone-example', 'draft.md');
      assert.match(await readFile(draft, 'utf8'), /132 individuals/);
      await writeFile(draft, 'mine');
      const second = await copy();
      assert.equal(second.path, uriOf(`${parent}/touchstone-example-2`).path);
      assert.equal(await readFile(draft, 'utf8'), 'mine');
      const source = vscode.Uri.joinPath(second, 'seeds', 'lukashenko-pardons.txt');
      assert.ok((await vscode.workspace.fs.stat(source)).size > 1000);
    } finally {
      await rm(pathOf(parent), { recursive: true });
    }
  });
});
