#!/usr/bin/env node
/** Draws media/icon.png, which the marketplace wants, from media/icon.svg. Usage: node scripts/icon.mjs */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/vscode/host/workbench.mjs';
import { root, runScript } from './lib/commands.mjs';

const SIZE = 128;

await runScript(async () => {
  const drawing = readFileSync(join(root, 'media', 'icon.svg'), 'utf8');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
    await page.screenshot({ path: join(root, 'media', 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
});
