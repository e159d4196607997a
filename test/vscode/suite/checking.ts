import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { open, pathOf, rangeOf, replace, revertAll, uriOf } from './editing.ts';
import { hoverAt, shown, untilShown } from './findings.ts';

const SOURCE = 'seeds/lukashenko-pardons.txt';
const SLIP = 'error number-mismatch 132';

const configure = (run: string | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('touchstone').update('run', run, vscode.ConfigurationTarget.Workspace);

describe('checking a draft', () => {
  afterEach(revertAll);

  it('marks the wrong words when the draft is opened', async () => {
    await untilShown(await open('draft.md'), [SLIP]);
  });

  it('marks what is typed, and takes the mark away when it is put right', async () => {
    const draft = await open('clean.md');
    await replace(draft, '123', '132');
    await untilShown(draft, [SLIP]);
    await replace(draft, '132', '123');
    await untilShown(draft, []);
  });

  it('keeps marking the right words while text is typed before them', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    await replace(draft, 'The pardons', 'The “pardons” 🕊️, at some length');
    await replace(draft, '132', '1320');
    await untilShown(draft, ['error number-mismatch 1320']);
  });

  it('checks a source that changed on disk against the open draft', async () => {
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    const original = await readFile(pathOf(SOURCE), 'utf8');
    try {
      await writeFile(pathOf(SOURCE), original.replace('pardoned 123', 'pardoned 132'));
      await untilShown(draft, []);
    } finally {
      await writeFile(pathOf(SOURCE), original);
    }
    await untilShown(draft, [SLIP]);
  });

  it('checks the open draft against a source that is being edited', async () => {
    const source = await open(SOURCE);
    const draft = await open('draft.md');
    await untilShown(draft, [SLIP]);
    await replace(source, 'pardoned 123', 'pardoned 132');
    await untilShown(draft, []);
  });

  describe('with touchstone.run set to onSave', () => {
    before(() => configure('onSave'));
    after(() => configure(undefined));

    it('marks nothing new until the draft is saved', async () => {
      // A draft of its own: what is put back here would count as a correction.
      const file = uriOf('saved.md');
      await vscode.workspace.fs.copy(uriOf('draft.md'), file);
      try {
        const draft = await open('saved.md');
        await untilShown(draft, [SLIP]);
        await replace(draft, 'December 13', 'December 14');
        // An answer about the new text shows that the server has it.
        assert.match(await hoverAt(draft, rangeOf(draft, 'December 14').start), /December 13/);
        assert.deepEqual(shown(draft), [SLIP]);
        await draft.save();
        await untilShown(draft, [SLIP, 'error date-mismatch 14']);
        // VS Code may keep the document for a while, and to the server it is a draft as long.
        await replace(draft, 'December 14', 'December 13');
        await replace(draft, '132', '123');
        await draft.save();
        await untilShown(draft, []);
      } finally {
        await vscode.workspace.fs.delete(file);
      }
    });
  });
});
