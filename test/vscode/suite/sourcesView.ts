import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { rows, rowText, untilSources } from './deskRows.ts';
import { open, pathOf, revertAll, uriOf } from './editing.ts';
import { untilShown } from './findings.ts';

const ADDED = ['seeds/count.md', 'seeds/copy.txt', 'seeds/empty.txt', 'seeds/plain.txt'];

describe('the list of sources', () => {
  afterEach(async () => {
    await revertAll();
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const name of ADDED) await rm(pathOf(name), { force: true });
  });

  it('says how many facts a source has, how often it is cited, and that it does not add up', async () => {
    await untilShown(await open('draft.md'), ['error number-mismatch 132']);
    const [source, problem] = await (await rows()).sources();
    assert.ok(source);
    assert.match(rowText(source), /^lukashenko-pardons\.txt \| .*\d+ facts · cited 3 times · 1 problem$/);
    assert.ok(problem && /146/.test(rowText(problem)), 'the sum that is wrong is not listed');
    assert.match(rowText(problem), /\| line \d+$/);
  });

  it('says why a source is skipped', async () => {
    await writeFile(pathOf('seeds/empty.txt'), '');
    await untilShown(await open('draft.md'), ['error number-mismatch 132']);
    await untilSources((found) => found.includes('empty.txt | skipped: is empty'));
  });

  it('adds a source from a file, and never over another', async () => {
    await open('draft.md');
    const from = uriOf('clean.md');
    await vscode.commands.executeCommand('touchstone.addSourceFile', { from, name: 'copy.txt' });
    assert.equal(await readFile(pathOf('seeds/copy.txt'), 'utf8'), await readFile(from.fsPath, 'utf8'));
    await writeFile(pathOf('seeds/copy.txt'), 'kept');
    await vscode.commands.executeCommand('touchstone.addSourceFile', { from, name: 'copy.txt' });
    assert.equal(await readFile(pathOf('seeds/copy.txt'), 'utf8'), 'kept');
  });

  it('adds a source from the clipboard, with what is known of it above the text', async () => {
    await open('draft.md');
    await vscode.env.clipboard.writeText('The mayor freed 7 men.\r\n');
    await vscode.commands.executeCommand('touchstone.addSourceClipboard', {
      name: 'count.md',
      title: 'The "count"',
      url: 'https://example.org/a',
      date: '2025-12-15',
    });
    assert.equal(
      await readFile(pathOf('seeds/count.md'), 'utf8'),
      '---\ntitle: "The \\"count\\""\nurl: "https://example.org/a"\ndate: "2025-12-15"\n---\n\nThe mayor freed 7 men.\n',
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, pathOf('seeds/count.md'));
    await untilSources((found) => found.some((row) => row.startsWith('The "count" | 2025-12-15 · ')));
  });

  it('adds nothing from an empty clipboard, and no name that leaves the folder', async () => {
    await open('draft.md');
    await vscode.env.clipboard.writeText(' \n');
    await vscode.commands.executeCommand('touchstone.addSourceClipboard', { name: 'plain.txt' });
    await assert.rejects(readFile(pathOf('seeds/plain.txt'), 'utf8'));
    await vscode.commands.executeCommand('touchstone.addSourceClipboard', {
      name: '../plain.txt',
      text: 'x',
    });
    await assert.rejects(readFile(pathOf('plain.txt'), 'utf8'));
  });
});
