import type { Token } from '../prose/tokens.ts';
import type { AnalysedBlock } from './analysedDocument.ts';
import type { BlockReading, NamedBlock } from './analysisDraft.ts';
import { type AttributionMemory, createAttributionMemory } from './attributionMemory.ts';
import type { EntityTable } from './entities.ts';
import { type BlockCounts, createStatistics, type NameStatistics } from './nameStatistics.ts';
import type { DocumentSpeakers } from './speakers.ts';

/** The names of a block, with the words it asked the statistics of the document about. */
export interface KnownNames {
  readonly names: NamedBlock['names'];
  readonly asked: ReadonlySet<string>;
}

/** What is known of a block with certain tokens. */
export interface KnownBlock {
  readonly reading: BlockReading;
  names: KnownNames | undefined;
  /** The last analysis whose document had the block. */
  turn: number;
  /** The block with each choice of its quotations, which the block after it decides. */
  named: readonly NamedBlock[];
}

/** The entities of a document with these blocks. */
export interface KnownEntities {
  readonly blocks: readonly NamedBlock[];
  readonly table: EntityTable;
}

/**
 * What is kept of the last analysis of one document, by the tokens of each block: a block that reads the same has the
 * same list of tokens. It changes nothing in what is found, only how long it takes.
 */
export interface AnalysisMemory {
  /** Number of analyses so far. */
  turn: number;
  readonly blocks: WeakMap<readonly Token[], KnownBlock>;
  entities: KnownEntities | undefined;
  readonly attribution: AttributionMemory;
  speakers: DocumentSpeakers | undefined;
  /** The blocks of the last document, with their mentions. */
  last: readonly AnalysedBlock[];
  /** The statistics of a document with these blocks, and the words whose counts differ from the last document's. */
  count(blocks: readonly BlockCounts[]): {
    readonly statistics: NameStatistics;
    readonly changed: ReadonlySet<string>;
  };
}

const KINDS = ['lower', 'capital', 'alone'] as const;

/** Creates an empty memory. */
export function createAnalysisMemory(): AnalysisMemory {
  const totals = {
    lower: new Map<string, number>(),
    capital: new Map<string, number>(),
    alone: new Map<string, number>(),
  };
  const statistics = createStatistics(totals);
  let last: readonly BlockCounts[] = [];

  /** Adds the counts of blocks to the totals, or takes them away; `before` holds the totals they had at first. */
  function add(blocks: readonly BlockCounts[], times: 1 | -1, before: Map<string, number>[]): void {
    for (const block of blocks) {
      KINDS.forEach((kind, k) => {
        const counts = totals[kind];
        for (const [word, count] of block[kind]) {
          const total = counts.get(word) ?? 0;
          if (!before[k]?.has(word)) before[k]?.set(word, total);
          counts.set(word, total + count * times);
        }
      });
    }
  }

  return {
    turn: 0,
    blocks: new WeakMap(),
    entities: undefined,
    attribution: createAttributionMemory(),
    speakers: undefined,
    last: [],
    count(blocks) {
      const { from, oldEnd, newEnd } = differing(last, blocks);
      const before = KINDS.map(() => new Map<string, number>());
      add(last.slice(from, oldEnd), -1, before);
      add(blocks.slice(from, newEnd), 1, before);
      last = blocks;
      const changed = new Set<string>();
      KINDS.forEach((kind, k) => {
        for (const [word, count] of before[k] ?? []) {
          const total = totals[kind].get(word) as number;
          if (total !== count) changed.add(word);
          if (total === 0) totals[kind].delete(word);
        }
      });
      return { statistics, changed };
    },
  };
}

/** The stretch in which two lists differ; before and after it they have the same elements. */
function differing<T>(
  old: readonly T[],
  now: readonly T[],
): { from: number; oldEnd: number; newEnd: number } {
  let from = 0;
  while (from < old.length && from < now.length && old[from] === now[from]) from++;
  let [oldEnd, newEnd] = [old.length, now.length];
  while (oldEnd > from && newEnd > from && old[oldEnd - 1] === now[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { from, oldEnd, newEnd };
}

/** The same statistics, which note the words they are asked about. */
export function recording(statistics: NameStatistics, asked: Set<string>): NameStatistics {
  const note =
    (ask: (word: string) => number) =>
    (word: string): number => {
      asked.add(word);
      return ask(word);
    };
  return { lower: note(statistics.lower), capital: note(statistics.capital), alone: note(statistics.alone) };
}
