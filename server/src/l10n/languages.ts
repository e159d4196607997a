import { GERMAN } from './german.ts';
import { ENGLISH, type Language } from './message.ts';

/** The language for a locale such as "de", "de-AT" or "de_DE.UTF-8"; English for one that is not known. */
export function languageFor(locale: string | undefined): Language {
  return locale !== undefined && /^de(?:$|[-_.@])/i.test(locale) ? GERMAN : ENGLISH;
}
