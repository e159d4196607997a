/**
 * The engine's public face, in the order in which data passes through it. Pure functions: no input or output, no clock.
 * Readers: `readProse`; recognisers: `analyse`; sources: `createSourceIndex`; check: `checkDraft`, `checkSource`.
 */

export { analyse, analyseInSteps, prepareAnalysis } from './mentions/analyse.ts';
export type { AnalysedDocument } from './mentions/analysedDocument.ts';
export type { TextDocumentSnapshot, TextFormat } from './prose/document.ts';
export { prepareProse, readProse } from './prose/readProse.ts';
export { checkDraft, checkSource, factsOver, prepareDraft } from './rules/check.ts';
export { type CheckOptions, DEFAULT_OPTIONS } from './rules/options.ts';
export { createSourceIndex, prepareSources, type SourceIndex } from './sources/sourceIndex.ts';
