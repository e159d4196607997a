import type { Language } from './message.ts';
export const GERMAN: Language = { code: 'de', words: {} };
