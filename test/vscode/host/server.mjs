/** A running VS Code server, and its command line. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../scripts/lib/commands.mjs';
import { writeUserSettings } from './settings.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 2_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What a VS Code, an npm script or a debugger around us leaves behind; the server would take it for its own. */
const INHERITED = /^(VSCODE_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$|PORT$|npm_)/;

/** An empty gallery address keeps the server from asking the public one. */
function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !INHERITED.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

const serverArguments = (host, { userData, extensions }) => [
  join(host.folder, 'out', 'server-main.js'),
  '--accept-server-license-terms',
  '--user-data-dir',
  userData,
  '--server-data-dir',
  userData,
  '--extensions-dir',
  extensions,
];

/** Runs the server's command line: `--install-extension FILE`, `--list-extensions`, … */
export function manageExtensions(host, folders, args) {
  // The server takes both for granted.
  for (const folder of [folders.userData, folders.extensions]) mkdirSync(folder, { recursive: true });
  return run(host.node, [...serverArguments(host, folders), ...args], {
    env: serverEnvironment(),
    capture: true,
  });
}

/**
 * Starts the server on a free port of this machine.
 * @param host what `installServedVsCode` returned
 * @param folders `userData` and `extensions`: where everything is kept
 * @returns {Promise<{ authority: string, exited: Promise<number | null>, log: () => string, stop: () => Promise<void> }>}
 */
export async function startServer(host, { userData, extensions }) {
  writeUserSettings(userData);
  mkdirSync(extensions, { recursive: true });
  const args = [
    ...serverArguments(host, { userData, extensions }),
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--disable-workspace-trust',
    '--telemetry-level',
    'off',
    // Without it newer versions ignore the extension paths in the workbench's address, silently.
    '--enable-smoke-test-driver',
  ];
  // A process group of its own: extension hosts and language servers end with it.
  const child = spawn(host.node, args, {
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const signalGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // already gone
    }
  };
  const endWithUs = () => signalGroup('SIGKILL');
  process.once('exit', endWithUs);
  const exitOnSignal = (signal) => process.exit(128 + constants.signals[signal]);
  for (const signal of SIGNALS) process.once(signal, exitOnSignal);
  const exited = new Promise((resolve) => child.once('exit', resolve));

  let log = '';
  const listening = new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`VS Code did not start:\n${log}`)), START_LIMIT_MS);
    const read = (chunk) => {
      log += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (!port) return;
      clearTimeout(limit);
      resolve(port);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    exited.then((code) => {
      clearTimeout(limit);
      reject(new Error(`VS Code ended with ${code} while starting:\n${log}`));
    });
  });

  const stop = async () => {
    process.off('exit', endWithUs);
    for (const signal of SIGNALS) process.off(signal, exitOnSignal);
    signalGroup('SIGTERM');
    let limit;
    await Promise.race([exited, new Promise((resolve) => (limit = setTimeout(resolve, STOP_LIMIT_MS)))]);
    clearTimeout(limit);
    signalGroup('SIGKILL');
  };

  try {
    return { authority: `127.0.0.1:${await listening}`, exited, log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
