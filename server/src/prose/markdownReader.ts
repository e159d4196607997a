import { shiftOffsetMap } from '../text/offsetMap.ts';
import type { Block } from './document.ts';
import { type MarkdownReading, readMarkdown, type TreeReading } from './markdown.ts';
import { isWithinMarkdownLimits } from './markdownLimits.ts';
import { cutMarkdown, type Piece } from './markdownPieces.ts';
import type { ChunkReading, PlacedChunk, ReadingMemory } from './readingMemory.ts';

/**
 * Reads Markdown piece by piece and keeps each piece in `memory`; those that are new are parsed in one go. Undefined
 * when the text is beyond what the parser reads in reasonable time.
 */
export function readChunks(source: string, memory: ReadingMemory): MarkdownReading | undefined {
  const cut = cutMarkdown(source, memory.cut);
  const { pieces, starts } = cut;
  const loads = pieces.map(({ load }) => load);
  if (!isWithinMarkdownLimits(source.length, loads)) return undefined;
  // A definition anywhere decides what brackets mean everywhere: such pieces are read together or not at all.
  const linked = source.includes(']:') ? pieces.filter(({ hasBrackets }) => hasBrackets) : [];
  const definitions = linked.map(({ text }) => text).join('');
  const sameDefinitions =
    definitions === memory.definitions && linked.every(({ key }) => memory.chunks.has(key));
  const isKnown = ({ key, hasBrackets }: Piece): boolean =>
    memory.chunks.has(key) && (sameDefinitions || !hasBrackets);
  const missing = pieces.filter((piece) => !isKnown(piece));
  const fresh = new Map<string, ChunkReading>();
  if (missing.length > 0) {
    const reading = readMarkdown(missing.map(({ text }) => text).join(''), memory.block);
    if (!reading) return undefined;
    takeApart(reading, missing, fresh);
  }
  memory.cut = cut;
  return assemble(pieces, starts, fresh, memory, definitions);
}

/** Gives each piece its part of a reading of all of them joined. */
function takeApart(reading: TreeReading, chunks: readonly Piece[], into: Map<string, ChunkReading>): void {
  let start = 0;
  let block = 0;
  let directive = 0;
  let table = 0;
  chunks.forEach(({ text, key }, i) => {
    const end = start + text.length;
    const [firstBlock, firstDirective, firstTable] = [block, directive, table];
    while (block < reading.blocks.length && startOf(reading.blocks[block] as Block) < end) block++;
    while ((reading.directives[directive]?.start ?? end) < end) directive++;
    while ((reading.tables[table] ?? end) < end) table++;
    const from = start;
    into.set(key, {
      blocks: reading.blocks.slice(firstBlock, block).map((one) => placeBlock(one, -from, -firstTable)),
      directives: reading.directives
        .slice(firstDirective, directive)
        .map((one) => ({ ...one, start: one.start - from, end: one.end - from })),
      tables: table - firstTable,
      ...(i === 0 && reading.frontMatter ? { frontMatter: reading.frontMatter } : {}),
    });
    start = end;
  });
}

function assemble(
  pieces: readonly Piece[],
  starts: readonly number[],
  fresh: ReadonlyMap<string, ChunkReading>,
  memory: ReadingMemory,
  definitions: string,
): MarkdownReading {
  const placed = new Map<string, PlacedChunk>();
  let firstTable = 0;
  const parts = pieces.map(({ key }, i) => {
    const start = starts[i] as number;
    const last = fresh.has(key) ? undefined : memory.chunks.get(key);
    const reading = fresh.get(key) ?? (last as PlacedChunk).reading;
    const part =
      last?.offset === start && last.firstTable === firstTable ? last : place(reading, start, firstTable);
    placed.set(key, part);
    firstTable += reading.tables;
    for (const { tokens, sentences, text } of reading.blocks) memory.keep(text, { tokens, sentences });
    return part;
  });
  memory.chunks = placed;
  memory.definitions = definitions;
  const frontMatter = parts[0]?.reading.frontMatter;
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    directives: parts.flatMap(({ directives }) => directives),
    ...(frontMatter ? { frontMatter } : {}),
  };
}

const place = (reading: ChunkReading, offset: number, firstTable: number): PlacedChunk => ({
  reading,
  offset,
  firstTable,
  blocks: reading.blocks.map((block) => placeBlock(block, offset, firstTable)),
  directives: reading.directives.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset })),
});

const startOf = (block: Block): number => block.map.segments[0]?.document ?? 0;

function placeBlock(block: Block, by: number, tables: number): Block {
  if (by === 0 && (tables === 0 || !block.cell)) return block;
  return {
    ...block,
    map: shiftOffsetMap(block.map, by),
    ...(block.cell ? { cell: { ...block.cell, table: block.cell.table + tables } } : {}),
  };
}
