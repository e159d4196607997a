import type { Item } from './item.ts';
import { hits } from './matching.ts';
import type { EvaluatedFinding } from './predict.ts';
import type { Recall, Score } from './score.ts';

/** Rows of text set in columns; the first column is left-aligned. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number),
      )
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

const percent = (part: number, whole: number): string =>
  whole > 0 ? ((100 * part) / whole).toFixed(1) : '–';
const recallOf = (recall: Recall | undefined): string => percent(recall?.hit ?? 0, recall?.errors ?? 0);
const share = (value: number | undefined): string => (value === undefined ? '–' : (100 * value).toFixed(1));
const range = (interval: readonly [number, number] | undefined): string =>
  interval ? `${share(interval[0])}–${share(interval[1])}` : '–';

/** The main table: one row a set. Percentages, except `alarms` (per 1000 words of consistent drafts). */
export function mainTable(scores: readonly (readonly [string, Score])[]): string {
  const heads = [
    'set',
    'drafts',
    'errors',
    'recall',
    'absent',
    'elsewhere',
    'typed',
    'repaired',
    'alarms/1000w',
    'silent',
    'silent 95%',
    'pairs',
    'bal.acc',
    'bal.acc 95%',
    'in scope',
    'findings',
    'on error',
  ];
  const rows = scores.map(([name, score]) => {
    const scope = score.recall['in scope'];
    const { alarms, beside, pairs } = score;
    return [
      name,
      String(score.items),
      String(scope?.errors ?? 0),
      recallOf(scope),
      recallOf(score.recall.absent),
      recallOf(score.recall.elsewhere),
      percent(scope?.typed ?? 0, scope?.errors ?? 0),
      percent(scope?.repaired ?? 0, scope?.known ?? 0),
      alarms.words > 0 ? ((1000 * alarms.findings) / alarms.words).toFixed(2) : '–',
      percent(alarms.silent, score.consistent),
      range(alarms.silentInterval),
      percent(pairs.right, pairs.pairs),
      share(score.response?.accuracy),
      range(score.responseInterval),
      share(score.responseInScope?.accuracy),
      String(score.findings),
      percent(beside.on, beside.on + beside.off),
    ];
  });
  return table(heads, rows);
}

/** Recall by error type and group, for all sets of a run together. */
export function groupTable(score: Score): string {
  const rows = Object.entries(score.recall)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, r]) => [
      name,
      String(r.errors),
      recallOf(r),
      percent(r.typed, r.errors),
      percent(r.repaired, r.knownHit),
      percent(r.repaired, r.known),
    ]);
  return table(['errors', 'n', 'recall', 'typed', 'repaired of hits', 'repaired of known'], rows);
}

/** Recall per kind of error, and false alarms per kind of rewrite. */
export function kindTable(score: Score): string {
  const errors = Object.entries(score.byKind).map(([kind, r]) => [
    kind,
    String(r.errors),
    recallOf(r),
    percent(r.repaired, r.known),
    '',
  ]);
  const rewrites = Object.entries(score.rewrites).map(([kind, { drafts, flagged }]) => [
    `rewrite ${kind}`,
    String(drafts),
    '',
    '',
    percent(flagged, drafts),
  ]);
  const rows = [...errors, ...rewrites].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return table(['kind', 'n', 'recall', 'repaired', 'drafts with a false alarm'], rows);
}

/** Findings per rule: on a labelled error, beside one in a draft with complete labels, and in consistent drafts. */
export function ruleTable(
  items: readonly Item[],
  findingsOf: (id: string) => readonly EvaluatedFinding[],
): string {
  const rules = new Map<string, { all: number; on: number; off: number; alarms: number }>();
  for (const item of items) {
    for (const finding of findingsOf(item.id)) {
      const name = `${finding.rule} ${finding.severity}`;
      const row = rules.get(name) ?? { all: 0, on: 0, off: 0, alarms: 0 };
      rules.set(name, row);
      row.all++;
      const errors = item.errors ?? [];
      if (item.label === 'consistent') row.alarms++;
      else if (errors.some((error) => hits(finding, error))) row.on++;
      else if (errors.length > 0 && !item.weak_spans) row.off++;
    }
  }
  const rows = [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { all, on, off, alarms }]) => [
      name,
      String(all),
      String(on),
      String(off),
      String(alarms),
      percent(on, on + off + alarms),
    ]);
  return table(['rule', 'findings', 'on an error', 'beside', 'in consistent drafts', 'precision'], rows);
}
