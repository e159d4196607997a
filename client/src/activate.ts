import { type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ClientFactory, createClient } from './client.ts';
import { pullAgain, registerCommands } from './commands.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createUnderCheck } from './desk/underCheck.ts';
import { createDraftDiagnostics } from './draftDiagnostics.ts';
import { createFirstSteps } from './firstSteps/firstSteps.ts';
import { registerIgnoreWithReason } from './ignoreWithReason.ts';
import { createPullTiming } from './pullTiming.ts';
import { createReporting, type Reporting } from './report/reporting.ts';
import { createServerNews } from './serverNews.ts';
import { whenSourcesExist } from './sourceWatch.ts';
import { createStatusItem, type StatusItem } from './status.ts';

/** What the tests look at: things that VS Code shows and does not tell of. */
export interface Surface {
  readonly reporting: Reporting;
  readonly rows: Desk['rows'];
  readonly status: Pick<StatusItem, 'shown'>;
}

let running: BaseLanguageClient | undefined;

/** Sets the extension up; the two entries, for a desktop and for a browser, differ in their `factory` only. */
export function activateWith(factory: ClientFactory, context: ExtensionContext): Surface {
  const output = window.createOutputChannel('Touchstone', { log: true });
  const status = createStatusItem();
  const drafts = createDraftDiagnostics();
  const underCheck = createUnderCheck(context.workspaceState);
  const timing = createPullTiming(underCheck);
  const client = createClient(factory, context, output, status, timing);
  const start = async (): Promise<void> => {
    running = client;
    try {
      await client.start();
    } catch (error) {
      output.error(`The language server did not start: ${error}`);
      status.setState('stopped');
    }
  };
  const news = createServerNews(client);
  const reporting = createReporting(client, context, news, start);
  const desk = createDesk(client, context, news, start);
  context.subscriptions.push(
    news,
    news.onStatus(status.setStatus),
    reporting,
    createFirstSteps(context, news),
    desk,
    underCheck,
    underCheck.register((document) => pullAgain(client, timing, document)),
    output,
    status,
    drafts,
    registerCommands({ client, output, drafts, timing, start }),
    registerIgnoreWithReason(client),
    whenSourcesExist(() => void start()),
  );
  return { reporting, rows: desk.rows, status };
}

/** Stops the server when the extension is disabled or the window closes. */
export async function stopServer(): Promise<void> {
  if (running?.needsStop()) await running.stop();
}
