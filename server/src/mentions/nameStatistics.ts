import { isFunctionWord } from './lexiconFunctionWords.ts';
import type { Unit } from './nameUnits.ts';

/** How a block is written: running text, a title with capitals throughout, or all in capital letters. */
export type Shape = 'prose' | 'title' | 'capitals';

/** Longer blocks are always read as running text. */
const MAX_TITLE_WORDS = 24;

/** Decides the shape of a block from its words. */
export function shapeOf(units: readonly Unit[]): Shape {
  let words = 0;
  let upper = 0;
  let letters = 0;
  let content = 0;
  let capitals = 0;
  for (const unit of units) {
    if (unit.kind !== 'word') continue;
    words++;
    if (unit.text.length < 2) continue;
    letters++;
    if (unit.acronym) upper++;
    if (isFunctionWord(unit.lower)) continue;
    content++;
    if (unit.capital) capitals++;
  }
  if (letters >= 2 && upper >= letters * 0.7) return 'capitals';
  const last = units[units.length - 1];
  if (words > MAX_TITLE_WORDS || (last?.kind === 'mark' && '.!?'.includes(last.text))) return 'prose';
  return capitals >= content * 0.8 ? 'title' : 'prose';
}

/** Counts that decide whether a capital at the start of a sentence belongs to a name. */
export interface NameStatistics {
  /** How often the word stands in lower case. */
  lower(word: string): number;
  /** How often the word has a capital where only a name has one. */
  capital(text: string): number;
  /** How often it stands so with no other capital word beside it. */
  alone(text: string): number;
}

/** Counts of one block; they add up over the blocks of a document. */
export interface BlockCounts {
  readonly lower: ReadonlyMap<string, number>;
  readonly capital: ReadonlyMap<string, number>;
  readonly alone: ReadonlyMap<string, number>;
}

const add = (counts: Map<string, number>, key: string, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/** Counts the words of a block; only running text says something about capitals. */
export function countWords(units: readonly Unit[], shape: Shape): BlockCounts {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  const alone = new Map<string, number>();
  if (shape !== 'prose') return { lower, capital, alone };
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    if (unit.kind !== 'word') continue;
    if (!unit.capital) {
      if (unit.text.length > 1) add(lower, unit.lower);
    } else if (!unit.initial) {
      add(capital, unit.text);
      const before = units[i - 1];
      const after = units[i + 1];
      const joined =
        (before?.capital === true && !before.possessive) || (after?.capital === true && !unit.possessive);
      if (!joined) add(alone, unit.text);
    }
  }
  return { lower, capital, alone };
}

/** Statistics over counts that were added up. */
export function createStatistics({ lower, capital, alone }: BlockCounts): NameStatistics {
  return {
    lower: (word) => lower.get(word) ?? 0,
    capital: (text) => capital.get(text) ?? 0,
    alone: (text) => alone.get(text) ?? 0,
  };
}
