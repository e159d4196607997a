import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

interface SyntaxExtension {
  readonly text?: Readonly<Record<string, Construct | readonly Construct[]>>;
}

interface Construct {
  readonly name?: string;
}

interface ParserData {
  micromarkExtensions?: SyntaxExtension[];
  fromMarkdownExtensions?: unknown[];
}

const BARE_LINK = /^(?:email|protocol|www)Autolink$/;

/**
 * Leaves bare addresses in the text, where the prose builder finds them: looking for them at each letter takes most of
 * the parser's time, and the step that rewrites the finished tree for them loses positions.
 */
function withoutBareLinks(this: Processor): undefined {
  const data = this.data() as ParserData;
  data.micromarkExtensions = data.micromarkExtensions?.map((extension) => {
    if (!extension.text) return extension;
    const text = Object.entries(extension.text).map(([code, constructs]) => {
      const list: readonly Construct[] = Array.isArray(constructs) ? constructs : [constructs];
      return [code, list.filter((construct) => !BARE_LINK.test(construct.name ?? ''))] as const;
    });
    return { ...extension, text: Object.fromEntries(text) };
  }) as SyntaxExtension[];
  const plain = (extension: unknown): unknown => {
    if (Array.isArray(extension)) return extension.map(plain);
    const { transforms: _, ...rest } = extension as { transforms?: unknown };
    return rest;
  };
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.map(plain) as unknown[];
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(withoutBareLinks)
  .freeze();

/** The syntax tree of `text`, which must be within the limits; undefined when the parser gives up. */
export function parseMarkdown(text: string): Root | undefined {
  try {
    return processor.parse(text);
  } catch {
    // too deep for the call stack, or a defect of the parser: the caller reads plain text instead
    return undefined;
  }
}
