#!/usr/bin/env node
/**
 * Fits the weights of names or of contradicted numbers on the evaluation sets and prints them with what they find,
 * cross-validated by article: node scripts/fitWeights.mjs names|numbers [DATA [SAMPLES]]. What is printed is read by a
 * person and put into server/src/alignment/weights.ts; nothing is written.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [what, folder, samples] = process.argv.slice(2);
if (what !== 'names' && what !== 'numbers') {
  console.error('Say what to fit: node scripts/fitWeights.mjs names, or numbers.');
  process.exit(2);
}
const data = folder ?? join(process.env.TOUCHSTONE_EVAL ?? join(root, '../shared/eval'), 'data');
if (!existsSync(data)) {
  console.log(`No evaluation sets in ${data}; nothing to fit.`);
  process.exit(0);
}
const outfile = join(root, 'test/.out/eval/fitWeights.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/eval/fitWeights.ts'],
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
const { fitNames, fitNumbers } = await import(pathToFileURL(outfile).href);
const own = join(root, 'test/evaluation');
console.log(what === 'names' ? fitNames(data, Number(samples ?? 20)) : fitNumbers(data, own));
