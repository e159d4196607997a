import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import type { FolderEntry } from '../../server/src/service/fileRequests.ts';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient, type TestClient } from './client.ts';
import { DRAFT, SOURCE } from './workspace.ts';

/** Workspaces of the editor's own file systems, which the server reads through its client. */

const FOLDER = 'memfs://host/a%20b';
const LIMIT = 200;

let server: ServerPackage;
let client: TestClient;

beforeAll(async () => {
  server = await buildServer('client-files');
});
afterAll(() => server.remove());
afterEach(() => client.stop());

const base64 = (bytes: string | Uint8Array): string => Buffer.from(bytes as string).toString('base64');

/** A client with these files: their content in Base64 or another answer to `readFile`. */
async function start(
  files: Readonly<Record<string, object>>,
  links: Readonly<Record<string, FolderEntry>> = {},
  offered = true,
): Promise<TestClient> {
  const paths = Object.keys(files);
  const entriesOf = (folder: string): FolderEntry[] => {
    const inside = paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
    const names = [...new Set(inside.map((path) => path.replace(/\/.*/, '')))];
    const entries = names.map(
      (name): FolderEntry => ({ name, kind: inside.includes(name) ? 'file' : 'folder' }),
    );
    return [...entries, ...(links[folder] ? [links[folder]] : [])];
  };
  const pathOf = ({ uri }: { uri: string }): string => decodeURIComponent(uri.slice(FOLDER.length + 1));
  const folderOf = (params: { uri: string }): string => (pathOf(params) === '' ? '' : `${pathOf(params)}/`);
  client = await startClient([process.execPath, server.bundle, '--stdio'], {
    capabilities: { textDocument: { diagnostic: {} } },
    folders: [FOLDER],
    initializationOptions: { clientFiles: offered, settings: { maxSourceSize: LIMIT } },
    answers: {
      'touchstone/readFile': (params) => files[pathOf(params)] ?? { none: 'missing' },
      'touchstone/readFolder': (params) => entriesOf(folderOf(params)),
      'touchstone/isFolder': (params) => paths.some((path) => path.startsWith(folderOf(params))),
    },
  });
  return client;
}

const pull = async (name = 'draft.md'): Promise<string[]> => {
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: `${FOLDER}/${name}` },
  });
  return report.kind === 'full' ? report.items.map(({ code, message }) => `${code} ${message}`) : [];
};

test('a draft is checked against the sources of its file system, in folders and in UTF-16', async () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(SOURCE, 'utf16le')]);
  await start({
    'seeds/deep/ü 1.txt': { base64: base64(utf16) },
    'notes/other.txt': { base64: base64('Lukashenko has pardoned 132 individuals.') },
  });
  await client.open(`${FOLDER}/draft.md`, DRAFT);
  const found = await pull();
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^number-mismatch .*123, not 132/);
});

test('what the client cannot read is told in the status, each with its reason', async () => {
  await start(
    {
      'seeds/a.txt': { base64: base64(SOURCE) },
      'seeds/gone.txt': { none: 'missing' },
      'seeds/large.txt': { none: 'tooLarge' },
      'seeds/larger than told.txt': { base64: base64('x'.repeat(LIMIT + 1)) },
      'seeds/locked.txt': { problem: 'NoPermissions' },
    },
    { 'seeds/': { name: 'folder.txt', kind: 'other' } },
  );
  await client.open(`${FOLDER}/draft.md`, DRAFT);
  await pull();
  const status = await client.untilStatus(({ problems }) => problems.length > 0);
  const name = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  expect(status.problems.map(({ uri, reason }) => `${name(uri)} ${reason}`)).toEqual([
    'folder.txt is not there any more',
    'gone.txt is not there any more',
    'large.txt is larger than 200 bytes (setting touchstone.maxSourceSize)',
    'larger than told.txt is larger than 200 bytes (setting touchstone.maxSourceSize)',
    'locked.txt cannot be read (NoPermissions)',
  ]);
  expect(status.sources).toBe(1);
});

test('a project file of the file system is obeyed', async () => {
  await start({
    'texts/a.txt': { base64: base64(SOURCE) },
    'touchstone.json': {
      base64: base64('{ "sources": ["texts/*.txt"], "rules": { "number-mismatch": "off" } }'),
    },
  });
  await client.open(`${FOLDER}/draft.md`, DRAFT);
  expect(await pull()).toEqual([]);
  await client.untilStatus(({ sources }) => sources === 1);
});

test('a client that offers no files is asked for none', async () => {
  await start({ 'seeds/a.txt': { base64: base64(SOURCE) } }, {}, false);
  await client.open(`${FOLDER}/draft.md`, DRAFT);
  await pull();
  expect(client.received.filter(({ method }) => /readFile|readFolder|isFolder/.test(method))).toEqual([]);
});
