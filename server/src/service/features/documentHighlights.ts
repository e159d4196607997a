import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { DateMention, QuantityMention } from '../../mentions/mention.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange } from '../ranges.ts';
import { factsOfBlock, type PlacedFact, placedFactAt, sameName } from '../sourceFacts.ts';
import { checkedFactAt, usesLike } from '../uses.ts';

/** The places of this document that say the same as the fact at a place; none where there is no fact. */
export function documentHighlights(checked: CheckedDocument, position: Position): DocumentHighlight[] {
  const { analysed } = checked;
  const offset = analysed.prose.lines.offset(position);
  const fact = checkedFactAt(checked, offset);
  const placed = placedFactAt(analysed, offset);
  const spans =
    checked.role === 'draft' && placed?.mention.kind !== 'name'
      ? fact && usesLike(checked.sources.index, fact, [checked]).map((use) => use.fact)
      : placed && alike(checked, placed);
  return (spans ?? []).map((span) => ({
    range: toRange(analysed.prose.lines, span),
    kind: DocumentHighlightKind.Text,
  }));
}

function alike({ analysed }: CheckedDocument, fact: PlacedFact): readonly PlacedFact[] {
  const { mention } = fact;
  if (mention.kind === 'name') return sameName(analysed, fact);
  if (mention.kind === 'quotation') return [fact];
  return analysed.blocks.flatMap((_, block) =>
    factsOfBlock(analysed, block).filter((other) => {
      if (mention.kind === 'quantity') {
        return other.mention.kind === 'quantity' && sameQuantity(mention, other.mention);
      }
      if (mention.kind === 'date') return other.mention.kind === 'date' && sameDate(mention, other.mention);
      return other.label === fact.label;
    }),
  );
}

const sameQuantity = (a: QuantityMention, b: QuantityMention): boolean =>
  a.dimension === b.dimension && a.value === b.value && a.high === b.high && a.unit === b.unit;

const sameDate = (a: DateMention, b: DateMention): boolean => dateKey(a) === dateKey(b);

const dateKey = ({ year, month, day, quarter, season, decade, part, relative, until }: DateMention): string =>
  JSON.stringify([year, month, day, quarter, season, decade, part, relative, until]);
