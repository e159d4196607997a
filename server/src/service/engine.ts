import type * as engine from '../engine.ts';

/** The engine's functions as the service uses them; tests pass their own. */
export type Engine = Pick<
  typeof engine,
  'readProse' | 'analyse' | 'createSourceIndex' | 'checkDraft' | 'checkSource'
> &
  Partial<
    Pick<
      typeof engine,
      'prepareProse' | 'prepareAnalysis' | 'analyseInSteps' | 'prepareDraft' | 'prepareSources' | 'factsOver'
    >
  >;
