#!/usr/bin/env node
/**
 * Takes the pictures of docs/images in a served VS Code with the packaged extension, the way a person would get there.
 * Usage: node scripts/screenshots.mjs [--out FOLDER]
 * They look best with the fonts Inter and JetBrains Mono (Debian: fonts-inter, fonts-jetbrains-mono).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { remoteUri, workbenchAddress } from '../test/vscode/host/workbench.mjs';
import { root, runScript } from './lib/commands.mjs';
import { exampleDraft } from './lib/example.mjs';
import { STYLE, takePictures, WINDOW } from './lib/pictures.mjs';

const { values: flags } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'docs', 'images') } },
});

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

/** Opens the fact sheet, ticks its first fact by keyboard and shows the first that differs. */
async function showFactSheet(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+j');
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('View: Focus on Fact Sheet View');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Fact Sheet' }).first().waitFor();
  await page.keyboard.press('Enter');
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'agrees' }).nth(1).click();
  await page.keyboard.press('Space');
  await rows.filter({ hasText: 'ticked by' }).first().waitFor();
  await rows.filter({ hasText: 'differs: 123' }).first().click();
  await page.locator('.statusbar-item', { hasText: 'Ln 3,' }).waitFor();
  await moveAway(page);
}

await runScript(() =>
  takePictures({ out: flags.out }, async ({ page, authority, folder, picture }) => {
    await openDraft(page, authority, folder);
    await moveAway(page);
    await picture('problems');
    await showHover(page);
    await picture('hover');
    await page.keyboard.press('Escape');
    await showQuickFixes(page);
    await picture('quickfix');
    await showFactSheet(page);
    await picture('fact-sheet');
  }),
);
