import { t } from '../l10n/message.ts';
import { decodeSource } from '../sources/decode.ts';
import type { CheckedDocument, Checker } from './checker.ts';
import type { SettingsCache } from './settingsCache.ts';
import type { Sources } from './sources.ts';
import { normaliseUri } from './uris.ts';
import {
  type Cancellation,
  type OpenDocument,
  throwIfCancelled,
  type WorkspaceHost,
} from './workspaceHost.ts';

/** A file that cannot be read as a draft, and why. */
export interface DraftProblem {
  readonly uri: string;
  readonly reason: string;
}

/** The drafts of folders, open or not. */
export interface Drafts {
  /** Every Markdown and plain-text file below `folders` that is not a source, by URI, with the folder that governs it. */
  list(folders: readonly string[]): Promise<{
    readonly drafts: readonly (readonly [uri: string, root: string])[];
    readonly problems: readonly DraftProblem[];
  }>;
  /** A draft as it stands in the editor, else on the disk. */
  read(uri: string, root: string): Promise<OpenDocument | { readonly problem: string }>;
  /** All drafts that are checked against the sources of `root`: the open ones first, then the others by URI. */
  checked(root: string, cancellation: Cancellation | undefined): Promise<readonly CheckedDocument[]>;
}

const DRAFT_GLOBS = ['**/*.{md,markdown,txt}', '!**/{node_modules,dist,out,build,vendor}/**'];

/** More files than this are not drafts someone is writing. */
export const MAX_DRAFTS = 2000;

/** Results kept of drafts that are not open; beyond them each is checked again when it is asked for. */
const MAX_KEPT = 300;

/** Creates the view on the drafts; a draft that is not open is checked again only when it or its sources have changed. */
export function createDrafts(
  host: WorkspaceHost,
  settings: SettingsCache,
  sources: Sources,
  checker: Checker,
): Drafts {
  const kept = new Map<string, CheckedDocument>();

  const list: Drafts['list'] = async (folders) => {
    const drafts = new Map<string, string>();
    const problems: DraftProblem[] = [];
    for (const folder of folders) {
      const found = await host.findFiles(folder, DRAFT_GLOBS, MAX_DRAFTS);
      if (found.truncated) {
        problems.push({
          uri: folder,
          reason: t('holds more than {0} drafts; the rest is not checked', MAX_DRAFTS),
        });
      }
      for (const uri of found.uris) {
        const root = await sources.rootOf(uri);
        if (root !== undefined && !(await sources.isSource(root, uri))) drafts.set(normaliseUri(uri), root);
      }
    }
    return { drafts: [...drafts].sort(([a], [b]) => (a < b ? -1 : 1)), problems };
  };

  const read: Drafts['read'] = async (uri, root) => {
    const open = host.document(uri);
    if (open) return open;
    const { maxSourceSize } = (await settings.get(root)).settings;
    const content = await host.readFile(uri, maxSourceSize);
    const text = 'problem' in content ? content : decodeSource(content.bytes, maxSourceSize);
    if ('problem' in text) return text;
    const languageId = uri.endsWith('.txt') ? 'plaintext' : 'markdown';
    return { uri, languageId, version: 0, text: text.text };
  };

  return {
    list,
    read,
    async checked(root, cancellation) {
      const open: CheckedDocument[] = [];
      for (const { uri } of host.documents()) {
        throwIfCancelled(cancellation);
        if ((await sources.rootOf(uri)) !== root) continue;
        const result = await checker.check(uri, cancellation);
        if (result?.role === 'draft') open.push(result);
      }
      const { drafts } = await list([root]);
      const closed: CheckedDocument[] = [];
      for (const [uri, governing] of drafts) {
        throwIfCancelled(cancellation);
        if (governing !== root || host.document(uri)) continue;
        const document = await read(uri, root);
        if ('problem' in document) continue;
        const result = await checker.checkText(document, cancellation, kept.get(uri));
        if (!result) continue;
        closed.push(result);
        kept.delete(uri);
        if (kept.size < MAX_KEPT) kept.set(uri, result);
      }
      const there = new Set(drafts.map(([uri]) => uri));
      for (const uri of kept.keys()) if (!there.has(uri) || host.document(uri)) kept.delete(uri);
      return [...open, ...closed];
    },
  };
}
