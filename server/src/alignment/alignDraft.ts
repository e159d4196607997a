import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import { documentContexts, type LocatedMention, type SentenceContext } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { inTableUnit } from '../sources/tableUnit.ts';
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

/** Binds the claims of one block. Facts inside a quotation are left to the quotation. */
function alignBlock(
  draft: AnalysedDocument,
  block: number,
  contexts: readonly SentenceContext[],
  index: SourceIndex,
  { binder, retrieval, alignName, alignQuotation }: Aligners,
): Alignment[] {
  const { mentions = [] } = draft.blocks[block] ?? {};
  const quotations = mentions.filter((m) => m.kind === 'quotation');
  const alignments: Alignment[] = [];
  for (const context of contexts) {
    for (const at of context.mentions) {
      const mention = mentions[at];
      if (!mention) continue;
      const located: Omit<LocatedMention, 'mention'> = { document: draft, block, index: at, context };
      if (mention.kind !== 'quotation' && quotations.some((q) => contains(q.outer, mention))) continue;
      switch (mention.kind) {
        case 'quantity':
          alignments.push(
            alignQuantity(
              {
                ...located,
                mention: inTableUnit(draft, (draft.blocks[block] as AnalysedBlock).block, mention),
              },
              index,
              binder,
              retrieval,
            ),
          );
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
  return alignments;
}

/** What an unchanged block was aligned to, and what of the rest of its document that rested on. */
interface KnownBlock {
  readonly aligners: Aligners;
  readonly dependencies: string;
  readonly alignments: readonly Alignment[];
}

const knownBlocks = new WeakMap<readonly SentenceContext[], KnownBlock>();

/** The document's date and the speakers of the block's quotations: all that a block's alignments take from outside it. */
function dependenciesOf(draft: AnalysedDocument, block: number): string {
  const { mentions = [] } = draft.blocks[block] ?? {};
  const speakers = mentions.flatMap((m, at) =>
    m.kind === 'quotation' ? [draft.speakerOf(block, at) ?? null] : [],
  );
  return JSON.stringify([draft.dateline, speakers]);
}

/** The same alignment in a newer version of its document. */
function inDocument(alignment: Alignment, document: AnalysedDocument): Alignment {
  if (alignment.claim.document === document) return alignment;
  const { reason } = alignment;
  return {
    ...alignment,
    claim: { ...alignment.claim, document },
    reason: reason.kind === 'misattributed' ? { ...reason, at: { ...reason.at, document } } : reason,
  };
}

/**
 * Binds every claim of a draft to the sources, in document order. Facts inside a quotation are the speaker's words: the
 * quotation is compared as a whole, and its numbers and names are not judged a second time. A block that has not changed
 * since the last version of the draft keeps its alignments.
 */
export function alignDraft(draft: AnalysedDocument, index: SourceIndex, aliases: Aliases = []): Alignment[] {
  const aligners = alignersOf(index, aliases);
  return documentContexts(draft).flatMap((contexts, block) => {
    const dependencies = dependenciesOf(draft, block);
    let kept = knownBlocks.get(contexts);
    if (kept?.aligners !== aligners || kept.dependencies !== dependencies) {
      kept = { aligners, dependencies, alignments: alignBlock(draft, block, contexts, index, aligners) };
      knownBlocks.set(contexts, kept);
    }
    return kept.alignments.map((alignment) => inDocument(alignment, draft));
  });
}
