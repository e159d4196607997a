import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Finding, Fix, TextEdit as SpanEdit } from '../findings/finding.ts';
import { changedSpan } from '../text/difference.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { CheckedDocument } from './checker.ts';
import { toRange } from './ranges.ts';
import type { OpenDocument } from './workspaceHost.ts';

/** What the client understands of an edit. */
export interface EditOptions {
  /** Edits may name the version of the document they were made for. */
  readonly documentChanges: boolean;
  /** An edit may make a file. */
  readonly createFiles: boolean;
}

/** Edits of one document, with the version they were made for where the client can tell versions apart. */
export function workspaceEdit(
  { uri, version }: OpenDocument,
  edits: TextEdit[],
  { documentChanges }: EditOptions,
): WorkspaceEdit {
  if (!documentChanges) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** The edits of a fix in the protocol's form. */
export const textEdits = ({ edits }: Pick<Fix, 'edits'>, { analysed }: CheckedDocument): TextEdit[] =>
  edits.map((edit) => ({ range: toRange(analysed.prose.lines, edit), newText: edit.newText }));

/** The fix of a finding that may be applied without asking; undefined where there is none, or more than one. */
export function onlySafeFix({ fixes }: Finding): Fix | undefined {
  const safe = fixes.filter((fix) => fix.safe);
  return safe.length === 1 ? safe[0] : undefined;
}

/** The fix that brings in words that are not there yet; undefined where there is none, or a choice. */
export function onlyReplacingFix({ fixes }: Finding, text: string): Fix | undefined {
  const replacing = fixes.filter(({ edits }) =>
    edits.some(({ start, end, newText }) => !letters(text.slice(start, end)).includes(letters(newText))),
  );
  return replacing.length === 1 ? replacing[0] : undefined;
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Fixes one after the other, without those that would change words that an earlier one changes. */
export function withoutConflicts(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Span[] = [];
  return fixes.filter(({ edits }) => {
    const free = edits.every(
      (edit) => !taken.some((other) => overlaps(edit, other) || edit.start === other.start),
    );
    if (free) taken.push(...edits);
    return free;
  });
}

/**
 * A fix made for `before`, moved to where the same words stand in `after`; undefined when the stretch in which the two
 * texts differ reaches into it.
 */
export function rebase(fix: Fix, before: string, after: string): Fix | undefined {
  const changed = changedSpan(before, after);
  const by = after.length - before.length;
  const edits: SpanEdit[] = [];
  for (const edit of fix.edits) {
    if (edit.end < changed.start) edits.push(edit);
    else if (edit.start > changed.end) edits.push({ ...edit, start: edit.start + by, end: edit.end + by });
    else if (before === after) edits.push(edit);
    else return undefined;
  }
  return { ...fix, edits };
}
