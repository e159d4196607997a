import type { Token } from '../prose/tokens.ts';
import type { BlockReading, NamedBlock } from './analysisDraft.ts';
import type { LocalMention } from './mention.ts';
import { type BlockCounts, createStatistics, type NameStatistics } from './nameStatistics.ts';

/** The names of a block, with the words it asked the statistics of the document about. */
export interface KnownNames {
  readonly names: NamedBlock['names'];
  readonly asked: ReadonlySet<string>;
}

/** The merged mentions of a block, with what they were merged from. */
export interface KnownMentions {
  readonly names: NamedBlock['names'];
  readonly quotations: NamedBlock['quotations'];
  readonly mentions: readonly LocalMention[];
}

/**
 * What is kept of the last analysis of one document, by the tokens of each block: a block that reads the same has the
 * same list of tokens. It changes nothing in what is found, only how long it takes.
 */
export interface AnalysisMemory {
  readings: ReadonlyMap<readonly Token[], BlockReading>;
  names: ReadonlyMap<readonly Token[], KnownNames>;
  mentions: ReadonlyMap<readonly Token[], KnownMentions>;
  /** The statistics of a document with these blocks, and the words whose counts differ from the last document's. */
  count(blocks: readonly BlockCounts[]): {
    readonly statistics: NameStatistics;
    readonly changed: ReadonlySet<string>;
  };
}

const KINDS = ['lower', 'capital', 'alone'] as const;

/** Creates an empty memory. */
export function createAnalysisMemory(): AnalysisMemory {
  const totals = { lower: new Map<string, number>(), capital: new Map(), alone: new Map() };
  let last: ReadonlyMap<BlockCounts, number> = new Map();
  return {
    readings: new Map(),
    names: new Map(),
    mentions: new Map(),
    count(blocks) {
      const current = new Map<BlockCounts, number>();
      for (const block of blocks) current.set(block, (current.get(block) ?? 0) + 1);
      const changed = new Set<string>();
      const add = (block: BlockCounts, times: number): void => {
        if (times === 0) return;
        for (const kind of KINDS) {
          for (const [word, count] of block[kind]) {
            totals[kind].set(word, (totals[kind].get(word) ?? 0) + count * times);
            changed.add(word);
          }
        }
      };
      for (const [block, times] of current) add(block, times - (last.get(block) ?? 0));
      for (const [block, times] of last) if (!current.has(block)) add(block, -times);
      last = current;
      return { statistics: createStatistics(totals), changed };
    },
  };
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
