/** A document open in the editor: an immutable picture of its text, saved or not. */
export interface OpenDocument {
  /** As the client wrote it; answers about this document use the same form. */
  readonly uri: string;
  readonly languageId: string;
  /** Version as the client counts it. */
  readonly version: number;
  readonly text: string;
}

/** The bytes of a file, or in plain words why there are none ("cannot be read: permission denied"). */
export type FileContent =
  | { readonly bytes: Uint8Array }
  /** `missing`: there is no such file. */
  | { readonly problem: string; readonly missing?: boolean };

/** Name of the files that say which others are passed over in a search. */
export const GIT_IGNORE = '.gitignore';

/** Files found below a folder, sorted; `truncated` when the limit cut the list. */
export interface FoundFiles {
  readonly uris: readonly string[];
  readonly truncated: boolean;
}

/** Everything the language service needs from outside: documents, files, settings and a log. */
export interface WorkspaceHost {
  /** URIs of the workspace folders, in the client's order. */
  folders(): readonly string[];
  /** The open document with this URI, however the URI is escaped. */
  document(uri: string): OpenDocument | undefined;
  documents(): readonly OpenDocument[];
  /** Reads one file; never throws. A file over `maxSize` bytes is a problem. */
  readFile(uri: string, maxSize: number): Promise<FileContent>;
  /** Files below `folder` whose relative path matches a glob; never throws. A glob that starts with "!" excludes. */
  findFiles(folder: string, globs: readonly string[], limit: number): Promise<FoundFiles>;
  hasDirectory(uri: string): Promise<boolean>;
  /** The raw "touchstone" settings for a folder, unvalidated. */
  settings(folder: string | undefined): Promise<unknown>;
  log(level: 'info' | 'warning' | 'error', message: string): void;
  /** Shows a message to the person who writes. Only for what they must know. */
  show(level: 'info' | 'warning' | 'error', message: string): void;
  /** Tells the writer of a longer job. */
  readonly progress?: (title: string) => LongJob;
  /** Milliseconds on a clock that only runs forward. */
  now(): number;
}

/** A job that the writer may see going on. */
export interface LongJob {
  report(done: number, total: number): void;
  end(): void;
}

/** Asked between steps of a request, so that an answer nobody waits for is not computed. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Thrown when a request was cancelled between two of its steps. */
export class Cancelled extends Error {}

/** Throws `Cancelled` when the request behind `cancellation` is no longer wanted. */
export function throwIfCancelled(cancellation: Cancellation | undefined): void {
  if (cancellation?.isCancellationRequested) throw new Cancelled('cancelled');
}
