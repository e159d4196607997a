import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { AnalysedBlock } from '../../mentions/analysedDocument.ts';
import type { NameMention } from '../../mentions/mention.ts';
import { foldName } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange } from '../ranges.ts';
import { type PlacedFact, placedFactAt, sameName } from '../sourceFacts.ts';

/** A name to be renamed, and what the editor offers to change. */
export interface NamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

/** The name at a place of a draft, to be renamed; undefined beside a name, and in a source, which is not ours to change. */
export function prepareRename(checked: CheckedDocument, position: Position): NamePlace | undefined {
  const found = nameAt(checked, position);
  if (!found) return undefined;
  return {
    range: toRange(checked.analysed.prose.lines, found.fact),
    placeholder: found.mention.words.join(' '),
  };
}

/** Edits that rename a name in all its forms: a surname stays a surname, a full name full, a possessive possessive. */
export function rename(checked: CheckedDocument, position: Position, newName: string): TextEdit[] {
  const found = nameAt(checked, position);
  const after = newName.trim().split(/\s+/).filter(Boolean);
  if (!found || after.length === 0) return [];
  const { lines } = checked.analysed.prose;
  return sameName(checked.analysed, found.fact).flatMap((place): TextEdit[] => {
    const mention = place.mention as NameMention;
    const words = renamed(mention.words, found.mention.words, after);
    return words
      ? edits(checked, place, mention, words).map(({ newText, ...span }) => ({
          range: toRange(lines, span),
          newText,
        }))
      : [];
  });
}

function nameAt(
  { analysed, role }: CheckedDocument,
  position: Position,
): { readonly fact: PlacedFact; readonly mention: NameMention } | undefined {
  if (role !== 'draft') return undefined;
  const fact = placedFactAt(analysed, analysed.prose.lines.offset(position));
  return fact?.mention.kind === 'name' ? { fact, mention: fact.mention } : undefined;
}

/** A form of a name after another form of it was renamed; undefined when the new name does not touch it. */
export function renamed(
  form: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] | undefined {
  const [key, old] = [form.map(foldName), before.map(foldName)];
  const at = key.findIndex((_, start) => old.every((word, i) => key[start + i] === word));
  if (at >= 0) return form.toSpliced(at, old.length, ...after);
  if (before.length === after.length) {
    const words = form.map((word, i) => after[old.indexOf(key[i] as string)] ?? word);
    return words.some((word, i) => word !== form[i]) ? words : undefined;
  }
  // Another number of words: of a name in full only its ends are sure to correspond.
  if (form.length > 1) return undefined;
  if (key[0] === old.at(-1)) return after.slice(-1);
  return key[0] === old[0] ? after.slice(0, 1) : undefined;
}

/** Word by word where the count of words stays, so that markup between them stays too; else the name as a whole. */
function edits(
  { analysed }: CheckedDocument,
  place: PlacedFact,
  mention: NameMention,
  words: readonly string[],
): (Span & { readonly newText: string })[] {
  const { block } = analysed.blocks[place.block] as AnalysedBlock;
  const spans: Span[] = [];
  let from = mention.start;
  for (const word of mention.words) {
    const start = block.text.indexOf(word, from);
    if (start < 0 || start + word.length > mention.end) break;
    from = start + word.length;
    spans.push({ start, end: from });
  }
  if (spans.length !== words.length || spans.length !== mention.words.length) {
    return [{ start: place.start, end: place.end, newText: words.join(' ') }];
  }
  return spans.flatMap((span, at) => {
    const newText = words[at] as string;
    return newText === mention.words[at] ? [] : [{ ...block.map.spanToDocument(span), newText }];
  });
}
