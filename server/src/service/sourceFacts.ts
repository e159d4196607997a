import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';

/** A mention of a document where it stands, as editors list it. Offsets are into the document's text. */
export interface PlacedFact extends Span {
  readonly block: number;
  /** Index into the block's mentions. */
  readonly index: number;
  readonly mention: LocalMention;
  /** The words as prose, with the noun that a number counts: "123 individuals". */
  readonly label: string;
}

/** A noun further from its number than this is left out of the label. */
const MAX_NOUN_GAP = 40;

/** The words of a mention with the noun that it counts, as a span of its block. */
export function labelSpan(mention: LocalMention): Span {
  const { start, end } = mention.kind === 'quotation' ? mention.outer : mention;
  if (mention.kind !== 'quantity' || !mention.noun) return { start, end };
  const { noun } = mention;
  if (noun.start < end || noun.start - end > MAX_NOUN_GAP) return { start, end };
  return { start, end: noun.end };
}

/** Text of a span of a block's prose on one line. */
export const proseWords = ({ block }: AnalysedBlock, { start, end }: Span): string =>
  block.text.slice(start, end).replace(/\s+/g, ' ').trim();

/** The facts of one block, in text order. */
export function factsOfBlock(document: AnalysedDocument, block: number): readonly PlacedFact[] {
  const analysed = document.blocks[block];
  if (!analysed) return [];
  return analysed.mentions.map((mention, index) => ({
    ...analysed.block.map.spanToDocument(mention),
    block,
    index,
    mention,
    label: proseWords(analysed, labelSpan(mention)),
  }));
}

/** The smallest fact that holds `offset`; a caret directly after its last letter still counts. */
export function placedFactAt(document: AnalysedDocument, offset: number): PlacedFact | undefined {
  let best: PlacedFact | undefined;
  document.blocks.forEach(({ block }, at) => {
    if (block.map.toProse(offset) === undefined) return;
    for (const fact of factsOfBlock(document, at)) {
      if (offset < fact.start || fact.end < offset) continue;
      if (!best || rank(fact, offset) < rank(best, offset)) best = fact;
    }
  });
  return best;
}

/** The shortest first; among equals one that goes on after the caret before one that ends there. */
const rank = ({ start, end }: Span, offset: number): number => (end - start) * 2 + (end === offset ? 1 : 0);

/** Every place where a document names the same person, organisation or place as `fact` does. */
export function sameName(document: AnalysedDocument, fact: PlacedFact): readonly PlacedFact[] {
  const entity = document.entityOf(fact.block, fact.index);
  if (fact.mention.kind !== 'name' || entity === undefined) return [fact];
  return document.blocks.flatMap((_, block) =>
    factsOfBlock(document, block).filter(
      ({ mention, index }) => mention.kind === 'name' && document.entityOf(block, index) === entity,
    ),
  );
}
