import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const FRONT_MATTER = ['yaml', 'toml'] as const;

/**
 * What remark-gfm and remark-frontmatter add to the parser, without what they bring for writing Markdown, and without
 * bare addresses: looking for them at each letter takes most of the parser's time, and the step that rewrites the
 * finished tree for them loses positions. The prose builder finds them in the text.
 */
function gfmAndFrontMatter(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = [
    gfmFootnote(),
    gfmStrikethrough(),
    gfmTable(),
    gfmTaskListItem(),
    frontmatter([...FRONT_MATTER]),
  ];
  data.fromMarkdownExtensions = [
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    frontmatterFromMarkdown([...FRONT_MATTER]),
  ];
}

const processor = unified().use(remarkParse).use(gfmAndFrontMatter).freeze();

/** The syntax tree of `text`, which must be within the limits; undefined when the parser gives up. */
export function parseMarkdown(text: string): Root | undefined {
  try {
    // the parser reads a null character as its replacement, and loses the place of asterisks before it
    return processor.parse(text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text);
  } catch {
    // too deep for the call stack, or a defect of the parser: the caller reads plain text instead
    return undefined;
  }
}
