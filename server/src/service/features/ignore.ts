import type { Finding, TextEdit } from '../../findings/finding.ts';
import type { Directive, ProseDocument } from '../../prose/document.ts';

/**
 * The edit that silences a finding on its line: a comment at the line's end, or the rule's code added to the comment
 * that stands there already. Undefined in plain text, which has no comments.
 */
export function ignoreEdit(finding: Finding, prose: ProseDocument): TextEdit | undefined {
  if (prose.format !== 'markdown') return undefined;
  const line = prose.lines.position(finding.start).line;
  const existing = prose.directives.find(
    (directive) =>
      directive.action === 'disable-line' &&
      directive.rules.length > 0 &&
      prose.lines.position(directive.start).line === line,
  );
  if (existing) return withCode(existing, finding.code);
  const end = prose.lines.offset({ line, character: Number.MAX_SAFE_INTEGER });
  const at = insertionPoint(prose.text, prose.lines.lineStart(line), end);
  return { start: at, end: at, newText: ` <!-- touchstone-disable-line ${finding.code} -->` };
}

function withCode(directive: Directive, code: string): TextEdit {
  const codes = [...new Set([...directive.rules, code])].join(', ');
  const reason = directive.reason ? `: ${directive.reason}` : '';
  return {
    start: directive.start,
    end: directive.end,
    newText: `<!-- touchstone-disable-line ${codes}${reason} -->`,
  };
}

/** End of the line's content: before a hard break's spaces or backslash, and inside the last cell of a table row. */
function insertionPoint(text: string, start: number, end: number): number {
  const trimmed = (from: number): number => {
    let at = from;
    while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
    return at;
  };
  const at = trimmed(end);
  if (text[at - 1] === '\\' && text[at - 2] !== '\\') return trimmed(at - 1);
  const isRow = text[at - 1] === '|' && text[at - 2] !== '\\' && text.slice(start, at - 1).includes('|');
  return isRow ? trimmed(at - 1) : at;
}
