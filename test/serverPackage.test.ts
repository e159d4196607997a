import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { startClient } from './protocol/client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE } from './protocol/workspace.ts';

// The package of the server as it would be published, from the bundles that `npm run build` has made.
const root = join(import.meta.dirname, '..');
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
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
      'dist/index.d.ts',
      'dist/index.js',
      'dist/mcp.cjs',
      ...readdirSync(join(root, 'docs/rules')).map((page) => `dist/rules/${page}`),
      ...readdirSync(join(root, 'schemas')).map((schema) => `dist/schemas/${schema}`),
      'dist/server.cjs',
      'dist/session.cjs',
      'package.json',
    ].sort(),
  );
  expect(readFileSync(join(root, 'server/LICENSE'), 'utf8')).toBe(
    readFileSync(join(root, 'LICENSE'), 'utf8'),
  );
});

test('it brings no other package with it', () => {
  const installed = readdirSync(join(folder, 'empty/node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['touchstone']);
});

test('npx starts the server in an empty folder, and it checks a draft', async () => {
  const workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
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
  const pages = pathToFileURL(join(folder, 'empty/node_modules/touchstone/dist/rules')).href;
  expect(report).toMatchObject({
    kind: 'full',
    items: [
      { range: SLIP, code: 'number-mismatch', codeDescription: { href: `${pages}/number-mismatch.md` } },
    ],
  });
  expect(await client.stop()).toBe(0);
  workspace.remove();
});

test('npx serves the tools for agents as the documentation sets them up', async () => {
  const [, text = ''] =
    /```json\n([\s\S]+?)```/.exec(readFileSync(join(root, 'docs/agents.md'), 'utf8')) ?? [];
  const { command, args } = JSON.parse(text).mcpServers.touchstone;
  const client = new Client({ name: 'test', version: '1.0.0' });
  const cwd = join(folder, 'empty');
  await client.connect(new StdioClientTransport({ command: command === 'npx' ? npx : command, args, cwd }));
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('check_text');
  await client.close();
});

/** The examples of docs/api.md that say what they print: title, script and output. */
const examples = [
  ...readFileSync(join(root, 'docs/api.md'), 'utf8').matchAll(
    /<!-- example: (.+?) -->\s+```js\n([\s\S]+?)```\s+```text\n([\s\S]+?)```/g,
  ),
].map(([, title = '', script = '', output = '']) => ({ title, script, output }));

test('the documentation has examples', () => expect(examples.length).toBeGreaterThan(1));

const ferry = 'The ferry carried 214 passengers when it left Bodø on Friday.\n';

test.each(examples)('the example “$title” prints what the documentation says', ({ script, output }) => {
  const place = join(folder, 'empty');
  // What a pipeline is made of is the user's; here it is the project's.
  for (const [, name = ''] of script.matchAll(/from '((?:remark|vfile|unified)[a-z-]*)'/g))
    symlinkSync(join(root, 'node_modules', name), join(place, 'node_modules', name), 'junction');
  mkdirSync(join(place, 'seeds'), { recursive: true });
  writeFileSync(join(place, 'seeds/ferry.txt'), ferry);
  writeFileSync(join(place, 'draft.md'), 'The ferry left Bodø with 241 passengers.\n');
  writeFileSync(join(place, 'example.mjs'), script);
  expect(execFileSync(process.execPath, ['example.mjs'], { cwd: place, encoding: 'utf8' })).toBe(output);
});

// Other versions of Node come from npm packages, which are large: they are fetched where the environment asks for it.
const versions = process.env.TOUCHSTONE_NODE_VERSIONS?.split(' ') ?? [];

describe.each(versions)('in Node %s', (version) => {
  let node: string;
  beforeAll(() => {
    const place = join(folder, `node-${version}`);
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    const install = ['install', '--prefix', place, '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync(npm, [...install, `${name}@${version}`], { stdio: 'ignore' });
    node = join(place, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\b`));
  }, 180_000);

  const bin = (name: string) => join(folder, 'empty/node_modules/touchstone/bin', name);

  test('the command line checks a draft', () => {
    const workspace = createWorkspace({ 'seeds/a.txt': SOURCE, 'draft.md': DRAFT });
    const args = [bin('touchstone.js'), 'check', 'draft.md', '--format', 'json'];
    const run = spawnSync(node, args, { cwd: fileURLToPath(workspace.uri), encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('number-mismatch');
    workspace.remove();
  });

  test('the language server starts, answers and stops', async () => {
    const workspace = createWorkspace({ 'seeds/a.txt': SOURCE });
    const client = await startClient([node, bin('touchstone-language-server.js'), '--stdio'], {
      folders: [workspace.uri],
      capabilities: { textDocument: { diagnostic: {} } },
    });
    const uri = workspace.uriOf('draft.md');
    await client.open(uri, DRAFT);
    const report = await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    expect(report).toMatchObject({ items: [{ code: 'number-mismatch' }] });
    expect(await client.stop()).toBe(0);
    workspace.remove();
  });

  test.each(examples.filter(({ title }) => !title.startsWith('pipeline')))(
    'the example “$title” runs',
    ({ script, output }) => {
      writeFileSync(join(folder, 'empty/example.mjs'), script);
      expect(execFileSync(node, ['example.mjs'], { cwd: join(folder, 'empty'), encoding: 'utf8' })).toBe(
        output,
      );
    },
  );
});

test('its types need no other package, and say what the code does', () => {
  const user = `import { check, createLanguageService, createMemoryHost, type Finding, touchstone } from 'touchstone';
    const result = check({ draft: { name: 'a.md', text: 'One.' }, sources: [] });
    export const findings: readonly Finding[] = result.findings;
    const service = createLanguageService(createMemoryHost({ files: {} }));
    export const line: Promise<number | undefined> = service.diagnostics('a').then((all) => all[0]?.range.start.line);
    export const transform = touchstone({ sources: [{ name: 'a.txt', text: '' }] });
    // @ts-expect-error a source needs a name
    check({ draft: { name: 'a.md', text: '' }, sources: [{ text: '' }] });`;
  writeFileSync(join(folder, 'empty/user.ts'), user);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--types',
    '',
    '--lib',
    'es2022',
  ];
  const run = spawnSync(process.execPath, [tsc, ...flags, 'user.ts'], {
    cwd: join(folder, 'empty'),
    encoding: 'utf8',
  });
  expect(run.stdout).toBe('');
  expect(run.status).toBe(0);
});
