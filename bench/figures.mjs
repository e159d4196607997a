/** Numbers of a series, and tables of them. */

/** The value below which `share` of the series lies. */
export function percentile(series, share) {
  const sorted = [...series].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** The middle of the series. */
export const median = (series) => percentile(series, 0.5);

/** Exponent b of cost = a · size^b between two sizes: 1 is linear, 0 does not grow. */
export const exponent = (small, large, times) => Math.log(large / small) / Math.log(times);

/** A figure in as many digits as it is worth. */
export function figure(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** Rows as a Markdown table, aligned so that it reads well as plain text too. */
export function table(heads, rows) {
  const cells = [heads, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? figure(cell) : (cell ?? '–'))),
  );
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const [head, ...body] = cells;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
