import type { Level, RuleCode } from '../findings/finding.ts';

/** What the user can set about checking; everything has a default, see `DEFAULT_OPTIONS`. */
export interface CheckOptions {
  /** Overrides of a rule's own level; `off` silences it. */
  readonly levels: Readonly<Partial<Record<RuleCode, Level | 'off'>>>;
}

/** Every rule at its own level. */
export const DEFAULT_OPTIONS: CheckOptions = { levels: {} };
