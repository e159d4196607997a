import type { Level, RuleCode } from '../findings/finding.ts';

/** Words of a draft that are right whatever the sources say. */
export interface AcceptedValue {
  readonly value: string;
  readonly reason?: string;
}

/** How a date of digits that can be read both ways is meant: 3/4/2025 is 3 April (`dmy`) or March 4 (`mdy`). */
export type DateOrder = 'dmy' | 'mdy';

/** What the user can set about checking; everything has a default, see `DEFAULT_OPTIONS`. */
export interface CheckOptions {
  /** Overrides of a rule's own level; `off` silences it. */
  readonly levels: Readonly<Partial<Record<RuleCode, Level | 'off'>>>;
  /** Groups of names that name the same person, organisation or place. */
  readonly aliases: readonly (readonly string[])[];
  /** A finding about exactly these words is suppressed. */
  readonly accepted: readonly AcceptedValue[];
  /** A finding with one of these fingerprints is suppressed, for the reason that stands beside it. */
  readonly ignored: ReadonlyMap<string, string | undefined>;
}

/** Every rule at its own level, and nothing left out. */
export const DEFAULT_OPTIONS: CheckOptions = { levels: {}, aliases: [], accepted: [], ignored: new Map() };
