import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { t } from '../l10n/message.ts';
import type { LongJob } from '../service/workspaceHost.ts';

/** Begins a job. `shown`: the client has a place for it, and is told how far it is. */
export function beginLongJob(connection: Connection, title: string, shown: boolean): LongJob {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let ended = false;
  let percent = 0;
  if (shown) {
    connection.window
      .createWorkDoneProgress()
      .then((created) => {
        if (ended) return;
        reporter = created;
        created.begin(title, percent);
      })
      .catch((error) => connection.console.warn(`No progress: ${error}`));
  }
  return {
    report(done, total) {
      const now = Math.floor((100 * done) / Math.max(1, total));
      if (now !== percent) reporter?.report(now, t('{0} of {1}', done, total));
      percent = now;
    },
    end() {
      ended = true;
      reporter?.done();
    },
  };
}
