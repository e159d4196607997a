/** The browser that shows the served VS Code. */
import { existsSync } from 'node:fs';
import { mustRun, onPath, step } from '../../../scripts/lib/commands.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const find = () => NAMES.map(onPath).find(Boolean) ?? APPLICATIONS.find((path) => existsSync(path));

let chromium;

/** Path of a Chromium (or Chrome, or Edge); installs Debian's package where that is allowed, once, whoever asks meanwhile. */
export function ensureChromium() {
  chromium ??= findOrInstall();
  return chromium;
}

async function findOrInstall() {
  if (process.env.TOUCHSTONE_CHROMIUM) return process.env.TOUCHSTONE_CHROMIUM;
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    step('Installing Chromium with apt-get (once, about a minute)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await mustRun('apt-get', ['update'], { env, quiet: true });
    await mustRun('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true });
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    'Chromium is needed to show VS Code: install it ("sudo apt-get install chromium" on Debian and Ubuntu) or set TOUCHSTONE_CHROMIUM to a Chrome.',
  );
}
