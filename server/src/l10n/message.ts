/** Words in another language by their English template; `{0}` stands for the first argument. */
export type Catalogue = Readonly<Record<string, string>>;

/** An English template with what stands in its places, so that it can be said in any language. */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/**
 * The language of a process is chosen once, before anything is said. It changes words for people and nothing else: no
 * finding, fix or fingerprint depends on it.
 */
let catalogue: Catalogue = {};

/** Says everything from now on in the words of `next`; what it lacks stays English. */
export function speak(next: Catalogue): void {
  catalogue = next;
}

/** Words for a person, in the language of the process. */
export const t = (template: string, ...args: readonly (string | number)[]): string =>
  fill(catalogue[template] ?? template, args);

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
