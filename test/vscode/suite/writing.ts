import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, pathOf, rangeOf, replace, revertAll } from './editing.ts';
import { untilShown } from './findings.ts';

const SLIP = 'error number-mismatch 132';

describe('while writing', () => {
  afterEach(revertAll);

  it('completes a number with its noun where a figure is typed', async () => {
    const draft = await open('clean.md');
    await replace(draft, '123 individuals', '12');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      draft.uri,
      rangeOf(draft, '12').end,
      '2',
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('123 individuals'), labels.join(', '));
  });

  it('fixes on save what needs no choice', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    const before = draft.getText();
    const settings = vscode.workspace.getConfiguration('editor', draft.uri);
    await settings.update('codeActionsOnSave', { 'source.fixAll.touchstone': 'explicit' });
    try {
      // A file is only saved, and so only fixed, when something in it was typed.
      await replace(draft, '# The pardons', '# All the pardons');
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.match(draft.getText(), /# All the pardons[\s\S]*pardoned \*\*123\*\* individuals/);
    } finally {
      await settings.update('codeActionsOnSave', undefined);
      await vscode.workspace.fs.writeFile(draft.uri, new TextEncoder().encode(before));
    }
  });

  it('finds the draft from the fact in its source', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    const source = await open('seeds/lukashenko-pardons.txt');
    const placesNow = async (): Promise<readonly string[]> => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        source.uri,
        rangeOf(source, '123').start,
      );
      return found.map(({ uri, range }) => `${vscode.workspace.asRelativePath(uri)} ${range.start.line}`);
    };
    // An answer that a change overtook is refused, and asked for again.
    let places = await placesNow();
    for (let asked = 1; places.length === 0 && asked < 5; asked++) places = await placesNow();
    assert.ok(places.includes('draft.md 2'), places.join(', '));
  });

  it('renames a name in the draft', async () => {
    const draft = await open('clean.md');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      draft.uri,
      rangeOf(draft, 'Lukashenko').start,
      'Lukashenka',
    );
    const [[uri, edits] = []] = edit.entries();
    assert.equal(uri?.fsPath, pathOf('clean.md'));
    assert.deepEqual(
      edits?.map(({ newText }) => newText),
      ['Lukashenka'],
    );
  });
});
