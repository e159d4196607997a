import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { MAX_CONTAINER_DEPTH, MAX_DELIMITERS_IN_PARAGRAPH, MAX_MARKDOWN_LENGTH } from '../text/limits.ts';

/** Drops the steps that rewrite the finished tree: they search text for links and lose its positions. */
function keepPositions(this: Processor): undefined {
  const data = this.data() as { fromMarkdownExtensions?: unknown[] };
  const plain = (extension: unknown): unknown => {
    if (Array.isArray(extension)) return extension.map(plain);
    const { transforms: _, ...rest } = extension as { transforms?: unknown };
    return rest;
  };
  if (data.fromMarkdownExtensions) data.fromMarkdownExtensions = data.fromMarkdownExtensions.map(plain);
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(keepPositions)
  .freeze();

/** The syntax tree of `text`, or undefined when the text is beyond what the parser reads in reasonable time. */
export function parseMarkdown(text: string): Root | undefined {
  if (!isWithinLimits(text)) return undefined;
  try {
    return processor.parse(text);
  } catch {
    // too deep for the call stack, or a defect of the parser: the caller reads plain text instead
    return undefined;
  }
}

const DELIMITERS = /[[\]*_`~<!&\\]/;

/** One pass over the characters: container depth of each line and inline delimiters of each paragraph. */
function isWithinLimits(text: string): boolean {
  if (text.length > MAX_MARKDOWN_LENGTH) return false;
  let delimiters = 0;
  let depth = 0;
  let inPrefix = true;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\n' || char === '\r') {
      if (inPrefix) delimiters = 0;
      depth = 0;
      inPrefix = true;
    } else if (inPrefix && (char === '>' || char === '-' || char === '+' || char === '*')) {
      if (++depth > MAX_CONTAINER_DEPTH && !isRule(text, i, char)) return false;
    } else if (char !== ' ' && char !== '\t') inPrefix = false;
    if (DELIMITERS.test(char) && ++delimiters > MAX_DELIMITERS_IN_PARAGRAPH) return false;
  }
  return true;
}

/** A long line of dashes or asterisks is a rule, not nesting. */
function isRule(text: string, at: number, char: string): boolean {
  return char !== '>' && text.charAt(at - 1) === char;
}
