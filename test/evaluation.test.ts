import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PredictedFinding } from './eval/item.ts';
import { compareResults, formatResults } from './eval/ownResults.ts';
import { parseSource, readOwnSet, SLIPS } from './eval/ownSet.ts';
import { predict } from './eval/predict.ts';

const folder = join(import.meta.dirname, 'evaluation');
const resultsFile = join(folder, 'results.txt');
const items = readOwnSet(folder);

test('the set is large, even and covers every kind of text and of slip', () => {
  const wrong = items.filter(({ errors }) => errors.length > 0);
  expect(items.length).toBeGreaterThanOrEqual(900);
  expect(wrong.length * 2).toBe(items.length);
  expect(wrong.every(({ errors }) => errors.length === 1)).toBe(true);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(new Set(items.map(({ skey }) => skey)).size).toBeGreaterThanOrEqual(130);
  expect(new Set(items.map(({ genre }) => genre)).size).toBe(13);
  const found = new Set(wrong.map(({ errors }) => errors[0]?.sub?.replace('quote_misattr', 'speaker')));
  expect([...found].sort()).toEqual(Object.keys(SLIPS).sort());
});

test('a mark becomes a labelled error', () => {
  const text =
    '-- source --\nIvo freed 12 men in 1999.\n-- good --\nTwelve men.\n-- bad --\nIvo freed [[1999|12|other value]] men.\n';
  const [good, bad] = parseSource('news', 'ivo.txt', text);
  expect(good).toMatchObject({
    id: 'news/ivo: good',
    draft: 'Twelve men.\n',
    label: 'consistent',
    errors: [],
  });
  expect(bad).toMatchObject({ draft: 'Ivo freed 1999 men.\n', label: 'inconsistent' });
  expect(bad?.errors).toEqual([
    { start: 10, end: 14, text: '1999', type: 'number', correct: '12', in_source: true, sub: 'other value' },
  ]);
});

test.each([
  ['a draft before the source', '-- good --\nTwelve men.\n', 'does not begin'],
  ['a kind that does not exist', '-- source --\nA.\n-- x --\n[[1|2|typo]]\n', 'no kind of slip'],
  ['a mark with a part missing', '-- source --\nA.\n-- x --\n[[1|2]]\n', 'not in form'],
])('%s is refused', (_, text, message) => {
  expect(() => parseSource('news', 'x.txt', text)).toThrow(message);
});

test('results count faults, and are compared fault by fault', () => {
  const text =
    '-- source --\nIvo freed 12 men in 1999.\n-- good --\nIvo freed twelve men.\n-- bad --\nIvo freed [[15|12|count]] men.\n';
  const set = parseSource('news', 'ivo.txt', text);
  const found = (suggestion: string): PredictedFinding[] => [
    { start: 10, end: 12, type: 'number', severity: 'error', suggestion, rule: 'number-mismatch' },
  ];
  const silent = formatResults(set, () => []);
  const right = formatResults(set, (item) => (item.errors.length > 0 ? found('12') : []));
  const wrongRepair = formatResults(set, (item) => (item.errors.length > 0 ? found('1999') : []));
  const noisy = formatResults(set, () => found('12'));

  const line =
    'together: 1 of 1 slips found, 1 of 1 repaired, 0 false alarms in 1 clean drafts, 0 beside a slip';
  expect(right.split('\n')[0]).toBe(line);
  expect(compareResults(right, silent)).toEqual({ worse: ['missed     news/ivo: bad'], better: [] });
  expect(compareResults(silent, right)).toEqual({ worse: [], better: ['missed     news/ivo: bad'] });
  expect(compareResults(right, wrongRepair).worse).toEqual(['unrepaired news/ivo: bad']);
  expect(compareResults(right, noisy).worse).toEqual(['alarm      news/ivo: good – number-mismatch “tw”']);
});

test('the engine finds and leaves alone what the stored results say', () => {
  const actual = formatResults(items, (item) => predict(item).findings);
  if (process.env.UPDATE_EXPECT === '1') {
    writeFileSync(resultsFile, actual);
    return;
  }
  const stored = readFileSync(resultsFile, 'utf8');
  const { worse, better } = compareResults(stored, actual);
  const advice = 'UPDATE_EXPECT=1 npx vitest run test/evaluation.test.ts stores the new results.';
  const headed = (head: string, lines: readonly string[]) =>
    lines.length > 0 ? `${head}\n${lines.map((line) => `  ${line}`).join('\n')}\n` : '';
  const message = `${headed('Worse than stored:', worse)}${headed('Better than stored:', better)}${advice}`;
  expect(actual, message).toBe(stored);
});
