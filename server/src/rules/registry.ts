import { approximation } from './approximation.ts';
import { citationUnresolved } from './citation-unresolved.ts';
import { dateMismatch } from './date-mismatch.ts';
import { directionMismatch } from './direction-mismatch.ts';
import { nameMismatch } from './name-mismatch.ts';
import { nameMisspelled } from './name-misspelled.ts';
import { notInSources } from './not-in-sources.ts';
import { numberMismatch } from './number-mismatch.ts';
import { quoteAltered } from './quote-altered.ts';
import { quoteMisattributed } from './quote-misattributed.ts';
import { quoteNotFound } from './quote-not-found.ts';
import { roleMismatch } from './role-mismatch.ts';
import type { Rule, RuleDescription } from './rule.ts';
import { sourceInconsistent } from './source-inconsistent.ts';
import { sourcesDiffer } from './sources-differ.ts';
import { timeMismatch } from './time-mismatch.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unusedDirective } from './unused-directive.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';

/** The rules that judge a draft's alignments; each answers for reasons of its own, so their order decides nothing. */
export const DRAFT_RULES: readonly Rule[] = [
  numberMismatch,
  unitMismatch,
  directionMismatch,
  approximation,
  dateMismatch,
  timeMismatch,
  weekdayMismatch,
  nameMisspelled,
  nameMismatch,
  roleMismatch,
  quoteAltered,
  quoteNotFound,
  quoteMisattributed,
  notInSources,
  sourcesDiffer,
];

/** Every rule as people read about it, in the order of the README's table. */
export const RULES: readonly RuleDescription[] = [
  ...DRAFT_RULES,
  citationUnresolved,
  sourceInconsistent,
  unusedDirective,
];
