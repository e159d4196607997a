import { type TextDocument, Uri, workspace } from 'vscode';
import {
  type DiagnosticProviderMiddleware,
  DiagnosticPullMode,
  type DiagnosticPullOptions,
  type Middleware,
  vsdiag,
} from 'vscode-languageclient';
import type { UnderCheck } from './desk/underCheck.ts';

/** Decides when diagnostics of a draft are asked for, by `touchstone.run`. */
export interface PullTiming {
  readonly options: DiagnosticPullOptions;
  readonly middleware: DiagnosticProviderMiddleware & Pick<Middleware, 'provideCodeActions'>;
  /** Lets the next question about a document through, whatever the setting. */
  force(document: TextDocument): void;
}

/** The setting is read at each question, so that it works at once and for each folder. */
export function createPullTiming(underCheck: Pick<UnderCheck, 'shows'>): PullTiming {
  const forced = new Set<string>();
  return {
    options: {
      onChange: true,
      onSave: true,
      onFocus: true,
      filter: (document, mode) => mode === DiagnosticPullMode.onType && checksOnSave(document),
    },
    middleware: {
      // What is not shown is not mended either: a bulb without a squiggle puzzles.
      provideCodeActions: (document, range, context, token, next) =>
        underCheck.shows(document.uri) ? next(document, range, context, token) : [],
      // A changed source or setting, too, must not bring findings about text that is still being written.
      async provideDiagnostics(document, previousResultId, token, next) {
        if (document instanceof Uri) return next(document, previousResultId, token);
        if (!underCheck.shows(document.uri)) {
          // Asked all the same: the fact sheet lives by the check. An answer without an id is asked for anew each time.
          await next(document, undefined, token);
          return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        }
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
