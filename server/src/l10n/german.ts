import { GERMAN_DESK } from './germanDesk.ts';
import { GERMAN_FILES } from './germanFiles.ts';
import { GERMAN_FINDINGS } from './germanFindings.ts';
import type { Language } from './message.ts';

/** German, in the terms of editorial fact-checking: Angabe, Beleg, Abweichung, Quelle, Befund. */
export const GERMAN: Language = {
  code: 'de',
  words: { ...GERMAN_FINDINGS, ...GERMAN_FILES, ...GERMAN_DESK },
};
