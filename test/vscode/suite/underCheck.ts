import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { untilFact } from './deskRows.ts';
import { open, rangeOf, revertAll } from './editing.ts';
import { codeActionAt, untilShown } from './findings.ts';

const SLIP = 'error number-mismatch 132';

const show = (value: string | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('touchstone').update('show', value, vscode.ConfigurationTarget.Workspace);

describe('findings of a draft under check', () => {
  afterEach(async () => {
    await show(undefined);
    await revertAll();
  });

  it('are shown only after the draft was taken under check, and hidden after its release', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    await show('underCheck');
    await untilShown(draft, []);
    await untilFact('132 | differs');
    await vscode.commands.executeCommand('touchstone.takeUnderCheck');
    await untilShown(draft, [SLIP]);
    const fix = await codeActionAt(draft, rangeOf(draft, '132'), ({ isPreferred }) => isPreferred === true);
    assert.ok(fix.edit);
    await vscode.commands.executeCommand('touchstone.release');
    await untilShown(draft, []);
  });

  it('are shown at once when the setting is taken back', async () => {
    const draft = await open('draft.md');
    await show('underCheck');
    await untilShown(draft, []);
    await show(undefined);
    await untilShown(draft, [SLIP]);
  });
});

describe('marks in the margin', () => {
  afterEach(revertAll);

  it('are drawn without an error in every setting', async () => {
    const settings = vscode.workspace.getConfiguration('touchstone');
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    for (const value of ['all', 'attention', undefined]) {
      await settings.update('decorations', value, vscode.ConfigurationTarget.Workspace);
      await untilFact('132 | differs');
    }
  });
});
