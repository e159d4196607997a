import { CreateFile, type WorkspaceEdit } from 'vscode-languageserver-types';
import { withIgnored } from '../../config/ignoreFile.ts';
import type { Finding, TextEdit } from '../../findings/finding.ts';
import { later, t } from '../../l10n/message.ts';
import type { AnalysedDocument } from '../../mentions/analysedDocument.ts';
import { type Directive, type ProseDocument, sentenceAt } from '../../prose/document.ts';
import { endOfFrontMatter } from '../../prose/frontMatter.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import type { CheckedDocument } from '../checker.ts';
import type { EditOptions } from '../edits.ts';
import { toRange } from '../ranges.ts';

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

/** The edit that silences a rule in the whole file: a comment above the text, or the code added to the one there. */
export function ignoreFileEdit({ code }: Finding, prose: ProseDocument): TextEdit | undefined {
  if (prose.format !== 'markdown') return undefined;
  const existing = prose.directives.find(
    ({ action, rules }) => action === 'disable-file' && rules.length > 0,
  );
  if (existing) return withCode(existing, code);
  const at = endOfFrontMatter(prose.text);
  const end = /\r\n|\r|\n/.exec(prose.text)?.[0] ?? '\n';
  const before = at > 1 && !/[\r\n]$/.test(prose.text.slice(0, at)) ? end : '';
  return { start: at, end: at, newText: `${before}<!-- touchstone-disable-file ${code} -->${end}${end}` };
}

/** Stands where a reason belongs, in an editor that cannot ask for one. */
const REASON_TO_GIVE = later('say here why this is right');

/**
 * The edit that writes a finding into the ignore file with a reason, or with a place for it; the file is made where there is none.
 * Undefined when the file is broken, for then writing it anew would lose what it holds, or cannot be made by the client.
 */
export function ignoreEverywhere(
  finding: Finding,
  { analysed, ignores }: CheckedDocument,
  options: EditOptions,
  reason = t(REASON_TO_GIVE),
): WorkspaceEdit | undefined {
  const { fingerprint, code, text } = finding;
  const excerpt = sentenceOf(finding, analysed);
  const entry = { fingerprint, rule: code, text, ...(excerpt && { excerpt }), reason };
  const newText = withIgnored(ignores.text, entry);
  if (newText === undefined) return undefined;
  const lines = createLineIndex(ignores.text ?? '');
  const range = toRange(lines, { start: 0, end: ignores.text?.length ?? 0 });
  const edits = [{ range, newText }];
  if (!options.documentChanges) {
    return ignores.text === undefined ? undefined : { changes: { [ignores.uri]: edits } };
  }
  const edit = { textDocument: { uri: ignores.uri, version: ignores.version }, edits };
  if (ignores.text !== undefined) return { documentChanges: [edit] };
  if (!options.createFiles) return undefined;
  const create = CreateFile.create(ignores.uri, { ignoreIfExists: true });
  return { documentChanges: [create, edit] };
}

/** Sentences longer than this are cut: the excerpt is for the reader of the file. */
const MAX_EXCERPT = 200;

function sentenceOf(finding: Finding, { blocks }: AnalysedDocument): string | undefined {
  for (const { block } of blocks) {
    const at = block.map.toProse(finding.start);
    if (at === undefined) continue;
    const sentence = block.sentences[sentenceAt(block, at)];
    const text = block.text
      .slice(sentence?.start, sentence?.end)
      .replace(/\uFFFC/g, '…')
      .replace(/\s+/g, ' ');
    return text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT)}…` : text;
  }
  return undefined;
}

function withCode(directive: Directive, code: string): TextEdit {
  const codes = [...new Set([...directive.rules, code])].join(', ');
  const reason = directive.reason ? `: ${directive.reason}` : '';
  return {
    start: directive.start,
    end: directive.end,
    newText: `<!-- touchstone-${directive.action} ${codes}${reason} -->`,
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
