import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type {
  DateMention,
  LocalMention,
  NameMention,
  QuantityMention,
  QuotationMention,
} from '../mentions/mention.ts';
import { documentContexts, type LocatedMention, type SentenceContext } from './context.ts';
import { inTableUnit } from './tableUnit.ts';

/** What one source gives to an index, whatever the other sources are. */
export interface SourcePart {
  readonly quantities: readonly LocatedMention<QuantityMention>[];
  readonly dates: readonly LocatedMention<DateMention>[];
  readonly names: readonly LocatedMention<NameMention>[];
  readonly quotations: readonly LocatedMention<QuotationMention>[];
  readonly sentences: readonly SentenceContext[];
  /** Number of sentences that have the term. */
  readonly frequency: ReadonlyMap<string, number>;
}

const known = new WeakMap<AnalysedDocument, SourcePart>();

/** The part of a source; worked out once for each analysed document. */
export function sourcePart(document: AnalysedDocument): SourcePart {
  let part = known.get(document);
  if (!part) {
    part = readPart(document);
    known.set(document, part);
  }
  return part;
}

function readPart(document: AnalysedDocument): SourcePart {
  const quantities: LocatedMention<QuantityMention>[] = [];
  const dates: LocatedMention<DateMention>[] = [];
  const names: LocatedMention<NameMention>[] = [];
  const quotations: LocatedMention<QuotationMention>[] = [];
  const sentences: SentenceContext[] = [];
  const frequency = new Map<string, number>();
  documentContexts(document).forEach((contexts, block) => {
    for (const context of contexts) {
      sentences.push(context);
      for (const term of context.bag) frequency.set(term, (frequency.get(term) ?? 0) + 1);
      for (const index of context.mentions) {
        const mention = document.blocks[block]?.mentions[index] as LocalMention;
        const located = { document, block, index, context };
        if (mention.kind === 'quantity') {
          const read = inTableUnit(document, (document.blocks[block] as AnalysedBlock).block, mention);
          quantities.push({ ...located, mention: read });
        }
        if (mention.kind === 'date') dates.push({ ...located, mention });
        else if (mention.kind === 'name') names.push({ ...located, mention });
        else if (mention.kind === 'quotation') quotations.push({ ...located, mention });
      }
    }
  });
  return { quantities, dates, names, quotations, sentences, frequency };
}
