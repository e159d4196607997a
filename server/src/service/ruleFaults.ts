import type { RuleCode } from '../findings/finding.ts';
import { t } from '../l10n/message.ts';
import type { CheckOptions } from '../rules/options.ts';
import { withoutFaultyRules } from '../rules/ruleFault.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** Keeps rules that have failed switched off for the rest of the session, so that the others can go on. */
export interface RuleFaults {
  /** Checks without the rules that have failed, or fail now. */
  run<T>(options: CheckOptions, check: (options: CheckOptions) => T): T;
  /** Rules that have failed so far. */
  count(): number;
}

/** Creates the memory; each rule is told of once, to the reader and with its stack to the log. */
export function createRuleFaults(host: WorkspaceHost): RuleFaults {
  const failed = new Set<RuleCode>();
  return {
    count: () => failed.size,
    run(options, check) {
      const levels = { ...options.levels };
      for (const code of failed) levels[code] = 'off';
      return withoutFaultyRules(failed.size > 0 ? { ...options, levels } : options, check, (fault) => {
        failed.add(fault.code);
        const { cause, message } = fault;
        host.log('error', cause instanceof Error ? (cause.stack ?? message) : message);
        host.show(
          'error',
          t(
            'Touchstone: the rule {0} has failed and is off until the server is restarted. All other rules go on. The log says what happened.',
            fault.code,
          ),
        );
      });
    },
  };
}
