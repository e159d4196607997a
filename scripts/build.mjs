#!/usr/bin/env node
/**
 * Bundles the language server, the command line, the library with its types, and the extension.
 * Usage: node scripts/build.mjs [--minify] [--watch]
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { asciiOutput } from './lib/asciiOutput.mjs';
import { notices } from './lib/notices.mjs';
import { anywhere, connectionsOfNode, extensionServerBundles, serverBundles } from './lib/serverBundles.mjs';
import { buildTypes } from './lib/types.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: flags } = parseArgs({ options: { minify: { type: 'boolean' }, watch: { type: 'boolean' } } });

const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // fdir (behind tinyglobby) asks for import.meta.url, which CommonJS does not have.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** The options of each bundle; `outfile` is what the packages point at. */
const bundles = [
  ...serverBundles('server/dist'),
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'server/dist/cli.cjs' },
  // Apart from the command line, which loads it only for `touchstone mcp`.
  { ...node, entryPoints: ['server/src/mcp/main.ts'], outfile: 'server/dist/mcp.cjs' },
  {
    // The library runs in Node and in web workers: no platform, and the worker build of packages that offer one.
    platform: 'neutral',
    conditions: ['worker'],
    mainFields: ['module', 'main'],
    target: 'es2022',
    format: 'esm',
    entryPoints: ['server/src/library/index.ts'],
    outfile: 'server/dist/index.js',
  },
  ...extensionServerBundles('client/dist'),
  {
    // The extension itself: in Node on a desktop, in a web worker in a browser.
    ...anywhere,
    format: 'cjs',
    external: ['vscode', ...anywhere.external],
    plugins: [connectionsOfNode],
    entryPoints: ['client/src/main.ts'],
    outfile: 'client/dist/extension.js',
  },
];

const optionsOf = (bundle) => ({
  ...bundle,
  absWorkingDir: root,
  bundle: true,
  minify: flags.minify ?? false,
  sourcemap: flags.minify ? false : 'linked',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

const sizeLine = (outfile, metafile) =>
  `${outfile.padEnd(28)} ${(metafile.outputs[outfile].bytes / 1024).toFixed(1).padStart(8)} KB`;

/** Prints the size after each build, the first and every later one. */
const reportSize = (outfile) => ({
  name: 'report-size',
  setup: (plugin) =>
    plugin.onEnd(({ metafile, errors }) => {
      if (errors.length === 0 && metafile) console.log(sizeLine(outfile, metafile));
    }),
});

const inputs = [];
let failed = false;
for (const bundle of bundles) {
  const options = {
    ...optionsOf(bundle),
    plugins: [...(bundle.plugins ?? []), ...(flags.minify ? [asciiOutput] : []), reportSize(bundle.outfile)],
  };
  if (flags.watch) await (await context(options)).watch();
  else {
    try {
      const { metafile } = await build(options);
      inputs.push(...Object.keys(metafile.inputs));
    } catch {
      // esbuild has printed the errors; the other bundles are still worth building.
      failed = true;
    }
  }
}
if (failed) process.exitCode = 1;
else if (!flags.watch) {
  mkdirSync(join(root, 'server/dist'), { recursive: true });
  writeFileSync(join(root, 'server/dist/THIRD-PARTY-NOTICES.txt'), notices(root, inputs));
  // The npm package has its own copies; the extension has the pages in docs/rules and the schemas in schemas.
  for (const [from, to] of [
    ['docs/rules', 'server/dist/rules'],
    ['schemas', 'server/dist/schemas'],
  ]) {
    rmSync(join(root, to), { recursive: true, force: true });
    cpSync(join(root, from), join(root, to), { recursive: true });
  }
  await buildTypes();
}
