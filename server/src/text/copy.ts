import type { Span } from './span.ts';

/**
 * A part of a text that does not keep the text alive. A slice is a view on the string it was cut from, and what is known
 * of a paragraph outlives the version of the draft in which it was read.
 */
export const copyOf = (text: string, { start, end }: Span): string => ` ${text.slice(start, end)}`.slice(1);
