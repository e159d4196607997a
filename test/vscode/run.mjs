/**
 * Runs the suite in a real VS Code.
 * Usage: node test/vscode/run.mjs [--json FILE]     TOUCHSTONE_VSCODE=1.139.1 chooses another version
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root, run, runScript } from '../../scripts/lib/commands.mjs';
import { chooseVsCode } from './choose.mjs';
import { writeUserSettings } from './host/settings.mjs';
import { chosenVersion } from './host/versions.mjs';
import { installationProblem } from './installation.mjs';
import { followReport, outcomeOf } from './report.mjs';
import { createWorkspace } from './workspace.mjs';

const { values: flags } = parseArgs({ options: { json: { type: 'string' } } });

const bundle = join(root, 'test', '.out', 'vscode', 'index.js');

const buildSuite = () =>
  build({
    entryPoints: [join(root, 'test', 'vscode', 'suite', 'index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });

async function runSuite(vsCode, place) {
  const userData = join(place, 'user');
  writeUserSettings(userData);
  const report = join(place, 'report.jsonl');
  const launch = {
    vscodeExecutablePath: vsCode.executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: bundle,
    launchArgs: [
      createWorkspace(join(place, 'workspace')),
      `--user-data-dir=${userData}`,
      `--extensions-dir=${join(place, 'extensions')}`,
    ],
    extensionTestsEnv: { TOUCHSTONE_REPORT: report },
  };
  const [command, ...args] = [
    ...vsCode.launcher,
    process.execPath,
    join(root, 'test', 'vscode', 'launch.mjs'),
  ];
  const finish = followReport(report);
  const { code } = await run(command, args, {
    env: { ...process.env, TOUCHSTONE_LAUNCH: JSON.stringify(launch) },
  });
  return { code, ...outcomeOf(finish()) };
}

await runScript(async () => {
  await buildSuite();
  const vsCode = await chooseVsCode(chosenVersion());
  console.log(`In ${vsCode.title}:`);
  const place = mkdtempSync(join(tmpdir(), 'touchstone-'));
  try {
    const { code, reason, ...suite } = await runSuite(vsCode, place);
    if (reason) console.error(reason);
    const problem = await installationProblem(vsCode, place);
    console.log(problem ? `✗ the package installs\n${problem}` : '✓ the package installs');
    const passed = suite.passed + (problem ? 0 : 1);
    const failed = suite.failed + (problem ? 1 : 0);
    console.log(`${passed} of ${passed + failed} passed inside ${vsCode.title}`);
    if (flags.json) {
      mkdirSync(dirname(flags.json), { recursive: true });
      writeFileSync(flags.json, JSON.stringify({ passed, failed }));
    }
    return failed > 0 ? 1 : code;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
