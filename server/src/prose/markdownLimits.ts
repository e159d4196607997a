import {
  MAX_CONTAINER_DEPTH,
  MAX_DELIMITERS_IN_PARAGRAPH,
  MAX_LINES_WITHOUT_BLANK,
  MAX_LIST_ITEMS,
  MAX_MARKDOWN_LENGTH,
  MAX_NESTED_INDENT,
  MAX_NESTED_OPENINGS,
  MAX_UNDERLINED_HEADINGS,
} from '../text/limits.ts';

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const DELIMITERS = /[[\]*_`~<!&\\]/g;

/** What a piece of Markdown adds to the bounds of its whole text. */
export interface MarkdownLoad {
  readonly items: number;
  readonly nestedOpenings: number;
  readonly underlines: number;
}

/** True when the parser reads a text of these pieces in time that grows with its length; undefined is a piece beyond that. */
export function isWithinMarkdownLimits(length: number, loads: Iterable<MarkdownLoad | undefined>): boolean {
  if (length > MAX_MARKDOWN_LENGTH) return false;
  let items = 0;
  let nestedOpenings = 0;
  let underlines = 0;
  for (const load of loads) {
    if (!load) return false;
    items += load.items;
    nestedOpenings += load.nestedOpenings;
    underlines += load.underlines;
  }
  return (
    items <= MAX_LIST_ITEMS && nestedOpenings <= MAX_NESTED_OPENINGS && underlines <= MAX_UNDERLINED_HEADINGS
  );
}

/**
 * Weighs a piece of Markdown that starts behind a blank line; one pass over its lines. Undefined when a paragraph or a
 * line in it is beyond the bounds by itself.
 */
export function markdownLoad(text: string): MarkdownLoad | undefined {
  let delimiters = 0;
  let lines = 0;
  let items = 0;
  let nestedOpenings = 0;
  let underlines = 0;
  let at = 0;
  while (at < text.length) {
    LINE.lastIndex = at;
    const line = (LINE.exec(text)?.[0] ?? '').trimEnd();
    at = LINE.lastIndex;
    if (line === '') {
      delimiters = 0;
      lines = 0;
      continue;
    }
    if (lines > 0 && UNDERLINE.test(line)) underlines++;
    const { depth, listItems } = containers(line);
    if (depth > MAX_CONTAINER_DEPTH) return undefined;
    if (listItems > 0) {
      items += listItems;
      nestedOpenings += depth - 1;
      if (line.search(/\S/) > MAX_NESTED_INDENT) return undefined;
    }
    if (++lines > MAX_LINES_WITHOUT_BLANK) return undefined;
    delimiters += line.match(DELIMITERS)?.length ?? 0;
    if (delimiters > MAX_DELIMITERS_IN_PARAGRAPH) return undefined;
  }
  return { items, nestedOpenings, underlines };
}

/** The block quotes and list items that a line opens. */
function containers(line: string): { readonly depth: number; readonly listItems: number } {
  let depth = 0;
  let listItems = 0;
  CONTAINER.lastIndex = 0;
  for (;;) {
    const match = CONTAINER.exec(line);
    if (!match || depth > MAX_CONTAINER_DEPTH) return { depth, listItems };
    depth++;
    if (!match[0].endsWith('>')) listItems++;
  }
}
