import { expect, test } from 'vitest';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { beginLongJob } from '../../server/src/server/longJob.ts';

/** A connection whose client answers when it is told to. */
function clientThatAnswers() {
  const told: string[] = [];
  let answer = (_: 'created' | Error): void => {};
  const reporter = {
    begin: (title: string, percentage: number) => told.push(`begin ${title} ${percentage}`),
    report: (percentage: number, message: string) => told.push(`report ${percentage} ${message}`),
    done: () => told.push('done'),
  } as unknown as WorkDoneProgressServerReporter;
  const connection = {
    window: {
      createWorkDoneProgress: () =>
        new Promise<WorkDoneProgressServerReporter>((resolve, reject) => {
          answer = (what) => (what === 'created' ? resolve(reporter) : reject(what));
        }),
    },
    console: { warn: (message: string) => told.push(`warn ${message}`) },
  } as unknown as Connection;
  const answered = async (what: 'created' | Error): Promise<void> => {
    answer(what);
    await Promise.resolve().then(() => {});
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { connection, told, answered };
}

test('a job is begun, told of by the percent, and ended', async () => {
  const { connection, told, answered } = clientThatAnswers();
  const job = beginLongJob(connection, 'Reading sources', true);
  await answered('created');
  job.report(30, 60);
  job.report(30, 60);
  job.report(60, 60);
  job.end();
  expect(told).toEqual(['begin Reading sources 0', 'report 50 30 of 60', 'report 100 60 of 60', 'done']);
});

test('a client that is slow to answer sees how far the job is by then', async () => {
  const { connection, told, answered } = clientThatAnswers();
  const job = beginLongJob(connection, 'Reading sources', true);
  job.report(30, 60);
  await answered('created');
  job.end();
  expect(told).toEqual(['begin Reading sources 50', 'done']);
});

test('a job that is over before the client answers is not shown at all', async () => {
  const { connection, told, answered } = clientThatAnswers();
  beginLongJob(connection, 'Reading sources', true).end();
  await answered('created');
  expect(told).toEqual([]);
});

test('a client without a place for it is told nothing, and one that refuses does no harm', async () => {
  const quiet = clientThatAnswers();
  const job = beginLongJob(quiet.connection, 'Reading sources', false);
  job.report(1, 2);
  job.end();
  expect(quiet.told).toEqual([]);
  const refusing = clientThatAnswers();
  const other = beginLongJob(refusing.connection, 'Reading sources', true);
  await refusing.answered(new Error('no room'));
  other.report(1, 2);
  other.end();
  expect(refusing.told).toEqual(['warn No progress: Error: no room']);
});
