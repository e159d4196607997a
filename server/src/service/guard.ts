import { Cancelled, type WorkspaceHost } from './workspaceHost.ts';

/** Runs a feature; a fault in it becomes one line in the log and the answer `otherwise`. */
export type Guard = <T>(feature: string, otherwise: T, run: () => Promise<T>) => Promise<T>;

/** Keeps a fault in one feature from taking the server down: one log line a fault, and an empty answer. */
export function createGuard(host: WorkspaceHost): Guard {
  const reported = new Set<string>();
  return async <T>(feature: string, otherwise: T, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      const key = `${feature}: ${error}`;
      const stack = error instanceof Error ? (error.stack ?? String(error)) : String(error);
      if (!reported.has(key)) host.log('error', `Fault in ${feature}: ${stack}`);
      reported.add(key);
      return otherwise;
    }
  };
}
