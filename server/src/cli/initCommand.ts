import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PROJECT_FILE } from '../config/projectFile.ts';
import { displayPath } from './nodeFiles.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const PROJECT = `${JSON.stringify(
  {
    sources: ['seeds/**/*.{txt,md,markdown}'],
    drafts: ['drafts/**/*.{txt,md,markdown}'],
    rules: {},
  },
  null,
  2,
)}\n`;

/** A source and a draft that differs from it in one number and one word of a quotation. */
const EXAMPLE: Readonly<Record<string, string>> = {
  'seeds/example.txt':
    'The lifeboat crew of Hallam Bay rescued 47 people in 2024, the harbour office said on Monday. ' +
    '“We have never had such a busy summer,” said Ruth Ellery, who leads the crew.\n',
  'drafts/example.md':
    '# A busy summer\n\nThe lifeboat crew of Hallam Bay rescued **74 people** in 2024. ' +
    '“We have never had such a long summer,” said Ruth Ellery, who leads the crew.\n',
};

/** Runs `touchstone init`: a project file, and an example where there are no sources and drafts yet. Overwrites nothing. */
export function initCommand(folder: string, terminal: Terminal): ExitCode {
  const place = resolve(terminal.cwd, folder);
  const show = (path: string): string => displayPath(path, terminal.cwd);
  const project = join(place, PROJECT_FILE);
  if (existsSync(project)) {
    terminal.error(`touchstone: ${show(project)} is there already; nothing was changed.\n`);
    return 2;
  }
  const withExample = ['seeds', 'drafts'].every((name) => isEmpty(join(place, name)));
  const files = { [PROJECT_FILE]: PROJECT, ...(withExample ? EXAMPLE : {}) };
  for (const [name, text] of Object.entries(files)) {
    const path = join(place, name);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      terminal.error(`touchstone: ${show(path)} cannot be written (${code}).\n`);
      return 2;
    }
    terminal.out(`wrote ${show(path)}\n`);
  }
  const change = place === terminal.cwd ? '' : `in ${show(place)}, `;
  terminal.out(
    `\nNext: put the texts you rest on into seeds/ and your own into drafts/; ${change}run "touchstone check".\n`,
  );
  return 0;
}

const isEmpty = (folder: string): boolean =>
  !existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0);
