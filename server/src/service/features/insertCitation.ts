import { fileName } from '../../findings/evidence.ts';
import type { Evidence, TextEdit } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import type { AnalysedBlock } from '../../mentions/analysedDocument.ts';
import { sentenceAt } from '../../prose/document.ts';
import { citationKey } from '../../rules/citation-unresolved.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import { relativePath, relativeReference } from '../uris.ts';
import { checkedFactAt } from '../uses.ts';

/** The place of a source as it is cited: "a.txt, line 1". */
export const citationLabel = ({ uri, line }: Evidence): string => `${fileName(uri)}, line ${line + 1}`;

/** Target of a link from the draft to a place in a source: "seeds/a.txt#L1". */
export function citationTarget({ uri, line }: Evidence, { document, sources }: CheckedDocument): string {
  const path = document.uri.startsWith('untitled:')
    ? relativePath(sources.root, uri)?.split('/').map(encodeURIComponent).join('/')
    : relativeReference(document.uri, uri);
  return `${(path ?? uri).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))}#L${line + 1}`;
}

/**
 * The edits that cite the source of the agreeing fact in `asked` at the end of its sentence, in the style of the
 * project. Undefined in plain text, which has no links, and where the sentence cites this place already.
 */
export function insertCitation(
  asked: Span,
  checked: CheckedDocument,
): { readonly title: string; readonly edits: readonly TextEdit[] } | undefined {
  const { analysed } = checked;
  const fact = checkedFactAt(checked, asked.start);
  const [evidence] = fact?.verdict === 'supported' ? fact.evidence : [];
  if (!fact || !evidence || analysed.prose.format !== 'markdown') return undefined;
  const place = sentenceOf(checked, fact);
  if (!place) return undefined;
  const { text } = analysed.prose;
  const label = citationLabel(evidence);
  const { at, mark, sign, more } = citationMark(evidence, checked, place);
  if (text.slice(place.start, place.lineEnd).includes(sign)) return undefined;
  return { title: t('Insert citation: {0}', label), edits: [{ start: at, end: at, newText: mark }, ...more] };
}

/** A citation in the style of the project: its mark, where it goes, and the words by which it is known again. */
export function citationMark(
  evidence: Evidence,
  checked: CheckedDocument,
  place: { readonly at: number; readonly end: number },
): { readonly at: number; readonly mark: string; readonly sign: string; readonly more: readonly TextEdit[] } {
  const { text } = checked.analysed.prose;
  const line = evidence.line + 1;
  const target = citationTarget(evidence, checked);
  const link = `[${escapeMarkdown(citationLabel(evidence))}](${target})`;
  switch (checked.settings.citationStyle) {
    case 'link':
      return { at: place.at, mark: ` (${link})`, sign: `](${target})`, more: [] };
    case 'key': {
      const sign = `[@${citationKey(evidence.uri)}, line ${line}]`;
      return { at: place.at, mark: ` ${sign}`, sign, more: [] };
    }
    case 'footnote': {
      const sign = `[^${citationKey(evidence.uri)}-${line}]`;
      if (text.includes(`${sign}:`)) return { at: place.end, mark: sign, sign, more: [] };
      const gap = /\n\s*$/.test(text) ? '\n' : '\n\n';
      const note = `${gap}${sign}: ${link}\n`;
      // Two insertions at one place would depend on the order in which a client makes them.
      if (place.end === text.length) return { at: place.end, mark: sign + note, sign, more: [] };
      const atEnd = { start: text.length, end: text.length, newText: note };
      return { at: place.end, mark: sign, sign, more: [atEnd] };
    }
  }
}

/** Where a sentence begins in the document and where a citation goes: before its full stop, after a quotation mark. */
function sentenceOf({ analysed }: CheckedDocument, fact: Span) {
  const { lines } = analysed.prose;
  const found = analysed.blocks.find(({ block }) => block.map.toProse(fact.start) !== undefined);
  if (!found) return undefined;
  const { block } = found satisfies AnalysedBlock;
  const sentence = block.sentences[sentenceAt(block, block.map.toProse(fact.start) ?? 0)];
  if (!sentence) return undefined;
  const { start, end } = block.map.spanToDocument(sentence);
  const last = block.text[sentence.end - 1] ?? '';
  const at = /[.!?…]/.test(last) ? block.map.toDocument(sentence.end - 1) : end;
  const lineEnd = lines.offset({ line: lines.position(end).line, character: Number.MAX_SAFE_INTEGER });
  return { start, at: Math.max(at, fact.end), end: Math.max(end, fact.end), lineEnd };
}
