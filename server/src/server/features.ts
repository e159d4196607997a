import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { fileName } from '../findings/evidence.ts';
import { SHOW_RULE_COMMAND } from '../service/features/showRule.ts';
import type { LanguageService } from '../service/languageService.ts';
import { Cancelled } from '../service/workspaceHost.ts';
import { CheckAllRequest } from './requests.ts';
import { nextTurn } from './turns.ts';

/** Answers the requests of a client from the language service. */
export function registerFeatures(
  connection: Connection,
  service: LanguageService,
  sendStatus: () => void,
): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    answer(token, async () => {
      const report = await service.diagnosticReport(textDocument.uri, previousResultId, token);
      sendStatus();
      return report;
    }),
  );
  connection.onHover(({ textDocument, position }, token) =>
    answer(token, () => service.hover(textDocument.uri, position, token)),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    answer(token, () => service.definition(textDocument.uri, position, token)),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answer(token, () => service.references(textDocument.uri, position, context.includeDeclaration, token)),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answer(token, () => service.documentHighlights(textDocument.uri, position, token)),
  );
  connection.onDocumentSymbol(({ textDocument }, token) =>
    answer(token, () => service.documentSymbols(textDocument.uri, token)),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(token, () => service.workspaceSymbols(query, token)),
  );
  connection.onCompletion(({ textDocument, position }, token) =>
    answer(token, () => service.completion(textDocument.uri, position, token)),
  );
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer(token, () => service.codeActions(textDocument.uri, range, context.only, token)),
  );
  connection.onCodeLens(({ textDocument }, token) =>
    answer(token, () => service.codeLenses(textDocument.uri, token)),
  );
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer(token, () => service.inlayHints(textDocument.uri, range, token)),
  );
  connection.languages.semanticTokens.on(({ textDocument }, token) =>
    answer(token, () => service.semanticTokens(textDocument.uri, token)),
  );
  connection.onDocumentLinks(({ textDocument }, token) =>
    answer(token, () => service.documentLinks(textDocument.uri, token)),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    answer(token, () => service.prepareRename(textDocument.uri, position, token)),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer(token, () => service.rename(textDocument.uri, position, newName, token)),
  );
  connection.onExecuteCommand(async ({ command, arguments: [code] = [] }) => {
    const uri = command === SHOW_RULE_COMMAND ? service.rulePage(code) : undefined;
    if (uri !== undefined) await connection.window.showDocument({ uri, takeFocus: true });
    return null;
  });
  connection.onRequest(CheckAllRequest, (params, token) =>
    answer(token, async () => {
      const progress = params?.workDoneToken
        ? connection.window.attachWorkDoneProgress(params.workDoneToken)
        : undefined;
      progress?.begin('Checking drafts', 0);
      try {
        return await service.checkAll((done, total, uri) => {
          progress?.report((100 * done) / total, `${done + 1} of ${total}: ${fileName(uri)}`);
        }, token);
      } finally {
        progress?.done();
      }
    }),
  );
}

/** Turns of the event loop in which messages that wait are taken in; a turn without work takes microseconds. */
const TURNS = 24;

/** Lets a cancellation that is already on its way arrive first, then answers, or says that it was cancelled. */
async function answer<T>(token: CancellationToken, run: () => Promise<T>): Promise<T | ResponseError<never>> {
  await nextTurn();
  try {
    if (token.isCancellationRequested) throw new Cancelled('cancelled');
    const result = await run();
    // What was typed during a long run is read by now: an answer about the text before it is of no use. The
    // connection takes a turn or two for each message.
    for (let turn = 0; turn < TURNS && !token.isCancellationRequested; turn++) {
      await nextTurn();
    }
    if (token.isCancellationRequested) throw new Cancelled('cancelled');
    return result;
  } catch (error) {
    if (error instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    throw error;
  }
}
