import type { Diagnostic, DocumentDiagnosticReport, Position } from 'vscode-languageserver';
import { changedSpan } from '../text/difference.ts';
import type { CheckedDocument } from './checker.ts';
import { sameDiagnostics } from './features/diagnostics.ts';
import { normaliseUri } from './uris.ts';

/** Answers a client that pulls diagnostics, and sends nothing twice. */
export interface DiagnosticReports {
  /** `unchanged` when what the client was told under `previousResultId` still holds as it was told. */
  report(
    checked: CheckedDocument,
    items: Diagnostic[],
    previousResultId: string | undefined,
  ): DocumentDiagnosticReport;
  forget(uri: string): void;
}

interface Told {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  /** The last version in which the same was to be told. */
  readonly version: number;
  readonly text: string;
}

/** Creates the memory of what was told last of each document. */
export function createDiagnosticReports(): DiagnosticReports {
  const told = new Map<string, Told>();
  let next = 1;
  return {
    report(checked, items, previousResultId) {
      const { uri, version, text } = checked.document;
      const key = normaliseUri(uri);
      const last = told.get(key);
      const same = last && sameDiagnostics(last.items, items) && standsStill(last, checked);
      const resultId = same ? last.resultId : String(next++);
      // From version to version, so that each change on the way is looked at.
      told.set(key, { resultId, items: same ? last.items : items, version, text });
      return resultId === previousResultId
        ? { kind: 'unchanged', resultId }
        : { kind: 'full', resultId, items };
    },
    forget: (uri) => void told.delete(normaliseUri(uri)),
  };
}

/** True when nothing was typed into the marked words: an editor may have lost a mark that was typed over. */
function standsStill({ version, text, items }: Told, { document, analysed }: CheckedDocument): boolean {
  if (document.version === version) return true;
  const { start, end } = changedSpan(text, document.text);
  // Away and back again between two questions: what happened to the marks in between is not known.
  if (start === end && text.length === document.text.length) return false;
  const to = end + document.text.length - text.length;
  const { lines } = analysed.prose;
  const [from, until] = [lines.position(start), lines.position(to)];
  return items.every(({ range }) => isBefore(range.end, from) || isBefore(until, range.start));
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
