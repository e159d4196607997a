/** A served VS Code with the packaged extension, as it is shown in pictures. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installServedVsCode } from '../../test/vscode/host/install.mjs';
import { manageExtensions, startServer } from '../../test/vscode/host/server.mjs';
import { writeUserSettings } from '../../test/vscode/host/settings.mjs';
import { chosenVersion } from '../../test/vscode/host/versions.mjs';
import { launchBrowser } from '../../test/vscode/host/workbench.mjs';
import { root, step } from './commands.mjs';
import { copyExample } from './example.mjs';
import { packageExtension } from './extensionPackage.mjs';
import { withPalette } from './palettePng.mjs';
import { buildBundles } from './setup.mjs';

/** Pictures of 1280×800 pixels, a quarter larger than life. */
export const WINDOW = { viewport: { width: 1024, height: 640 }, deviceScaleFactor: 1.25 };

/** Settings under which a picture shows the text and little else. */
export const LOOK = {
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
  'touchstone.checker': 'Ada Byron',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.sideBar.location': 'left',
};

/** The interface's font, and nothing in the status bar that only a served VS Code shows. */
export const STYLE = `
  .monaco-workbench { font-family: 'Inter', sans-serif !important }
  #status\\.host, #status\\.forwardedPorts, [id*='keyboardLayout'] { display: none !important }
`;

/**
 * Builds, serves VS Code on a fresh copy of the example and hands `play` a page and a way to take pictures. What was on
 * the page when something failed is kept in .touchstone/failed.png.
 * @param out folder of the pictures
 * @param settings settings of the person, besides `LOOK`
 * @param window size and scale of the page
 */
export async function takePictures({ out, settings = {}, window = WINDOW }, play) {
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
    writeUserSettings(folders.userData, { ...LOOK, ...settings });
    const folder = copyExample(join(place, 'pardons'));
    server = await startServer(host, folders);
    browser = await launchBrowser();
    const page = await browser.newPage(window);
    mkdirSync(out, { recursive: true });
    const picture = async (name, of = page, options = {}) => {
      const path = join(resolve(out), `${name}.png`);
      writeFileSync(path, withPalette(await of.screenshot({ animations: 'disabled', ...options })));
      console.log(path);
    };
    try {
      await play({ page, browser, authority: server.authority, folder, picture });
    } catch (error) {
      mkdirSync(join(root, '.touchstone'), { recursive: true });
      await page.screenshot({ path: join(root, '.touchstone', 'failed.png') });
      throw error;
    }
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(place, { recursive: true, force: true });
  }
}
