/** The window of a served VS Code: its address and the browser that shows it. */
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

const BROWSER_ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
  // Nothing but this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** A headless browser that sees only this machine. */
export const launchBrowser = async () =>
  chromium.launch({ executablePath: await ensureChromium(), headless: true, args: BROWSER_ARGUMENTS });

/** How the window of the server at `authority` names a file of this machine. */
export const remoteUri = (authority, path) =>
  `vscode-remote://${authority}${path.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Address of the window that shows `folder`.
 * @param payload pairs of a workbench option and its value, the command line of a desktop VS Code in other clothes
 */
export function workbenchAddress(authority, { folder, payload = [] }) {
  const query = new URLSearchParams({ folder });
  const options = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload];
  query.set('payload', JSON.stringify(options));
  return `http://${authority}/?${query}`;
}
