#!/usr/bin/env node
/**
 * Takes the pictures of docs/images in a served VS Code with the packaged extension, the way a person would get there.
 * Usage: node scripts/screenshots.mjs [--out FOLDER]
 * They look best with the fonts Inter and JetBrains Mono (Debian: fonts-inter, fonts-jetbrains-mono).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installServedVsCode } from '../test/vscode/host/install.mjs';
import { manageExtensions, startServer } from '../test/vscode/host/server.mjs';
import { writeUserSettings } from '../test/vscode/host/settings.mjs';
import { chosenVersion } from '../test/vscode/host/versions.mjs';
import { launchBrowser, remoteUri, workbenchAddress } from '../test/vscode/host/workbench.mjs';
import { root, runScript, step } from './lib/commands.mjs';
import { copyExample, exampleDraft } from './lib/example.mjs';
import { packageExtension } from './lib/extensionPackage.mjs';
import { buildBundles } from './lib/setup.mjs';

const { values: flags } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'docs', 'images') } },
});

/** Pictures of 1280×800 pixels, a quarter larger than life. */
const WINDOW = { viewport: { width: 1024, height: 640 }, deviceScaleFactor: 1.25 };

const LOOK = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.folding': false,
  'editor.fontFamily': "'JetBrains Mono', monospace",
  'editor.fontSize': 14,
  'editor.glyphMargin': false,
  'editor.lineHeight': 1.3,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.selectionHighlight': false,
  'editor.wordWrap': 'on',
  'problems.decorations.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.sideBar.location': 'left',
};

/** The interface's font, and nothing in the status bar that only a served VS Code shows. */
const STYLE = `
  .monaco-workbench { font-family: 'Inter', sans-serif !important }
  #status\\.host, #status\\.forwardedPorts, [id*='keyboardLayout'] { display: none !important }
`;

async function openDraft(page, authority, folder) {
  const payload = [['openFile', remoteUri(authority, join(folder, exampleDraft))]];
  await page.goto(workbenchAddress(authority, { folder, payload }));
  await page.addStyleTag({ content: STYLE });
  await slips(page).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+Shift+m');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.nth(2).waitFor();
  // One row a finding: without the places in the sources below them.
  await page.getByRole('button', { name: 'Collapse All' }).click();
  await rows.nth(1).waitFor({ state: 'detached' });
  await rows.first().locator('.monaco-tl-twistie').click();
  await rows.nth(2).waitFor();
  // Back to the text, and no row of the list marked.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
}

const editor = (page) => page.locator('.editor-instance .monaco-editor').first();
const slips = (page) => editor(page).locator('.squiggly-error');

/** Middle of the first marked words. */
async function firstSlip(page) {
  const { x, y, width, height } = await slips(page).first().boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Puts the mouse where it shows nothing: with Ctrl held it would turn words into links. */
const moveAway = (page) => page.mouse.move(WINDOW.viewport.width - 30, WINDOW.viewport.height / 2);

async function showHover(page) {
  const { x, y } = await firstSlip(page);
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
  await page.locator('.monaco-hover:not(.hidden)', { hasText: 'source' }).first().waitFor();
}

async function showQuickFixes(page) {
  const { x, y } = await firstSlip(page);
  await page.mouse.click(x, y);
  await page.keyboard.press('Escape');
  await moveAway(page);
  await editor(page).locator('.lightBulbWidget').first().waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

await runScript(async () => {
  await buildBundles(['--minify']);
  step('Taking the pictures');
  const host = await installServedVsCode(chosenVersion());
  const place = mkdtempSync(join(tmpdir(), 'touchstone-'));
  const folders = { userData: join(place, 'user'), extensions: join(place, 'extensions') };
  let server;
  let browser;
  try {
    const file = join(place, 'touchstone.vsix');
    await packageExtension(file);
    const { code, output } = await manageExtensions(host, folders, ['--install-extension', file]);
    if (code !== 0) throw new Error(output);
    writeUserSettings(folders.userData, LOOK);
    const folder = copyExample(join(place, 'pardons'));

    server = await startServer(host, folders);
    browser = await launchBrowser();
    const page = await browser.newPage(WINDOW);
    const picture = async (name) => {
      const path = join(resolve(flags.out), `${name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      console.log(path);
    };
    mkdirSync(flags.out, { recursive: true });
    try {
      await openDraft(page, server.authority, folder);
      await moveAway(page);
      await picture('problems');
      await showHover(page);
      await picture('hover');
      await page.keyboard.press('Escape');
      await showQuickFixes(page);
      await picture('quickfix');
    } catch (error) {
      await page.screenshot({ path: join(root, '.touchstone', 'failed.png') });
      throw error;
    }
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(place, { recursive: true, force: true });
  }
});
