import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/languageService.ts';
import { answer } from './features.ts';
import type { ProtocolPositions } from './protocolPositions.ts';
import {
  DecideRequest,
  FactSheetRequest,
  SourceChangesRequest,
  SourcesRequest,
  WhyNotCheckedRequest,
} from './requests.ts';

/** Answers what the views of an editor ask for; `asked` is called when one wants a fact sheet. */
export function registerDesk(
  connection: Connection,
  service: LanguageService,
  positions: ProtocolPositions,
  asked: () => void,
): void {
  connection.onRequest(FactSheetRequest, ({ uri }, token) =>
    answer(token, async () => {
      asked();
      return positions.encode(await service.factSheet(uri, token), uri);
    }),
  );
  connection.onRequest(SourceChangesRequest, ({ uri, fact }, token) =>
    answer(token, () => service.sourceChanges(uri, fact, token)),
  );
  connection.onRequest(DecideRequest, (params, token) => answer(token, () => service.decide(params, token)));
  connection.onRequest(SourcesRequest, (params, token) =>
    answer(token, () => service.listSources(params?.uri, token)),
  );
  connection.onRequest(WhyNotCheckedRequest, ({ uri }, token) =>
    answer(token, () => service.whyNotChecked(uri, token)),
  );
}
