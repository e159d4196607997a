/** Puts a served VS Code into .vscode-test, from the npm registry alone and without running install scripts. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun, root, step } from '../../../scripts/lib/commands.mjs';
import { VERSIONS } from './versions.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Counts up when the steps below change, so that older installations are replaced. */
const RECIPE = 2;

/** Compiled modules that would need a C++ compiler, and what is put in their place. */
const STUBS = {
  '@vscode/spdlog': 'spdlog.cjs',
  'native-watchdog': 'watchdog.cjs',
  '@vscode/native-watchdog': 'watchdog.cjs',
};

/** Parts that are large, reach for the network and are of no use to the tests. */
const LEFT_OUT = [
  'node_modules/@github',
  'node_modules/@devcontainers',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
];

const installations = new Map();

/**
 * Installs VS Code `version` unless it is there; once, whoever asks meanwhile.
 * @returns {Promise<{ version: string, folder: string, node: string }>} the folder that holds `out/server-main.js` and the Node to run it with
 */
export function installServedVsCode(version) {
  const begun = installations.get(version) ?? install(version);
  installations.set(version, begun);
  return begun;
}

async function install(version) {
  const folder = join(root, '.vscode-test', `host-${version}`);
  const host = { version, folder, node: nodeOf(folder, VERSIONS[version]) };
  const stamp = `${VERSIONS[version].integrity} ${RECIPE}`;
  const stampFile = join(folder, 'installed.txt');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return host;

  step(`Installing VS Code ${version} (once, about 10 s and 300–550 MB)`);
  const partial = `${folder}.partial`;
  for (const stale of [partial, folder]) rmSync(stale, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await unpack(VERSIONS[version], partial);
  await installModules(VERSIONS[version], partial);
  replaceNativeModules(partial);
  // The workbench asks for its own modules (grammars, for one) under this name.
  symlinkSync('node_modules', join(partial, 'node_modules.asar'));
  for (const part of LEFT_OUT) rmSync(join(partial, part), { recursive: true, force: true });
  writeFileSync(join(partial, 'installed.txt'), stamp);
  renameSync(partial, folder);
  return { ...host, node: nodeOf(folder, VERSIONS[version]) };
}

const isNodeTooOld = ({ node }) => Number.parseInt(process.versions.node, 10) < node;

const nodeOf = (folder, release) =>
  isNodeTooOld(release)
    ? join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
    : process.execPath;

const npm = (args, options) =>
  mustRun('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], options);

async function unpack({ codeServer, integrity }, folder) {
  await npm(['pack', `code-server@${codeServer}`], { cwd: folder, quiet: true });
  const archive = join(folder, `code-server-${codeServer}.tgz`);
  const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (actual !== integrity)
    throw new Error(`code-server ${codeServer}: the checksum is ${actual}, not ${integrity}.`);
  await mustRun('tar', ['-xzf', archive, '-C', folder, '--strip-components=3', 'package/lib/vscode']);
  rmSync(archive);
}

/** Its own dependencies as its shrinkwrap file pins them, and what their install scripts would have fetched. */
async function installModules(release, folder) {
  const machine = `${process.platform}-${process.arch}`;
  const prebuilt = [];
  if (release.ripgrep) prebuilt.push(`@vscode/ripgrep-${machine}@${release.ripgrep}`);
  if (isNodeTooOld(release)) prebuilt.push(`node-${machine}@${release.nodePackage}`);
  await npm(['install', '--omit=dev', '--no-save', ...prebuilt], { cwd: folder, quiet: true });
  if (release.ripgrep) {
    const bin = join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(join('..', '..', `ripgrep-${machine}`, 'bin', 'rg'), join(bin, 'rg'));
  }
}

function replaceNativeModules(folder) {
  for (const [name, stub] of Object.entries(STUBS)) {
    const place = join(folder, 'node_modules', name);
    if (!existsSync(place)) continue;
    const { version } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    rmSync(place, { recursive: true });
    mkdirSync(place);
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version, main: 'index.cjs' }));
    cpSync(join(here, 'stubs', stub), join(place, 'index.cjs'));
  }
}
