import { createLineIndex } from '../text/lineIndex.ts';
import type { ProseDocument, TextDocumentSnapshot } from './document.ts';
import { readChunks } from './markdownReader.ts';
import { readPlainText } from './plainText.ts';
import { createReadingMemory, type ReadingMemory } from './readingMemory.ts';

/**
 * Reads a text into blocks of prose by its format. Never throws; markup beyond the limits is read as plain text. With
 * the memory of an earlier version of the text, what did not change is not read again; the result is the same.
 */
export function readProse(
  snapshot: TextDocumentSnapshot,
  memory: ReadingMemory = createReadingMemory(),
): ProseDocument {
  const { uri, format, text } = snapshot;
  const lines = createLineIndex(text);
  const markdown = format === 'markdown' ? readChunks(text, memory) : undefined;
  const reading = markdown ?? { blocks: readPlainText(text, memory.block), directives: [] };
  memory.endOfText();
  return { uri, format, text, lines, ...reading };
}
