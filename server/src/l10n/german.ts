import type { Catalogue } from './message.ts';
export const GERMAN: Catalogue = {};
