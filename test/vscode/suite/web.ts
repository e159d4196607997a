import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { reporterTo } from './reporter.ts';

const TEST_LIMIT_MS = 30_000;

/** VS Code calls this in its web-worker extension host; each result is posted to the server of the extension. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('touchstone.touchstone');
  if (!extension) throw new Error('The extension is not loaded.');
  const address = vscode.Uri.joinPath(extension.extensionUri, 'report').toString(true);
  let sent: Promise<unknown> = Promise.resolve();
  const post = (line: string): void => {
    sent = sent.then(() => fetch(address, { method: 'POST', body: line }));
  };
  mocha.setup({ ui: 'bdd', timeout: TEST_LIMIT_MS, reporter: reporterTo(Mocha, post) });
  await import('./webTests.ts');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await sent;
  if (failures > 0) throw new Error(`${failures} failed`);
}
