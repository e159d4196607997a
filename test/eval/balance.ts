/** Whether a draft was flagged, whether it should have been, and the article it was made from. */
export interface Response {
  readonly inconsistent: boolean;
  readonly flagged: boolean;
  readonly article: string;
}

/** Balanced accuracy of a yes-or-no answer per draft; shares between 0 and 1. */
export interface Balance {
  readonly accuracy: number;
  readonly sensitivity: number;
  readonly specificity: number;
}

/** The mean of the shares of bad drafts flagged and of good drafts left alone; undefined when one kind is missing. */
export function balancedAccuracy(responses: readonly Response[]): Balance | undefined {
  const bad = responses.filter(({ inconsistent }) => inconsistent);
  const good = responses.filter(({ inconsistent }) => !inconsistent);
  if (bad.length === 0 || good.length === 0) return undefined;
  const sensitivity = bad.filter(({ flagged }) => flagged).length / bad.length;
  const specificity = good.filter(({ flagged }) => !flagged).length / good.length;
  return { accuracy: (sensitivity + specificity) / 2, sensitivity, specificity };
}

const RESAMPLES = 400;

/**
 * A 95 % interval of a statistic by resampling whole articles, because drafts of one article are not independent.
 * The random numbers are a fixed sequence: the same input gives the same interval.
 */
export function interval<R extends Response>(
  responses: readonly R[],
  statistic: (sample: readonly R[]) => number | undefined,
): readonly [number, number] | undefined {
  const byArticle = new Map<string, R[]>();
  for (const response of responses) {
    const group = byArticle.get(response.article);
    if (group) group.push(response);
    else byArticle.set(response.article, [response]);
  }
  const articles = [...byArticle.values()];
  if (articles.length === 0) return undefined;
  let state = 42;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const values: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const sample: R[] = [];
    for (let i = 0; i < articles.length; i++)
      sample.push(...(articles[Math.floor(next() * articles.length)] as R[]));
    const value = statistic(sample);
    if (value !== undefined && !Number.isNaN(value)) values.push(value);
  }
  if (values.length <= 50) return undefined;
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.floor(values.length * share)] as number;
  return [at(0.025), at(0.975)];
}
