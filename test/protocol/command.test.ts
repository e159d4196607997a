import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient } from './client.ts';

let server: ServerPackage;

beforeAll(async () => {
  server = await buildServer('command');
});
afterAll(() => server.remove());

test.each([[[]], [['--stdio']]])('the command speaks the protocol with arguments %j', async (args) => {
  const client = await startClient([process.execPath, server.command, ...args], { folders: null });
  expect(client.initializeResult.serverInfo?.name).toBe('Touchstone');
  expect(await client.stop()).toBe(0);
});

test('says so where it is not built', () => {
  rmSync(server.bundle);
  const { status, stderr } = spawnSync(process.execPath, [server.command], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^touchstone-language-server is not built: .*server\.cjs is missing\. Run "npm run build" first\.\n$/,
  );
});
