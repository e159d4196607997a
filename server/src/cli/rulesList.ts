import { RULES } from '../rules/registry.ts';

/** What `touchstone rules` prints: one rule a line, with what it finds and at which level. */
export function rulesList(): string {
  const width = Math.max(...RULES.map((rule) => rule.code.length));
  return RULES.map((rule) => `${rule.code.padEnd(width)}  ${rule.summary} (${rule.level})\n`).join('');
}
