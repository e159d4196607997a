/** The report: saved from the window, and read by axe as a browser, a phone, a dark room and a printer show it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { choose, command } from '../host/person.mjs';
import { untilFile } from './until.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong on a page or in a frame for those who cannot see it as others do, in a line each. */
async function barriers(place) {
  await place.evaluate(axe);
  const { violations } = await place.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

const SHOWN = [
  ['on a page', { viewport: { width: 1280, height: 900 } }, 'screen'],
  ['on a narrow page', { viewport: { width: 400, height: 900 } }, 'screen'],
  ['in the dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, 'screen'],
  ['in print', { viewport: { width: 794, height: 1123 } }, 'print'],
];

const reportFile = ({ folder }) => join(folder, 'long-report.html');

export const reportTests = [
  [
    'saves the report as one HTML file, through the list and the line that asks where',
    async (scene) => {
      const { page } = scene;
      await command(page, 'Touchstone: Create Report');
      await choose(page, 'Save as one HTML file');
      await page.waitForFunction(() =>
        document.querySelector('.quick-input-widget input')?.value.endsWith('long-report.html'),
      );
      await page.keyboard.press('Enter');
      const html = await untilFile(reportFile(scene), (text) => text.trimEnd().endsWith('</html>'));
      assert.match(html, /counted again by the desk/);
    },
  ],
  ...SHOWN.map(([where, options, media]) => [
    `has no barrier that axe knows of ${where}, and asks for nothing`,
    async (scene) => {
      const page = await scene.browser.newPage(options);
      try {
        const asked = [];
        page.on('request', (request) => asked.push(request.url()));
        const complaints = [];
        page.on('console', (message) => complaints.push(message.text()));
        await page.emulateMedia({ media, colorScheme: options.colorScheme ?? 'light' });
        const address = pathToFileURL(reportFile(scene)).href;
        await page.goto(address);
        assert.deepEqual(await barriers(page), []);
        assert.deepEqual(asked, [address]);
        assert.deepEqual(complaints, []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!wide, 'the page is wider than its window');
        if (process.env.TOUCHSTONE_PICTURES)
          await page.screenshot({
            path: join(process.env.TOUCHSTONE_PICTURES, `report ${where}.png`),
            fullPage: true,
          });
      } finally {
        await page.close();
      }
    },
  ]),
  [
    'shows the report beside the draft without a barrier',
    async ({ page, browser }) => {
      await command(page, 'Touchstone: Create Report');
      await choose(page, 'Open beside the draft');
      const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await frame.locator('h1', { hasText: 'Fact report' }).waitFor();
      // No script runs in the view, axe included: a page that looks alike is read in its place.
      const html = frame.locator('html');
      const [style, inside, classes] = await Promise.all([
        html.getAttribute('style'),
        html.innerHTML(),
        frame.locator('body').getAttribute('class'),
      ]);
      assert.match(classes, /vscode-(light|dark)/);
      const copy = await browser.newPage({ viewport: { width: 600, height: 800 } });
      try {
        await copy.setContent(`<!doctype html><html lang="en">${inside}</html>`);
        await copy.locator('html').evaluate((element, value) => element.setAttribute('style', value), style);
        await copy
          .locator('body')
          .evaluate((element, value) => element.setAttribute('class', value), classes);
        assert.deepEqual(await barriers(copy), []);
      } finally {
        await copy.close();
      }
      if (process.env.TOUCHSTONE_PICTURES)
        await page.screenshot({ path: join(process.env.TOUCHSTONE_PICTURES, 'report view.png') });
    },
  ],
];
