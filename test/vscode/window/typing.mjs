/** Typing as a person does: nothing is lost, nothing flickers, and a long draft keeps up. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, openFile } from '../host/person.mjs';
import { untilSeen } from './until.mjs';

/** Milliseconds between two keys: as fast as anybody writes. */
const KEY = 25;

/** The lines of the editor as they are drawn. */
const lines = (page) =>
  page
    .locator('.editor-instance .view-line')
    .evaluateAll((found) =>
      found
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((line) => line.textContent.replaceAll('\u00a0', ' ')),
    );

const slips = (page) => page.locator('.squiggly-error');

/** Counts the frames in which no slip is marked, until the returned function is called. */
async function watchSlips(page) {
  await page.evaluate(() => {
    const seen = { frames: 0, without: 0, on: true };
    globalThis.seenSlips = seen;
    const look = () => {
      seen.frames++;
      if (!document.querySelector('.squiggly-error')) seen.without++;
      if (seen.on) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () =>
    page.evaluate(() => {
      globalThis.seenSlips.on = false;
      return globalThis.seenSlips;
    });
}

/** 700 sentences with three facts each; one of them is wrong. */
const LONG = `# Long\n\n${Array.from({ length: 700 }, (_, i) => `Lukashenko has pardoned ${i === 350 ? 132 : 123} individuals, announced on December 13, 2025.`).join('\n\n')}\n`;

export const typingTests = [
  [
    'keeps every key and the caret while a sentence is typed, lists of completions and all, and undoes it',
    async ({ page }) => {
      // In the whole width: a line that wraps is drawn as two.
      await command(page, 'View: Close All Editors');
      await openFile(page, 'clean.md');
      await page.locator('.view-line', { hasText: 'Lukashenko has pardoned 123' }).click();
      await page.keyboard.press('Control+End');
      const sentence = 'On December 13, Lukashenko freed 132 individuals, "said" Donald Trump.';
      await page.keyboard.type(sentence, { delay: KEY });
      await page.keyboard.press('Escape');
      await slips(page).first().waitFor({ state: 'attached' });
      await untilSeen(page, async () => (await lines(page))[1], sentence);
      await page.locator('.statusbar-item', { hasText: `Ln 2, Col ${sentence.length + 1}` }).waitFor();
      for (let turn = 0; turn < 60 && (await lines(page))[1] !== ''; turn++)
        await page.keyboard.press('Control+z');
      await slips(page).first().waitFor({ state: 'detached' });
    },
  ],
  [
    'lets a mark stand while something else is typed',
    async ({ page }) => {
      await openFile(page, 'draft.md');
      await slips(page).first().waitFor({ state: 'attached' });
      await page.locator('.view-line', { hasText: 'The move was announced' }).click();
      await page.keyboard.press('Control+End');
      const stop = await watchSlips(page);
      await page.keyboard.type('\nThey left for Lithuania, the ministry said, and none of them came back.', {
        delay: KEY,
      });
      await page.keyboard.press('Escape');
      const { frames, without } = await stop();
      assert.ok(frames > 20, `only ${frames} frames were seen`);
      assert.equal(without, 0, `in ${without} of ${frames} frames nothing was marked`);
      await command(page, 'File: Revert File');
      await command(page, 'View: Close All Editors');
    },
  ],
  [
    'keeps up with 2,100 facts: the view, the keys in it and the counts while one types',
    async ({ page, folder }) => {
      writeFileSync(join(folder, 'facts.md'), LONG);
      await openFile(page, 'facts.md');
      await page.locator('.statusbar-item', { hasText: '2100 facts: 2099 agree, 1 differ' }).waitFor();
      const view = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Fact Sheet' }) });
      await view.locator('.monaco-list-row', { hasText: 'Lukashenko' }).first().click();
      await page.keyboard.press('End');
      await view.locator('.monaco-list-row', { hasText: 'December 13' }).last().waitFor();
      await page.keyboard.press('ArrowUp');
      await page.locator('.statusbar-item', { hasText: 'Ln 1401' }).waitFor();
      if (process.env.TOUCHSTONE_PICTURES)
        await page.screenshot({ path: join(process.env.TOUCHSTONE_PICTURES, 'facts.png') });
      await page.locator('.view-line', { hasText: 'Lukashenko' }).last().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('Lukashenko has pardoned 132 individuals.', { delay: KEY });
      await page.locator('.statusbar-item', { hasText: '2102 facts: 2100 agree, 2 differ' }).waitFor();
      await command(page, 'File: Revert File');
      await command(page, 'View: Close All Editors');
    },
  ],
];
