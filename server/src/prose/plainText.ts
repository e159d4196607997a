import { MAX_WRAP_WIDTH, MIN_WRAP_WIDTH } from '../text/limits.ts';
import type { Span } from '../text/span.ts';
import type { Block, CellContext } from './document.ts';
import { plainTable } from './plainTable.ts';
import { type BlockFacts, ProseBlock } from './proseBlock.ts';
import { createProseBuilder } from './proseBuilder.ts';
import type { BlockReading } from './readBlock.ts';

/** One line of the document, without its line ending and without white space at its end. */
export interface Line extends Span {
  readonly text: string;
}

const TERMINAL = /[.!?…:;][\])"'”’»]*$/u;
const LOWER_START = /^[\s"'“‘(]{0,8}\p{Ll}/u;
const BULLET = /^[ \t]{0,12}(?:[-*•‣·–][ \t]+)(?=\S)/u;
const NUMBERED = /^[ \t]{0,12}\(?\d{1,3}[.)][ \t]+(?=\S)/u;
const INDENTED = /^(?: {2,}|\t)/;

/** Longest first line that is read as a title. */
const MAX_TITLE_LENGTH = 120;

/** Where a run of plain text stands in its document. */
export interface PlainPlace {
  /** At its start, where a byte order mark is none of the text. */
  readonly isFirst: boolean;
  /** Above all of its words, where one line is a title. */
  readonly mayBeTitle: boolean;
}

const WHOLE: PlainPlace = { isFirst: true, mayBeTitle: true };

/** Reads plain text into blocks: paragraphs (also hard-wrapped ones), a title, simple lists and tables. */
export function readPlainText(
  source: string,
  readBlock: (text: string) => BlockReading,
  { isFirst, mayBeTitle }: PlainPlace = WHOLE,
): { readonly blocks: readonly Block[]; readonly tables: number } {
  const blocks: Block[] = [];
  const lines = splitLines(source, isFirst);
  let tables = 0;

  const emit = (spans: readonly Span[], kind: Block['kind'], cell?: CellContext): Block | undefined => {
    const builder = createProseBuilder(source);
    spans.forEach((span, i) => {
      const previous = spans[i - 1];
      if (previous) builder.replace(previous.end, span.start, ' ');
      builder.verbatim(span.start, span.end);
    });
    const prose = builder.finish();
    if (!prose) return undefined;
    const depth = kind === 'heading' ? { headingDepth: 1 } : undefined;
    const facts: BlockFacts = { kind, blockQuote: false, ...depth, ...(cell && { cell }) };
    const block = new ProseBlock(facts, prose, readBlock(prose.text));
    blocks.push(block);
    return block;
  };

  let at = 0;
  while (at < lines.length) {
    if ((lines[at] as Line).text === '') {
      at++;
      continue;
    }
    let end = at;
    while (end < lines.length && (lines[end] as Line).text !== '') end++;
    readRun(lines.slice(at, end), end < lines.length);
    at = end;
  }
  return { blocks, tables };

  function readRun(run: readonly Line[], blankFollows: boolean): void {
    const only = run[0] as Line;
    if (run.length === 1 && mayBeTitle && blocks.length === 0 && blankFollows && isTitle(only.text)) {
      emit([only], 'heading');
      return;
    }
    const width = wrapWidth(run);
    const markers = listMarkers(run);
    let i = 0;
    while (i < run.length) {
      const table = plainTable(run, i);
      if (table) {
        emitTable(table.rows);
        i += table.lineCount;
        continue;
      }
      const marker = markers[i] ?? 0;
      const paragraph: Span[] = [{ start: (run[i] as Line).start + marker, end: (run[i] as Line).end }];
      i++;
      while (
        i < run.length &&
        markers[i] === 0 &&
        continues(run, i, width, marker > 0) &&
        !plainTable(run, i)
      ) {
        paragraph.push(withoutIndent(run[i] as Line));
        i++;
      }
      emit(paragraph, marker > 0 ? 'listItem' : 'paragraph');
    }
  }

  function emitTable(rows: readonly (readonly Span[])[]): void {
    const table = tables++;
    const columnHeads: (string | undefined)[] = [];
    rows.forEach((cells, row) => {
      let rowHead: string | undefined;
      cells.forEach((span, column) => {
        const columnHead = row > 0 ? columnHeads[column] : undefined;
        const block = emit([span], 'tableCell', {
          table,
          row,
          column,
          ...(column > 0 && rowHead !== undefined ? { rowHead } : {}),
          ...(columnHead !== undefined ? { columnHead } : {}),
        });
        if (column === 0) rowHead = block?.text;
        if (row === 0) columnHeads[column] = block?.text;
      });
    });
  }
}

/** True for a character that ends a line of plain text. */
export const isLineEnd = (code: number): boolean =>
  code === 10 || code === 13 || code === 0x2028 || code === 0x2029;

function splitLines(source: string, isFirst: boolean): readonly Line[] {
  const lines: Line[] = [];
  let start = isFirst && source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const push = (end: number) => {
    const text = source.slice(start, end).trimEnd();
    lines.push({ start, end: start + text.length, text });
  };
  for (let i = start; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (!isLineEnd(code)) continue;
    push(i);
    if (code === 13 && source.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  push(source.length);
  return lines;
}

const isTitle = (text: string): boolean =>
  text.length <= MAX_TITLE_LENGTH && !/[.!?…,;:]["'”’»)]*$/u.test(text) && !BULLET.test(text);

/** Length of the list marker that opens each line of the run, or 0. A wrapped line may begin with "123. " by chance. */
function listMarkers(run: readonly Line[]): readonly number[] {
  const lengths: number[] = [];
  run.forEach(({ text }, i) => {
    const bullet = BULLET.exec(text);
    const numbered = NUMBERED.exec(text);
    const previous = run[i - 1];
    const inList =
      !previous || lengths[i - 1] !== 0 || INDENTED.test(previous.text) || TERMINAL.test(previous.text);
    lengths.push(bullet ? bullet[0].length : numbered && inList ? numbered[0].length : 0);
  });
  return lengths;
}

/** Width at which the lines of the run seem to be wrapped, or 0 when they are not. */
function wrapWidth(run: readonly Line[]): number {
  let width = 0;
  for (const { text } of run) {
    // a long URL sticks out of wrapped text
    if (!/\s/.test(text)) continue;
    width = Math.max(width, text.length);
  }
  if (width < MIN_WRAP_WIDTH || width > MAX_WRAP_WIDTH) return 0;
  const wrapped = run.some((line, i) => {
    const next = run[i + 1];
    return next !== undefined && !TERMINAL.test(line.text) && isFull(line, next, width);
  });
  return wrapped ? width : 0;
}

/** True when the first word of `next` would not have fitted on `line`: the line break says nothing. */
function isFull(line: Line, next: Line, width: number): boolean {
  const word = /^\s*(\S+)/.exec(next.text)?.[1] ?? '';
  return line.text.length + 1 + word.length > width;
}

function continues(run: readonly Line[], i: number, width: number, inItem: boolean): boolean {
  const line = run[i] as Line;
  const previous = run[i - 1] as Line;
  if (inItem && INDENTED.test(line.text)) return true;
  if (LOWER_START.test(line.text) && !TERMINAL.test(previous.text)) return true;
  return width > 0 && isFull(previous, line, width);
}

function withoutIndent(line: Line): Span {
  return { start: line.start + line.text.length - line.text.trimStart().length, end: line.end };
}
