/** Development sets whose labels are trusted for fitting. */
export const DEVELOPMENT_SETS = [
  'swap_rewrite',
  'fib_gold',
  'wice',
  'defacto',
  'cliff',
  'swap',
  'bump',
  'fib_swap',
  'summedits_news',
  'summedits_ectsum',
  'faithbench',
] as const;

/** Parts that the articles are dealt into for cross-validation. */
export const FOLDS = 5;

/** A number of an article that stays the same from run to run. */
export function foldOf(article: string): number {
  let hash = 7;
  for (const char of article) hash = (hash * 31 + char.charCodeAt(0)) % 1_000_003;
  return hash % FOLDS;
}
