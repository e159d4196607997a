import type { Command } from 'vscode-languageserver-types';
import type { RuleCode } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import { RULES } from '../../rules/registry.ts';
import { SHOW_RULE_COMMAND } from '../announced.ts';

/** The command that shows the page of `code`. */
export const showRule = (code: RuleCode): Command => ({
  title: t('Show the page of {0}', code),
  command: SHOW_RULE_COMMAND,
  arguments: [code],
});

/** Address of the page of a rule; undefined for what is no rule, whoever asks. */
export function rulePage(rulePages: string | undefined, code: unknown): string | undefined {
  const known = RULES.some((rule) => rule.code === code);
  return rulePages !== undefined && known ? `${rulePages}${code}.md` : undefined;
}
