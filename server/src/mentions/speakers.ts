import type { NamedBlock } from './analysisDraft.ts';
import type { Attribution, AttributionRow } from './attributionMemory.ts';
import type { EntityTable } from './entities.ts';
import type { Speaker } from './mention.ts';

/** The speakers of the quotations of a block, by the index of the mention. */
export type BlockSpeakers = ReadonlyMap<number, Speaker>;

/** Who speaks in a document, with all that this was read from. */
export interface DocumentSpeakers {
  readonly blocks: readonly NamedBlock[];
  readonly rows: readonly AttributionRow[];
  readonly table: EntityTable;
  /** Index of the first name of each block among all names. */
  readonly firstName: Int32Array;
  /** Undefined for a block without a known speaker. */
  readonly speakers: readonly (BlockSpeakers | undefined)[];
}

/**
 * The speakers of a document from the attribution of its quotations, one row a block; those of a block stay the same
 * object as in `last` while they are read from the same.
 */
export function speakersOf(
  blocks: readonly NamedBlock[],
  rows: readonly AttributionRow[],
  table: EntityTable,
  last: DocumentSpeakers | undefined,
): DocumentSpeakers {
  let count = 0;
  const firstName = Int32Array.from(blocks, ({ names }) => {
    count += names.length;
    return count - names.length;
  });
  const speakers = blocks.map((block, b): BlockSpeakers | undefined => {
    const row = rows[b] as AttributionRow;
    if (!row.some(isKnown)) return undefined;
    return last && isReadFrom(last, b) ? last.speakers[b] : read(block, row);
  });
  return { blocks, rows, table, firstName, speakers };

  /** True when what `before` says of a block was read from the very same. */
  function isReadFrom(before: DocumentSpeakers, b: number): boolean {
    if (before.table !== table || before.rows[b] !== rows[b] || before.blocks[b] !== blocks[b]) return false;
    return (rows[b] as AttributionRow).every(
      (found) => !found || before.blocks[found.block] === blocks[found.block],
    );
  }

  function read({ mentions }: NamedBlock, row: AttributionRow): BlockSpeakers {
    const byMention = new Map<number, Speaker>();
    let quotation = 0;
    mentions.forEach((mention, index) => {
      if (mention.kind !== 'quotation') return;
      const found = row[quotation++];
      if (!found) return;
      const entity = table.of[(firstName[found.block] as number) + found.name] as number;
      byMention.set(index, {
        block: found.block,
        mention: blocks[found.block]?.nameMentions[found.name] as number,
        name: table.entities[entity]?.name ?? '',
        sure: found.sure,
        ...(found.alone ? { alone: found.alone } : {}),
        ...(found.cue ? { cue: found.cue } : {}),
      });
    });
    return byMention;
  }
}

const isKnown = (found: Attribution | undefined): boolean => found !== undefined;
