/** Runs extension tests in a served VS Code with a headless browser as its window. */
import { format } from 'node:util';
import { startServer } from './server.mjs';
import { launchBrowser, remoteUri, workbenchAddress } from './workbench.mjs';

/**
 * Runs the tests and resolves with the exit code VS Code reports. That code is no proof: when the extension host dies,
 * VS Code reports 0. The caller has to ask the tests themselves whether they finished (see ../report.mjs).
 */
export const runServedTests = (host, { folder, developmentPaths, testsPath, ...where }) =>
  runInWindow(host, where, (page, authority) => {
    const here = (path) => remoteUri(authority, path);
    const payload = [
      ...developmentPaths.map((path) => ['extensionDevelopmentPath', here(path)]),
      ['extensionTestsPath', here(testsPath)],
      ['enableProposedApi', ''],
    ];
    return page.goto(workbenchAddress(authority, { folder, payload }));
  });

/**
 * Starts VS Code, lets `open` go to its window, and waits until the tests there are over.
 * @param open called with a page of the browser and the authority of VS Code's server
 * @param options of the browser's context, as Playwright has them
 */
export async function runInWindow(host, { userData, extensions, limitMs, options = {} }, open) {
  const server = await startServer(host, { userData, extensions });
  let browser;
  let limit;
  try {
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const exitCode = new Promise((resolve, reject) => {
      limit = setTimeout(() => reject(new Error(`The tests took longer than ${limitMs / 1000} s.`)), limitMs);
      page.once('crash', () => reject(new Error('The window of VS Code crashed.')));
      server.exited.then((code) => reject(new Error(`VS Code ended with ${code}:\n${server.log()}`)));
      page.once('touchstone:exit', resolve);
    });
    // The wait starts only below; an earlier failure must not count as unhandled.
    exitCode.catch(() => {});
    const tell = (type, text) => process.env.TOUCHSTONE_VERBOSE && console.error(`[${type}] ${text}`);
    page.on('console', (message) => tell('page', message.text()));
    // The workbench calls these two functions of its window while it runs tests.
    await page.exposeFunction('codeAutomationExit', (code) => page.emit('touchstone:exit', code));
    await page.exposeFunction('codeAutomationLog', (type, args) => tell(type, format(...args)));
    await open(page, server.authority);
    return await exitCode;
  } finally {
    clearTimeout(limit);
    await browser?.close();
    await server.stop();
  }
}
