#!/usr/bin/env node
/**
 * Sets everything up, checks the example draft in the terminal and opens it in VS Code.
 * Usage: npm start [-- --no-editor]     Node's own modules only, until the dependencies are there.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mustRun, onPath, root, run, runScript, step } from './lib/commands.mjs';
import { copyExample, exampleDraft } from './lib/example.mjs';
import { buildBundles, installDependencies } from './lib/setup.mjs';

/** What the command line answers when it did its job and found something. */
const FINDINGS = 1;

const { values: flags } = parseArgs({ options: { 'no-editor': { type: 'boolean' } } });

async function checkInTerminal(folder) {
  step(`Checking ${exampleDraft} against its sources`);
  const touchstone = join(root, 'server', 'bin', 'touchstone.js');
  const { code } = await run(process.execPath, [touchstone, 'check', exampleDraft], { cwd: folder });
  if (code > FINDINGS) throw new Error(`The check could not be done (exit code ${code}).`);
}

async function openDesktop(code, folder) {
  step('Opening the example in VS Code');
  const draft = join(folder, exampleDraft);
  await mustRun(code, [`--extensionDevelopmentPath=${root}`, '--new-window', folder, draft]);
  console.log(`VS Code shows ${folder}, a copy you may change.`);
}

/** Serves VS Code on this machine until the script is ended. */
async function openServed(folder) {
  // These need the dependencies, which the first run has only just installed.
  const { installServedVsCode } = await import('../test/vscode/host/install.mjs');
  const { manageExtensions, startServer } = await import('../test/vscode/host/server.mjs');
  const { chosenVersion } = await import('../test/vscode/host/versions.mjs');
  const { packageExtension } = await import('./lib/extensionPackage.mjs');

  step('Preparing a VS Code for the browser, as there is no desktop one on PATH');
  const host = await installServedVsCode(chosenVersion());
  const place = join(root, '.touchstone', 'vscode');
  const folders = { userData: join(place, 'user'), extensions: join(place, 'extensions') };
  const file = join(root, '.touchstone', 'touchstone.vsix');
  await packageExtension(file);
  const { code, output } = await manageExtensions(host, folders, ['--install-extension', file, '--force']);
  if (code !== 0) throw new Error(`The extension could not be installed:\n${output}`);

  const server = await startServer(host, folders);
  const address = `http://${server.authority}/?folder=${encodeURIComponent(folder).replaceAll('%2F', '/')}`;
  console.log(`\nVS Code with Touchstone is ready: ${address}`);
  console.log(`Open ${exampleDraft} there; it is a copy you may change. Ctrl+C here ends VS Code.`);
  return server.exited;
}

await runScript(async () => {
  await installDependencies();
  await buildBundles();
  const folder = copyExample();
  await checkInTerminal(folder);
  if (flags['no-editor']) return 0;
  // In the terminal of a remote window `code` only opens files there; it loads no extension from a folder.
  const desktop = process.env.VSCODE_IPC_HOOK_CLI ? undefined : onPath('code');
  if (desktop) await openDesktop(desktop, folder);
  else await openServed(folder);
  return 0;
});
