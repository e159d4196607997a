/** The .vsix file of the extension. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, root } from './commands.mjs';

const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** The manifest of the extension. */
export const manifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** How VS Code names the installed extension, version included. */
export const extensionId = () => {
  const { publisher, name, version } = manifest();
  return `${publisher}.${name}@${version}`;
};

/** Paths of what the package would hold, from the repository. */
export async function packagedFiles() {
  const listed = await mustRun(process.execPath, [vsce, 'ls', '--no-dependencies'], { capture: true });
  return listed.split('\n').filter(Boolean);
}

/** Packages the bundles as they are; build first. */
export async function packageExtension(file) {
  // The bundles hold every dependency, so none is collected from node_modules.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await mustRun(process.execPath, [vsce, 'package', ...flags, '--out', file], { quiet: true });
}
