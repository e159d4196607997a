import type { Diagnostic } from 'vscode-languageserver-types';
import { isEmptyProblem } from '../../sources/decode.ts';
import type { Checker } from '../checker.ts';
import type { DraftProblem, Drafts } from '../drafts.ts';
import { type DocumentStatus, documentStatus } from '../status.ts';
import { type Cancellation, throwIfCancelled } from '../workspaceHost.ts';
import { type DiagnosticOptions, toDiagnostics } from './diagnostics.ts';

/** Result of checking every draft of the workspace. */
export interface CheckAllResult {
  readonly files: readonly (DocumentStatus & { readonly diagnostics: readonly Diagnostic[] })[];
  /** Drafts that could not be checked, each with its reason. */
  readonly problems: readonly DraftProblem[];
}

/** Told before each file is checked. */
export type Progress = (done: number, total: number, uri: string) => void;

/** Checks every Markdown and plain-text file of the workspace folders that is not a source, open or not. */
export async function checkAll(
  folders: readonly string[],
  drafts: Drafts,
  checker: Checker,
  options: DiagnosticOptions,
  progress: Progress,
  cancellation?: Cancellation,
): Promise<CheckAllResult> {
  const found = await drafts.list(folders);
  const problems = [...found.problems];
  const files: CheckAllResult['files'][number][] = [];
  let done = 0;
  for (const [uri, root] of found.drafts) {
    throwIfCancelled(cancellation);
    progress(done++, found.drafts.length, uri);
    const document = await drafts.read(uri, root);
    if ('problem' in document) {
      if (!isEmptyProblem(document.problem)) problems.push({ uri, reason: document.problem });
      continue;
    }
    const checked = await checker.checkText(document, cancellation);
    if (checked) files.push({ ...documentStatus(checked), diagnostics: toDiagnostics(checked, options) });
  }
  return { files, problems };
}
