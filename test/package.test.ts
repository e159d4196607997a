import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Files of a folder, as the package names them. */
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

test('the extension holds exactly what it needs', () => {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
    cwd: root,
    encoding: 'utf8',
  });
  const expected = [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'client/dist/extension.js',
    'client/dist/server.js',
    'client/dist/session.js',
    'docs/images/hover.png',
    'examples/pardons/.vscode/settings.json',
    'examples/pardons/README.md',
    'examples/pardons/draft.md',
    'examples/pardons/touchstone.json',
    'media/icon.png',
    'media/view.svg',
    'l10n/bundle.l10n.de.json',
    'package.json',
    'package.nls.de.json',
    'package.nls.json',
    'seeds/lukashenko-pardons.txt',
    'server/dist/THIRD-PARTY-NOTICES.txt',
    ...filesIn('docs/rules', '.md'),
    ...filesIn('media/walkthrough', '.png'),
    ...filesIn('media/states', '.svg'),
    ...filesIn('schemas', '.json'),
    ...filesIn('syntaxes', '.json'),
  ];
  expect(listed.trim().split('\n').sort()).toEqual(expected.sort());
});
