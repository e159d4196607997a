import type { DraftReport, Finding, TextEdit } from '../findings/finding.ts';
import { onlySafeFix, withoutConflicts } from '../service/edits.ts';
import type { FixedText } from './task.ts';

/** A fix can bring up another finding that has a fix; more rounds than this would be a rule that contradicts itself. */
const MOST_ROUNDS = 5;

/**
 * The text after every fix that needs no choice, with the report on it; undefined when there is nothing to fix.
 * `report` is that of `text`, `wanted` picks the findings that may be fixed.
 */
export function fixText(
  text: string,
  report: DraftReport,
  check: (text: string) => DraftReport,
  wanted: (findings: readonly Finding[]) => readonly Finding[],
): FixedText | undefined {
  let fixed: FixedText = { text, report, count: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = wanted(fixed.report.findings).flatMap((finding) => onlySafeFix(finding) ?? []);
    const chosen = withoutConflicts(fixes);
    if (chosen.length === 0) break;
    const next = withEdits(
      fixed.text,
      chosen.flatMap(({ edits }) => edits),
    );
    if (next === fixed.text) break;
    fixed = { text: next, report: check(next), count: fixed.count + chosen.length };
  }
  return fixed.count > 0 ? fixed : undefined;
}

/** The text with edits that do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.newText);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
