import type { Block } from '../prose/document.ts';
import type { EntityInput } from './entities.ts';
import type { DateMention, LocalMention, QuantityMention, QuotationMention, TimeMention } from './mention.ts';
import type { FoundName } from './name.ts';
import type { BlockCounts, Shape } from './nameStatistics.ts';
import type { Unit } from './nameUnits.ts';

/** What the text of one block says by itself; a pure function of its text, tokens and sentences. */
export interface BlockReading {
  /** A block with this text; where it stands is of no account. */
  readonly block: Pick<Block, 'text' | 'tokens' | 'sentences'>;
  readonly units: readonly Unit[];
  readonly shape: Shape;
  readonly counts: BlockCounts;
  readonly facts: readonly (QuantityMention | DateMention | TimeMention)[];
  readonly quotations: readonly QuotationMention[];
}

/** A block with the names that the whole document allows, before speakers and entities are known. */
export interface NamedBlock {
  readonly reading: BlockReading;
  readonly names: readonly FoundName[];
  readonly quotations: readonly QuotationMention[];
  /** Facts, quotations and names in order. */
  readonly mentions: readonly LocalMention[];
  /** Indexes of the names among the mentions. */
  readonly nameMentions: readonly number[];
  readonly inputs: readonly EntityInput[];
  /** All that the entities of the document take from this block. */
  readonly key: string;
}
