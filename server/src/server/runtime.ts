import type { InitializationOptions } from './initializationOptions.ts';

/** What the server needs from the place it runs in; the rest comes over the connection. */
export interface Runtime {
  readonly version: string;
  /** There is a disk to read, as in Node; a browser has none. */
  readonly hasDisk: boolean;
  /** URI of the packaged pages of the rules, with a slash at its end; undefined when they are not there. */
  readonly rulePages?: string | undefined;
  /** Loads the second file of the server. */
  loadSession(options: InitializationOptions): Promise<typeof import('./session.ts')>;
}
