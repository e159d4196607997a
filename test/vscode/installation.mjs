/** Whether the packaged extension installs in VS Code. */
import { join } from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { run } from '../../scripts/lib/commands.mjs';
import { extensionId } from '../../scripts/lib/extensionPackage.mjs';

const LINE_LIMIT = 200;

/** A crash prints the code around it, and VS Code's is all on one line. */
const brief = (output) =>
  output
    .split('\n')
    .slice(0, 20)
    .map((line) => line.slice(0, LINE_LIMIT))
    .join('\n');

/** Installs the packaged extension in a fresh place and returns what went wrong, or undefined. */
export async function installationProblem({ executable, isDesktop, env }, file, place) {
  const [command, ...first] = isDesktop
    ? resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true })
    : [executable];
  const folders = ['user-data-dir', 'extensions-dir'].map(
    (name) => `--${name}=${join(place, 'installed', name)}`,
  );
  const code = (...args) => run(command, [...first, ...folders, ...args], { quiet: true, env });

  const installed = await code('--install-extension', file);
  if (installed.code !== 0) return brief(installed.output);
  const { output } = await code('--list-extensions', '--show-versions');
  if (output.split('\n').includes(extensionId())) return undefined;
  return `${extensionId()} is not among the installed extensions:\n${brief(output)}`;
}
