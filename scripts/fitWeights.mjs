#!/usr/bin/env node
/**
 * Fits the weights of names on the evaluation sets and prints them with what they find, cross-validated by article:
 * node scripts/fitWeights.mjs [DATA [SAMPLES]]. What is printed is read by a person and put into
 * server/src/alignment/weights.ts; nothing is written.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const data = process.argv[2] ?? join(process.env.TOUCHSTONE_EVAL ?? join(root, '../shared/eval'), 'data');
if (!existsSync(data)) {
  console.log(`No evaluation sets in ${data}; nothing to fit.`);
  process.exit(0);
}
const outfile = join(root, 'test/.out/eval/fitNames.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/eval/fitNames.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const { fitNames } = await import(pathToFileURL(outfile).href);
console.log(fitNames(data, Number(process.argv[3] ?? 20)));
