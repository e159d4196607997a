import { expect, test } from 'vitest';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly reason?: string;
}

// A plain script without types: it also runs before anything is built.
const script = '../vscode/report.mjs';
const { outcomeOf, parseReport } = (await import(script)) as {
  readonly outcomeOf: (events: readonly object[]) => Outcome;
  readonly parseReport: (text: string) => readonly object[];
};

const outcome = (...lines: readonly string[]) =>
  outcomeOf(parseReport(lines.map((line) => `${line}\n`).join('')));

const pass = '{"event":"pass","title":"a","depth":1,"ms":1}';
const fail = '{"event":"fail","title":"b","depth":1,"error":"no"}';
const end = '{"event":"end"}';

test('a finished run counts its tests', () => {
  expect(outcome(pass, fail, pass, end)).toEqual({ passed: 2, failed: 1 });
});

test('a run that VS Code ended half way has failed, whatever passed before', () => {
  expect(outcome(pass, pass)).toMatchObject({
    passed: 2,
    failed: 1,
    reason: 'VS Code ended before the tests did.',
  });
  expect(outcome()).toMatchObject({ passed: 0, failed: 1 });
});

test('a run without a single test has failed', () => {
  expect(outcome(end)).toMatchObject({ passed: 0, failed: 1, reason: 'No test was run.' });
});

test('a line that is still being written is left for later', () => {
  expect(parseReport(`${pass}\n{"event":"fa`)).toHaveLength(1);
});
