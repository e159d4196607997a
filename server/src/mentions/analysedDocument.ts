import type { Block, ProseDocument } from '../prose/document.ts';
import type { Span } from '../text/span.ts';
import type { LocalMention, Speaker } from './mention.ts';

/** A block with the mentions found in it, sorted by start; a quotation comes before the mentions inside it. */
export interface AnalysedBlock {
  readonly block: Block;
  readonly mentions: readonly LocalMention[];
}

/** The document's own date and place ("Minsk, December 14, 2025 –", or front matter). */
export interface Dateline {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** One person, organisation or place as the document names it. */
export interface Entity {
  /** Fullest form in the document. */
  readonly name: string;
  /** Every written form, the acronym included, in order of appearance. */
  readonly forms: readonly string[];
  /** Roles written next to any of its forms, in order of appearance. */
  readonly roles: readonly string[];
}

/** A prose document with its mentions and what the document as a whole says about them. */
export interface AnalysedDocument {
  readonly prose: ProseDocument;
  readonly blocks: readonly AnalysedBlock[];
  readonly entities: readonly Entity[];
  /** Entity of a name mention: index into `entities`, by block index and mention index. */
  entityOf(block: number, mention: number): number | undefined;
  /** Speaker of a quotation, by block index and mention index; undefined = unknown. */
  speakerOf(block: number, mention: number): Speaker | undefined;
  /** The known speakers of a block by mention index; the same object from one version to the next while they stay. */
  speakersIn(block: number): ReadonlyMap<number, Speaker> | undefined;
  readonly dateline?: Dateline;
}

/** Document span of a span of block `block`. */
export const documentSpan = (document: AnalysedDocument, block: number, span: Span): Span =>
  (document.blocks[block] as AnalysedBlock).block.map.spanToDocument(span);
