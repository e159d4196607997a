import type { RuleCode } from '../findings/finding.ts';
import type { CheckOptions } from './options.ts';

/** Thrown when a rule has thrown: what it says can no longer be relied on, what the others say can. */
export class RuleFault extends Error {
  readonly code: RuleCode;

  constructor(code: RuleCode, cause: unknown) {
    super(`Fault in the rule ${code}: ${cause}`, { cause });
    this.code = code;
  }
}

/** Runs a part of a rule. */
export function guarded<T>(code: RuleCode, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new RuleFault(code, error);
  }
}

/** Checks with the rules that work: one that throws is named to `report`, and the check is done again without it. */
export function withoutFaultyRules<T>(
  options: CheckOptions,
  check: (options: CheckOptions) => T,
  report: (fault: RuleFault) => void,
): T {
  try {
    return check(options);
  } catch (error) {
    if (!(error instanceof RuleFault) || options.levels[error.code] === 'off') throw error;
    report(error);
    const levels = { ...options.levels, [error.code]: 'off' as const };
    return withoutFaultyRules({ ...options, levels }, check, report);
  }
}
