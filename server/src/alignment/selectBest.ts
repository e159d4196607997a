/** The `most` ids with the highest weights, best first; of equal weights the lower id comes first. Linear in `ids`. */
export function selectBest(ids: readonly number[], weights: Float64Array, most: number): number[] {
  const byWeight = (a: number, b: number) => (weights[b] as number) - (weights[a] as number) || a - b;
  if (ids.length <= most) return [...ids].sort(byWeight);
  const values = new Float64Array(ids.length);
  for (let i = 0; i < ids.length; i++) values[i] = weights[ids[i] as number] as number;
  const threshold = largest(values, most);
  const above: number[] = [];
  const equal: number[] = [];
  for (const id of ids) {
    const weight = weights[id] as number;
    if (weight > threshold) above.push(id);
    else if (weight === threshold) equal.push(id);
  }
  equal.sort((a, b) => a - b);
  return [...above, ...equal.slice(0, most - above.length)].sort(byWeight);
}

/** The `n`-th largest value, counted from 1; the values are put into another order. */
function largest(values: Float64Array, n: number): number {
  const at = (i: number) => values[i] as number;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middleOf(at(low), at((low + high) >> 1), at(high));
    let i = low;
    let j = high;
    while (i <= j) {
      while (at(i) > pivot) i++;
      while (at(j) < pivot) j--;
      if (i > j) break;
      const swapped = at(i);
      values[i] = at(j);
      values[j] = swapped;
      i++;
      j--;
    }
    if (n - 1 <= j) high = j;
    else if (n - 1 >= i) low = i;
    else break;
  }
  return at(n - 1);
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
