import type { FileStore } from './fileStore.ts';

/** What the server needs from the place it runs in; the rest comes over the connection. */
export interface Runtime {
  readonly version: string;
  /** The disk of this machine; undefined in a browser. */
  readonly files: FileStore | undefined;
  /** URI of the packaged pages of the rules, with a slash at its end; undefined when they are not there. */
  readonly rulePages?: string | undefined;
}
