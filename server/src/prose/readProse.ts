import { createLineIndex } from '../text/lineIndex.ts';
import type { ProseDocument, TextDocumentSnapshot } from './document.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plainText.ts';

/** Reads a text into blocks of prose by its format. Never throws; markup beyond the limits is read as plain text. */
export function readProse(snapshot: TextDocumentSnapshot): ProseDocument {
  const { uri, format, text } = snapshot;
  const lines = createLineIndex(text);
  const markdown = format === 'markdown' ? readMarkdown(text) : undefined;
  if (markdown) return { uri, format, text, lines, ...markdown };
  return { uri, format, text, lines, blocks: readPlainText(text), directives: [] };
}
