import { createLineIndex, updateLineIndex } from '../text/lineIndex.ts';
import type { ProseDocument, TextDocumentSnapshot } from './document.ts';
import { prepareMarkdownPieces, readMarkdownPieces } from './markdownReader.ts';
import { preparePlainPieces, readPlainPieces } from './plainReader.ts';
import { readPlainText } from './plainText.ts';
import { createReadingMemory, type ReadingMemory } from './readingMemory.ts';

/**
 * Does the work of `readProse` in steps of a few milliseconds, into the memory: what stands between two of them may be
 * other work, also of the same memory.
 */
export function* prepareProse(
  { format, text }: TextDocumentSnapshot,
  memory: ReadingMemory,
): Generator<void> {
  if (format === 'markdown') yield* prepareMarkdownPieces(text, memory);
  else yield* preparePlainPieces(text, memory);
}

/**
 * Reads a text into blocks of prose by its format. Never throws; markup beyond the limits is read as plain text. With
 * the memory of an earlier version of the text, what did not change is not read again; the result is the same.
 */
export function readProse(snapshot: TextDocumentSnapshot, memory?: ReadingMemory): ProseDocument {
  const { uri, format, text } = snapshot;
  if (!memory) {
    const once = createReadingMemory();
    const { parts: _, ...reading } = (format === 'markdown' && readMarkdownPieces(text, once)) || {
      blocks: readPlainText(text, once.block).blocks,
      directives: [],
    };
    return { uri, format, text, lines: createLineIndex(text), ...reading };
  }
  const lines = memory.lines ? updateLineIndex(memory.lines, text) : createLineIndex(text);
  memory.lines = lines;
  const markdown = format === 'markdown' ? readMarkdownPieces(text, memory) : undefined;
  const reading = markdown ?? readPlainPieces(text, memory);
  memory.endOfText(reading.blocks);
  return { uri, format, text, lines, ...reading };
}
