import type { AnalysedBlock, AnalysedDocument } from './analysedDocument.ts';
import type { DateMention, LocalMention } from './mention.ts';

/** One reading for each block and order, so that a block that has not changed stays the same object. */
const known = {
  dmy: new WeakMap<AnalysedBlock, AnalysedBlock>(),
  mdy: new WeakMap<AnalysedBlock, AnalysedBlock>(),
};

/** The document with its dates like 3/4/2025 read in one order; without an order they keep both readings. */
export function withDateOrder(
  document: AnalysedDocument,
  order: 'dmy' | 'mdy' | undefined,
): AnalysedDocument {
  if (!order || !document.blocks.some(({ mentions }) => mentions.some(isAmbiguous))) return document;
  return { ...document, blocks: document.blocks.map((block) => inOrder(block, order)) };
}

const isAmbiguous = (mention: LocalMention): mention is DateMention =>
  mention.kind === 'date' && mention.ambiguous === true;

function inOrder(block: AnalysedBlock, order: 'dmy' | 'mdy'): AnalysedBlock {
  if (!block.mentions.some(isAmbiguous)) return block;
  const before = known[order].get(block);
  if (before) return before;
  const mentions = block.mentions.map((mention) =>
    isAmbiguous(mention) ? settled(mention, order) : mention,
  );
  const after = { ...block, mentions };
  known[order].set(block, after);
  return after;
}

/** An ambiguous date has been read day first. */
function settled({ ambiguous: _, ...date }: DateMention, order: 'dmy' | 'mdy'): DateMention {
  if (order === 'dmy') return date;
  const { day, month, parts } = date;
  return {
    ...date,
    order,
    ...(day !== undefined && { month: day }),
    ...(month !== undefined && { day: month }),
    parts: {
      ...parts,
      ...(parts.day && { month: parts.day }),
      ...(parts.month && { day: parts.month }),
    },
  };
}
