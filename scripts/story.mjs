#!/usr/bin/env node
/**
 * Plays the story of a fact-checker in a served VS Code, from opening the folder to the report, and takes the pictures
 * of the walkthrough on the way. Each step waits for what a person would see; one that fails ends the script.
 * Usage: node scripts/story.mjs [--out FOLDER] [--keep FOLDER]   (--keep: the saved report, and pictures of it)
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { choose, command, openFile } from '../test/vscode/host/person.mjs';
import { remoteUri, workbenchAddress } from '../test/vscode/host/workbench.mjs';
import { root, runScript } from './lib/commands.mjs';
import { exampleDraft } from './lib/example.mjs';
import { STYLE, takePictures } from './lib/pictures.mjs';

const { values: flags } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'media', 'walkthrough') }, keep: { type: 'string' } },
});

/** As large as a walkthrough shows its pictures; the extension carries them, so no larger. */
const WINDOW = { viewport: { width: 840, height: 525 }, deviceScaleFactor: 1 };

const SETTINGS = {
  'workbench.editor.showTabs': 'single',
  'editor.fontSize': 13,
  'touchstone.checker': 'A. Reader',
};

const SOURCE = 'seeds/lukashenko-pardons.txt';

/** Waits until a file is there and whole. */
async function untilFile(path) {
  for (let turn = 0; turn < 200; turn++) {
    if (existsSync(path) && readFileSync(path, 'utf8').trimEnd().endsWith('</html>')) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${path} was not written`);
}

/** The saved report in a browser: on a wide and a narrow page, in the dark, and as it is printed. */
async function keepReport(browser, file) {
  const out = resolve(flags.keep);
  mkdirSync(out, { recursive: true });
  copyFileSync(file, join(out, 'report.html'));
  const shots = {
    wide: { width: 1280, height: 1400 },
    narrow: { width: 420, height: 1400 },
    dark: { width: 1280, height: 1400 },
  };
  for (const [name, viewport] of Object.entries(shots)) {
    const page = await browser.newPage({ viewport, colorScheme: name === 'dark' ? 'dark' : 'light' });
    const refused = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: join(out, `report-${name}.png`) });
    if (refused.length > 0) throw new Error(`The page complains: ${refused.join('; ')}`);
    if (name === 'wide')
      await page.pdf({ path: join(out, 'report.pdf'), format: 'A4', printBackground: true });
    await page.close();
  }
}

const group = (page, number) => page.locator('.editor-instance').nth(number);

const rest = (page) => page.mouse.move(WINDOW.viewport.width - 4, WINDOW.viewport.height - 40);

async function openFolder(page, authority, folder) {
  const payload = [['openFile', remoteUri(authority, join(folder, SOURCE))]];
  await page.goto(workbenchAddress(authority, { folder, payload }));
  await page.addStyleTag({ content: STYLE });
  await group(page, 0).locator('.view-line', { hasText: 'Minsk, December' }).first().waitFor();
  await page.keyboard.press('Control+Shift+e');
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'seeds' }).first().waitFor();
}

async function openDraftBeside(page) {
  await command(page, 'View: Toggle Primary Side Bar Visibility');
  await openFile(page, exampleDraft);
  await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
}

await runScript(() =>
  takePictures({ out: flags.out, settings: SETTINGS, window: WINDOW }, async (scene) => {
    const { page, browser, authority, folder, picture } = scene;
    await openFolder(page, authority, folder);
    await rest(page);
    await picture('source');

    await openDraftBeside(page);
    const slip = () => page.locator('.squiggly-error').first();
    const box = async () => {
      const { x, y, width, height } = await slip().boundingBox();
      return { x: x + width / 2, y: y + height / 2 };
    };
    const at = await box();
    await page.mouse.click(at.x, at.y);
    await page.keyboard.press('Escape');
    await command(page, 'Touchstone: Open the Source of the Fact at the Caret');
    await group(page, 1).locator('.view-line', { hasText: 'Minsk, December' }).first().waitFor();
    // The words that the draft uses are marked in its source.
    await group(page, 1).locator('[class*="ced-"]').first().waitFor({ state: 'attached' });
    await rest(page);
    await picture('claim');

    await page.keyboard.press('Control+1');
    const again = await box();
    await page.mouse.move(again.x - 4, again.y);
    await page.mouse.move(again.x, again.y);
    await page.locator('.monaco-hover:not(.hidden)', { hasText: 'differs from' }).first().waitFor();
    await picture('finding');
    await page.keyboard.press('Escape');

    await page.mouse.click(again.x, again.y);
    await page.keyboard.press('Escape');
    await rest(page);
    await group(page, 0).locator('.lightBulbWidget').first().waitFor();
    await page.keyboard.press('Control+.');
    const fixes = page.locator('.action-widget .monaco-list-row');
    await fixes.first().waitFor();
    await picture('fix');
    await page.keyboard.press('Enter');
    await group(page, 0).locator('.view-line', { hasText: '123' }).first().waitFor();

    await page.keyboard.press('Control+1');
    await command(page, 'View: Close Editors in Other Groups');
    await command(page, 'Focus on Fact Sheet View');
    const facts = page.locator('.pane-body .monaco-list-row', { hasText: 'Lukashenko' });
    await facts.first().waitFor();
    await page.keyboard.press('Control+1');
    await command(page, 'Touchstone: Tick Fact and Go to the Next Unchecked');
    // The state in the list is a sign; in words it stands in the status bar.
    await page.locator('.statusbar-item', { hasText: '1 ticked' }).first().waitFor();
    await rest(page);
    await picture('sheet');
    await command(page, 'View: Toggle Primary Side Bar Visibility');

    await command(page, 'Touchstone: Create Report');
    await choose(page, 'Open beside the draft');
    await page.locator('iframe.webview.ready').waitFor();
    const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await report.locator('h1', { hasText: 'Fact report' }).waitFor();
    await rest(page);
    await picture('report');

    const file = join(folder, 'draft-report.html');
    await page.keyboard.press('Control+1');
    await command(page, 'Touchstone: Create Report');
    await choose(page, 'Save as one HTML file');
    // A served VS Code asks in a line of its own where a desktop one opens a dialog.
    const where = page.locator('.quick-input-widget input');
    await page.waitForFunction(
      (name) => document.querySelector('.quick-input-widget input')?.value.endsWith(name),
      'draft-report.html',
    );
    await where.press('Enter');
    await untilFile(file);
    if (flags.keep) await keepReport(browser, file);
  }),
);
