import assert from 'node:assert/strict';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { rows, rowText, untilFact, untilFacts } from './deskRows.ts';
import { open, pathOf, rangeOf, replace, revertAll, uriOf } from './editing.ts';
import { untilShown } from './findings.ts';

const SLIP = 'error number-mismatch 132';
const SOURCE = 'seeds/lukashenko-pardons.txt';

const NAME = 'Lukashenko | agrees · lukashenko-pardons.txt:1';
const DIFFERS = '132 | differs: 123 · lukashenko-pardons.txt:1';
const DATE = 'December 13, 2025 | agrees · lukashenko-pardons.txt:1';

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`touchstone.${command}`, ...args);
const configure = (key: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('touchstone').update(key, value, vscode.ConfigurationTarget.Workspace);

/** A draft for each test: no test meets the ticks of another. */
let name = '';
let made = 0;
const ticksName = (): string => `${name}.ticks`;

async function openDraft(): Promise<vscode.TextEditor> {
  const draft = await open(name);
  await untilShown(draft, [SLIP]);
  const desk = await rows();
  const all = JSON.stringify([NAME, DIFFERS, DATE]);
  await untilFacts((facts) => desk.draft() === name && JSON.stringify(facts) === all);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

function putCaret(editor: vscode.TextEditor, words: string): void {
  const { start } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, start);
}

const readTicks = (): Promise<string> => readFile(pathOf(ticksName()), 'utf8');

describe('the fact sheet', () => {
  before(() => configure('checker', 'Ada'));
  after(() => configure('checker', undefined));
  beforeEach(async () => {
    name = `sheet-${++made}.md`;
    await copyFile(pathOf('draft.md'), pathOf(name));
  });
  afterEach(async () => {
    await revertAll();
    for (const file of [name, ticksName()]) await rm(pathOf(file), { force: true });
  });

  it('lists the facts of the draft under their headings, with state, value and place', async () => {
    await openDraft();
    const desk = await rows();
    assert.deepEqual((await desk.factSheet()).map(rowText), [
      'The pardons | 1 differs, 2 agrees',
      'Lukashenko | agrees · lukashenko-pardons.txt:1',
      DIFFERS,
      DATE,
    ]);
    assert.equal(desk.badge(), 1);
  });

  it('says each state in words, with an icon of its own and a sentence for screen readers', async () => {
    await openDraft();
    const items = await (await rows()).factSheet();
    const differs = items.find((item) => rowText(item) === DIFFERS);
    assert.equal(
      differs?.accessibilityInformation?.label,
      '132, number, differs, the source has 123, lukashenko-pardons.txt line 1, line 3 of the draft, fact 2 of 3',
    );
    const icons = new Set(items.map(({ iconPath }) => (iconPath as vscode.ThemeIcon | undefined)?.id));
    assert.deepEqual([...icons], [undefined, 'check', 'error']);
  });

  it('follows what is typed', async () => {
    const { document } = await openDraft();
    await replace(document, '132', '123');
    await untilFact('123 | agrees');
    assert.equal((await rows()).badge(), undefined);
  });

  it('stays with the draft while a source is looked at', async () => {
    await openDraft();
    await open(SOURCE);
    await untilFact(DIFFERS);
  });

  it('opens the source beside the draft, at the words', async () => {
    const editor = await openDraft();
    putCaret(editor, '132');
    await run('factSheet.openSource');
    const source = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.fsPath === pathOf(SOURCE),
    );
    assert.equal(source?.viewColumn, vscode.ViewColumn.Two);
    assert.match(source?.document.getText(source.selection) ?? '', /^123/);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('goes from one unchecked fact to the next, and round', async () => {
    const editor = await openDraft();
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const visited: string[] = [];
    for (let step = 0; step < 4; step++) {
      await run('nextUnchecked');
      visited.push(editor.document.getText(editor.selection));
    }
    assert.deepEqual(visited, ['Lukashenko', '132', 'December 13, 2025', 'Lukashenko']);
    await run('previousUnchecked');
    assert.equal(editor.document.getText(editor.selection), 'December 13, 2025');
  });

  it('marks the fact at the caret in the view, and shows a fact of the view in the draft', async () => {
    const editor = await openDraft();
    putCaret(editor, '132');
    await run('factSheet.focusFact');
    const desk = await rows();
    assert.deepEqual(desk.selected(), ['132']);
    const date = (await desk.factSheet()).find((item) => rowText(item) === DATE);
    assert.ok(date?.command);
    await vscode.commands.executeCommand(date.command.command, ...(date.command.arguments ?? []));
    assert.equal(editor.document.getText(editor.selection), 'December 13, 2025');
  });

  it('ticks the fact at the caret, keeps it beside the draft, and takes it back', async () => {
    const editor = await openDraft();
    putCaret(editor, 'December 13');
    await run('tickFact');
    await untilFact('December 13, 2025 | ticked by Ada');
    const [header, line, rest] = (await readTicks()).split('\n');
    assert.equal(header, '{"touchstone":"ticks","version":1}');
    assert.equal(rest, '');
    const entry = JSON.parse(line ?? '');
    assert.deepEqual([entry.text, entry.by, entry.sources[0].path], ['December 13, 2025', 'Ada', SOURCE]);
    await assert.rejects(readFile(pathOf(`${ticksName()}.tmp`), 'utf8'));
    await run('untickFact');
    await untilFact(DATE);
  });

  it('goes on to the next after a tick', async () => {
    const editor = await openDraft();
    putCaret(editor, 'Lukashenko');
    await run('tickAndNext');
    assert.equal(editor.document.getText(editor.selection), '132');
    await untilFact('Lukashenko | ticked by Ada');
  });

  it('accepts a fact that differs for a reason, and silences its finding', async () => {
    const editor = await openDraft();
    putCaret(editor, '132');
    await run('acceptFact', { reason: 'the ministry corrected it' });
    await untilFact('132 | accepted: the ministry corrected it');
    await untilShown(editor.document, []);
    await run('tickFact');
    await untilShown(editor.document, [SLIP]);
  });

  it('ticks what a tick was refused for only with a reason', async () => {
    const editor = await openDraft();
    putCaret(editor, '132');
    await run('tickFact', { reason: 'seen on the list' });
    await untilFact('132 | accepted: seen on the list');
  });

  it('loses the tick of an edited sentence, and takes out what is left of it', async () => {
    const editor = await openDraft();
    putCaret(editor, 'December 13');
    await run('tickFact');
    await untilFact('December 13, 2025 | ticked');
    await replace(editor.document, 'The move was', 'All this was');
    await untilFact(DATE);
    await run('pruneTicks');
    await untilFact(DATE);
    assert.equal(await readTicks(), '{"touchstone":"ticks","version":1}\n');
  });

  it('re-opens a fact whose source changed on disk, and compares the sentences', async () => {
    const editor = await openDraft();
    putCaret(editor, 'December 13');
    await run('tickFact');
    await untilFact('December 13, 2025 | ticked');
    const original = await readFile(pathOf(SOURCE), 'utf8');
    try {
      await writeFile(pathOf(SOURCE), original.replace('the US decision', 'the surprising US decision'));
      await untilFact('December 13, 2025 | re-opened: the source changed since this was ticked');
      await run('compareSource');
      const { input, label } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      assert.ok(input instanceof vscode.TabInputTextDiff, 'no comparison is shown');
      assert.match(label ?? '', /^lukashenko-pardons\.txt: when ticked \(\d{4}-\d\d-\d\d\) ↔ now$/);
      const [before, after] = await Promise.all(
        [input.original, input.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
      );
      assert.match(before?.getText() ?? '', /follows the US decision/);
      assert.match(after?.getText() ?? '', /follows the surprising US decision/);
    } finally {
      await writeFile(pathOf(SOURCE), original);
    }
    await untilFact('December 13, 2025 | ticked by Ada');
  });

  it('keeps a damaged line of the ticks file, names it, and writes beside it', async () => {
    await writeFile(pathOf(ticksName()), 'ask the mayor\n');
    const editor = await openDraft();
    await untilProblem(ticksName(), /not understood/);
    putCaret(editor, 'December 13');
    await run('tickFact');
    await untilFact('December 13, 2025 | ticked by Ada');
    assert.match(await readTicks(), /^ask the mayor\n\{"text":"December 13, 2025"/);
  });

  it('writes nothing into a ticks file with a merge conflict', async () => {
    const conflict = '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n';
    await writeFile(pathOf(ticksName()), conflict);
    const editor = await openDraft();
    putCaret(editor, 'December 13');
    await run('tickFact');
    assert.equal(await readTicks(), conflict);
    await untilFact(DATE);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('goes through the editor when the ticks file is open there', async () => {
    await writeFile(pathOf(ticksName()), '{"touchstone":"ticks","version":1}\n');
    const file = await open(ticksName());
    const editor = await openDraft();
    putCaret(editor, 'December 13');
    await run('tickFact');
    await untilFact('December 13, 2025 | ticked by Ada');
    assert.match(file.getText(), /"text":"December 13, 2025"/);
    assert.equal(file.isDirty, false);
    assert.equal(await readTicks(), file.getText());
  });

  it('loses none of the ticks given one directly after the other', async () => {
    const editor = await openDraft();
    const all = ['Lukashenko', '132', 'December 13'].map((words) => {
      putCaret(editor, words);
      return run('tickFact', { reason: 'seen' });
    });
    await Promise.all(all);
    await untilFacts((facts) => facts.filter((fact) => /\| (ticked|accepted)/.test(fact)).length === 3);
    assert.equal((await readTicks()).trim().split('\n').length, 4);
  });
});

/** Resolves when a file of the workspace has a problem of ours that reads so. */
async function untilProblem(name: string, text: RegExp): Promise<void> {
  const uri = uriOf(name);
  const found = (): boolean => vscode.languages.getDiagnostics(uri).some(({ message }) => text.test(message));
  if (found()) return;
  await new Promise<void>((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (!found()) return;
      subscription.dispose();
      resolve();
    });
  });
}
