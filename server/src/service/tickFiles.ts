import { MAX_TICKS_FILE_SIZE, readTicksFile, TICKS_ENDING, type TicksFile } from '../desk/ticksFile.ts';
import { fileName } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import { decodeSource, isEmptyProblem } from '../sources/decode.ts';
import { isUntitled, normaliseUri, relativePath } from './uris.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** The ticks file of a draft as it stands in the editor or on the disk. */
export interface DraftTicks {
  readonly uri: string;
  /** Undefined when there is no file yet, or it cannot be read. */
  readonly text: string | undefined;
  readonly file: TicksFile;
  /** Why nothing may be written, in words that follow the file's name; undefined when it may. */
  readonly closed: string | undefined;
  /** Differs whenever the file may say something else. */
  readonly id: number;
}

/** The ticks files of the drafts in use, each read once until it changes. */
export interface TickFiles {
  /** Undefined for a draft that has no place yet. */
  of(draft: string): Promise<DraftTicks | undefined>;
  /** All that were read and are there, sorted by URI. */
  known(): Promise<readonly DraftTicks[]>;
  /** Forgets what was read when one of `uris` is such a file in use, or a folder that holds one. */
  changed(uris: readonly string[]): boolean;
  clear(): void;
}

/** True for a ticks file. */
export const isTicksFile = (uri: string): boolean => uri.endsWith(TICKS_ENDING);

/** Where the ticks of a draft are kept. */
export const ticksUri = (draft: string): string => normaliseUri(draft) + TICKS_ENDING;

let nextId = 1;

/** Creates the store. Open documents win over the disk. */
export function createTickFiles(host: WorkspaceHost): TickFiles {
  const files = new Map<string, Promise<DraftTicks>>();

  const read = async (uri: string): Promise<DraftTicks> => {
    const known = (text: string | undefined): DraftTicks => {
      const file = readTicksFile(text ?? '');
      const { length } = file.problems;
      if (length > 0) host.log('warning', `${fileName(uri)}: ${file.problems[0]?.message}`);
      return { uri, text, file, closed: file.closed, id: nextId++ };
    };
    const unreadable = (problem: string): DraftTicks => {
      const told = {
        start: 0,
        end: 0,
        message: t('This file {0}. No tick in it counts, and it is not changed.', problem),
      };
      host.log('warning', `${fileName(uri)} ${problem}.`);
      return {
        uri,
        text: undefined,
        // On file systems that cannot be read from here nothing can be said about a file's being there.
        file: { lines: [], ticks: [], problems: uri.startsWith('file:') ? [told] : [], closed: problem },
        closed: problem,
        id: nextId++,
      };
    };
    const open = host.document(uri);
    if (open) return known(open.text);
    const content = await host.readFile(uri, MAX_TICKS_FILE_SIZE);
    if ('problem' in content) return content.missing ? known(undefined) : unreadable(content.problem);
    if (content.bytes.length === 0) return known('');
    const decoded = decodeSource(content.bytes, MAX_TICKS_FILE_SIZE);
    if (!('problem' in decoded)) return known(decoded.text);
    return isEmptyProblem(decoded.problem) ? known('') : unreadable(decoded.problem);
  };

  const get = (uri: string): Promise<DraftTicks> => {
    const found = files.get(uri) ?? read(uri);
    files.set(uri, found);
    return found;
  };

  return {
    of: async (draft) => (isUntitled(draft) ? undefined : get(ticksUri(draft))),
    async known() {
      const all = await Promise.all(files.values());
      return all
        .filter(({ text, closed }) => text !== undefined || closed !== undefined)
        .sort((a, b) => (a.uri < b.uri ? -1 : 1));
    },
    changed(uris) {
      const changed = uris.map(normaliseUri);
      const touched = [...files.keys()].filter((file) =>
        changed.some((uri) => uri === file || relativePath(uri, file) !== undefined),
      );
      for (const uri of touched) files.delete(uri);
      return touched.length > 0;
    },
    clear: () => files.clear(),
  };
}
