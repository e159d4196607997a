import type { WorkerScope } from './worker.ts';

/*
 * The server of the extension: one file for a process of Node and for a web worker, so that the engine and its word
 * lists are shipped once. Each side is loaded only where it runs.
 */
const isWorker = 'importScripts' in globalThis;
if (isWorker) {
  void import('./worker.ts').then(({ startInWorker }) => startInWorker(globalThis as unknown as WorkerScope));
} else void import('./node.ts');
