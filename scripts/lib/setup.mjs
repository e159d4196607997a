/** What a bare clone needs before anything else can run. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, root, step } from './commands.mjs';

const OLDEST_NODE = 20;

/** True when node_modules is missing or older than the lockfile. */
function isInstallDue() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Installs the dependencies when they are missing or outdated. */
export async function installDependencies() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
    throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
  if (!isInstallDue()) return;
  step('Installing the dependencies (half a minute on the first run)');
  await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Bundles the server, the command line and the extension. */
export async function buildBundles(flags = []) {
  step('Building');
  await mustRun(process.execPath, [join('scripts', 'build.mjs'), ...flags]);
}
