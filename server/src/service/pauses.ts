import { nextTurn } from './turns.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** Longest stretch of work, in milliseconds, before messages that wait are taken in. */
export const STRETCH = 8;

/** Asked between two steps of long work: lets messages in when the last time was a while ago. */
export type Pause = () => Promise<void>;

/** Creates the pauses of one piece of work. */
export function createPauses(host: Pick<WorkspaceHost, 'now'>): Pause {
  let since = host.now();
  return async () => {
    if (host.now() - since < STRETCH) return;
    await nextTurn();
    since = host.now();
  };
}
