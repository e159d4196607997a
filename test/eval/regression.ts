/** A vector of named parts. */
export type Parts = Readonly<Record<string, number>>;

const ROUNDS = 400;
const RATE = 0.05;

/** Climbs a concave function by its gradient with a step of its own for each part (Adam); no randomness. */
function climb(names: readonly string[], gradient: (w: Float64Array) => Float64Array, decay: number): Parts {
  const size = names.length;
  const w = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let t = 1; t <= ROUNDS; t++) {
    const g = gradient(w);
    for (let i = 0; i < size; i++) {
      const step = (g[i] as number) - (names[i] === 'constant' ? 0 : decay * (w[i] as number));
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * step;
      square[i] = 0.999 * (square[i] as number) + 0.001 * step * step;
      const m = (mean[i] as number) / (1 - 0.9 ** t);
      w[i] = (w[i] as number) + (RATE * m) / (Math.sqrt((square[i] as number) / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, w[i] as number]));
}

/** Weighed sum of the parts. */
export const dot = (parts: Parts, weights: Parts): number => {
  let sum = 0;
  for (const name in weights) sum += (weights[name] as number) * (parts[name] ?? 0);
  return sum;
};

/** Logistic regression; parts are brought to one scale first, and the weights back to theirs. */
export function fitLogistic(
  rows: readonly { readonly parts: Parts; readonly y: boolean }[],
  decay = 0.003,
): Parts {
  const names = Object.keys(rows[0]?.parts ?? {});
  const scale = Object.fromEntries(
    names.map((name) => {
      const values = rows.map((r) => r.parts[name] as number);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const spread = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
      return [name, name === 'constant' ? [0, 1] : [mean, spread || 1]];
    }),
  ) as Record<string, [number, number]>;
  const x = rows.map((r) =>
    Float64Array.from(
      names,
      (n) => ((r.parts[n] as number) - (scale[n] as [number, number])[0]) / (scale[n] as [number, number])[1],
    ),
  );
  const w = climb(
    names,
    (weights) => {
      const g = new Float64Array(names.length);
      rows.forEach((row, r) => {
        const v = x[r] as Float64Array;
        let sum = 0;
        for (let i = 0; i < v.length; i++) sum += (v[i] as number) * (weights[i] as number);
        const miss = (row.y ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (let i = 0; i < v.length; i++) g[i] = (g[i] as number) + ((v[i] as number) * miss) / rows.length;
      });
      return g;
    },
    decay,
  );
  let constant = w.constant ?? 0;
  const own: Record<string, number> = {};
  for (const name of names) {
    if (name === 'constant') continue;
    const [mean, spread] = scale[name] as [number, number];
    own[name] = (w[name] as number) / spread;
    constant -= (own[name] as number) * mean;
  }
  return { ...own, constant };
}

/** Conditional regression: which of the choices of a row is right. */
export function fitChoice(
  rows: readonly { readonly right: readonly Parts[]; readonly wrong: readonly Parts[] }[],
  decay = 0.001,
): Parts {
  const names = Object.keys(rows[0]?.right[0] ?? {});
  const vector = (p: Parts) => Float64Array.from(names, (n) => p[n] as number);
  const data = rows.map((r) => ({ right: r.right.map(vector), all: [...r.right, ...r.wrong].map(vector) }));
  const pull = (g: Float64Array, list: readonly Float64Array[], w: Float64Array, sign: number): void => {
    const scores = list.map((v) => v.reduce((sum, x, i) => sum + x * (w[i] as number), 0));
    const top = Math.max(...scores);
    const odds = scores.map((s) => Math.exp(s - top));
    const total = odds.reduce((a, b) => a + b, 0);
    list.forEach((v, k) => {
      const share = (sign * (odds[k] as number)) / total / data.length;
      for (let i = 0; i < v.length; i++) g[i] = (g[i] as number) + share * (v[i] as number);
    });
  };
  return climb(
    names,
    (w) => {
      const g = new Float64Array(names.length);
      for (const { right, all } of data) {
        pull(g, right, w, 1);
        pull(g, all, w, -1);
      }
      return g;
    },
    decay,
  );
}
