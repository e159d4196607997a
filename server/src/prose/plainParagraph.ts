import { ProseBlock } from './proseBlock.ts';
import { createProseBuilder } from './proseBuilder.ts';
import type { BlockReading } from './readBlock.ts';

/** One line that opens nothing and holds no sign that Markdown reads anything into, and blank lines behind it. */
const PLAIN = /^([\p{L}"“‘'(][^\\`*_[\]<&~|\t\r\n\0]*)(?:\r?\n[ \t]*)*$/u;

/**
 * Reads a piece of Markdown that is one line of plain words, as the parser reads it: most paragraphs of most drafts, and
 * the parser takes longer for one than everything behind it. Undefined for any other piece, a line without prose among
 * them.
 */
export function readPlainParagraph(
  text: string,
  readBlock: (text: string) => BlockReading,
): ProseBlock | undefined {
  const line = PLAIN.exec(text)?.[1];
  if (line === undefined) return undefined;
  const builder = createProseBuilder(text);
  builder.verbatim(0, line.length);
  const prose = builder.finish();
  return prose && new ProseBlock({ kind: 'paragraph', blockQuote: false }, prose, readBlock(prose.text));
}
