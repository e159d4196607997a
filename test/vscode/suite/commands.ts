import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, pathOf, rangeOf, replace, revertAll } from './editing.ts';
import { shown, untilShown } from './findings.ts';

const SLIP = 'error number-mismatch 132';
const SOURCE = 'seeds/lukashenko-pardons.txt';

describe('commands', () => {
  afterEach(revertAll);

  it('opens the source of the fact at the caret, beside the draft', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { start } = rangeOf(draft, '132');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('touchstone.openSource');
    const shownEditor = vscode.window.activeTextEditor;
    assert.equal(shownEditor?.document.uri.fsPath, pathOf(SOURCE));
    assert.equal(shownEditor?.viewColumn, vscode.ViewColumn.Two);
    assert.match(shownEditor?.document.getText(shownEditor.selection) ?? '', /^123/);
  });

  it('checks all drafts, and shows the findings of those that are not open', async () => {
    await vscode.commands.executeCommand('touchstone.checkAllDrafts');
    const found = () =>
      vscode.languages
        .getDiagnostics()
        .filter(([, diagnostics]) => diagnostics.some(({ source }) => source === 'touchstone'))
        .map(([uri]) => uri.path.split('/').at(-1));
    assert.deepEqual(found(), ['draft.md']);
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
  });

  it('ignores a finding with the reason that is given, in a file that is saved', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    const [action] = (
      await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        draft.uri,
        rangeOf(draft, '132'),
        'quickfix',
      )
    ).filter(({ command }) => command?.command === 'touchstone.ignoreWithReason');
    assert.ok(action?.command);
    const file = vscode.Uri.joinPath(draft.uri, '..', '.touchstoneignore.json');
    try {
      const [asked] = action.command.arguments ?? [];
      await vscode.commands.executeCommand(action.command.command, { ...asked, reason: 'counted again' });
      await untilShown(draft, []);
      const { ignored } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
      assert.deepEqual(
        ignored.map(({ text, reason }: { text: string; reason: string }) => [text, reason]),
        [['132', 'counted again']],
      );
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await untilShown(draft, [SLIP]);
  });

  it('checks this file at once where drafts are checked on save', async () => {
    const settings = vscode.workspace.getConfiguration('touchstone');
    await settings.update('run', 'onSave', vscode.ConfigurationTarget.Workspace);
    try {
      const draft = await open('clean.md');
      await untilShown(draft, []);
      await replace(draft, '123', '132');
      assert.deepEqual(shown(draft), []);
      await vscode.commands.executeCommand('touchstone.checkFile');
      await untilShown(draft, [SLIP]);
    } finally {
      await settings.update('run', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('restarts the language server', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    await vscode.commands.executeCommand('touchstone.restart');
    await untilShown(draft, [SLIP]);
  });
});
