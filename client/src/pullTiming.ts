import { type TextDocument, Uri, workspace } from 'vscode';
import {
  type DiagnosticProviderMiddleware,
  DiagnosticPullMode,
  type DiagnosticPullOptions,
  vsdiag,
} from 'vscode-languageclient';

/** Decides when diagnostics of a draft are asked for, by `touchstone.run`. */
export interface PullTiming {
  readonly options: DiagnosticPullOptions;
  readonly middleware: DiagnosticProviderMiddleware;
  /** Lets the next question about a document through, whatever the setting. */
  force(document: TextDocument): void;
}

/** The setting is read at each question, so that it works at once and for each folder. */
export function createPullTiming(): PullTiming {
  const forced = new Set<string>();
  return {
    options: {
      onChange: true,
      onSave: true,
      onFocus: true,
      filter: (document, mode) => mode === DiagnosticPullMode.onType && checksOnSave(document),
    },
    middleware: {
      // A changed source or setting, too, must not bring findings about text that is still being written.
      provideDiagnostics(document, previousResultId, token, next) {
        if (document instanceof Uri) return next(document, previousResultId, token);
        const asked = forced.delete(document.uri.toString());
        if (asked || previousResultId === undefined || !document.isDirty || !checksOnSave(document)) {
          return next(document, previousResultId, token);
        }
        return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousResultId };
      },
    },
    force: (document) => void forced.add(document.uri.toString()),
  };
}

const checksOnSave = (document: TextDocument): boolean =>
  workspace.getConfiguration('touchstone', document).get('run') === 'onSave';
