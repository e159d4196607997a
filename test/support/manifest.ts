import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** package.json with the English words in place of their keys ("%command.checkFile%"), as VS Code shows it. */
// biome-ignore lint/suspicious/noExplicitAny: each test looks at its own part
export function readManifest(): any {
  const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
  return JSON.parse(read('package.json'), (_, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/^%(.+)%$/, (whole, key: string) => words[key] ?? whole)
      : value,
  );
}
