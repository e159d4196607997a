import type { Block, Directive, ProseDocument } from './document.ts';
import type { CutText } from './markdownPieces.ts';
import { type BlockReading, readBlock } from './readBlock.ts';

/** What a piece of Markdown says by itself; offsets count from the start of the piece, tables from its first one. */
export interface ChunkReading {
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
  readonly tables: number;
  readonly frontMatter?: ProseDocument['frontMatter'];
}

/** A piece where it stood last. */
export interface PlacedChunk {
  readonly reading: ChunkReading;
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
  /** Keeps the reading of a block that was not read again. */
  keep(text: string, reading: BlockReading): void;
  /** The text as it was cut into pieces; undefined before the first one that could be read. */
  cut: CutText | undefined;
  /** Pieces of Markdown by their text. */
  chunks: ReadonlyMap<string, PlacedChunk>;
  /** All pieces with brackets, where the text defines links or footnotes: their reading depends on each other. */
  definitions: string;
  /** Forgets the blocks that the text just read does not have. */
  endOfText(): void;
}

/** Creates an empty memory. */
export function createReadingMemory(): ReadingMemory {
  let last = new Map<string, BlockReading>();
  let current = new Map<string, BlockReading>();
  return {
    block(text) {
      let reading = current.get(text) ?? last.get(text);
      reading ??= readBlock(text);
      current.set(text, reading);
      return reading;
    },
    keep(text, reading) {
      current.set(text, reading);
    },
    cut: undefined,
    chunks: new Map(),
    definitions: '',
    endOfText() {
      last = current;
      current = new Map();
    },
  };
}
