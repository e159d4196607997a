import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWorkspace } from './support/runWorkspace.ts';
import { formatWorkspaceFile, parseWorkspaceFile } from './support/workspaceFile.ts';

const root = join(import.meta.dirname, 'specs');
const article = readFileSync(join(import.meta.dirname, '../seeds/lukashenko-pardons.txt'), 'utf8');

/** A file may hold several workspaces, parted by lines "== title ==". `@pardons` stands for the article in seeds/. */
const cases = (file: string) =>
  readFileSync(join(root, file), 'utf8')
    .split(/^== (.+) ==\n/m)
    .slice(1)
    .reduce<{ title: string; text: string }[]>((all, part, i, parts) => {
      if (i % 2 === 0) all.push({ title: part, text: parts[i + 1] ?? '' });
      return all;
    }, []);

const expand = (text: string) => text.replaceAll(/^@pardons$/gm, article.trimEnd());

for (const file of readdirSync(root).filter((f) => f.endsWith('.txt'))) {
  describe(file, () => {
    const all = cases(file);
    const updated: string[] = [];
    for (const { title, text } of all) {
      test(title, () => {
        const sections = parseWorkspaceFile(expand(text));
        const actual = formatWorkspaceFile(runWorkspace(sections));
        updated.push(`== ${title} ==\n${collapse(actual)}`);
        if (process.env.UPDATE_EXPECT === '1') {
          if (updated.length === all.length) writeFileSync(join(root, file), updated.join(''));
          return;
        }
        expect(collapse(actual)).toBe(collapse(formatWorkspaceFile(sections)));
      });
    }
  });
}

/** Puts `@pardons` back for the article, so that a spec stays readable. The article's own hint is specified once, elsewhere. */
function collapse(text: string): string {
  const trimmed = text.replaceAll(/^ *\^+ hint source-inconsistent: 123 and 23 .*\n/gm, '');
  return trimmed.replaceAll(article.trimEnd(), '@pardons');
}
