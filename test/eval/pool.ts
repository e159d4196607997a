import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';
import type { Item } from './item.ts';
import { type EvaluatedFact, type EvaluatedFinding, predict } from './predict.ts';

/** What the engine said about one item; `failure` is the message of an exception, which must never happen. */
export interface Result {
  readonly id: string;
  readonly findings: readonly EvaluatedFinding[];
  readonly facts: readonly EvaluatedFact[];
  readonly failure?: string;
}

const BATCH = 16;

function check(item: Item): Result {
  try {
    return { id: item.id, ...predict(item) };
  } catch (error) {
    return { id: item.id, findings: [], facts: [], failure: (error as Error).stack ?? String(error) };
  }
}

/** Checks all items on every core; the results are in the order of the items. */
export async function checkAll(items: readonly Item[]): Promise<readonly Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  const serve = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let from = 0;
      const give = (): void => {
        from = next;
        next += BATCH;
        if (from < items.length) worker.postMessage(items.slice(from, from + BATCH));
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (batch: readonly Result[]) => {
        for (const [i, result] of batch.entries()) results[from + i] = result;
        give();
      });
      worker.on('error', reject);
      give();
    });
  const workers = Math.min(availableParallelism(), Math.ceil(items.length / BATCH));
  await Promise.all(Array.from({ length: workers }, () => serve(new Worker(fileURLToPath(import.meta.url)))));
  return results;
}

/** Answers batches of items; the bundle runs itself as its own worker. */
export function serveBatches(): void {
  parentPort?.on('message', (items: readonly Item[]) => parentPort?.postMessage(items.map(check)));
}
