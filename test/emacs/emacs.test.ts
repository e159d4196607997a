import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer, type ServerPackage } from '../protocol/buildServer.ts';
import { createWorkspace, SOURCE, type Workspace } from '../protocol/workspace.ts';

/** The set-up of the page, word for word. */
const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8');
const setUp = /<!-- emacs:start -->\s*```elisp\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

/** Emacs without its init file; what was installed as packages is there, as in an Emacs that a person starts. */
const BATCH = ['--batch', '-f', 'package-activate-all'];

const missing =
  spawnSync('emacs', [...BATCH, '--eval', "(progn (require 'eglot) (require 'markdown-mode))"]).status !== 0;
if (missing)
  console.warn('SKIPPED: the tests in Emacs, because it is not there, or has no Eglot or markdown-mode.');

/** Signs of two and four bytes stand before the slip, so that columns in bytes, units and characters differ. */
const DRAFT = '# Pardons\n\nÉtienne 😀: Lukashenko has pardoned **132** individuals.\n';

let server: ServerPackage;
let workspace: Workspace;

beforeAll(async () => {
  if (missing) return;
  server = await buildServer('emacs');
  symlinkSync(server.command, join(dirname(server.command), 'touchstone-language-server'));
  workspace = createWorkspace({
    'seeds/a.txt': SOURCE,
    'draft.md': DRAFT,
    'plain.txt': 'Lukashenko has pardoned 132 individuals.\n',
    'home/init.el': setUp,
  });
});
afterAll(() => {
  if (missing) return;
  server.remove();
  workspace.remove();
});

test.skipIf(missing)('Emacs, set up as the page says', async () => {
  const folder = fileURLToPath(workspace.uri);
  const home = join(folder, 'home');
  const report = join(home, 'report.json');
  const emacs = spawn(
    'emacs',
    [...BATCH, '-l', join(home, 'init.el'), '-l', join(import.meta.dirname, 'drive.el')],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PATH: `${dirname(server.command)}${delimiter}${process.env.PATH}`,
        HOME: home,
        LC_ALL: 'C.UTF-8',
        TOUCHSTONE_OUT: report,
      },
    },
  );
  let said = '';
  emacs.stderr.on('data', (chunk) => {
    said += chunk;
  });
  await once(emacs, 'exit');
  if (!existsSync(report)) throw new Error(said);
  const found = JSON.parse(readFileSync(report, 'utf8'));
  expect(found.error, found.log).toBeUndefined();
  expect(found.diagnostics).toMatchObject([{ line: 2, words: '132' }]);
  expect(found.diagnostics[0].message).toContain('123, not 132');
  expect(found.hover).toContain('**132** differs from the source: **123**');
  expect(found.definition).toEqual({ file: 'a.txt', line: 1, words: '123' });
  expect(found.offered[0]).toBe('Replace with “123”');
  expect(found.offered).toContain('Ignore number-mismatch on this line');
  expect(found.fixed).toBe('# Pardons\n\nÉtienne 😀: Lukashenko has pardoned **123** individuals.\n');
  expect(found.plain).toMatchObject([{ line: 0, words: '132' }]);
});
