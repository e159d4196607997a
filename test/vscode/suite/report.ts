import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, pathOf, rangeOf, replace, revertAll, uriOf } from './editing.ts';
import { codeActionAt, untilShown } from './findings.ts';
import { until } from './until.ts';

const SLIP = 'error number-mismatch 132';
const SOURCE = 'seeds/lukashenko-pardons.txt';

/** What the extension shows and VS Code does not tell of; see `Surface` of the client. */
interface Surface {
  readonly reporting: {
    readonly reports: { shown(): string | undefined };
    readonly marks: { marked(editor: vscode.TextEditor): readonly string[] };
    readonly places: { framed(): { readonly range: vscode.Range } | undefined };
  };
}

async function surface(): Promise<Surface> {
  const extension = vscode.extensions.getExtension<Surface>('touchstone.touchstone');
  assert.ok(extension);
  return extension.activate();
}

async function openDraft(): Promise<vscode.TextDocument> {
  const draft = await open('draft.md');
  await untilShown(draft, [SLIP]);
  return draft;
}

/** Saves the report of the draft in front and gives what was written. */
async function saved(form: 'html' | 'markdown' | 'json'): Promise<string> {
  const target = uriOf(`report.${form}`);
  try {
    await vscode.commands.executeCommand('touchstone.createReport', { form, target });
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
  } finally {
    await vscode.workspace.fs.delete(target);
  }
}

describe('the report', () => {
  afterEach(revertAll);

  it('is saved as one HTML file, as Markdown and as JSON', async () => {
    await openDraft();
    const html = await saved('html');
    assert.match(html, /^<!doctype html>[\s\S]*default-src 'none'/);
    assert.match(html, /<h1>Fact report: draft\.md<\/h1>/);
    assert.match(await saved('markdown'), /^# Fact report: draft\.md/);
    const json = JSON.parse(await saved('json'));
    assert.equal(json.counts.differs, 1);
    assert.deepEqual(
      json.sources.map(({ file }: { file: string }) => file),
      [SOURCE],
    );
  });

  it('opens beside the draft, where places open their source', async () => {
    const draft = await openDraft();
    const { reporting } = await surface();
    await vscode.commands.executeCommand('touchstone.createReport', { form: 'view' });
    const html = reporting.reports.shown() ?? '';
    assert.match(html, /<h1>Fact report: draft\.md<\/h1>/);
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview)
        .map(({ label }) => label);
    await until(tabs, (labels) => labels.includes('Report: draft.md'));
    assert.equal(vscode.window.activeTextEditor?.document, draft);
    const [, command, argument] = /href="command:([^?"]+)\?([^"]*)"/.exec(html) ?? [];
    assert.ok(command && argument);
    await vscode.commands.executeCommand(command, ...JSON.parse(decodeURIComponent(argument)));
    const source = vscode.window.activeTextEditor;
    assert.equal(source?.document.uri.fsPath, pathOf(SOURCE));
    assert.equal(reporting.places.framed()?.range.start.line, source?.selection.active.line);
  });

  it('tells what was corrected, by a fix or by hand', async () => {
    const draft = await openDraft();
    await replace(draft, '132', '123');
    await untilShown(draft, []);
    const { corrections } = JSON.parse(await saved('json'));
    assert.deepEqual(
      corrections.map(({ from, to, rule }: Record<string, string>) => [from, to, rule]).at(-1),
      ['132', '123', 'number-mismatch'],
    );
  });
});

describe('the notice of a correction', () => {
  afterEach(revertAll);
  const notice = 'An earlier version said 132; it is 123.';

  it('is copied along with the fix', async () => {
    const draft = await openDraft();
    const action = await codeActionAt(draft, rangeOf(draft, '132'), ({ title }) =>
      title.includes('copy correction notice'),
    );
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.ok(action.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    assert.equal(await vscode.env.clipboard.readText(), notice);
    await untilShown(draft, []);
  });

  it('is copied at the corrected words, and from the log', async () => {
    const draft = await openDraft();
    await replace(draft, '132', '123');
    await untilShown(draft, []);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { start } = rangeOf(draft, '123');
    editor.selection = new vscode.Selection(start, start);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('touchstone.copyCorrectionNotice');
    assert.equal(await vscode.env.clipboard.readText(), notice);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('touchstone.copyCorrectionNotice', { draft: draft.uri, index: -1 });
    assert.equal(await vscode.env.clipboard.readText(), notice);
  });
});

describe('the source beside the draft', () => {
  afterEach(revertAll);

  it('is scrolled to the words, and its sentence is framed until the caret moves', async () => {
    const draft = await openDraft();
    const { reporting } = await surface();
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { start } = rangeOf(draft, '132');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('touchstone.openSource');
    const source = vscode.window.activeTextEditor;
    assert.ok(source);
    const framed = reporting.places.framed();
    assert.match(source.document.getText(framed?.range), /^Minsk, December 14.* Donald Trump\.$/);
    assert.ok(source.visibleRanges.some((range) => range.intersection(framed?.range ?? range)));
    const moved = source.selection.active.translate(0, 1);
    source.selection = new vscode.Selection(moved, moved);
    await until(
      () => reporting.places.framed(),
      (now) => now === undefined,
    );
  });

  it('has the words marked that drafts use, and marked anew when a draft changes', async () => {
    const draft = await openDraft();
    const { reporting } = await surface();
    await open(SOURCE);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const marked = () => reporting.marks.marked(editor);
    await until(marked, (marks) => marks.includes('differs 123'));
    assert.ok(marked().includes('agrees December 13, 2025'));
    // What other drafts differ from stays marked as it is; these words no other draft has.
    await replace(draft, 'individuals', 'individuals after two days of negotiations');
    await until(marked, (marks) => marks.some((mark) => mark.startsWith('agrees two')));
    const settings = vscode.workspace.getConfiguration('touchstone');
    await settings.update('markUsedFacts', false, vscode.ConfigurationTarget.Workspace);
    try {
      await until(marked, (marks) => marks.length === 0);
    } finally {
      await settings.update('markUsedFacts', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('paste as quotation', () => {
  afterEach(revertAll);

  it('puts copied words of a source into the draft with marks and citation, and they agree', async () => {
    const draft = await open('clean.md');
    await untilShown(draft, []);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = draft.lineAt(0).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.env.clipboard.writeText('he pardons followed two days of negotiations in Minsk');
    await vscode.commands.executeCommand('touchstone.pasteAsQuotation');
    assert.equal(
      draft.lineAt(0).text,
      'Lukashenko has pardoned 123 individuals. “The pardons followed two days of negotiations in Minsk” ([lukashenko-pardons.txt, line 4](seeds/lukashenko-pardons.txt#L4))',
    );
    const report = JSON.parse(await saved('json'));
    const quotation = report.facts.find(({ kind }: { kind: string }) => kind === 'quote');
    assert.equal(quotation?.state, 'agrees');
  });

  it('changes nothing when the words are in no source', async () => {
    const draft = await open('clean.md');
    const before = draft.getText();
    await vscode.env.clipboard.writeText('words that nobody has ever written down');
    await vscode.commands.executeCommand('touchstone.pasteAsQuotation');
    assert.equal(draft.getText(), before);
  });
});

describe('the tools for agents', () => {
  afterEach(revertAll);

  async function invoke(name: string, input: object): Promise<string> {
    const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return result.content
      .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
      .join('');
  }

  it('are known to VS Code with their schemas', () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('touchstone_'));
    assert.deepEqual(ours.map(({ name }) => name).sort(), [
      'touchstone_checkText',
      'touchstone_findEvidence',
      'touchstone_listFacts',
    ]);
    for (const { inputSchema } of ours) assert.ok(inputSchema);
  });

  it('check a text', async () => {
    const text = await invoke('touchstone_checkText', { text: 'Lukashenko has pardoned 132 individuals.' });
    assert.match(text, /number "132": differs from the source/);
    assert.match(text, /The source has: "123"/);
    assert.match(text, /"seeds\/lukashenko-pardons\.txt", line 1: <source-text>"Minsk, December 14/);
  });

  it('find evidence', async () => {
    const text = await invoke('touchstone_findEvidence', {
      statement: 'The talks in Minsk took two days.',
      limit: 2,
    });
    assert.match(
      text,
      /1\. "seeds\/lukashenko-pardons\.txt", line 4: <source-text>"The pardons followed two days/,
    );
  });

  it('list facts', async () => {
    const text = await invoke('touchstone_listFacts', { kind: 'quote', limit: 3 });
    assert.match(text, /quotation "universal human and family values"/);
  });
});
