/** A language that people are spoken to in. */
export interface Language {
  /** As HTML names it: "de". */
  readonly code: string;
  /** Its words by their English template; `{0}` stands for the first argument. */
  readonly words: Readonly<Record<string, string>>;
}

/** An English template with what stands in its places, so that it can be said in any language. */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** The templates as they are written. */
export const ENGLISH: Language = { code: 'en', words: {} };

/**
 * The language of a process is chosen once, before anything is said. It changes words for people and nothing else: no
 * finding, fix or fingerprint depends on it.
 */
let spoken = ENGLISH;

/** Says everything from now on in `language`; words that it lacks stay English. */
export function speak(language: Language): void {
  spoken = language;
}

/** The code of the language that is spoken. */
export const languageCode = (): string => spoken.code;

/** Words for a person, in the language of the process. */
export const t = (template: string, ...args: readonly (string | number)[]): string =>
  fill(spoken.words[template] ?? template, args);

/** Marks a template that is said elsewhere, by way of a table. */
export const later = (template: string): string => template;

/** A message that is said later, or in two languages. */
export const message = (template: string, ...args: readonly (string | number)[]): Message => ({
  template,
  args,
});

/** A message in the language of the process. */
export const said = ({ template, args }: Message): string => t(template, ...args);

/** A message in English, for whatever must be the same in every language. */
export const inEnglish = ({ template, args }: Message): string => fill(template, args);

/** Arguments are data: what looks like a place in them is none. */
const fill = (template: string, args: readonly (string | number)[]): string =>
  template.replace(/\{(\d)\}/g, (place, index) => String(args[Number(index)] ?? place));
