import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import { IGNORE_FILE } from '../../config/ignoreFile.ts';
import type { Finding, Fix, TextEdit as SpanEdit } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import type { Span } from '../../text/span.ts';
import { FIX_ALL_KIND, REWRITE_KIND } from '../announced.ts';
import type { CheckedDocument } from '../checker.ts';
import { type EditOptions, onlyReplacingFix, onlySafeFix, textEdits, workspaceEdit } from '../edits.ts';
import { toSpan, touches } from '../ranges.ts';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics.ts';
import { asksForFixAll, fixAll } from './fixAll.ts';
import { ignoreEdit, ignoreEverywhere, ignoreFileEdit } from './ignore.ts';
import { insertCitation } from './insertCitation.ts';
import { showRule } from './showRule.ts';
import { sourceSpelling } from './sourceSpelling.ts';

/** What the client understands of an action. */
export interface CodeActionOptions extends DiagnosticOptions, EditOptions {
  /** The client has the command that asks for the reason and then for the edit. */
  readonly askReason: boolean;
  /** The server can have a page shown. */
  readonly showDocument: boolean;
}

/** Command of the client that asks why a finding is ignored; its argument is `IgnoreParams`. */
const IGNORE_COMMAND = 'touchstone.ignoreWithReason';

/** A finding of a document that is to be ignored. */
export interface IgnoreParams {
  readonly uri: string;
  readonly fingerprint: string;
  /** Why it is right all the same. */
  readonly reason?: string;
}

/**
 * What can be done about the findings and facts that touch `range`. It comes from the server's own findings: the
 * diagnostics a client sends along may be stale, or count columns in bytes.
 */
export function codeActions(
  checked: CheckedDocument,
  range: Range,
  only: readonly string[] | undefined,
  options: CodeActionOptions,
): CodeAction[] {
  const asked = toSpan(checked.analysed.prose.lines, range);
  return [
    ...(!only || only.some(asksForQuickFix) ? quickFixes(checked, asked, options) : []),
    ...(!only || only.some(asksForRewrite) ? rewrites(checked, asked, options) : []),
    ...(only && asksForFixAll(only) ? fixAll(checked, checked.document, FIX_ALL_KIND, options) : []),
  ].filter(isFirst);
}

function quickFixes(checked: CheckedDocument, asked: Span, options: CodeActionOptions): CodeAction[] {
  const findings = checked.findings.filter((finding) => touches(finding, asked));
  const ignored = new Set<string>();
  const safe = checked.findings.filter(onlySafeFix).length > 1 && findings.some(onlySafeFix);
  return [
    ...findings.flatMap((finding) => fixes(finding, checked, options)),
    ...findings.flatMap((finding) => everywhere(finding, checked, options)),
    ...(safe ? fixAll(checked, checked.document, CodeActionKind.QuickFix, options) : []),
    ...findings.flatMap((finding) => {
      const key = `${checked.analysed.prose.lines.position(finding.start).line} ${finding.code}`;
      if (ignored.has(key)) return [];
      ignored.add(key);
      return ignoreHere(finding, checked, options);
    }),
    ...findings.flatMap((finding) => ignoreForGood(finding, checked, options)),
    ...(options.showDocument && options.rulePages ? findings : []).map(({ code }): CodeAction => {
      const command = showRule(code);
      return { title: command.title, kind: CodeActionKind.QuickFix, command };
    }),
  ];
}

function rewrites(checked: CheckedDocument, asked: Span, options: CodeActionOptions): CodeAction[] {
  const citation = insertCitation(asked, checked);
  if (!citation) return [];
  const { title } = citation;
  const edits = textEdits(citation, checked);
  return [{ title, kind: REWRITE_KIND, edit: workspaceEdit(checked.document, edits, options) }];
}

const asksForQuickFix = (kind: string): boolean =>
  kind === '' || kind === CodeActionKind.QuickFix || kind.startsWith(`${CodeActionKind.QuickFix}.touchstone`);

/** True when a kind asked for takes in actions that mend nothing. */
export const asksForRewrite = (kind: string): boolean =>
  kind === '' || `${REWRITE_KIND}.`.startsWith(`${kind}.`);

/** Two findings on the same words can offer the same change; show it once. */
const isFirst = (action: CodeAction, at: number, all: readonly CodeAction[]): boolean =>
  all.findIndex(
    (other) => other.title === action.title && JSON.stringify(other.edit) === JSON.stringify(action.edit),
  ) === at;

function fixes(finding: Finding, checked: CheckedDocument, options: CodeActionOptions): CodeAction[] {
  const preferred = onlyReplacingFix(finding, checked.analysed.prose.text) ?? onlySafeFix(finding);
  return finding.fixes.map((fix) => {
    const action = quickFix(fix.title, textEdits(fix, checked), finding, checked, options);
    if (fix === preferred) action.isPreferred = true;
    return action;
  });
}

/** One action for all places with the same slip: a name in all its forms, else the same words with the same safe fix. */
function everywhere(finding: Finding, checked: CheckedDocument, options: CodeActionOptions): CodeAction[] {
  if (finding.code === 'name-misspelled') {
    const edits = sourceSpelling(finding, checked);
    if (edits.length < 2) return [];
    const title = t(
      'Use the source’s spelling “{0}” everywhere ({1} places)',
      finding.expected[0] ?? '',
      edits.length,
    );
    return [quickFix(title, textEdits({ edits }, checked), finding, checked, options)];
  }
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
    ? t('Change all {0} “{1}” in this file to “{2}”', alike.length, finding.text, edit.newText)
    : t('{0} (all {1} in this file)', fix.title, alike.length);
  return [quickFix(title, edits, finding, checked, options)];
}

const sameChange = (a: Fix, b: Fix): boolean =>
  a.title === b.title &&
  a.edits.length === b.edits.length &&
  a.edits.every((edit, i) => edit.newText === b.edits[i]?.newText);

/** The comments that silence a rule: on the line of a finding, and in the whole file. */
function ignoreHere(finding: Finding, checked: CheckedDocument, options: CodeActionOptions): CodeAction[] {
  // A comment without effect is taken out, not hushed up by another one.
  if (finding.fact === 'directive') return [];
  const { prose } = checked.analysed;
  const action = (title: string, edit: SpanEdit | undefined): CodeAction[] =>
    edit ? [quickFix(title, textEdits({ edits: [edit] }, checked), finding, checked, options)] : [];
  return [
    ...action(t('Ignore {0} on this line', finding.code), ignoreEdit(finding, prose)),
    ...action(t('Ignore {0} in this file', finding.code), ignoreFileEdit(finding, prose)),
  ];
}

/** The entry in the ignore file, which silences this finding wherever its sentence stands. */
function ignoreForGood(finding: Finding, checked: CheckedDocument, options: CodeActionOptions): CodeAction[] {
  if (finding.fact === 'directive') return [];
  const edit = ignoreEverywhere(finding, checked, options);
  if (!edit) return [];
  const words = finding.text.length > 40 ? `${finding.text.slice(0, 40)}…` : finding.text;
  const title = t('Ignore “{0}” in this sentence, in {1}', words, IGNORE_FILE);
  const diagnostics = [toDiagnostic(finding, checked, options)];
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics };
  if (!options.askReason) return [{ ...action, edit }];
  const asked: IgnoreParams = { uri: checked.document.uri, fingerprint: finding.fingerprint };
  return [{ ...action, command: { title, command: IGNORE_COMMAND, arguments: [asked] } }];
}

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
    edit: workspaceEdit(checked.document, edits, options),
  };
}
