/** Which VS Code the suite runs in: a given one, a downloaded one, or the served one. */
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { onPath, root } from '../../scripts/lib/commands.mjs';
import { ensureChromium } from './host/chromium.mjs';
import { installServedVsCode } from './host/install.mjs';

const DOWNLOAD_LIMIT_MS = 8_000;

const silent = { report: () => {}, error: () => {} };

/** A desktop VS Code needs a screen: the one that is there, or a virtual one. */
const screenOf = () => {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  const virtual = onPath('xvfb-run');
  return virtual ? [virtual, '-a'] : undefined;
};

/**
 * @param version version of VS Code
 * @returns {Promise<{ title: string, executable: string, launcher: string[], isDesktop: boolean }>} `launcher` goes before the command that starts it
 */
export async function chooseVsCode(version) {
  const launcher = screenOf();
  const given = process.env.VSCODE_EXECUTABLE;
  if (given) {
    if (!launcher) throw new Error('VSCODE_EXECUTABLE needs a screen: install xvfb or set DISPLAY.');
    return { title: `VS Code at ${given}`, executable: given, launcher, isDesktop: true };
  }
  if (launcher) {
    try {
      const executable = await downloadAndUnzipVSCode({
        version,
        cachePath: join(root, '.vscode-test'),
        timeout: DOWNLOAD_LIMIT_MS,
        reporter: silent,
      });
      return { title: `desktop VS Code ${version}`, executable, launcher, isDesktop: true };
    } catch {
      console.log('Desktop VS Code cannot be downloaded here; the served one is used.');
    }
  }
  await installServedVsCode(version);
  await ensureChromium();
  const executable = join(root, 'test', 'vscode', 'host', 'code.mjs');
  return { title: `served VS Code ${version}`, executable, launcher: [], isDesktop: false };
}
