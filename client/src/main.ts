import type { ExtensionContext } from 'vscode';
import type { Surface } from './activate.ts';

/*
 * The extension: one file for a desktop and for a browser, so that what both share is shipped once. Each side is loaded
 * only where it runs.
 */
const side = () => ('importScripts' in globalThis ? import('./browser.ts') : import('./extension.ts'));

/** Called by VS Code when a Markdown or plain-text document opens, or a command is run. */
export const activate = async (context: ExtensionContext): Promise<Surface> =>
  (await side()).activate(context);

/** Called by VS Code when the extension is disabled or the window closes. */
export const deactivate = async (): Promise<void> => (await side()).deactivate();
