import { NotificationType, type ProgressToken, RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import type { CheckAllResult } from '../service/features/checkAll.ts';
import type { IgnoreParams } from '../service/features/codeActions.ts';
import type { FactSheetView, SourceChange } from '../service/features/factSheetView.ts';
import type { SourcesView } from '../service/features/sourcesView.ts';
import type { DecideParams, TicksEdit } from '../service/features/ticking.ts';
import type { FolderEntry, ReadFileResult } from '../service/fileRequests.ts';
import type { NotChecked } from '../service/notChecked.ts';
import type { Status } from '../service/status.ts';

/** Server to client: what a status item shows. Sent after each change. */
export const StatusNotification = new NotificationType<Status>('touchstone/status');

/** Client to server: check every draft of the workspace, open or not. */
export const CheckAllRequest = new RequestType<{ workDoneToken?: ProgressToken }, CheckAllResult, void>(
  'touchstone/checkAll',
);

/** Client to server: the writer asks for the findings of a document now; none waits for a rest in the typing. */
export const CheckNowNotification = new NotificationType<{ uri: string }>('touchstone/checkNow');

/** Client to server: the edit that ignores a finding with a reason. */
export const IgnoreRequest = new RequestType<IgnoreParams, WorkspaceEdit | null, void>('touchstone/ignore');

/** Server to client, as are the two below, where `clientFiles` is set: the bytes of one file. */
export const ReadFileRequest = new RequestType<{ uri: string; maxSize: number }, ReadFileResult, void>(
  'touchstone/readFile',
);

/** What stands in a folder; empty when it cannot be listed. */
export const ReadFolderRequest = new RequestType<{ uri: string }, readonly FolderEntry[], void>(
  'touchstone/readFolder',
);

/** Whether there is such a folder. */
export const IsFolderRequest = new RequestType<{ uri: string }, boolean, void>('touchstone/isFolder');

/** Client to server: the fact sheet of an open draft. */
export const FactSheetRequest = new RequestType<{ uri: string }, FactSheetView | null, void>(
  'touchstone/factSheet',
);

/** Server to client: the fact sheet of a draft may say something else now. Sent once a sheet has been asked for. */
export const FactSheetChangedNotification = new NotificationType<{ uri: string }>(
  'touchstone/factSheetChanged',
);

/** Client to server: what the sources of a fact said when it was ticked, and what they say now. */
export const SourceChangesRequest = new RequestType<
  { uri: string; fact: string },
  readonly SourceChange[],
  void
>('touchstone/sourceChanges');

/** Client to server: puts a decision about facts on record. The client writes the file. */
export const DecideRequest = new RequestType<DecideParams, TicksEdit, void>('touchstone/decide');

/** Client to server: the sources of a document, or of the first folder. */
export const SourcesRequest = new RequestType<{ uri?: string }, SourcesView, void>('touchstone/sources');

/** Client to server: why a document is not checked; null for one that is. */
export const WhyNotCheckedRequest = new RequestType<{ uri: string }, NotChecked | null, void>(
  'touchstone/whyNotChecked',
);
