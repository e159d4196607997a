import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Surface, stopServer } from './activate.ts';

/** Called by VS Code when a Markdown or plain-text document opens, or a command is run. */
export function activate(context: ExtensionContext): Surface {
  return activateWith((place, options) => {
    const server = { module: place.asAbsolutePath('client/dist/server.js'), transport: TransportKind.ipc };
    const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6011'] } };
    return new LanguageClient('touchstone', 'Touchstone', { run: server, debug }, options);
  }, context);
}

/** Called by VS Code when the extension is disabled or the window closes. */
export const deactivate = stopServer;
