import type { FileContent, FoundFiles } from '../service/workspaceHost.ts';

/** What the server needs from the place it runs in; the rest comes over the connection. */
export interface Runtime {
  readonly version: string;
  readonly readFile: (uri: string, maxSize: number) => Promise<FileContent>;
  readonly findFiles: (folder: string, globs: readonly string[], limit: number) => Promise<FoundFiles>;
  readonly hasDirectory: (uri: string) => Promise<boolean>;
  /** URI of the packaged pages of the rules, with a slash at its end; undefined when they are not there. */
  readonly rulePages?: string | undefined;
}
