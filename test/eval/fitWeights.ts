/** What `scripts/fitWeights.mjs` runs. */
export { fitNames } from './fitNames.ts';
export { fitNumbers } from './fitNumbers.ts';
