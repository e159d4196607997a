import type { LanguageService } from '../service/languageService.ts';

/** Follows the writer's typing, so that new findings at the caret wait for a rest. */
export interface TypingTimer {
  edited(uri: string): void;
  /** Saved or closed: nothing is waited for any more. */
  stopped(uri: string): void;
}

/**
 * `delay` gives the milliseconds without an edit that are a rest; `rested` is called when findings of a document have
 * waited for it and may be shown now.
 */
export function createTypingTimer(
  service: LanguageService,
  delay: () => number,
  rested: (uri: string) => void,
): TypingTimer {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stopped = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    if (service.rested(uri)) rested(uri);
  };
  return {
    stopped,
    edited(uri) {
      const rest = delay();
      if (rest === 0) return;
      service.typing(uri);
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => stopped(uri), rest),
      );
    },
  };
}

/** For a client that cannot be told when to look again: nothing waits. */
export const NO_TYPING_TIMER: TypingTimer = { edited: () => {}, stopped: () => {} };
