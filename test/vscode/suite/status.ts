import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { rows, rowText, untilFact } from './deskRows.ts';
import { open, pathOf, revertAll } from './editing.ts';
import { untilShown } from './findings.ts';
import { until } from './until.ts';

const SLIP = 'error number-mismatch 132';

interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly command: string | undefined;
  readonly bar: string | undefined;
}

/** What the language status says, as soon as it reads so. */
async function untilStatus(text: string): Promise<Shown> {
  const extension = vscode.extensions.getExtension<{ readonly status: { shown(): Shown } }>(
    'touchstone.touchstone',
  );
  assert.ok(extension);
  const { status } = await extension.activate();
  return until(status.shown, (shown) => shown.text === text);
}

const configure = (key: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('touchstone').update(key, value, vscode.ConfigurationTarget.Workspace);

describe('the language status', () => {
  afterEach(revertAll);

  it('counts what was found', async () => {
    await untilShown(await open('draft.md'), [SLIP]);
    await until(
      async () => (await untilStatus('Touchstone: 1 finding')).detail,
      (detail) => /^3 facts: 2 agree, 1 differ · 1 source/.test(detail),
    );
    assert.equal((await untilStatus('Touchstone: 1 finding')).bar, undefined);
  });

  it('says that the project file does not name the draft, and opens that file', async () => {
    await writeFile(pathOf('touchstone.json'), '{ "drafts": ["text/*.md"] }\n');
    try {
      await untilShown(await open('draft.md'), []);
      const shown = await untilStatus('Touchstone: not a draft');
      assert.deepEqual(shown.detail.split(' · ')[0], '“drafts” in touchstone.json does not name this file');
      assert.equal(shown.command, 'vscode.open');
      assert.equal(shown.bar, '$(circle-slash) Touchstone: not a draft');
    } finally {
      await rm(pathOf('touchstone.json'));
    }
    assert.equal((await untilStatus('Touchstone: 1 finding')).bar, undefined);
  });

  it('says that no file is a source, and offers to add one', async () => {
    await configure('sources', ['nowhere/*.txt']);
    try {
      await open('draft.md');
      const shown = await untilStatus('Touchstone: no sources');
      assert.equal(shown.detail, 'No file that can be read matches nowhere/*.txt');
      assert.equal(shown.command, 'touchstone.addSourceFile');
    } finally {
      await configure('sources', undefined);
    }
    await untilStatus('Touchstone: 1 finding');
  });

  it('says from where on nothing was checked, as the fact sheet does, and goes on when it is asked', async () => {
    const name = 'long.md';
    await writeFile(
      pathOf(name),
      '# Long\n\n'.concat('Lukashenko has pardoned 123 individuals.\n\n'.repeat(400)),
    );
    await configure('timeBudget', 0.000_001);
    try {
      await open(name);
      const shown = await until(
        async () => (await untilStatus('Touchstone: no findings')).detail,
        (detail) => detail.startsWith('not checked from line '),
      );
      assert.match(shown, /^not checked from line \d+ on · /);
      await configure('timeBudget', undefined);
      await vscode.commands.executeCommand('touchstone.checkFile');
      await until(
        async () => (await untilStatus('Touchstone: no findings')).detail,
        (detail) => detail.startsWith('800 facts: 800 agree'),
      );
      await untilFact('Lukashenko | agrees');
      const items = (await (await rows()).factSheet()).map(rowText);
      assert.equal(items.filter((item) => item.startsWith('123 | agrees')).length, 400);
    } finally {
      await configure('timeBudget', undefined);
      await revertAll();
      await rm(pathOf(name));
    }
  });
});
