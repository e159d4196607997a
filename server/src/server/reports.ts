import { type Connection, NotificationType, RequestType } from 'vscode-languageserver';
import type { CorrectionLog } from '../service/corrections.ts';
import type { QuotationAnswer, QuotationParams } from '../service/features/pasteQuotation.ts';
import type { ReportAnswer, ReportForm } from '../service/features/report.ts';
import type { SourceUse } from '../service/features/sourceUses.ts';
import type { ToolAnswer, ToolParams } from '../service/features/tools.ts';
import type { LanguageService } from '../service/languageService.ts';
import { answer } from './features.ts';
import type { ProtocolPositions } from './protocolPositions.ts';

/** Client to server: the report of an open draft. A client that keeps the log of corrections sends it along. */
export const ReportRequest = new RequestType<
  { uri: string; form: ReportForm; corrections?: Omit<CorrectionLog, 'uri'> },
  ReportAnswer | null,
  void
>('touchstone/report');

/** Client to server: the words of an open source that open drafts rest on. */
export const SourceUsesRequest = new RequestType<{ uri: string }, readonly SourceUse[], void>(
  'touchstone/sourceUses',
);

/** Client to server: copied words of a source as a quotation. */
export const QuotationRequest = new RequestType<QuotationParams, QuotationAnswer, void>(
  'touchstone/quotation',
);

/** Client to server: a call of one of the tools for agents. */
export const ToolRequest = new RequestType<ToolParams, ToolAnswer, void>('touchstone/tool');

/** Server to client: the log of the corrections of a draft, whenever it says something else. */
export const CorrectionsNotification = new NotificationType<CorrectionLog>('touchstone/corrections');

/** Answers what makes and what feeds a report. */
export function registerReports(
  connection: Connection,
  service: LanguageService,
  positions: ProtocolPositions,
): void {
  connection.onRequest(ReportRequest, ({ uri, form, corrections }, token) =>
    answer(token, () => service.report(uri, form, corrections, token)),
  );
  connection.onRequest(SourceUsesRequest, ({ uri }, token) =>
    answer(token, async () => positions.encode(await service.sourceUses(uri, token), uri)),
  );
  connection.onRequest(QuotationRequest, (params, token) =>
    answer(token, async () =>
      positions.encode(await service.quotation(positions.decode(params), token), params.uri),
    ),
  );
  connection.onRequest(ToolRequest, (params, token) => answer(token, () => service.tool(params, token)));
  service.onCorrections((log) => void connection.sendNotification(CorrectionsNotification, log));
}
