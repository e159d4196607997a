/**
 * Bounds that keep reading linear and free of deep recursion. Text beyond a bound is still read, in a simpler way; nothing is
 * refused here. Each bound is far above what people write and well below where the Markdown parser was seen to slow down.
 */

/** Markdown longer than this (UTF-16 code units) is read as plain text: a book, or not prose at all. */
export const MAX_MARKDOWN_LENGTH = 4_000_000;

/** Block markers (`>`, bullets) opening one line. Every level is visited again on each line, and is a level of recursion. */
export const MAX_CONTAINER_DEPTH = 40;

/**
 * Inline delimiters (brackets, emphasis, backticks, angle brackets) in one paragraph. The parser pairs them at a cost that
 * grows with their square; real paragraphs with tables of links stay in the hundreds.
 */
export const MAX_DELIMITERS_IN_PARAGRAPH = 3_000;

/** Front matter longer than this is left unparsed: metadata is short, and YAML has costly forms. */
export const MAX_FRONT_MATTER_LENGTH = 64_000;

/** Widest line of hard-wrapped plain text; longer lines are whole paragraphs. */
export const MAX_WRAP_WIDTH = 100;

/** Narrowest wrap width; shorter lines are headings, verse or addresses. */
export const MIN_WRAP_WIDTH = 40;
