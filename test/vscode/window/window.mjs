/**
 * What only a person in front of the window sees: clicks, keys, boxes, lists to choose from, words for a screen reader.
 * The tests are the steps of one visit, each on top of the one before.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/commands.mjs';
import { installServedVsCode } from '../host/install.mjs';
import { command, openFile } from '../host/person.mjs';
import { startServer } from '../host/server.mjs';
import { writeUserSettings } from '../host/settings.mjs';
import { launchBrowser, remoteUri, workbenchAddress } from '../host/workbench.mjs';
import { createWorkspace } from '../workspace.mjs';
import { reportTests } from './report.mjs';
import { sheetTests } from './sheet.mjs';
import { typingTests } from './typing.mjs';
import { LIMIT_MS } from './until.mjs';

const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'touchstone.checker': 'Ada',
  'window.menuBarVisibility': 'hidden',
};

/** A draft with two headings, so that rows are grouped, and a fact in each state that the sources can give. */
const DRAFT = `# The pardons

Lukashenko has pardoned **132** individuals. The move was announced on December 13, 2025.

## The place

The talks were held in Minsk. It rained in Gomel.
`;

/** Milliseconds for a step. */
const STEP_LIMIT_MS = 90_000;

/** Steps that fail before the others are given up: each waits its whole time for what the first left undone. */
const MOST_FAILURES = 2;

/** Runs the steps; prints each and gives how many passed and failed. */
async function runSteps(steps, scene, say) {
  const total = { passed: 0, failed: 0 };
  for (const [title, run] of steps) {
    const start = Date.now();
    let limit;
    const late = new Promise((_, reject) => {
      limit = setTimeout(() => reject(new Error('the step takes too long')), STEP_LIMIT_MS);
    });
    try {
      if (total.failed >= MOST_FAILURES) throw new Error('not tried: the steps before it failed');
      await Promise.race([run(scene), late]);
      total.passed++;
      say(`  ✓ ${title} (${Date.now() - start} ms)`);
    } catch (error) {
      total.failed++;
      say(`  ✗ ${title}\n      ${String(error.stack ?? error).replaceAll('\n', '\n      ')}`);
      const picture = process.env.TOUCHSTONE_PICTURES;
      if (picture && total.failed <= MOST_FAILURES)
        await scene.page.screenshot({ path: join(picture, `failed-${total.failed}.png`) });
    } finally {
      clearTimeout(limit);
    }
  }
  return total;
}

/** A window of its own on the folder, with the extension from this repository. */
async function openWindow(browser, authority, folder, language) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  // There is no language pack to be had here; this is where VS Code’s own would put its name.
  if (language)
    await page.addInitScript((name) => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => name, set: () => {} });
    }, language);
  const payload = [['extensionDevelopmentPath', remoteUri(authority, root)]];
  await page.goto(workbenchAddress(authority, { folder, payload }));
  await page.locator('.monaco-workbench').waitFor();
  return page;
}

const germanTests = [
  [
    'speaks German in a German VS Code: commands, views, findings and the fact sheet',
    async ({ browser, authority, folder }) => {
      const page = await openWindow(browser, authority, folder, 'de');
      try {
        await openFile(page, 'draft.md');
        await page.locator('.statusbar-item', { hasText: '3 Angaben: 2 belegt, 1 abweichend' }).waitFor();
        await command(page, 'Prüfblatt');
        await page.locator('.pane-header', { hasText: 'Prüfblatt' }).first().waitFor();
        await page.locator('.pane-body .monaco-list-row', { hasText: 'abweichend: 123' }).waitFor();
        await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
        if (process.env.TOUCHSTONE_PICTURES)
          await page.screenshot({ path: join(process.env.TOUCHSTONE_PICTURES, 'german.png') });
      } finally {
        await page.context().close();
      }
    },
  ],
];

/** Runs all of it in one version of VS Code. */
export async function runWindowTests(version, place, say) {
  const host = await installServedVsCode(version);
  const folder = createWorkspace(join(place, 'window'));
  writeFileSync(join(folder, 'long.md'), DRAFT);
  const userData = join(place, 'window-user');
  writeUserSettings(userData, SETTINGS);
  const server = await startServer(host, { userData, extensions: join(place, 'window-extensions') });
  let browser;
  try {
    browser = await launchBrowser();
    const { authority } = server;
    const page = await openWindow(browser, authority, folder);
    const scene = { browser, authority, folder, page };
    return await runSteps([...sheetTests, ...reportTests, ...typingTests, ...germanTests], scene, say);
  } finally {
    await browser?.close();
    await server.stop();
  }
}
