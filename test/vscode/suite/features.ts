import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, rangeOf, revertAll } from './editing.ts';
import { codeActionAt, codeOf, definitionAt, hoverAt, ours, untilShown } from './findings.ts';

const SOURCE = 'seeds/lukashenko-pardons.txt';
const SLIP = 'error number-mismatch 132';

async function openDraft(): Promise<vscode.TextDocument> {
  const draft = await open('draft.md');
  await untilShown(draft, [SLIP]);
  return draft;
}

describe('a finding', () => {
  afterEach(revertAll);

  it('says what the source has, links to its rule and points at the source sentence', async () => {
    const draft = await openDraft();
    const [finding] = ours(draft);
    assert.ok(finding);
    assert.match(finding.message, /123, not 132/);
    assert.equal(codeOf(finding), 'number-mismatch');
    assert.ok(typeof finding.code === 'object', 'the code has no link');
    assert.match(finding.code.target.toString(), /number-mismatch/);
    const [related] = finding.relatedInformation ?? [];
    assert.ok(related);
    assert.equal(vscode.workspace.asRelativePath(related.location.uri), SOURCE);
    assert.equal(related.location.range.start.line, 0);
  });

  it('shows the source sentence and a link to it on hover', async () => {
    const draft = await openDraft();
    const hover = await hoverAt(draft, rangeOf(draft, '132').start);
    assert.match(hover, /Alexander Lukashenko has pardoned/);
    assert.match(hover, /\]\((?:file|vscode-remote):\S*lukashenko-pardons\.txt#L?1/);
  });

  it('shows the evidence of a fact that agrees, too', async () => {
    const draft = await openDraft();
    assert.match(await hoverAt(draft, rangeOf(draft, 'December 13').start), /announced on/);
  });

  it('is mended by its quick fix, inside the Markdown emphasis', async () => {
    const draft = await openDraft();
    const range = rangeOf(draft, '132');
    const fix = await codeActionAt(
      draft,
      range,
      ({ edit, isPreferred }) => isPreferred === true && edit !== undefined,
    );
    assert.ok(fix.kind && vscode.CodeActionKind.QuickFix.contains(fix.kind));
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.match(draft.getText(), /Lukashenko has pardoned \*\*123\*\* individuals/);
    await untilShown(draft, []);
  });

  it('is silenced by the quick fix that ignores it here', async () => {
    const draft = await openDraft();
    const fix = await codeActionAt(draft, rangeOf(draft, '132'), ({ title }) => /ignore/i.test(title));
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.match(draft.getText(), /<!-- touchstone-disable/);
    await untilShown(draft, []);
  });

  it('leads to the words of the source', async () => {
    const draft = await openDraft();
    const [place] = await definitionAt(draft, rangeOf(draft, '132').start);
    assert.equal(place?.path, SOURCE);
    assert.match(place?.words ?? '', /^123/);
  });
});
