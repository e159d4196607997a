import type { OffsetMap } from '../text/offsetMap.ts';
import type { Span } from '../text/span.ts';
import type { Block, CellContext } from './document.ts';
import type { Token } from './tokens.ts';

/** What a block is, apart from its words. */
export type BlockFacts = Pick<Block, 'kind' | 'blockQuote' | 'headingDepth' | 'cell'>;

/**
 * A block of a text. A class, as are the others whose objects an edit replaces by the hundred: what is written as a literal
 * and outlives the first reading is put by V8, from then on, where only a full collection frees it; and objects that are
 * put together of others have a shape each, which makes all that reads them slow.
 */
export class ProseBlock implements Block {
  readonly kind: Block['kind'];
  readonly blockQuote: boolean;
  readonly text: string;
  readonly map: OffsetMap;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
  declare readonly headingDepth?: number;
  declare readonly cell?: CellContext;

  constructor(
    facts: BlockFacts,
    prose: Pick<Block, 'text' | 'map'>,
    reading: Pick<Block, 'tokens' | 'sentences'>,
  ) {
    this.kind = facts.kind;
    this.blockQuote = facts.blockQuote;
    this.text = prose.text;
    this.map = prose.map;
    this.tokens = reading.tokens;
    this.sentences = reading.sentences;
    if (facts.headingDepth !== undefined) this.headingDepth = facts.headingDepth;
    if (facts.cell) this.cell = facts.cell;
  }
}
