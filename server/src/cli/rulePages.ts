import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleCode } from '../findings/finding.ts';

/** The page of a rule in Markdown, from the folder that comes with the command line; undefined when it is missing. */
export function readRulePage(pages: string, code: RuleCode): string | undefined {
  try {
    return readFileSync(join(pages, `${code}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
