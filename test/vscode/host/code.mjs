#!/usr/bin/env node
/**
 * Takes the place of desktop VS Code's executable: understands as much of its command line as @vscode/test-electron
 * uses, and runs the served VS Code instead.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from '../../../scripts/lib/commands.mjs';
import { installServedVsCode } from './install.mjs';
import { runServedTests } from './servedTests.mjs';
import { manageExtensions } from './server.mjs';
import { chosenVersion } from './versions.mjs';

const LIMIT_MS = 300_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string', multiple: true, default: [] },
    'list-extensions': { type: 'boolean' },
    'show-versions': { type: 'boolean' },
  },
});

await runScript(async () => {
  const host = await installServedVsCode(chosenVersion());
  const userData = resolve(values['user-data-dir']);
  const folders = { userData, extensions: resolve(values['extensions-dir'] ?? `${userData}/extensions`) };
  if (values.extensionTestsPath)
    return runServedTests(host, {
      ...folders,
      folder: resolve(positionals[0]),
      developmentPaths: values.extensionDevelopmentPath,
      testsPath: values.extensionTestsPath,
      limitMs: LIMIT_MS,
    });
  const args = values['install-extension'].flatMap((file) => ['--install-extension', resolve(file)]);
  if (values['list-extensions']) args.push('--list-extensions');
  if (values['show-versions']) args.push('--show-versions');
  const { code, output } = await manageExtensions(host, folders, args);
  process.stdout.write(output);
  return code;
});
