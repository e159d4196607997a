import type { Memento } from 'vscode';
import type { CorrectionLog } from '../../../server/src/service/corrections.ts';

/** The log of one draft over all sessions of the editor. */
type StoredLog = Omit<CorrectionLog, 'uri'>;

/**
 * Keeps the corrections that the server sees. They stay in the editor's own storage for the workspace: nothing is written
 * beside the draft, so the log is of this editor, and the report says so.
 */
export interface CorrectionStore {
  /** Takes in what the server knows of a draft in this session. */
  take(log: CorrectionLog): void;
  /** Undefined for a draft that was never checked. */
  get(uri: string): StoredLog | undefined;
}

/** Drafts whose corrections are remembered; the ones that were corrected longest ago are forgotten first. */
const MOST_DRAFTS = 200;
const MOST_ENTRIES = 1000;
const KEY = 'touchstone.corrections';

/** Creates the store over the editor's storage for the workspace. */
export function createCorrectionStore(storage: Memento): CorrectionStore {
  const stored = new Map<string, StoredLog>(storage.get<[string, StoredLog][]>(KEY, []));
  /** What was known of a draft before the server that speaks of it now was started. */
  const sessions = new Map<string, { readonly since: string; readonly earlier: StoredLog | undefined }>();
  return {
    take({ uri, since, entries }) {
      let session = sessions.get(uri);
      if (session?.since !== since) {
        session = { since, earlier: stored.get(uri) };
        sessions.set(uri, session);
      }
      const { earlier } = session;
      const log = {
        since: earlier?.since ?? since,
        entries: [...(earlier?.entries ?? []), ...entries].slice(-MOST_ENTRIES),
      };
      stored.delete(uri);
      stored.set(uri, log);
      for (const [oldest] of stored) if (stored.size > MOST_DRAFTS) stored.delete(oldest);
      void storage.update(KEY, [...stored]);
    },
    get: (uri) => stored.get(uri),
  };
}
