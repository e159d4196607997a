import { type LogLevel, readSettings, type Settings } from '../config/settings.ts';

/** The settings that hold for the whole session rather than for a folder. */
export interface SessionSettings {
  readonly now: () => Pick<Settings, 'caretDelay' | 'logLevel'>;
  /** Asks for them again. */
  update(): Promise<void>;
}

/** `first` are settings known before the client can be asked. */
export function createSessionSettings(first: unknown, ask: () => Promise<unknown>): SessionSettings {
  let current = readSettings(first).settings;
  return {
    now: () => current,
    async update() {
      current = readSettings(await ask()).settings;
    },
  };
}

const RANK: Readonly<Record<LogLevel, number>> = { off: 0, error: 1, warning: 2, info: 3 };

/** True when a message of `level` belongs into a log that holds `wanted` and more serious ones. */
export const isLogged = (level: Exclude<LogLevel, 'off'>, wanted: LogLevel): boolean =>
  RANK[level] <= RANK[wanted];
