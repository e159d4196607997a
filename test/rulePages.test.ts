import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSource } from '../server/src/rules/check.ts';
import { DEFAULT_OPTIONS } from '../server/src/rules/options.ts';
import { analyseText, checkText } from './support/runWorkspace.ts';

const folder = join(import.meta.dirname, '../docs/rules');
const pages = readdirSync(folder).filter((file) => file !== 'README.md');

/** The message without the words of the source at its end. */
const plain = (message: string): string => message.replace(/(:\d+) “.*$/, '$1');

/** The page's example: source (with its name), draft, and what Touchstone says about it. */
function exampleOf(page: string) {
  const sources = [...page.matchAll(/^Source(?: `([^`]+)`)?:\n\n> (.+)$/gm)];
  const draft = /^Draft:\n\n> (.+)$/m.exec(page);
  const says = /^Touchstone says(?:, on the source)?: \*(.+)\*$/m.exec(page);
  return {
    sources: Object.fromEntries(sources.map(([, name = 'source.txt', text]) => [name, `${text}\n`])),
    draft: draft?.[1],
    says: says?.[1] ?? '',
  };
}

test.each(pages)('the example of %s comes out as the page says', (file) => {
  const { sources, draft, says } = exampleOf(readFileSync(join(folder, file), 'utf8'));
  const findings =
    draft === undefined
      ? Object.entries(sources).flatMap(([name, text]) =>
          checkSource(analyseText(name, text), DEFAULT_OPTIONS),
        )
      : checkText(`${draft}\n`, sources).findings;
  const said = findings.map(({ code, message }) => `${code}: ${plain(message)}`);
  expect(said).toEqual([`${file.replace('.md', '')}: ${plain(says)}`]);
});
