import type { LineIndex } from '../text/lineIndex.ts';
import type { OffsetMap } from '../text/offsetMap.ts';
import type { Span } from '../text/span.ts';
import type { PlacedPiece } from './readingMemory.ts';
import type { Token } from './tokens.ts';

/** What the text is written in. HTML and others come later as further readers that give the same ProseDocument. */
export type TextFormat = 'markdown' | 'plaintext';

/** An immutable text with its identity; `uri` is opaque below the service room. */
export interface TextDocumentSnapshot {
  readonly uri: string;
  readonly format: TextFormat;
  readonly text: string;
}

/** Where a table cell stands and which heads bind it. */
export interface CellContext {
  /** Number of the table in the document, zero-based. */
  readonly table: number;
  /** Zero-based; the header row is row 0. */
  readonly row: number;
  readonly column: number;
  /** Prose text of the row's first cell; absent in the first column. */
  readonly rowHead?: string;
  /** Prose text of the header cell of the column; absent in the header row. */
  readonly columnHead?: string;
}

/** One block of running text with markup removed. All inner offsets (sentences, tokens) are into `text`. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'listItem' | 'tableCell' | 'footnote';
  readonly text: string;
  /** Maps offsets of `text` to offsets of the document, and back. */
  readonly map: OffsetMap;
  /** Sentence spans into `text`, in order, trimmed of white space, together covering all tokens. */
  readonly sentences: readonly Span[];
  readonly tokens: readonly Token[];
  /** True inside a Markdown block quote. */
  readonly blockQuote: boolean;
  readonly headingDepth?: number;
  readonly cell?: CellContext;
}

/** A `<!-- touchstone-… -->` comment. */
export interface Directive extends Span {
  readonly action: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** Rule codes named; empty means all rules. */
  readonly rules: readonly string[];
  readonly reason?: string;
}

/** A text read into prose: blocks in document order, directives and the front matter. */
export interface ProseDocument extends TextDocumentSnapshot {
  readonly lines: LineIndex;
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
  /** Parsed YAML front matter; undefined where there is none or it is broken. */
  readonly frontMatter?: Readonly<Record<string, unknown>>;
  /**
   * The pieces that the text was read in, in order, where it is followed from one version to the next: their readings stay
   * the same objects while they say the same, so that what is worked out of one can be kept.
   */
  readonly parts?: readonly PlacedPiece[];
}

/** Index of the sentence of `block` that holds `offset` (the nearest one when it stands between two). */
export function sentenceAt(block: Block, offset: number): number {
  let low = 0;
  let high = block.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.sentences[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
