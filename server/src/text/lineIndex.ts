import { lastAtOrBefore } from './search.ts';

/** A place in a text: zero-based line and zero-based UTF-16 column. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Converts between UTF-16 offsets and line positions of one immutable text. CRLF, CR and LF end a line. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offset at which the zero-based `line` starts; clamped to the text. */
  lineStart(line: number): number;
  /** Position of `offset`; clamped to the text. */
  position(offset: number): LinePosition;
  /** Offset of a position; a column past the end of its line is clamped to the line's end. */
  offset(position: LinePosition): number;
}

/** Builds the line index of `text` in one pass. */
export function createLineIndex(text: string): LineIndex {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  const clampLine = (line: number) => Math.max(0, Math.min(line, starts.length - 1));
  const lineEnd = (line: number): number => {
    if (line + 1 >= starts.length) return text.length;
    let end = starts[line + 1] as number;
    if (text.charCodeAt(end - 1) === 10) end--;
    if (end > 0 && text.charCodeAt(end - 1) === 13) end--;
    return Math.max(end, starts[line] as number);
  };
  return {
    lineCount: starts.length,
    lineStart: (line) => starts[clampLine(line)] as number,
    position(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      const line = lastAtOrBefore(starts, at);
      return { line, character: at - (starts[line] as number) };
    },
    offset({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min((starts[line] as number) + Math.max(0, character), lineEnd(line));
    },
  };
}
