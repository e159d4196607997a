import { Disposable, type Event, EventEmitter, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CorrectionLog } from '../../server/src/service/corrections.ts';
import type { Status } from '../../server/src/service/status.ts';

/** What the server tells unasked, for as many listeners as there are: a client has one for each notification. */
export interface ServerNews extends Disposable {
  /** A document was checked, or the sources or settings changed. */
  readonly onStatus: Event<Status>;
  /** The fact sheet of a draft may say something else. */
  readonly onSheet: Event<Uri>;
  /** The log of the corrections of a draft says something else. */
  readonly onCorrections: Event<CorrectionLog>;
}

/** Listens to the server. */
export function createServerNews(client: BaseLanguageClient): ServerNews {
  const status = new EventEmitter<Status>();
  const sheet = new EventEmitter<Uri>();
  const corrections = new EventEmitter<CorrectionLog>();
  const listeners = Disposable.from(
    status,
    sheet,
    corrections,
    client.onNotification('touchstone/factSheetChanged', ({ uri }: { uri: string }) =>
      sheet.fire(client.protocol2CodeConverter.asUri(uri)),
    ),
    client.onNotification('touchstone/status', (next: Status) => status.fire(next)),
    client.onNotification('touchstone/corrections', (log: CorrectionLog) => corrections.fire(log)),
  );
  return {
    onStatus: status.event,
    onSheet: sheet.event,
    onCorrections: corrections.event,
    dispose: () => listeners.dispose(),
  };
}
