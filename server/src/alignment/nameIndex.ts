import { slipKeys, spellingKeys } from '../mentions/nameKey.ts';
import type { EntityTable, SourceEntity } from '../sources/entityTable.ts';
import { plain } from './bareNames.ts';

/**
 * Finds the entities that a name of the draft has to be compared with, among all those of the sources. What it leaves out
 * is surely neither a form nor the right spelling of the name; what it answers has yet to be compared.
 */
export interface NameIndex {
  /** Entities with a form that may be another form of the name: a spelling of it, an acronym, an alias; in order. */
  formsOf(words: readonly string[]): readonly SourceEntity[];
  /** Entities with a form, or the last word of one, that the name may be a slip for; in order. */
  slipsOf(words: readonly string[]): readonly SourceEntity[];
  /** Entities with a form of two words, by the last of them. */
  named(family: string): readonly SourceEntity[];
  /** Entities with a form of two words, by the first of them. */
  called(given: string): readonly SourceEntity[];
}

/** How the forms of a name are written in short, and which names are one by common knowledge or the writer's word. */
export interface NameForms {
  /** The first letters of a name's words. */
  initialsOf(form: readonly string[]): string;
  /** The row of names of one thing that a name stands in. */
  rowOf(form: readonly string[]): number | undefined;
}

/** Things under keys, in the order in which they came; one is noted once under a key. */
class Shelf<T> {
  private readonly held = new Map<string, T[]>();

  put(keys: Iterable<string>, thing: T): void {
    for (const key of keys) {
      const known = this.held.get(key);
      if (!known) this.held.set(key, [thing]);
      else if (known.at(-1) !== thing) known.push(thing);
    }
  }

  at(keys: Iterable<string>): T[] {
    const found: T[] = [];
    for (const key of keys) {
      const under = this.held.get(key);
      if (under) found.push(...under);
    }
    return found;
  }
}

const inOrder = (found: readonly SourceEntity[]): readonly SourceEntity[] =>
  [...new Set(found)].sort((a, b) => a.id - b.id);

const lettersOf = (acronym: string): string => acronym.replaceAll('.', '');

/** Lays out the entities of the sources by the keys under which their forms are looked for. */
export function createNameIndex(table: EntityTable, { initialsOf, rowOf }: NameForms): NameIndex {
  const shortOf = (form: readonly string[]): readonly string[] => [
    form.length === 1 ? lettersOf(form[0] as string) : initialsOf(form),
  ];
  const rowKey = (form: readonly string[]): readonly string[] => {
    const row = rowOf(form);
    return row === undefined ? [] : [String(row)];
  };
  const spelled = new Shelf<SourceEntity>();
  const slipped = new Shelf<SourceEntity>();
  const short = new Shelf<SourceEntity>();
  const rows = new Shelf<SourceEntity>();
  const families = new Shelf<SourceEntity>();
  const givens = new Shelf<SourceEntity>();
  for (const entity of table.entities)
    for (const form of entity.forms) {
      spelled.put(spellingKeys(form), entity);
      slipped.put(slipKeys(form), entity);
      // "U.S." is found as "US", and by the letters that it is short for
      for (const word of form) if (/[.'’]/.test(word)) spelled.put([`.${plain(word)}`], entity);
      short.put(shortOf(form), entity);
      rows.put(rowKey(form), entity);
      if (form.length !== 2) continue;
      givens.put([plain(form[0] as string)], entity);
      families.put([plain(form[1] as string)], entity);
    }

  return {
    formsOf(words) {
      const first = plain(words[0] ?? '');
      return inOrder([
        ...spelled.at(spellingKeys(words)),
        ...spelled.at([`.${first}`]),
        ...table.withWord(first),
        ...short.at(shortOf(words)),
        ...rows.at(rowKey(words)),
      ]);
    },
    slipsOf: (words) => inOrder([...spelled.at(spellingKeys(words)), ...slipped.at(slipKeys(words, true))]),
    named: (family) => families.at([plain(family)]),
    called: (given) => givens.at([plain(given)]),
  };
}

/** Finds among many words those that a word may be a slip for, each once and in order. */
export function createSlipIndex(words: Iterable<string>): (word: string) => readonly string[] {
  const all = [...new Set(words)];
  const spelled = new Shelf<number>();
  const slipped = new Shelf<number>();
  for (const [n, word] of all.entries()) {
    spelled.put(spellingKeys([word]), n);
    slipped.put(slipKeys([word]), n);
  }
  return (word) => {
    const found = [...spelled.at(spellingKeys([word])), ...slipped.at(slipKeys([word], true))];
    return [...new Set(found)].sort((a, b) => a - b).map((n) => all[n] as string);
  };
}
