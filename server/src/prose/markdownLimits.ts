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

/** True when the Markdown parser reads `text` in time that grows with its length; one pass over the lines. */
export function isWithinMarkdownLimits(text: string): boolean {
  if (text.length > MAX_MARKDOWN_LENGTH) return false;
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
    if (UNDERLINE.test(line) && lines > 0 && ++underlines > MAX_UNDERLINED_HEADINGS) return false;
    const { depth, listItems } = containers(line);
    if (depth > MAX_CONTAINER_DEPTH) return false;
    if (listItems > 0) {
      items += listItems;
      nestedOpenings += depth - 1;
      if (line.search(/\S/) > MAX_NESTED_INDENT) return false;
    }
    if (items > MAX_LIST_ITEMS || nestedOpenings > MAX_NESTED_OPENINGS) return false;
    if (++lines > MAX_LINES_WITHOUT_BLANK) return false;
    delimiters += line.match(DELIMITERS)?.length ?? 0;
    if (delimiters > MAX_DELIMITERS_IN_PARAGRAPH) return false;
  }
  return true;
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
