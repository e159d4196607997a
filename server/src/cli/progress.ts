import type { Terminal } from './terminal.ts';
import type { OnProgress } from './workerPool.ts';

/** A line on standard error that is written over and over, and taken away at the end. */
export interface Progress {
  readonly tell: OnProgress;
  /** Takes the line away. */
  clear(): void;
}

const LINE_START = '\r\u001b[K';

/** Creates the line; nothing is shown unless a person watches. */
export function createProgress(terminal: Pick<Terminal, 'progress' | 'error'>): Progress {
  let shown = '';
  return {
    tell(done, all) {
      if (!terminal.progress) return;
      const text = `Checking: ${done} of ${all} drafts (${Math.floor((done / all) * 100)} %)`;
      if (text === shown) return;
      shown = text;
      terminal.error(`${LINE_START}${text}`);
    },
    clear() {
      if (shown !== '') terminal.error(LINE_START);
      shown = '';
    },
  };
}
