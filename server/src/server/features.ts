import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { fileName } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import { SHOW_RULE_COMMAND } from '../service/announced.ts';
import type { LanguageService } from '../service/languageService.ts';
import { nextTurn } from '../service/turns.ts';
import { Cancelled } from '../service/workspaceHost.ts';
import type { ProtocolPositions } from './protocolPositions.ts';
import { CheckAllRequest, IgnoreRequest } from './requests.ts';

/** Answers the requests of a client from the language service. */
export function registerFeatures(
  connection: Connection,
  service: LanguageService,
  positions: ProtocolPositions,
  sendStatus: () => void,
): void {
  /** Answers a request of a client, whose positions are in the client's own encoding both ways. */
  const serve =
    <P, R>(run: (params: P, token: CancellationToken) => Promise<R>) =>
    (params: P, token: CancellationToken): Promise<R | ResponseError<never>> =>
      answer(token, async () =>
        positions.encode(await run(positions.decode(params), token), documentOf(params)),
      );

  connection.languages.diagnostics.on(
    serve(async ({ textDocument, previousResultId }, token) => {
      const report = await service.diagnosticReport(textDocument.uri, previousResultId, token);
      sendStatus();
      return report;
    }),
  );
  connection.onHover(
    serve(({ textDocument, position }, token) => service.hover(textDocument.uri, position, token)),
  );
  connection.onDefinition(
    serve(({ textDocument, position }, token) => service.definition(textDocument.uri, position, token)),
  );
  connection.onReferences(
    serve(({ textDocument, position, context }, token) =>
      service.references(textDocument.uri, position, context.includeDeclaration, token),
    ),
  );
  connection.onDocumentHighlight(
    serve(({ textDocument, position }, token) =>
      service.documentHighlights(textDocument.uri, position, token),
    ),
  );
  connection.onDocumentSymbol(
    serve(({ textDocument }, token) => service.documentSymbols(textDocument.uri, token)),
  );
  connection.onWorkspaceSymbol(serve(({ query }, token) => service.workspaceSymbols(query, token)));
  connection.onCompletion(
    serve(({ textDocument, position }, token) => service.completion(textDocument.uri, position, token)),
  );
  connection.onCodeAction(
    serve(({ textDocument, range, context }, token) =>
      service.codeActions(textDocument.uri, range, context.only, token),
    ),
  );
  connection.onCodeLens(serve(({ textDocument }, token) => service.codeLenses(textDocument.uri, token)));
  connection.languages.inlayHint.on(
    serve(({ textDocument, range }, token) => service.inlayHints(textDocument.uri, range, token)),
  );
  connection.languages.semanticTokens.on(
    serve(async ({ textDocument }, token) =>
      positions.encodeTokens(await service.semanticTokens(textDocument.uri, token), textDocument.uri),
    ),
  );
  connection.onDocumentLinks(
    serve(({ textDocument }, token) => service.documentLinks(textDocument.uri, token)),
  );
  connection.onPrepareRename(
    serve(({ textDocument, position }, token) => service.prepareRename(textDocument.uri, position, token)),
  );
  connection.onRenameRequest(
    serve(({ textDocument, position, newName }, token) =>
      service.rename(textDocument.uri, position, newName, token),
    ),
  );
  connection.onRequest(
    IgnoreRequest,
    serve((params, token) => service.ignore(params, token)),
  );
  connection.onExecuteCommand(async ({ command, arguments: [code] = [] }) => {
    const uri = command === SHOW_RULE_COMMAND ? service.rulePage(code) : undefined;
    if (uri !== undefined) await connection.window.showDocument({ uri, takeFocus: true });
    return null;
  });
  connection.onRequest(
    CheckAllRequest,
    serve(async (params, token) => {
      const progress = params?.workDoneToken
        ? connection.window.attachWorkDoneProgress(params.workDoneToken)
        : undefined;
      progress?.begin(t('Checking drafts'), 0);
      try {
        return await service.checkAll((done, total, uri) => {
          progress?.report((100 * done) / total, t('{0} of {1}: {2}', done + 1, total, fileName(uri)));
        }, token);
      } finally {
        progress?.done();
      }
    }),
  );
}

/** The document that a request is about. */
const documentOf = (params: unknown): string | undefined =>
  (params as { readonly textDocument?: { readonly uri?: string } } | undefined)?.textDocument?.uri;

/** Turns of the event loop in which messages that wait are taken in; a turn without work takes microseconds. */
const TURNS = 24;
/** During a run shorter than this (ms) hardly anything was typed. */
const SHORT_RUN = 4;
const FEW_TURNS = 3;

/** Lets a cancellation that is already on its way arrive first, then answers, or says that it was cancelled. */
export async function answer<T>(
  token: CancellationToken,
  run: () => Promise<T>,
): Promise<T | ResponseError<never>> {
  await nextTurn();
  try {
    if (token.isCancellationRequested) throw new Cancelled('cancelled');
    const begun = performance.now();
    const result = await run();
    // What was typed during a long run is read by now: an answer about the text before it is of no use. The
    // connection takes a turn or two for each message.
    const turns = performance.now() - begun < SHORT_RUN ? FEW_TURNS : TURNS;
    for (let turn = 0; turn < turns && !token.isCancellationRequested; turn++) {
      await nextTurn();
    }
    if (token.isCancellationRequested) throw new Cancelled('cancelled');
    return result;
  } catch (error) {
    if (error instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    throw error;
  }
}
