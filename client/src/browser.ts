import { type ExtensionContext, Uri } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Surface, stopServer } from './activate.ts';

/** The browser's own, as far as it is used; types of a whole browser would let code for a desktop use them. */
declare class Worker {
  constructor(script: string, options: { readonly name: string });
  terminate(): void;
}

/** Called by a VS Code that runs in a browser: there the server is a web worker. */
export function activate(context: ExtensionContext): Surface {
  return activateWith((place, options) => {
    const scriptOf = (name: string) => Uri.joinPath(place.extensionUri, 'client/dist', name).toString(true);
    let worker: Worker | undefined;
    const start = async (): Promise<MessageTransports> => {
      // After a restart: a worker that has said goodbye goes on waiting for messages.
      worker?.terminate();
      worker = new Worker(scriptOf('server.js'), { name: 'Touchstone' });
      // Said outright, for the workers of an extension host are no instances of its Worker.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    // The worker loads the second file itself, and cannot tell where the first came from.
    const initializationOptions = {
      ...options.initializationOptions,
      sessionScript: scriptOf('session.js'),
    };
    return new LanguageClient('touchstone', 'Touchstone', start, { ...options, initializationOptions });
  }, context);
}

/** Called by VS Code when the extension is disabled or the window closes. */
export const deactivate = stopServer;
