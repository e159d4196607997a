import { copyOf } from './copy.ts';

/** Words of several long texts; beyond so many the rest are worked out anew. */
const MOST = 50_000;

/** The same function of a word, which keeps what it has worked out and no text that a word was cut from. */
export function kept<T extends string | number | boolean | object>(
  read: (word: string) => T,
): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    let value = known.get(word);
    if (value === undefined) {
      value = read(word);
      if (known.size >= MOST) known.clear();
      known.set(copyOf(word, { start: 0, end: word.length }), value);
    }
    return value;
  };
}
