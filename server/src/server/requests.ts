import { NotificationType, type ProgressToken, RequestType } from 'vscode-languageserver';
import type { CheckAllResult } from '../service/features/checkAll.ts';
import type { Status } from '../service/status.ts';

/** Server to client: what a status item shows. Sent after each change. */
export const StatusNotification = new NotificationType<Status>('touchstone/status');

/** Client to server: check every draft of the workspace, open or not. */
export const CheckAllRequest = new RequestType<{ workDoneToken?: ProgressToken }, CheckAllResult, void>(
  'touchstone/checkAll',
);

/** What a client may send in `initializationOptions`; everything is optional. */
export interface InitializationOptions {
  /** Settings for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
  /** URI of the folder with the pages of the rules. */
  readonly rulePages?: string;
}

/** Reads `initializationOptions` of any shape. */
export function readInitializationOptions(raw: unknown): InitializationOptions {
  if (typeof raw !== 'object' || raw === null) return {};
  const { settings, rulePages } = raw as Record<string, unknown>;
  if (typeof rulePages !== 'string' || rulePages === '') return { settings };
  return { settings, rulePages: rulePages.endsWith('/') ? rulePages : `${rulePages}/` };
}
