#!/usr/bin/env node
/**
 * Sets everything up and runs every test. Usage: npm test [-- --no-vscode | --only-vscode]
 * The last line counts the tests: "N passed, N failed". Node's own modules only, until the dependencies are there.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, runScript, step } from './lib/commands.mjs';
import { buildBundles, installDependencies } from './lib/setup.mjs';

const { values: flags } = parseArgs({
  options: { 'no-vscode': { type: 'boolean' }, 'only-vscode': { type: 'boolean' } },
});

const results = join(root, 'test', '.out', 'results');
const unitResults = join(results, 'vitest.json');
const vsCodeResults = join(results, 'vscode.json');

const tool = (name, ...args) => [process.execPath, [join(root, 'node_modules', ...name.split('/')), ...args]];

const checks = [
  { title: 'Checking types', command: tool('typescript/bin/tsc', '-b') },
  { title: 'Checking style', command: tool('@biomejs/biome/bin/biome', 'check', '.') },
];
const unitTests = {
  title: 'Running the tests outside VS Code',
  command: tool(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitResults}`,
  ),
};
const vsCodeRun = join(root, 'test', 'vscode', 'run.mjs');
const vsCodeTests = {
  title: 'Running the tests inside VS Code',
  command: [process.execPath, [vsCodeRun, '--json', vsCodeResults]],
};

/** Counts of a results file; a run that left none has failed as a whole. */
function countsIn(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  if ('passed' in result) return result;
  // A test file that could not be loaded holds no failed test, yet has failed.
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: result.numPassedTests, failed: result.numFailedTests + unloaded.length };
}

await runScript(async () => {
  await installDependencies();
  await buildBundles();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const parts = [
    ...(flags['only-vscode'] ? [] : [...checks, { ...unitTests, results: unitResults }]),
    ...(flags['no-vscode'] ? [] : [{ ...vsCodeTests, results: vsCodeResults }]),
  ];
  // What VS Code runs in is fetched meanwhile. Where that fails, its tests try again and say why.
  const fetched = flags['no-vscode']
    ? undefined
    : run(process.execPath, [vsCodeRun, '--install'], { quiet: true });
  const failedParts = [];
  let passed = 0;
  let failed = 0;
  for (const part of parts) {
    if (part.results === vsCodeResults) await fetched;
    step(part.title);
    const { code } = await run(...part.command);
    if (code !== 0) failedParts.push(part.title.toLowerCase());
    if (!part.results) continue;
    const counts = countsIn(part.results);
    passed += counts.passed;
    failed += counts.failed;
  }
  console.log(failedParts.length > 0 ? `\nFailed: ${failedParts.join(', ')}` : '');
  console.log(`${passed} passed, ${failed} failed`);
  return failedParts.length > 0 || failed > 0 ? 1 : 0;
});
