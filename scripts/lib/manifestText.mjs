/** The manifest of the extension as a reader of English sees it: its texts stand in package.nls.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';

/** package.json, parsed, with the words in place of their keys ("%command.checkFile%"). */
export function readManifest() {
  const words = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'), (_, value) =>
    typeof value === 'string' ? value.replace(/^%(.+)%$/, (whole, key) => words[key] ?? whole) : value,
  );
}
