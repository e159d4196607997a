import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import { isPlace } from '../mentions/lexicon.ts';
import type { LocalMention, NameMention } from '../mentions/mention.ts';
import type { BlockSpeakers } from '../mentions/speakers.ts';
import type { CellContext } from '../prose/document.ts';
import { contextsOf, type LocatedMention, type SentenceContext } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { cornerOf, inTableUnit } from '../sources/tableUnit.ts';
import { once } from '../text/once.ts';
import { contains } from '../text/span.ts';
import { whole } from '../text/steps.ts';
import { prepareValues } from './agreement.ts';
import { alignDate } from './alignDate.ts';
import { alignDirection } from './alignDirection.ts';
import type { Alignment } from './alignment.ts';
import { createNameAligner } from './alignName.ts';
import { alignQuantity } from './alignQuantity.ts';
import { createQuotationAligner } from './alignQuotation.ts';
import { alignTime } from './alignTime.ts';
import { createBinder } from './binding.ts';
import { prepareFillers } from './fillers.ts';
import { createNameMatcher } from './nameMatch.ts';
import { createRelations } from './relations.ts';
import { retrievalOf } from './retrieval.ts';

/** What the user says about the names of one thing; see `CheckOptions.aliases`. */
export type Aliases = readonly (readonly string[])[];

/** Binds the claims of one block of a draft, one by one; one object for each source index and each set of aliases. */
export type BlockAligner = (
  draft: AnalysedDocument,
  block: number,
) => Generator<void, readonly Alignment[], void>;

const known = new WeakMap<SourceIndex, { readonly key: string; readonly aligner: BlockAligner }>();

/** The aligner of an index, which keeps what it learns about the mentions of the sources. */
export function blockAligner(index: SourceIndex, aliases: Aliases = []): BlockAligner {
  const key = JSON.stringify(aliases);
  const kept = known.get(index);
  if (kept?.key === key) return kept.aligner;
  const aligner = createBlockAligner(index, aliases);
  known.set(index, { key, aligner });
  return aligner;
}

const prepared = new WeakSet<SourceIndex>();

/**
 * Lays out, in steps of a few milliseconds, what an aligner takes from all sources, so that creating it and binding the
 * first claim take no longer than the next.
 */
export function* prepareAligner(index: SourceIndex): Generator<void> {
  if (prepared.has(index)) return;
  prepared.add(index);
  for (const segment of index.segments) {
    yield* prepareFillers(segment);
    prepareValues(segment);
    yield;
  }
  yield* index.prepare();
}

/** A name that is no stray capital ("YoY"): of two words, or a place that is known. */
const isTelling = ({ words }: NameMention): boolean =>
  words.length > 1 || (words[0] !== undefined && isPlace(words[0].toLowerCase()));

/** An alignment that took the place of a weighed one, which rests on the same question to the rest of the draft. */
function asWeighed(alignment: Alignment, before: readonly Alignment[]): Alignment {
  if (alignment.weighed || before.length === 0) return alignment;
  const weighed = before.find(({ claim }) => claim.index === alignment.claim.index)?.weighed;
  return weighed ? { ...alignment, weighed } : alignment;
}

/** Facts inside a quotation are left to the quotation: they are the speaker's words, and it is compared as a whole. */
function createBlockAligner(index: SourceIndex, aliases: Aliases): BlockAligner {
  const binder = createBinder(index);
  const retrieval = retrievalOf(index);
  // a draft without names needs nothing of all the names of the sources
  const names = once(() => {
    const matcher = createNameMatcher(index, aliases);
    return {
      matcher,
      alignName: createNameAligner(index, matcher, binder, retrieval),
      alignQuotation: createQuotationAligner(index, matcher),
    };
  });

  const relate = createRelations(index, () => names().matcher, binder, retrieval);

  /** True when a sentence names somebody, and nobody whom a source names: it is told of something else. */
  function foreigners({ mentions }: AnalysedBlock, context: SentenceContext): () => boolean {
    let foreign: boolean | undefined;
    return () => {
      if (foreign === undefined) {
        const named = context.mentions.flatMap((at) => {
          const mention = mentions[at];
          return mention?.kind === 'name' && mention.sure ? [mention] : [];
        });
        foreign =
          named.some(isTelling) &&
          named.every((name) => names().matcher.lookup(name.words, name).kind === 'unknown');
      }
      return foreign;
    };
  }

  function align(
    claim: LocatedMention,
    block: AnalysedBlock,
    isForeign: () => boolean,
  ): Alignment | undefined {
    const { mention } = claim;
    switch (mention.kind) {
      case 'quantity': {
        const read = inTableUnit(claim.document, block.block, mention);
        return alignQuantity({ ...claim, mention: read }, binder, retrieval, isForeign);
      }
      case 'date':
        return alignDate({ ...claim, mention }, binder, retrieval, isForeign);
      case 'name':
        return names().alignName({ ...claim, mention });
      case 'quotation':
        return mention.nested ? undefined : names().alignQuotation({ ...claim, mention });
      case 'time':
        return alignTime({ ...claim, mention }, binder, retrieval);
    }
  }

  /** The alignment of a supported value told with the other direction; `turned` are the words that are known to be wrong. */
  function directed(alignment: Alignment, turned: Set<number>): Alignment {
    const { claim, verdict, reason } = alignment;
    if (claim.mention.kind !== 'quantity' || verdict !== 'supported' || reason.kind !== 'agrees')
      return alignment;
    const found = alignDirection({ ...claim, mention: claim.mention }, binder, retrieval);
    if (found?.reason.kind !== 'direction' || turned.has(found.reason.draft.word.start)) return alignment;
    turned.add(found.reason.draft.word.start);
    return found;
  }

  return function* alignBlock(document, at) {
    const block = document.blocks[at];
    if (!block) return [];
    const quotations = block.mentions.filter((m) => m.kind === 'quotation');
    const alignments: Alignment[] = [];
    for (const context of contextsOf(block)) {
      const turned = new Set<number>();
      const isForeign = foreigners(block, context);
      const told: Alignment[] = [];
      const located = (index: number): LocatedMention => ({
        document,
        block: at,
        index,
        mention: block.mentions[index] as LocalMention,
        context,
      });
      for (const n of context.mentions) {
        const mention = block.mentions[n];
        if (!mention) continue;
        if (mention.kind !== 'quotation' && quotations.some((q) => contains(q.outer, mention))) continue;
        const alignment = align(located(n), block, isForeign);
        if (alignment) told.push(directed(alignment, turned));
        yield;
      }
      const weighed = told.filter((alignment) => alignment.weighed);
      for (const alignment of relate(told, { block, context, at: located }))
        alignments.push(asWeighed(alignment, weighed));
      yield;
    }
    return alignments;
  };
}

/** Blocks at the head of a document are read differently: a date there may be its dateline. */
const HEAD_BLOCKS = 2;

/**
 * All that the alignments of a block take from the rest of its document, as a key: the document's date, the speakers of
 * the block's quotations, the heads and the corner of its table, and whether it stands at the head. An aligner must look
 * at nothing else outside the block, for a block with the same key and the same text is not aligned again; whether another
 * block tells a number is asked for again (`Alignment.weighed`).
 */
export function surroundingsOf(draft: AnalysedDocument): (at: number) => string {
  const { year, month, day } = draft.dateline ?? {};
  const own = `${year} ${month} ${day}`;
  return (at) => {
    const { block } = draft.blocks[at] as AnalysedBlock;
    const speakers = draft.speakersIn(at);
    // Most blocks have the same key, and it is the same string.
    if (at >= HEAD_BLOCKS && !speakers && !block.cell) return own;
    const said = speakers ? keyOfSpeakers(speakers, at) : '';
    const cell = block.cell ? keyOfCell(draft, block) : '';
    return `${at < HEAD_BLOCKS ? 'head' : ''} ${own} ${said} ${cell}`;
  };
}

function keyOfCell(draft: AnalysedDocument, block: AnalysedBlock['block']): string {
  const { row, rowHead, columnHead } = block.cell as CellContext;
  return JSON.stringify([row === 0, rowHead, columnHead, cornerOf(draft, block)]);
}

const speakerKeys = new WeakMap<BlockSpeakers, string>();

/** The speakers of the quotations of block `at`, with the place of those who are named in it. */
function keyOfSpeakers(speakers: BlockSpeakers, at: number): string {
  let key = speakerKeys.get(speakers);
  if (key === undefined) {
    key = JSON.stringify(
      [...speakers].map(([quotation, { name, sure, block, mention }]) => [
        quotation,
        name,
        sure,
        block === at ? mention : -1,
      ]),
    );
    speakerKeys.set(speakers, key);
  }
  return key;
}

/** Binds every claim of a draft to the sources, in document order. */
export function alignDraft(draft: AnalysedDocument, index: SourceIndex, aliases: Aliases = []): Alignment[] {
  const align = blockAligner(index, aliases);
  return draft.blocks.flatMap((_, block) => whole(align(draft, block)));
}
