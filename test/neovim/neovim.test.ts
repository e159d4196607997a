import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer, type ServerPackage } from '../protocol/buildServer.ts';
import { createWorkspace, SOURCE, type Workspace } from '../protocol/workspace.ts';

/** The set-up of the page, word for word. */
const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8');
const setUp = /<!-- neovim:start -->\s*```lua\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

const missing = spawnSync('nvim', ['--version']).status !== 0;
if (missing) {
  if (process.env.TOUCHSTONE_NEOVIM === 'required')
    throw new Error('Neovim is not installed, and must be here.');
  console.warn('SKIPPED: the tests in Neovim, because there is no nvim on the PATH.');
}

/** Signs of two and four bytes stand before the slip, so that columns in bytes, units and characters differ. */
const DRAFT = '# Pardons\n\nÉtienne 😀: Lukashenko has pardoned **132** individuals.\n';

let server: ServerPackage;
let workspace: Workspace;

beforeAll(async () => {
  if (missing) return;
  server = await buildServer('neovim');
  symlinkSync(server.command, join(dirname(server.command), 'touchstone-language-server'));
  workspace = createWorkspace({
    'seeds/a.txt': SOURCE,
    'draft.md': DRAFT,
    'plain.txt': 'Lukashenko has pardoned 132 individuals.\n',
    'home/init.lua': setUp,
  });
});
afterAll(() => {
  if (missing) return;
  server.remove();
  workspace.remove();
});

test.skipIf(missing)('Neovim, set up as the page says', async () => {
  const folder = fileURLToPath(workspace.uri);
  const home = join(folder, 'home');
  const report = join(home, 'report.json');
  mkdirSync(join(home, 'state'), { recursive: true });
  const driver = join(import.meta.dirname, 'drive.lua');
  const nvim = spawn(
    'nvim',
    ['--headless', '--clean', '-n', '-u', join(home, 'init.lua'), '-c', `luafile ${driver}`],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PATH: `${dirname(server.command)}${delimiter}${process.env.PATH}`,
        HOME: home,
        XDG_STATE_HOME: join(home, 'state'),
        XDG_CACHE_HOME: join(home, 'state'),
        TOUCHSTONE_OUT: report,
      },
    },
  );
  await once(nvim, 'exit');
  const found = JSON.parse(readFileSync(report, 'utf8'));
  expect(found.error, (found.log ?? []).join('\n')).toBeUndefined();
  const column = Buffer.byteLength('Étienne 😀: Lukashenko has pardoned **');
  expect(found.diagnostics).toMatchObject([
    { line: 2, column, last: column + 3, code: 'number-mismatch', source: 'touchstone' },
  ]);
  expect(found.hover).toContain('**132** differs from the source: **123**');
  expect(found.definition).toEqual({ line: 1, words: '123' });
  expect(found.offered[0]).toBe('Replace with “123”');
  expect(found.offered).toContain('Ignore number-mismatch on this line');
  expect(found.fixed).toEqual(['# Pardons', '', 'Étienne 😀: Lukashenko has pardoned **123** individuals.']);
  expect(found.plain).toBe('number-mismatch');
});
