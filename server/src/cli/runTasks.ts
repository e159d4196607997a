import type { CheckPlan } from './check.ts';
import { createProgress } from './progress.ts';
import type { TaskResult } from './task.ts';
import type { Terminal } from './terminal.ts';
import { runHere, runInWorkers } from './workerPool.ts';

/**
 * Less than this (bytes of drafts and sources) is checked sooner than a thread starts; more goes to worker threads,
 * which also leaves this one free to answer Ctrl+C.
 */
const MAX_BYTES_HERE = 200_000;

/** Runs the tasks of a plan, here or in worker threads, with the progress shown to a person. */
export async function runTasks(
  { tasks, workers, bytes }: CheckPlan,
  terminal: Pick<Terminal, 'bundle' | 'progress' | 'error'>,
): Promise<readonly TaskResult[]> {
  if (bytes <= MAX_BYTES_HERE) return runHere(tasks);
  const progress = createProgress(terminal);
  try {
    return await runInWorkers(tasks, workers, terminal.bundle, progress.tell);
  } finally {
    progress.clear();
  }
}
