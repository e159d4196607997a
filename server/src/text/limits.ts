/**
 * Bounds that keep reading linear and free of deep recursion. Text beyond a bound is still read, in a simpler way; nothing is
 * refused here. Each bound is far above what people write and below where the Markdown parser was measured to slow down.
 */

/** Markdown longer than this (UTF-16 code units) is read as plain text: a book of books, or not prose at all. */
export const MAX_MARKDOWN_LENGTH = 2_000_000;

/** Block quotes and list items opened by one line. Each is a level of recursion, and is looked at again on each line below. */
export const MAX_CONTAINER_DEPTH = 24;

/** Indentation (columns) of a list item: two columns a level, and the cost of nesting grows with the square of the depth. */
export const MAX_NESTED_INDENT = 160;

/** Containers opened inside a list item's own line ("> - > - a"), in the whole text: 0.1 ms each. */
export const MAX_NESTED_OPENINGS = 2_000;

/** List items in the whole text; the cost of a list grows with the length of the text behind it. */
export const MAX_LIST_ITEMS = 5_000;

/** Headings underlined with `=` or `-`; the parser's cost grows with their square, 0.2 s at a thousand. */
export const MAX_UNDERLINED_HEADINGS = 1_000;

/** Lines in one run without a blank line: the parser's cost for a paragraph grows faster than its lines. */
export const MAX_LINES_WITHOUT_BLANK = 10_000;

/** Inline delimiters (brackets, emphasis, backticks, angle brackets) in one run of lines: they are paired at a quadratic cost. */
export const MAX_DELIMITERS_IN_PARAGRAPH = 3_000;

/** Front matter longer than this is left unparsed: metadata is short, and YAML has costly forms. */
export const MAX_FRONT_MATTER_LENGTH = 64_000;

/** Widest line of hard-wrapped plain text; longer lines are whole paragraphs. */
export const MAX_WRAP_WIDTH = 100;

/** Narrowest wrap width; shorter lines are headings, verse or addresses. */
export const MIN_WRAP_WIDTH = 40;
