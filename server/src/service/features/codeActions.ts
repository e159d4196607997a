import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Finding, Fix } from '../../findings/finding.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange, toSpan, touches } from '../ranges.ts';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics.ts';
import { ignoreEdit } from './ignore.ts';

/** What the client understands of an edit. */
export interface CodeActionOptions extends DiagnosticOptions {
  /** Edits may name the version of the document they were made for. */
  readonly documentChanges: boolean;
}

/**
 * Fixes for the findings that touch `range`. They come from the server's own findings: the diagnostics a client sends
 * along may be stale, or count columns in bytes.
 */
export function codeActions(
  checked: CheckedDocument,
  range: Range,
  only: readonly string[] | undefined,
  options: CodeActionOptions,
): CodeAction[] {
  if (only && !only.some(asksForQuickFix)) return [];
  const asked = toSpan(checked.analysed.prose.lines, range);
  const findings = checked.findings.filter((finding) => touches(finding, asked));
  const ignored = new Set<string>();
  return [
    ...findings.flatMap((finding) => fixes(finding, checked, options)),
    ...findings.flatMap((finding) => changeAll(finding, checked, options)),
    ...findings.flatMap((finding) => {
      const key = `${checked.analysed.prose.lines.position(finding.start).line} ${finding.code}`;
      if (ignored.has(key)) return [];
      ignored.add(key);
      return ignoreHere(finding, checked, options);
    }),
  ].filter(isFirst);
}

const asksForQuickFix = (kind: string): boolean =>
  kind === '' || kind === CodeActionKind.QuickFix || kind.startsWith(`${CodeActionKind.QuickFix}.touchstone`);

/** Two findings on the same words can offer the same change; show it once. */
const isFirst = (action: CodeAction, at: number, all: readonly CodeAction[]): boolean =>
  all.findIndex(
    (other) => other.title === action.title && JSON.stringify(other.edit) === JSON.stringify(action.edit),
  ) === at;

function fixes(finding: Finding, checked: CheckedDocument, options: CodeActionOptions): CodeAction[] {
  const safe = finding.fixes.filter((fix) => fix.safe);
  return finding.fixes.map((fix) => {
    const action = quickFix(fix.title, textEdits(fix, checked), finding, checked, options);
    if (safe.length === 1 && fix === safe[0]) action.isPreferred = true;
    return action;
  });
}

/** One action for all places with the same wrong words and the same safe fix. */
function changeAll(finding: Finding, checked: CheckedDocument, options: CodeActionOptions): CodeAction[] {
  const fix = onlySafeFix(finding);
  if (!fix) return [];
  const alike = checked.findings.flatMap((other) => {
    const own = onlySafeFix(other);
    const same = own && other.code === finding.code && other.text === finding.text && sameChange(fix, own);
    return same ? [own] : [];
  });
  if (alike.length < 2) return [];
  const edits = alike.flatMap((own) => textEdits(own, checked));
  const [edit, ...more] = fix.edits;
  const simple =
    edit && more.length === 0 && edit.newText !== '' && finding.text.length + edit.newText.length <= 60;
  const title = simple
    ? `Change all ${alike.length} “${finding.text}” in this file to “${edit.newText}”`
    : `${fix.title} (all ${alike.length} in this file)`;
  return [quickFix(title, edits, finding, checked, options)];
}

function onlySafeFix(finding: Finding): Fix | undefined {
  const safe = finding.fixes.filter((fix) => fix.safe);
  return safe.length === 1 ? safe[0] : undefined;
}

const sameChange = (a: Fix, b: Fix): boolean =>
  a.title === b.title &&
  a.edits.length === b.edits.length &&
  a.edits.every((edit, i) => edit.newText === b.edits[i]?.newText);

function ignoreHere(finding: Finding, checked: CheckedDocument, options: CodeActionOptions): CodeAction[] {
  const edit = ignoreEdit(finding, checked.analysed.prose);
  if (!edit) return [];
  const { lines } = checked.analysed.prose;
  const change = { range: toRange(lines, edit), newText: edit.newText };
  return [quickFix(`Ignore ${finding.code} on this line`, [change], finding, checked, options)];
}

const textEdits = (fix: Fix, checked: CheckedDocument): TextEdit[] =>
  fix.edits.map((edit) => ({ range: toRange(checked.analysed.prose.lines, edit), newText: edit.newText }));

function quickFix(
  title: string,
  edits: TextEdit[],
  finding: Finding,
  checked: CheckedDocument,
  options: CodeActionOptions,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, checked, options)],
    edit: workspaceEdit(checked, edits, options),
  };
}

function workspaceEdit(
  { document }: CheckedDocument,
  edits: TextEdit[],
  options: CodeActionOptions,
): WorkspaceEdit {
  if (!options.documentChanges) return { changes: { [document.uri]: edits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}
