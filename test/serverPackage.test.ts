import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { startClient } from './protocol/client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE } from './protocol/workspace.ts';

// The package of the server as it would be published, from the bundles that `npm run build` has made.
const root = join(import.meta.dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
let folder: string;
let files: readonly string[];

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'touchstone-package-')));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(
    execFileSync(npm, pack, {
      cwd: join(root, 'server'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  files = packed.files.map(({ path }: { path: string }) => path);
  mkdirSync(join(folder, 'empty'));
  const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(npm, [...install, join(folder, packed.filename)], {
    cwd: join(folder, 'empty'),
    stdio: 'ignore',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package holds exactly what it needs', () => {
  expect([...files].sort()).toEqual(
    [
      'LICENSE',
      'README.md',
      'bin/touchstone-language-server.js',
      'bin/touchstone.js',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/cli.cjs',
      'dist/engine.js',
      ...readdirSync(join(root, 'docs/rules')).map((page) => `dist/rules/${page}`),
      'dist/server.cjs',
      'package.json',
    ].sort(),
  );
  expect(readFileSync(join(root, 'server/LICENSE'), 'utf8')).toBe(
    readFileSync(join(root, 'LICENSE'), 'utf8'),
  );
});

test('it brings no other package with it', () => {
  const installed = readdirSync(join(folder, 'empty/node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['touchstone-language-server']);
});

test('npx starts the server in an empty folder, and it checks a draft', async () => {
  const workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const client = await startClient([npx, '--no', 'touchstone-language-server', '--stdio'], {
    cwd: join(folder, 'empty'),
    folders: [workspace.uri],
    capabilities: { textDocument: { diagnostic: { codeDescriptionSupport: true } } },
  });
  expect(client.initializeResult.serverInfo?.name).toBe('Touchstone');
  const uri = workspace.uriOf('draft.md');
  await client.open(uri, DRAFT);
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const pages = pathToFileURL(join(folder, 'empty/node_modules/touchstone-language-server/dist/rules')).href;
  expect(report).toMatchObject({
    kind: 'full',
    items: [
      { range: SLIP, code: 'number-mismatch', codeDescription: { href: `${pages}/number-mismatch.md` } },
    ],
  });
  expect(await client.stop()).toBe(0);
  workspace.remove();
});

test('the engine can be imported', () => {
  const script = `import { readProse } from 'touchstone-language-server';
    console.log(readProse({ uri: 'a.txt', format: 'plaintext', text: 'One. Two.' }).blocks[0].sentences.length);`;
  const args = ['--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, args, { cwd: join(folder, 'empty'), encoding: 'utf8' })).toBe('2\n');
});
