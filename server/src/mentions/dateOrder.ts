import type { AnalysedBlock, AnalysedDocument } from './analysedDocument.ts';
import type { DateMention, LocalMention } from './mention.ts';

type Mentions = readonly LocalMention[];

/** One reading for each list of mentions and order, so that a block that has not changed keeps its list. */
const known = {
  dmy: new WeakMap<Mentions, Mentions>(),
  mdy: new WeakMap<Mentions, Mentions>(),
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

function inOrder({ block, mentions }: AnalysedBlock, order: 'dmy' | 'mdy'): AnalysedBlock {
  let read = known[order].get(mentions);
  if (!read) {
    read = mentions.some(isAmbiguous)
      ? mentions.map((mention) => (isAmbiguous(mention) ? settled(mention, order) : mention))
      : mentions;
    known[order].set(mentions, read);
  }
  return { block, mentions: read };
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
