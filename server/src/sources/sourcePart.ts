import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type {
  DateMention,
  LocalMention,
  NameMention,
  QuantityMention,
  QuotationMention,
  TimeMention,
} from '../mentions/mention.ts';
import { exact } from '../text/exact.ts';
import type { LocatedMention, SentenceContext } from './context.ts';
import { readSentences, SourceSentence } from './sourceSentence.ts';
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
  readonly sentences: readonly SourceSentence[];
  /** Index of the block of each sentence. */
  readonly blocks: readonly number[];
}

const known = new WeakMap<AnalysedDocument, SourcePart>();

/** The part of a source; worked out once for each analysed document. */
export function sourcePart(document: AnalysedDocument): SourcePart {
  let part = known.get(document);
  if (!part) {
    part = {
      document,
      ...readSentences(document.blocks, (block, context) => readFacts(document, block, context)),
    };
    known.set(document, part);
  }
  return part;
}

const NONE: readonly never[] = [];
const NOTHING: SentenceFacts = { quantities: NONE, dates: NONE, times: NONE, names: NONE, quotations: NONE };

/** What stands in a sentence of a source; nothing for a sentence of a draft. */
export const factsIn = (sentence: SentenceContext): SentenceFacts =>
  sentence instanceof SourceSentence ? sentence.facts : NOTHING;

function readFacts(document: AnalysedDocument, block: number, context: SentenceContext): SentenceFacts {
  if (context.mentions.length === 0) return NOTHING;
  const quantities: LocatedMention<QuantityMention>[] = [];
  const dates: LocatedMention<DateMention>[] = [];
  const times: LocatedMention<TimeMention>[] = [];
  const names: LocatedMention<NameMention>[] = [];
  const quotations: LocatedMention<QuotationMention>[] = [];
  const analysed = document.blocks[block] as AnalysedBlock;
  for (const index of context.mentions) {
    const mention = analysed.mentions[index] as LocalMention;
    const at = <M extends LocalMention>(read: M): LocatedMention<M> => ({
      document,
      block,
      index,
      mention: read,
      context,
    });
    if (mention.kind === 'quantity') quantities.push(at(inTableUnit(document, analysed.block, mention)));
    else if (mention.kind === 'date') dates.push(at(mention));
    else if (mention.kind === 'time') times.push(at(mention));
    else if (mention.kind === 'name') names.push(at(mention));
    else if (mention.kind === 'quotation') quotations.push(at(mention));
  }
  return {
    quantities: exact(quantities),
    dates: exact(dates),
    times: exact(times),
    names: exact(names),
    quotations: exact(quotations),
  };
}
