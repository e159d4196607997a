import { copyOf } from './copy.ts';
import { type Numbers, packed } from './exact.ts';

/** Numbers words as they come, so that lists of them take four bytes a word. */
export interface Numbering {
  /** The number of the word, which it gets now if it has none. */
  add(word: string): number;
  /** The number of the word; undefined for one that was never added. */
  of(word: string): number | undefined;
  word(number: number): string;
}

/** Creates a numbering without words. It never forgets one: it grows with the language, not with the texts. */
export function createNumbering(): Numbering {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  return {
    add(word) {
      let number = numbers.get(word);
      if (number === undefined) {
        const own = copyOf(word, { start: 0, end: word.length });
        number = words.push(own) - 1;
        numbers.set(own, number);
      }
      return number;
    },
    of: (word) => numbers.get(word),
    word: (number) => words[number] as string,
  };
}

/** Where each number of a list stands in it. */
export interface Postings {
  /** The places of the number, rising; empty for an unknown one. */
  of(number: number): Numbers;
  /** How many there are. */
  count(number: number): number;
}

const NONE = new Uint16Array(0);

/**
 * The places of each number: three typed arrays, however many numbers there are, where a map of lists would take ten
 * times the room. `placeOf` names the place that is noted for an index of the list.
 */
export function postingsOf(list: Numbers, placeOf?: (index: number) => number): Postings {
  const order = orderOf(list);
  const distinct: number[] = [];
  const starts: number[] = [];
  for (let i = 0, last = -1; i < order.length; i++) {
    const number = list[order[i] as number] as number;
    if (number === last) continue;
    distinct.push(number);
    starts.push(i);
    last = number;
  }
  starts.push(order.length);
  if (placeOf) for (let i = 0; i < order.length; i++) order[i] = placeOf(order[i] as number);
  return createPostings(packed(distinct), packed(starts), packed(order));
}

/** Apart from the reading above, so that nothing of it is held. */
function createPostings(distinct: Numbers, starts: Numbers, places: Numbers): Postings {
  const find = (number: number): number => {
    const i = firstNotBelow(distinct, number);
    return distinct[i] === number ? i : -1;
  };
  return {
    of(number) {
      const i = find(number);
      return i < 0 ? NONE : places.subarray(starts[i], starts[i + 1]);
    },
    count(number) {
      const i = find(number);
      return i < 0 ? 0 : (starts[i + 1] as number) - (starts[i] as number);
    },
  };
}

/** Two numbers in one that sorts by the first of them: both are whole and below 2^26. */
const FACTOR = 2 ** 26;

/** The indexes of a list in the order of its numbers; equal ones in their own order. */
function orderOf(list: Numbers): Int32Array {
  const keys = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) keys[i] = (list[i] as number) * FACTOR + i;
  // without a function that compares, typed arrays are sorted many times faster
  keys.sort();
  const order = new Int32Array(list.length);
  for (let i = 0; i < order.length; i++) order[i] = (keys[i] as number) % FACTOR;
  return order;
}

/** Index of the first of the rising numbers between two places that is not below `number`. */
export function firstNotBelow(rising: Numbers, number: number, from = 0, until = rising.length): number {
  let low = from;
  let high = until;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
