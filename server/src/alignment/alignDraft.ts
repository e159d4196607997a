import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { documentContexts, type LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { contains } from '../text/span.ts';
import { alignDate } from './alignDate.ts';
import type { Alignment } from './alignment.ts';
import { createNameAligner } from './alignName.ts';
import { alignQuantity } from './alignQuantity.ts';
import { createQuotationAligner } from './alignQuotation.ts';
import { type Binder, createBinder } from './binding.ts';
import { createNameMatcher } from './nameMatch.ts';
import { createRetrieval, type Retrieval } from './retrieval.ts';

/** The aligners of one source index; they keep what they learn about its mentions. */
interface Aligners {
  readonly binder: Binder;
  readonly retrieval: Retrieval;
  readonly alignName: ReturnType<typeof createNameAligner>;
  readonly alignQuotation: ReturnType<typeof createQuotationAligner>;
}

/** What the user says about the names of one thing; see `CheckOptions.aliases`. */
export type Aliases = readonly (readonly string[])[];

const known = new WeakMap<SourceIndex, { readonly key: string; readonly aligners: Aligners }>();

function alignersOf(index: SourceIndex, aliases: Aliases): Aligners {
  const key = JSON.stringify(aliases);
  const kept = known.get(index);
  if (kept?.key === key) return kept.aligners;
  const binder = createBinder(index);
  const retrieval = createRetrieval(index);
  const matcher = createNameMatcher(index, aliases);
  const aligners = {
    binder,
    retrieval,
    alignName: createNameAligner(index, matcher, binder, retrieval),
    alignQuotation: createQuotationAligner(index, matcher),
  };
  known.set(index, { key, aligners });
  return aligners;
}

/**
 * Binds every claim of a draft to the sources, in document order. Facts inside a quotation are the speaker's words: the
 * quotation is compared as a whole, and its numbers and names are not judged a second time.
 */
export function alignDraft(draft: AnalysedDocument, index: SourceIndex, aliases: Aliases = []): Alignment[] {
  const { binder, retrieval, alignName, alignQuotation } = alignersOf(index, aliases);
  const alignments: Alignment[] = [];
  documentContexts(draft).forEach((contexts, block) => {
    const { mentions = [] } = draft.blocks[block] ?? {};
    const quotations = mentions.filter((m) => m.kind === 'quotation');
    for (const context of contexts) {
      for (const at of context.mentions) {
        const mention = mentions[at];
        if (!mention) continue;
        const located: Omit<LocatedMention, 'mention'> = { document: draft, block, index: at, context };
        if (mention.kind !== 'quotation' && quotations.some((q) => contains(q.outer, mention))) continue;
        switch (mention.kind) {
          case 'quantity':
            alignments.push(alignQuantity({ ...located, mention }, index, binder, retrieval));
            break;
          case 'date':
            alignments.push(alignDate({ ...located, mention }, index, binder, retrieval));
            break;
          case 'name':
            alignments.push(alignName({ ...located, mention }));
            break;
          case 'quotation':
            if (!mention.nested) alignments.push(alignQuotation({ ...located, mention }));
            break;
          case 'time':
            break;
        }
      }
    }
  });
  return alignments;
}
