import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
// @ts-expect-error plain JavaScript
import { serverBundles } from '../../scripts/lib/serverBundles.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A server package with nothing in it but the bundles and the command that starts it. */
export interface ServerPackage {
  readonly bundle: string;
  /** The second file, which the bundle loads. */
  readonly session: string;
  readonly command: string;
  remove(): void;
}

/** Bundles the language server from its sources as the real build does, into a folder of its own. */
export async function buildServer(name: string): Promise<ServerPackage> {
  const folder = join(root, 'test/.out/protocol', `${name}-${process.pid}`);
  const bundle = join(folder, 'server/dist/server.cjs');
  const session = join(folder, 'server/dist/session.cjs');
  const command = join(folder, 'server/bin/touchstone-language-server.js');
  for (const options of serverBundles(join(folder, 'server/dist')))
    await build({ ...options, absWorkingDir: root, bundle: true, logLevel: 'error' });
  cpSync(join(root, 'server/bin/touchstone-language-server.js'), command);
  cpSync(join(root, 'server/package.json'), join(folder, 'server/package.json'));
  return { bundle, session, command, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
