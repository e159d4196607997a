import { GERMAN } from './german.ts';
import type { Catalogue } from './message.ts';

/** The words for a locale such as "de", "de-AT" or "de_DE.UTF-8"; nothing, which means English, for one not known. */
export function catalogueOf(locale: string | undefined): Catalogue {
  return locale !== undefined && /^de(?:$|[-_.@])/i.test(locale) ? GERMAN : {};
}
