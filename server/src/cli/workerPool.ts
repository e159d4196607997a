import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { createRunner } from './runner.ts';
import type { Task, TaskResult } from './task.ts';

/** Told after each draft or group of drafts: how many of all are done. */
export type OnProgress = (done: number, all: number) => void;

/** Tasks a worker gets at the least, so that one with long drafts does not keep the others waiting. */
const TASKS_PER_WORKER = 4;

/** Threads for a run: as many as asked for or as there are cores, never more than drafts. */
export const workersFor = (asked: number | undefined, drafts: number): number =>
  Math.max(1, Math.min(asked ?? availableParallelism(), drafts));

/** Drafts in one task when `drafts` of one group are shared out. */
export const draftsPerTask = (drafts: number, workers: number): number =>
  Math.max(1, Math.ceil(drafts / (workers * TASKS_PER_WORKER)));

/** Runs the tasks here, one after the other. */
export function runHere(tasks: readonly Task[]): readonly TaskResult[] {
  const runner = createRunner({ remember: false });
  return tasks.map((task) => runner.run(task));
}

/**
 * Runs the tasks in worker threads; the results stand in the tasks' order, whichever thread was faster. `bundle` is the
 * file that answers tasks when it is started as a worker.
 */
export function runInWorkers(
  tasks: readonly Task[],
  workers: number,
  bundle: string,
  onProgress: OnProgress,
): Promise<readonly TaskResult[]> {
  const results: (TaskResult | undefined)[] = tasks.map(() => undefined);
  const all = tasks.reduce((sum, { drafts }) => sum + drafts.length, 0);
  let next = 0;
  let finished = 0;
  let done = 0;
  return new Promise((resolve, reject) => {
    const pool: Worker[] = [];
    const end = (): void => {
      for (const worker of pool) void worker.terminate();
    };
    const give = (worker: Worker): void => {
      const at = next++;
      const task = tasks[at];
      if (!task) return;
      worker.once('message', (result: TaskResult) => {
        results[at] = result;
        finished++;
        done += task.drafts.length;
        onProgress(done, all);
        if (finished === tasks.length) {
          end();
          resolve(results as TaskResult[]);
        } else give(worker);
      });
      worker.postMessage(task);
    };
    const fail = (error: Error): void => {
      end();
      reject(error);
    };
    for (let count = 0; count < Math.min(workers, tasks.length); count++) {
      const worker = new Worker(bundle);
      worker.once('error', fail);
      pool.push(worker);
      give(worker);
    }
    if (tasks.length === 0) resolve([]);
  });
}

/** Answers tasks until the thread is ended; this is all that a worker does. */
export function serveTasks(): void {
  const runner = createRunner({ remember: false });
  parentPort?.on('message', (task: Task) => parentPort?.postMessage(runner.run(task)));
}
