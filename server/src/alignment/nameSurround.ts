import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { isStopWord } from '../sources/vocabulary.ts';
import { type Frame, readFrame } from './frame.ts';
import { WEIGHTS } from './weights.ts';

/** What stands around a name in its sentence. */
export interface Surround extends Frame {
  /** Weight of each term of the sentence by its nearness to the name. */
  readonly near: ReadonlyMap<string, number>;
  /** The function word before the name and its article; `*` for another word, `,` for a mark, `^` at the start. */
  readonly link: string;
  readonly article: boolean;
}

/** Terms on each side of a name that can still be near it. */
const REACH_TERMS = 60;

/** Reads what stands around names; keeps what it has read. */
export function createNameSurround(index: SourceIndex): (m: LocatedMention<NameMention>) => Surround {
  const known = new WeakMap<LocatedMention, Surround>();

  function nearOf({ mention, context }: LocatedMention<NameMention>): Map<string, number> {
    const here = context.place(mention.start);
    const until = context.place(mention.end);
    const all = context.terms;
    const low = all.length > 2 * REACH_TERMS ? firstFrom(all, mention.start) : 0;
    const terms =
      all.length > 2 * REACH_TERMS ? all.slice(Math.max(0, low - REACH_TERMS), low + REACH_TERMS) : all;
    const near = new Map<string, number>();
    for (const t of terms) {
      if (t.start >= mention.start && t.end <= mention.end) continue;
      const distance = t.start < mention.start ? here.position - t.position : t.position - until.position;
      const clauses = Math.min(3, Math.abs(t.clause - here.clause));
      const closeness = WEIGHTS.clause ** clauses / (1 + Math.max(0, distance) / WEIGHTS.reach);
      const value = index.rarity(t.term) * closeness;
      if (value > (near.get(t.term) ?? 0)) near.set(t.term, value);
    }
    return near;
  }

  function read(m: LocatedMention<NameMention>): Surround {
    const { mention, context } = m;
    const { tokens } = (m.document.blocks[m.block] as AnalysedBlock).block;
    const low = firstFrom(tokens, mention.honorific?.start ?? mention.start);
    const inside = (at: number) => {
      const token = tokens[at];
      return token && token.start >= context.start && token.end <= context.end ? token : undefined;
    };
    const previous = inside(low - 1);
    const article = previous?.lower === 'the';
    const link = article ? inside(low - 2) : previous;
    const { before, after } = readFrame(m);
    return {
      near: nearOf(m),
      before,
      after,
      link: !link ? '^' : link.kind !== 'word' ? ',' : isStopWord(link.lower) ? link.lower : '*',
      article,
    };
  }

  return (m) => {
    let surround = known.get(m);
    if (!surround) {
      surround = read(m);
      known.set(m, surround);
    }
    return surround;
  };
}
