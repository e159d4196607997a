import type { Span } from '../text/span.ts';
import type { Line } from './plainText.ts';

/** Rows of cells read from lines of plain text; rules (`|---|---|`) are counted as lines but are not rows. */
export interface PlainTable {
  readonly rows: readonly (readonly Span[])[];
  readonly lineCount: number;
}

/** The table that starts at line `from`: at least two lines with the same number (two or more) of tab- or bar-separated cells. */
export function plainTable(lines: readonly Line[], from: number): PlainTable | undefined {
  for (const separator of ['\t', '|'] as const) {
    const first = cells(lines[from] as Line, separator);
    if (!first) continue;
    const rows: (readonly Span[])[] = [];
    let i = from;
    for (; i < lines.length; i++) {
      const line = lines[i] as Line;
      if (isRule(line.text)) continue;
      const row = cells(line, separator);
      if (row?.length !== first.length) break;
      rows.push(row);
    }
    if (rows.length >= 2) return { rows, lineCount: i - from };
  }
  return undefined;
}

const isRule = (text: string): boolean =>
  /^[|+:= -]{3,}$/.test(text) && text.includes('-') && /[|+]/.test(text);

/** The trimmed cells of a line, or undefined when it has fewer than two. */
function cells(line: Line, separator: '\t' | '|'): readonly Span[] | undefined {
  if (!line.text.includes(separator) || isRule(line.text)) return undefined;
  let start = 0;
  let end = line.text.length;
  if (separator === '|') {
    if (line.text.trimStart().startsWith('|')) start = line.text.indexOf('|') + 1;
    if (line.text.endsWith('|') && end - 1 > start) end--;
  }
  const spans: Span[] = [];
  while (start <= end) {
    const found = line.text.indexOf(separator, start);
    const stop = found < 0 || found > end ? end : found;
    const text = line.text.slice(start, stop);
    const lead = text.length - text.trimStart().length;
    spans.push({
      start: line.start + start + lead,
      end: line.start + start + Math.max(lead, text.trimEnd().length),
    });
    start = stop + 1;
  }
  return spans.length >= 2 && spans.some((span) => span.end > span.start) ? spans : undefined;
}
