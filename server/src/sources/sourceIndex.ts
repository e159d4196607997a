import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { DateMention, NameMention, QuantityMention, QuotationMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from './context.ts';
import { createEntityTable, type EntityTable } from './entityTable.ts';
import { createPassageIndex, type PassageIndex } from './passageIndex.ts';
import { sourcePart } from './sourcePart.ts';

/** All sources of a draft, indexed for binding: mentions by kind with their sentence, entities, words for quotations. */
export interface SourceIndex {
  readonly sources: readonly AnalysedDocument[];
  readonly quantities: readonly LocatedMention<QuantityMention>[];
  readonly dates: readonly LocatedMention<DateMention>[];
  readonly names: readonly LocatedMention<NameMention>[];
  readonly quotations: readonly LocatedMention<QuotationMention>[];
  readonly sentences: readonly SentenceContext[];
  readonly entities: EntityTable;
  readonly passages: PassageIndex;
  /** Inverse sentence frequency of a term: how much sharing it says. 0 < rarity ≤ 1. */
  rarity(term: string): number;
}

/** Indexes the analysed sources; their order decides ties, so give them sorted by URI. */
export function createSourceIndex(sources: readonly AnalysedDocument[]): SourceIndex {
  const parts = sources.map(sourcePart);
  const frequency = new Map<string, number>();
  for (const part of parts)
    for (const [term, count] of part.frequency) frequency.set(term, (frequency.get(term) ?? 0) + count);
  const names = parts.flatMap((part) => part.names);
  const sentences = parts.flatMap((part) => part.sentences);
  const ceiling = Math.log(sentences.length + 2);
  return {
    sources,
    quantities: parts.flatMap((part) => part.quantities),
    dates: parts.flatMap((part) => part.dates),
    names,
    quotations: parts.flatMap((part) => part.quotations),
    sentences,
    entities: createEntityTable(sources, names),
    passages: createPassageIndex(sources),
    rarity: (term) =>
      Math.max(0.05, Math.log((sentences.length + 2) / ((frequency.get(term) ?? 0) + 1)) / ceiling),
  };
}
