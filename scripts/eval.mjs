#!/usr/bin/env node
/** Bundles the evaluation with the engine as it is now, and runs it: npm run eval -- --help */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outfile = join(root, 'test/.out/eval/run.cjs');

await build({
  absWorkingDir: root,
  entryPoints: ['test/eval/run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // CommonJS has no import.meta.url; the evaluation needs it to start itself as a worker.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  sourcemap: 'inline',
  logLevel: 'warning',
});
const { evaluate } = await import(pathToFileURL(outfile).href);
process.exitCode = await evaluate(
  process.argv.slice(2),
  join(root, '../shared/eval'),
  join(root, 'test/evaluation'),
);
