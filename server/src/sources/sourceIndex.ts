import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type {
  DateMention,
  LocalMention,
  NameMention,
  QuantityMention,
  QuotationMention,
} from '../mentions/mention.ts';
import { documentContexts, type LocatedMention, type SentenceContext } from './context.ts';
import { createEntityTable, type EntityTable } from './entityTable.ts';
import { createPassageIndex, type PassageIndex } from './passageIndex.ts';

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
  const quantities: LocatedMention<QuantityMention>[] = [];
  const dates: LocatedMention<DateMention>[] = [];
  const names: LocatedMention<NameMention>[] = [];
  const quotations: LocatedMention<QuotationMention>[] = [];
  const sentences: SentenceContext[] = [];
  const frequency = new Map<string, number>();
  for (const document of sources) {
    documentContexts(document).forEach((contexts, block) => {
      for (const context of contexts) {
        sentences.push(context);
        for (const term of context.bag) frequency.set(term, (frequency.get(term) ?? 0) + 1);
        for (const index of context.mentions) {
          const mention = document.blocks[block]?.mentions[index] as LocalMention;
          const located = { document, block, index, context };
          if (mention.kind === 'quantity') quantities.push({ ...located, mention });
          else if (mention.kind === 'date') dates.push({ ...located, mention });
          else if (mention.kind === 'name') names.push({ ...located, mention });
          else if (mention.kind === 'quotation') quotations.push({ ...located, mention });
        }
      }
    });
  }
  const ceiling = Math.log(sentences.length + 2);
  return {
    sources,
    quantities,
    dates,
    names,
    quotations,
    sentences,
    entities: createEntityTable(sources, names),
    passages: createPassageIndex(sources),
    rarity: (term) =>
      Math.max(0.05, Math.log((sentences.length + 2) / ((frequency.get(term) ?? 0) + 1)) / ceiling),
  };
}
