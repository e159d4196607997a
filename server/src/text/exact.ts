const NONE: readonly never[] = [];

/**
 * The list in no more room than it needs, for what is kept: one that was filled item by item has room for seventeen at
 * the least.
 */
export const exact = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list.slice());

/** Whole numbers from 0 on, in two bytes each where they fit. */
export type Numbers = Uint16Array | Int32Array;

const MOST_IN_TWO_BYTES = 0xffff;

/** The numbers in no more room than they need. */
export function packed(numbers: ArrayLike<number>): Numbers {
  for (let i = 0; i < numbers.length; i++)
    if ((numbers[i] as number) > MOST_IN_TWO_BYTES) return Int32Array.from(numbers);
  return Uint16Array.from(numbers);
}
