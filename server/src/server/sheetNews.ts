import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/languageService.ts';
import { FactSheetChangedNotification } from './requests.ts';

/** Tells a client that shows fact sheets when one may say something else. */
export interface SheetNews {
  /** A sheet was asked for: from now on changes are told. */
  start(): void;
  /** Tells of the drafts whose last check differs from the one told before. */
  send(): void;
}

/** Creates the teller; a client that never asks for a sheet hears nothing. */
export function createSheetNews(connection: Connection, service: LanguageService): SheetNews {
  let told: ReadonlyMap<string, string> = new Map();
  let wanted = false;
  const versions = (): ReadonlyMap<string, string> =>
    new Map(service.sheetVersions().map(({ uri, resultId }) => [uri, resultId]));
  return {
    start() {
      wanted = true;
    },
    send() {
      if (!wanted) return;
      const now = versions();
      for (const [uri, resultId] of now) {
        if (told.get(uri) === resultId) continue;
        void connection.sendNotification(FactSheetChangedNotification, { uri });
      }
      told = now;
    },
  };
}
