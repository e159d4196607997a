import type { LineTable } from '../text/lineIndex.ts';
import type { Block, Directive, ProseDocument } from './document.ts';
import type { MarkdownPiece } from './markdownReader.ts';
import type { CutText } from './pieces.ts';
import type { PlainPiece } from './plainReader.ts';
import { type BlockReading, readBlock } from './readBlock.ts';

/** What a piece of a text says by itself; offsets count from the start of the piece, tables from its first one. */
export interface PieceReading {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
  readonly tables: number;
  readonly frontMatter?: ProseDocument['frontMatter'];
}

/** A piece where it stood last. */
export interface PlacedPiece {
  readonly reading: PieceReading;
  readonly offset: number;
  readonly firstTable: number;
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
}

/**
 * What is kept of the last text of one document, so that the next one costs as much as it differs. It changes nothing
 * in what is read, only how long it takes.
 */
export interface ReadingMemory {
  /** Sentences and tokens of a block's text. */
  block(text: string): BlockReading;
  /** The lines of the text; undefined before the first one. */
  lines: LineTable | undefined;
  /** The text as it was cut into pieces; undefined before the first one that could be read. */
  markdown: CutText<MarkdownPiece> | undefined;
  plainText: CutText<PlainPiece> | undefined;
  /** All pieces with brackets, where the text defines links or footnotes: their reading depends on each other. */
  definitions: string;
  /** Forgets the texts of blocks that are not among these, once they are many. */
  endOfText(blocks: readonly Block[]): void;
}

/** Texts of blocks that are not in the document any more, beyond as many as are in it. */
const SPARE = 500;

/** Creates an empty memory. */
export function createReadingMemory(): ReadingMemory {
  let texts = new Map<string, BlockReading>();
  return {
    block(text) {
      let reading = texts.get(text);
      if (!reading) {
        reading = readBlock(text);
        texts.set(text, reading);
      }
      return reading;
    },
    lines: undefined,
    markdown: undefined,
    plainText: undefined,
    definitions: '',
    endOfText(blocks) {
      if (texts.size <= 2 * blocks.length + SPARE) return;
      texts = new Map(blocks.map(({ text, tokens, sentences }) => [text, { tokens, sentences }]));
    },
  };
}
