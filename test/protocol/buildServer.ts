import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A server package with nothing in it but the bundle and the command that starts it. */
export interface ServerPackage {
  readonly bundle: string;
  readonly command: string;
  remove(): void;
}

/** Bundles the language server from its sources as the real build does, into a folder of its own. */
export async function buildServer(name: string): Promise<ServerPackage> {
  const folder = join(root, 'test/.out/protocol', `${name}-${process.pid}`);
  const bundle = join(folder, 'server/dist/server.cjs');
  const command = join(folder, 'server/bin/touchstone-language-server.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/server/node.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'error',
  });
  cpSync(join(root, 'server/bin/touchstone-language-server.js'), command);
  cpSync(join(root, 'server/package.json'), join(folder, 'server/package.json'));
  return { bundle, command, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
