/** The suite in the browser's own extension host. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/lib/commands.mjs';
import { installServedVsCode } from './host/install.mjs';
import { runWebTests } from './host/webTests.mjs';
import { followReport, outcomeOf } from './report.mjs';
import { createWorkspace } from './workspace.mjs';

const LIMIT_MS = 300_000;

const webBundle = join(root, 'test', '.out', 'vscode', 'web.js');

/** Node's modules, of which a browser has none, as far as the suite uses them. */
const standIns = { 'node:assert/strict': 'assert', 'node:fs/promises': 'files', 'node:path': 'path' };

/** Bundles the suite for a browser. */
export const buildWebSuite = () =>
  build({
    entryPoints: [join(root, 'test', 'vscode', 'suite', 'web.ts')],
    outfile: webBundle,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode'],
    alias: Object.fromEntries(
      Object.entries(standIns).map(([name, file]) => [
        name,
        join(root, 'test', 'vscode', 'web', `${file}.ts`),
      ]),
    ),
    logLevel: 'warning',
  });

/** Runs it, with the extension as its package holds it: `files`. */
export async function runWebSuite(version, files, place, say) {
  const report = join(place, 'web.jsonl');
  const finish = followReport(report, say);
  const code = await runWebTests(await installServedVsCode(version), {
    folder: createWorkspace(join(place, 'web')),
    userData: join(place, 'web-user'),
    extensions: join(place, 'web-extensions'),
    root,
    files,
    testsPath: webBundle,
    report,
    limitMs: LIMIT_MS,
  }).catch((error) => {
    console.error(error.message);
    return 1;
  });
  return { code, ...outcomeOf(finish()) };
}
