import type { Diagnostic } from 'vscode-languageserver-types';
import { decodeSource } from '../../sources/decode.ts';
import type { Checker } from '../checker.ts';
import type { SettingsCache } from '../settingsCache.ts';
import type { Sources } from '../sources.ts';
import { type DocumentStatus, documentStatus } from '../status.ts';
import { normaliseUri } from '../uris.ts';
import {
  type Cancellation,
  type OpenDocument,
  throwIfCancelled,
  type WorkspaceHost,
} from '../workspaceHost.ts';
import { type DiagnosticOptions, toDiagnostics } from './diagnostics.ts';

/** Result of checking every draft of the workspace. */
export interface CheckAllResult {
  readonly files: readonly (DocumentStatus & { readonly diagnostics: readonly Diagnostic[] })[];
  /** Drafts that could not be checked, each with its reason. */
  readonly problems: readonly { readonly uri: string; readonly reason: string }[];
}

/** Told before each file is checked. */
export type Progress = (done: number, total: number, uri: string) => void;

const DRAFT_GLOBS = ['**/*.{md,markdown,txt}', '!**/{node_modules,dist,out,build,vendor}/**'];

/** More files than this are not drafts someone is writing. */
const MAX_DRAFTS = 2000;

/** Checks every Markdown and plain-text file of the workspace folders that is not a source, open or not. */
export async function checkAll(
  host: WorkspaceHost,
  settings: SettingsCache,
  sources: Sources,
  checker: Checker,
  options: DiagnosticOptions,
  progress: Progress,
  cancellation?: Cancellation,
): Promise<CheckAllResult> {
  const drafts = new Map<string, string>();
  const problems: { uri: string; reason: string }[] = [];
  for (const folder of host.folders()) {
    const found = await host.findFiles(folder, DRAFT_GLOBS, MAX_DRAFTS);
    if (found.truncated) {
      problems.push({ uri: folder, reason: `holds more than ${MAX_DRAFTS} drafts; the rest is not checked` });
    }
    for (const uri of found.uris) {
      const root = await sources.rootOf(uri);
      if (root !== undefined && !(await sources.isSource(root, uri))) drafts.set(normaliseUri(uri), root);
    }
  }
  const files: CheckAllResult['files'][number][] = [];
  let done = 0;
  for (const [uri, root] of [...drafts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    throwIfCancelled(cancellation);
    progress(done++, drafts.size, uri);
    const document = host.document(uri) ?? (await readDraft(uri, root, host, settings));
    if ('problem' in document) {
      if (document.problem !== 'is empty') problems.push({ uri, reason: document.problem });
      continue;
    }
    const checked = await checker.checkText(document, cancellation);
    if (checked) files.push({ ...documentStatus(checked), diagnostics: toDiagnostics(checked, options) });
  }
  return { files, problems };
}

async function readDraft(
  uri: string,
  root: string,
  host: WorkspaceHost,
  settings: SettingsCache,
): Promise<OpenDocument | { readonly problem: string }> {
  const { maxSourceSize } = (await settings.get(root)).settings;
  const content = await host.readFile(uri, maxSourceSize);
  const text = 'problem' in content ? content : decodeSource(content.bytes, maxSourceSize);
  if ('problem' in text) return text;
  const languageId = uri.endsWith('.txt') ? 'plaintext' : 'markdown';
  return { uri, languageId, version: 0, text: text.text };
}
