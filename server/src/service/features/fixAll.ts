import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { t } from '../../l10n/message.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import { FIX_ALL_KIND } from '../announced.ts';
import type { CheckedDocument } from '../checker.ts';
import { type EditOptions, onlySafeFix, rebase, withoutConflicts, workspaceEdit } from '../edits.ts';
import { toRange } from '../ranges.ts';
import type { OpenDocument } from '../workspaceHost.ts';

/** True when one of the kinds asked for takes in fixing all. */
export const asksForFixAll = (only: readonly string[]): boolean =>
  only.some((kind) => kind !== '' && (kind === FIX_ALL_KIND || FIX_ALL_KIND.startsWith(`${kind}.`)));

/** True when only source actions are asked for, as on save: then nothing is checked, the last result is used. */
export const asksForSourceOnly = (only: readonly string[] | undefined): boolean =>
  only !== undefined && only.length > 0 && only.every((kind) => kind.split('.')[0] === CodeActionKind.Source);

/**
 * The one action that applies every fix that needs no choice. The result may be of an earlier text of the document:
 * fixes outside what was edited since are still good and are moved; the others wait for the next check.
 */
export function fixAll(
  checked: CheckedDocument,
  document: OpenDocument,
  kind: string,
  options: EditOptions,
): CodeAction[] {
  const fixes = checked.findings.flatMap((finding) => {
    const fix = onlySafeFix(finding);
    const moved = fix && rebase(fix, checked.document.text, document.text);
    return moved ? [moved] : [];
  });
  const chosen = withoutConflicts(fixes);
  if (chosen.length === 0) return [];
  const lines =
    checked.document.text === document.text ? checked.analysed.prose.lines : createLineIndex(document.text);
  const edits = chosen.flatMap((fix) =>
    fix.edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.newText })),
  );
  return [
    {
      title:
        chosen.length === 1
          ? t('Fix the finding in this file that needs no choice')
          : t('Fix all {0} findings in this file that need no choice', chosen.length),
      kind,
      edit: workspaceEdit(document, edits, options),
    },
  ];
}
