/** The fact sheet with the mouse and the keys. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { command, openFile } from '../host/person.mjs';
import { untilFile, untilSeen } from './until.mjs';

const view = (page) =>
  page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Fact Sheet' }) });
const rows = (page) => view(page).locator('.monaco-list-row');
const row = (page, text) => rows(page).filter({ hasText: text }).first();
const box = (page, text) => row(page, text).getByRole('checkbox');
const input = (page) => page.locator('.quick-input-widget input').first();
const caretAt = (page, text) => page.locator('.statusbar-item', { hasText: text }).first();
const gone = (locator) => locator.waitFor({ state: 'detached' });

const untilTicks = (folder, pattern) =>
  untilFile(join(folder, 'long.md.ticks'), (text) => pattern.test(text));

/** What a screen reader says of each row. */
const labels = (page) =>
  rows(page).evaluateAll((found) => found.map((each) => each.getAttribute('aria-label')));

/** The first words of it. */
const names = async (page) => (await labels(page)).map((label) => label.split(',')[0]);

export const sheetTests = [
  [
    'opens the fact sheet from the counts in the status bar',
    async ({ page }) => {
      await openFile(page, 'long.md');
      await page
        .locator('.statusbar-item', { hasText: /5 facts: 3 agree, 1 differ, 1 unsourced/ })
        .getByRole('button')
        .click();
      await row(page, 'differs: 123').waitFor();
    },
  ],
  [
    'has a row for each heading and each fact, in words that need neither colour nor icon',
    async ({ page }) => {
      await untilSeen(page, () => labels(page), [
        'The pardons, heading of depth 1, 1 differs, 2 agrees',
        'Lukashenko, name, agrees, lukashenko-pardons.txt line 1, line 3 of the draft, fact 1 of 5',
        '132, number, differs, the source has 123, lukashenko-pardons.txt line 1, line 3 of the draft, fact 2 of 5',
        'December 13, 2025, date, agrees, lukashenko-pardons.txt line 1, line 3 of the draft, fact 3 of 5',
        'The place, heading of depth 2, 1 not in any source, 1 agrees',
        'Minsk, name, agrees, lukashenko-pardons.txt line 4, line 7 of the draft, fact 4 of 5',
        'Gomel, name, not in any source, line 7 of the draft, fact 5 of 5',
      ]);
    },
  ],
  [
    'moves the draft with the arrow keys, over headings too, and keeps the keys in the view',
    async ({ page }) => {
      await row(page, 'Lukashenko').click();
      await caretAt(page, 'Ln 3, Col 11 (10 selected)').waitFor();
      await page.keyboard.press('ArrowDown');
      await caretAt(page, '(3 selected)').waitFor();
      await page.keyboard.press('ArrowDown');
      await caretAt(page, '(17 selected)').waitFor();
      await page.keyboard.press('ArrowDown');
      await caretAt(page, 'Ln 5, Col 1').waitFor();
      await page.keyboard.press('ArrowDown');
      await caretAt(page, '(5 selected)').waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await caretAt(page, '(17 selected)').waitFor();
      assert.equal(await rows(page).count(), 7, 'a heading was folded');
    },
  ],
  [
    'marks the row of the fact that is clicked in the draft',
    async ({ page }) => {
      const { x, y, width, height } = await page.locator('.squiggly-info').first().boundingBox();
      await page.mouse.click(x + width / 2, y + height / 2);
      await view(page).locator('.monaco-list-row.selected', { hasText: 'Gomel' }).waitFor();
    },
  ],
  [
    'ticks with a click on the box, and takes the tick back with another',
    async ({ page, folder }) => {
      await box(page, 'December 13').click();
      await row(page, 'ticked by Ada').waitFor();
      await untilTicks(folder, /"text":"December 13, 2025".*"state":"ticked","by":"Ada"/);
      await row(page, 'December 13').getByRole('checkbox', { checked: true }).waitFor();
      await box(page, 'December 13').click();
      await gone(row(page, 'ticked by Ada'));
      await row(page, 'December 13, 2025agrees').waitFor();
    },
  ],
  [
    'leaves the box of a fact that differs empty when no reason is given, and ticks it with one',
    async ({ page, folder }) => {
      await box(page, '132').click();
      await page.locator('.quick-input-title', { hasText: 'Accept “132”: differs' }).waitFor();
      await page.keyboard.press('Escape');
      await input(page).waitFor({ state: 'hidden' });
      await view(page).locator('.monaco-list-row', { hasText: 'differs: 123' }).waitFor();
      await row(page, '132').getByRole('checkbox', { checked: false }).waitFor();
      await box(page, '132').click();
      await input(page).waitFor();
      await input(page).fill('counted again by the desk');
      await page.keyboard.press('Enter');
      await row(page, 'accepted: counted again by the desk').waitFor();
      await untilTicks(folder, /"reason":"counted again by the desk"/);
      await gone(page.locator('.squiggly-error').first());
    },
  ],
  [
    'leaves out what the filter leaves out, says so, and shows all again',
    async ({ page }) => {
      await row(page, 'Gomel').hover();
      await view(page)
        .getByRole('button', { name: /^Touchstone: Filter Facts|^Filter Facts/ })
        .click();
      const entry = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'not in any source' });
      await entry.waitFor();
      await entry.click();
      await page.keyboard.press('Enter');
      await view(page).getByText('1 of 5 facts: not in any source').waitFor();
      await untilSeen(page, () => names(page), ['The place', 'Gomel']);
      await row(page, 'Gomel').hover();
      await view(page)
        .getByRole('button', { name: /Show All Facts/ })
        .click();
      await row(page, 'Lukashenko').waitFor();
    },
  ],
  [
    'ticks with the space bar and goes on with Shift',
    async ({ page }) => {
      await row(page, 'Lukashenko').click();
      await caretAt(page, '(10 selected)').waitFor();
      await page.keyboard.press('Shift+Space');
      await row(page, 'ticked by Ada').waitFor();
      await view(page).locator('.monaco-list-row.focused', { hasText: 'December 13' }).waitFor();
      await page.keyboard.press('Space');
      await page.locator('.statusbar-item', { hasText: '2 ticked' }).first().waitFor();
      await command(page, 'View: Close All Editors');
      await openFile(page, 'long.md');
      await page.locator('.statusbar-item', { hasText: '2 ticked' }).first().waitFor();
    },
  ],
];
