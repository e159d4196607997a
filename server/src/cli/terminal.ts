/** What the command line touches of the process it runs in. */
export interface Terminal {
  readonly cwd: string;
  readonly colour: boolean;
  readonly columns: number;
  /** True when a person watches standard error. */
  readonly progress: boolean;
  /** The file to start worker threads from. */
  readonly bundle: string;
  /** Folder with the pages of the rules. */
  readonly pages: string;
  /** Standard input to its end. */
  readStdin(): Promise<Uint8Array>;
  /** The date and time as ISO text. */
  now(): string;
  out(text: string): void;
  error(text: string): void;
}

/** Exit code of a run: nothing to mend, something to mend, or the job was not done. */
export type ExitCode = 0 | 1 | 2;

/** Exit code of a run that was ended by Ctrl+C, as shells count: 128 and the number of the signal. */
export const INTERRUPTED = 130;

/**
 * Whether to colour: `NO_COLOR` and `FORCE_COLOR` say so when they are set and not empty (the former wins, "0" forces
 * none), else a terminal that can.
 */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
