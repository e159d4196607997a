import { RULES } from '../rules/registry.ts';
import type { ListFormat } from './arguments.ts';

/** What `touchstone rules` prints: one rule a line, with what it finds and at which level; or all of it as JSON. */
export function rulesList(format: ListFormat): string {
  if (format === 'json') {
    const rules = RULES.map(({ code, title, summary, level, fix }) => ({ code, title, summary, level, fix }));
    return `${JSON.stringify({ schemaVersion: 1, rules }, null, 2)}\n`;
  }
  const width = Math.max(...RULES.map((rule) => rule.code.length));
  return RULES.map((rule) => `${rule.code.padEnd(width)}  ${rule.summary} (${rule.level})\n`).join('');
}
