/**
 * Runs the suite in a real VS Code, beside the extensions of a desktop and in a web worker as in a browser.
 * Usage: node test/vscode/run.mjs [--json FILE] [--host desktop|browser|window | --install]
 * TOUCHSTONE_VSCODE=1.139.1 chooses one version; --install only fetches what the tests run in.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root, run, runScript } from '../../scripts/lib/commands.mjs';
import { packagedFiles, packageExtension } from '../../scripts/lib/extensionPackage.mjs';
import { chooseVsCode } from './choose.mjs';
import { ensureChromium } from './host/chromium.mjs';
import { installServedVsCode } from './host/install.mjs';
import { writeUserSettings } from './host/settings.mjs';
import { chosenVersions } from './host/versions.mjs';
import { installationProblem } from './installation.mjs';
import { followReport, outcomeOf } from './report.mjs';
import { buildWebSuite, runWebSuite } from './webSuite.mjs';
import { runWindowTests } from './window/window.mjs';
import { createWorkspace } from './workspace.mjs';

const { values: flags } = parseArgs({
  options: { json: { type: 'string' }, host: { type: 'string' }, install: { type: 'boolean' } },
});

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

async function runSuite(vsCode, place, say) {
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
  const finish = followReport(report, say);
  const { code } = await run(command, args, {
    env: { ...vsCode.env, TOUCHSTONE_LAUNCH: JSON.stringify(launch) },
  });
  return { code, ...outcomeOf(finish()) };
}

/** A suite that ended badly without a failed test is a failure all the same. */
const failures = ({ code, failed }) => failed + (code !== 0 && failed === 0 ? 1 : 0);

/** The suite beside the extensions of a desktop, and whether the package installs there. */
async function runOnDesktop(version, { file }, place, say) {
  // The stand-in for VS Code's executable is a process of its own and reads its version from here.
  const env = { ...process.env, TOUCHSTONE_VSCODE: version };
  const vsCode = { ...(await chooseVsCode(version)), env };
  say(`In ${vsCode.title}:`);
  const suite = await runSuite(vsCode, place, say);
  const problem = await installationProblem(vsCode, file, place);
  say(problem ? `✗ the package installs\n${problem}` : '✓ the package installs');
  return { ...suite, passed: suite.passed + (problem ? 0 : 1), failed: failures(suite) + (problem ? 1 : 0) };
}

/** The suite in a web worker, where the extension runs in a browser. */
async function runInBrowser(version, { files }, place, say) {
  say(`In the browser of VS Code ${version}:`);
  const suite = await runWebSuite(version, files, place, say);
  return { ...suite, failed: failures(suite) };
}

/**
 * With mouse and keys in the window itself; one version is enough. A key that a busy machine let fall is not a failure
 * of the extension: what fails is tried once more in a new window, and fails if it fails there too.
 */
async function runInWindow(version, _, place, say) {
  if (version !== chosenVersions().at(-1)) return { passed: 0, failed: 0 };
  say(`In the window of VS Code ${version}:`);
  const first = await runWindowTests(version, join(place, 'first'), say);
  if (first.failed === 0) return first;
  say('Once more, in a new window:');
  return runWindowTests(version, join(place, 'second'), say);
}

const HOSTS = { desktop: runOnDesktop, browser: runInBrowser, window: runInWindow };

/** Runs the suite in one version and host; gives how many tests passed and failed. */
async function runHost(version, host, packaged) {
  const place = mkdtempSync(join(tmpdir(), 'touchstone-'));
  const say = (text) => console.log(text.replaceAll(/^(?=.)/gm, `${version} ${host}  `));
  try {
    const { passed, failed, reason } = await HOSTS[host](version, packaged, place, say);
    if (reason) say(reason);
    if (passed + failed > 0) say(`${passed} of ${passed + failed} passed`);
    return { passed, failed };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function runHosts(packaged) {
  const total = { passed: 0, failed: 0 };
  for (const version of chosenVersions()) {
    // One after the other: beside each other, the hosts keep the answers of one another waiting.
    for (const host of flags.host ? [flags.host] : Object.keys(HOSTS)) {
      const { passed, failed } = await runHost(version, host, packaged);
      total.passed += passed;
      total.failed += failed;
    }
  }
  return total;
}

await runScript(async () => {
  if (flags.host && !(flags.host in HOSTS))
    throw new Error(`--host is one of ${Object.keys(HOSTS).join(', ')}.`);
  if (flags.install) {
    await Promise.all([ensureChromium(), ...chosenVersions().map(installServedVsCode)]);
    return 0;
  }
  const place = mkdtempSync(join(tmpdir(), 'touchstone-'));
  try {
    const file = join(place, 'touchstone.vsix');
    const [files] = await Promise.all([
      packagedFiles(),
      packageExtension(file),
      buildSuite(),
      buildWebSuite(),
    ]);
    const total = await runHosts({ file, files });
    if (flags.json) {
      mkdirSync(dirname(flags.json), { recursive: true });
      writeFileSync(flags.json, JSON.stringify(total));
    }
    return total.failed > 0 ? 1 : 0;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
