import { changedSpan } from './difference.ts';
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

/** A line index that one of a later version of its text can be made of. */
export interface LineTable extends LineIndex {
  readonly text: string;
  /** Offsets at which the lines start. */
  readonly starts: readonly number[];
}

/** Builds the line index of `text` in one pass. */
export function createLineIndex(text: string): LineTable {
  const starts: number[] = [0];
  addStarts(starts, text, 0, text.length);
  return new Lines(text, starts);
}

/** The line index of another version of the text: only what differs is read. */
export function updateLineIndex(last: LineTable, text: string): LineTable {
  if (text === last.text) return last;
  const { start, end } = changedSpan(last.text, text);
  const by = text.length - last.text.length;
  // Whether a carriage return ends a line is decided by the character behind it.
  const from = Math.max(0, start - 1);
  const starts = last.starts.slice(0, countUpTo(last.starts, from));
  addStarts(starts, text, from, end + by);
  for (let line = countUpTo(last.starts, end); line < last.starts.length; line++)
    starts.push((last.starts[line] as number) + by);
  return new Lines(text, starts);
}

/** Adds the starts of the lines behind those that end in `from`–`to`. */
function addStarts(starts: number[], text: string, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
}

/** How many of the starts are not after `offset`; the first one, of the text itself, is always counted. */
const countUpTo = (starts: readonly number[], offset: number): number => lastAtOrBefore(starts, offset) + 1;

/** A class, because each source has one: its methods cost nothing an object. */
class Lines implements LineTable {
  readonly text: string;
  readonly starts: readonly number[];

  constructor(text: string, starts: readonly number[]) {
    this.text = text;
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  lineStart(line: number): number {
    return this.starts[Math.max(0, Math.min(line, this.starts.length - 1))] as number;
  }

  position(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = lastAtOrBefore(this.starts, at);
    return { line, character: at - (this.starts[line] as number) };
  }

  offset({ line, character }: LinePosition): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.text.length;
    return Math.min((this.starts[line] as number) + Math.max(0, character), this.endOf(line));
  }

  private endOf(line: number): number {
    const { text, starts } = this;
    if (line + 1 >= starts.length) return text.length;
    let end = starts[line + 1] as number;
    if (text.charCodeAt(end - 1) === 10) end--;
    if (end > 0 && text.charCodeAt(end - 1) === 13) end--;
    return Math.max(end, starts[line] as number);
  }
}
