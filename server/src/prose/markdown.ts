import type { Html, Nodes, Paragraph, PhrasingContent, Root, Table } from 'mdast';
import { alignText } from './alignText.ts';
import { readDirectives } from './directives.ts';
import type { Block, CellContext, Directive, ProseDocument } from './document.ts';
import { parseFrontMatter, parseTomlFrontMatter } from './frontMatter.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { type BlockFacts, ProseBlock } from './proseBlock.ts';
import { createProseBuilder, PLACEHOLDER, type ProseBuilder } from './proseBuilder.ts';
import type { BlockReading } from './readBlock.ts';

/** Front matter between lines `+++`, which the types of the syntax tree leave out. */
interface Toml {
  readonly type: 'toml';
  readonly value: string;
}

/** What a Markdown text holds: its prose, its directives and its front matter. */
export type MarkdownReading = Pick<ProseDocument, 'blocks' | 'directives' | 'frontMatter' | 'parts'>;

/** What the containers of a block say about it. */
interface Context {
  readonly kind: 'paragraph' | 'listItem' | 'footnote';
  readonly blockQuote: boolean;
}

/** A reading of a whole text, with the places of its tables, so that it can be taken apart. */
export interface TreeReading extends MarkdownReading {
  /** Offset of each table, in order. */
  readonly tables: readonly number[];
}

/** Reads Markdown (CommonMark, GFM, front matter); undefined when it is too large or too deeply nested to parse. */
export function readMarkdown(
  source: string,
  readBlock: (text: string) => BlockReading,
): TreeReading | undefined {
  // the parser drops a byte order mark and counts from behind it
  let base = 0;
  while (source.charCodeAt(base) === 0xfeff) base++;
  const tree = parseMarkdown(base === 0 ? source : source.slice(base));
  return tree && readTree(tree, source, base, readBlock);
}

function readTree(
  tree: Root,
  source: string,
  base: number,
  readBlock: (text: string) => BlockReading,
): TreeReading {
  const blocks: Block[] = [];
  const directives: Directive[] = [];
  let frontMatter: ProseDocument['frontMatter'];
  const tables: number[] = [];

  const startOf = (node: Nodes): number => base + (node.position?.start.offset ?? 0);
  const endOf = (node: Nodes): number => base + (node.position?.end.offset ?? 0);
  const readComments = (node: Nodes) => {
    const start = startOf(node);
    directives.push(...readDirectives(source.slice(start, endOf(node)), start));
  };

  const emit = (content: readonly PhrasingContent[], facts: BlockFacts): Block | undefined => {
    const builder = createProseBuilder(source);
    for (const node of content) phrase(node, builder);
    return finish(builder, facts);
  };

  const finish = (builder: ProseBuilder, facts: BlockFacts): Block | undefined => {
    const prose = builder.finish();
    if (!prose) return undefined;
    const block = new ProseBlock(facts, prose, readBlock(prose.text));
    blocks.push(block);
    return block;
  };

  function flow(node: Nodes | Toml, context: Context): void {
    if (node.type === 'toml') {
      frontMatter = parseTomlFrontMatter(node.value);
      return;
    }
    switch (node.type) {
      case 'paragraph':
        emit((node as Paragraph).children, context);
        return;
      case 'heading':
        emit(node.children, { kind: 'heading', blockQuote: context.blockQuote, headingDepth: node.depth });
        return;
      case 'html':
        readComments(node);
        afterComment(node, context);
        return;
      case 'yaml':
        frontMatter = parseFrontMatter(node.value);
        return;
      case 'table':
        table(node, context);
        return;
      case 'blockquote':
        for (const child of node.children) flow(child, { ...context, blockQuote: true });
        return;
      case 'listItem':
        for (const child of node.children) flow(child, { ...context, kind: 'listItem' });
        return;
      case 'footnoteDefinition':
        for (const child of node.children) flow(child, { ...context, kind: 'footnote' });
        return;
      case 'root':
      case 'list':
        for (const child of node.children) flow(child, context);
        return;
      default:
        return; // code, definition, thematicBreak
    }
  }

  /** "<!-- note --> Text": the comment makes the whole line HTML, but readers see the text behind it. */
  function afterComment(node: Html, context: Context): void {
    const start = startOf(node);
    const html = source.slice(start, endOf(node));
    const from = html.lastIndexOf('-->') + 3;
    if (!html.startsWith('<!--') || from < 3 || html.includes('<', from)) return;
    const builder = createProseBuilder(source);
    builder.verbatim(start + from, start + html.length);
    finish(builder, context);
  }

  function table(node: Table, context: Context): void {
    const number = tables.push(startOf(node)) - 1;
    const columnHeads: (string | undefined)[] = [];
    node.children.forEach((row, r) => {
      let rowHead: string | undefined;
      row.children.forEach((cell, column) => {
        const columnHead = r > 0 ? columnHeads[column] : undefined;
        const where: CellContext = {
          table: number,
          row: r,
          column,
          ...(column > 0 && rowHead !== undefined ? { rowHead } : {}),
          ...(columnHead !== undefined ? { columnHead } : {}),
        };
        const block = emit(cell.children, { kind: 'tableCell', blockQuote: context.blockQuote, cell: where });
        if (column === 0) rowHead = block?.text;
        if (r === 0) columnHeads[column] = block?.text;
      });
    });
  }

  function phrase(node: PhrasingContent, builder: ProseBuilder): void {
    const start = startOf(node);
    const end = endOf(node);
    switch (node.type) {
      case 'text':
        alignText(builder, source, node.value, start, end);
        return;
      case 'link':
        if (isAutolink(node.children, start, end)) builder.replace(start, end, PLACEHOLDER);
        else for (const child of node.children) phrase(child, builder);
        return;
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'linkReference':
        for (const child of node.children) phrase(child, builder);
        return;
      case 'break':
        builder.replace(start, end, ' ');
        return;
      case 'inlineCode':
      case 'image':
      case 'imageReference':
        builder.replace(start, end, PLACEHOLDER);
        return;
      case 'html':
        readComments(node);
        if (/^<br\b/iu.test(node.value)) builder.replace(start, end, ' ');
        return;
      default:
        return; // footnoteReference
    }
  }

  /** `<https://example.org>` and bare addresses show their own URL. */
  function isAutolink(children: readonly PhrasingContent[], start: number, end: number): boolean {
    if (source.charAt(start) === '<') return true;
    const only = children.length === 1 ? children[0] : undefined;
    return only?.type === 'text' && startOf(only) === start && endOf(only) === end;
  }

  flow(tree, { kind: 'paragraph', blockQuote: false });
  return { blocks, directives, tables, ...(frontMatter ? { frontMatter } : {}) };
}
