import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { documentContexts, type LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { contains } from '../text/span.ts';
import { alignDate } from './alignDate.ts';
import type { Alignment } from './alignment.ts';
import { createNameAligner } from './alignName.ts';
import { alignQuantity } from './alignQuantity.ts';
import { createQuotationAligner } from './alignQuotation.ts';
import { createBinder } from './binding.ts';

/**
 * Binds every claim of a draft to the sources, in document order. Facts inside a quotation are the speaker's words: the
 * quotation is compared as a whole, and its numbers and names are not judged a second time.
 */
export function alignDraft(draft: AnalysedDocument, index: SourceIndex): Alignment[] {
  const binder = createBinder(index);
  const alignName = createNameAligner(index, binder);
  const alignQuotation = createQuotationAligner(index);
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
            alignments.push(alignQuantity({ ...located, mention }, index, binder));
            break;
          case 'date':
            alignments.push(alignDate({ ...located, mention }, index, binder));
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
