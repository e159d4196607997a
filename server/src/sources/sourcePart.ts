import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type {
  DateMention,
  LocalMention,
  NameMention,
  QuantityMention,
  QuotationMention,
  TimeMention,
} from '../mentions/mention.ts';
import { type LocatedMention, type SentenceContext, sentenceContexts } from './context.ts';
import { inTableUnit } from './tableUnit.ts';

/** The mentions of one sentence of a source, in order. */
export interface SentenceFacts {
  readonly quantities: readonly LocatedMention<QuantityMention>[];
  readonly dates: readonly LocatedMention<DateMention>[];
  readonly times: readonly LocatedMention<TimeMention>[];
  readonly names: readonly LocatedMention<NameMention>[];
  readonly quotations: readonly LocatedMention<QuotationMention>[];
}

/** What one source gives to an index, whatever the other sources are: its sentences, each with what stands in it. */
export interface SourcePart {
  readonly document: AnalysedDocument;
  readonly sentences: readonly SentenceContext[];
  /** Index of the block of each sentence. */
  readonly blocks: readonly number[];
  readonly facts: readonly SentenceFacts[];
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

const NOTHING: SentenceFacts = { quantities: [], dates: [], times: [], names: [], quotations: [] };

/** The contexts of a source are its part's own, so that each leads back to what stands in it. */
const factsOf = new WeakMap<SentenceContext, SentenceFacts>();

/** What stands in a sentence of a source that is in an index; nothing for any other sentence. */
export const factsIn = (sentence: SentenceContext): SentenceFacts => factsOf.get(sentence) ?? NOTHING;

function readPart(document: AnalysedDocument): SourcePart {
  const sentences: SentenceContext[] = [];
  const blocks: number[] = [];
  const facts: SentenceFacts[] = [];
  document.blocks.forEach((analysed, block) => {
    for (const context of sentenceContexts(analysed)) {
      const found = context.mentions.length === 0 ? NOTHING : readFacts(document, block, context);
      sentences.push(context);
      blocks.push(block);
      facts.push(found);
      factsOf.set(context, found);
    }
  });
  return { document, sentences, blocks, facts };
}

function readFacts(document: AnalysedDocument, block: number, context: SentenceContext): SentenceFacts {
  const quantities: LocatedMention<QuantityMention>[] = [];
  const dates: LocatedMention<DateMention>[] = [];
  const times: LocatedMention<TimeMention>[] = [];
  const names: LocatedMention<NameMention>[] = [];
  const quotations: LocatedMention<QuotationMention>[] = [];
  const analysed = document.blocks[block] as AnalysedBlock;
  for (const index of context.mentions) {
    const mention = analysed.mentions[index] as LocalMention;
    const located = { document, block, index, context };
    if (mention.kind === 'quantity')
      quantities.push({ ...located, mention: inTableUnit(document, analysed.block, mention) });
    else if (mention.kind === 'date') dates.push({ ...located, mention });
    else if (mention.kind === 'time') times.push({ ...located, mention });
    else if (mention.kind === 'name') names.push({ ...located, mention });
    else if (mention.kind === 'quotation') quotations.push({ ...located, mention });
  }
  return { quantities, dates, times, names, quotations };
}
