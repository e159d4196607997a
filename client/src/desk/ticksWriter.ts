import { FileSystemError, FileType, l10n, Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageclient';
import type { DecideParams, TicksEdit } from '../../../server/src/service/features/ticking.ts';

/** What the person decided, without what the record adds: who and when. */
export type DecisionParams = Omit<DecideParams, 'by' | 'when'>;

/** Puts decisions on record, one after the other; gives what went wrong in a sentence. */
export type DecisionWriter = (params: DecisionParams, by: string) => Promise<string | undefined>;

/** Tries before a file that changes under our hands is left alone. */
const TRIES = 3;

/** Creates the writer. It never writes over what it has not read. */
export function createDecisionWriter(client: BaseLanguageClient): DecisionWriter {
  let queue: Promise<unknown> = Promise.resolve();
  const write = async (params: DecisionParams, by: string): Promise<string | undefined> => {
    for (let left = TRIES; left > 0; left--) {
      const edit = await client.sendRequest<TicksEdit>('touchstone/decide', {
        ...params,
        by,
        when: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      });
      if ('problem' in edit) return edit.problem;
      const uri = client.protocol2CodeConverter.asUri(edit.uri);
      const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
      const done = open ? await writeOpen(uri, edit) : await writeClosed(uri, edit);
      // The watcher of the editor tells it too, but only later.
      await client.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: edit.uri, type: FileChangeType.Changed }],
      });
      if (done) return undefined;
    }
    return l10n.t('The file of the ticks is being changed by something else: try again.');
  };
  return (params, by) => {
    const turn = queue.then(() => write(params, by));
    queue = turn.catch(() => undefined);
    return turn;
  };
}

type Change = Extract<TicksEdit, { readonly text: string }>;

/** Through the editor, so that nothing typed there is lost; saved when there was nothing unsaved before. */
async function writeOpen(uri: Uri, { before, text }: Change): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  if (document.getText() !== (before ?? '')) return false;
  const wasDirty = document.isDirty;
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(0, 0, document.lineCount, 0), text);
  if (!(await workspace.applyEdit(edit))) return false;
  return wasDirty || (await document.save());
}

/** A new file takes the place of the old one as a whole, so that none is ever half written. */
async function writeClosed(uri: Uri, { before, text }: Change): Promise<boolean> {
  const current = await readText(uri);
  if (current !== before) return false;
  const bytes = new TextEncoder().encode(text);
  const beside = uri.with({ path: `${uri.path}.tmp` });
  const isLink = await workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.SymbolicLink) !== 0,
    () => false,
  );
  if (isLink) {
    await workspace.fs.writeFile(uri, bytes);
    return true;
  }
  await workspace.fs.writeFile(beside, bytes);
  try {
    await workspace.fs.rename(beside, uri, { overwrite: true });
  } catch {
    // Not every file system can rename.
    await workspace.fs.writeFile(uri, bytes);
    await workspace.fs.delete(beside).then(undefined, () => {});
  }
  return true;
}

/** Null when there is no file; undefined, which equals nothing, when it is no text. */
async function readText(uri: Uri): Promise<string | null | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    return undefined;
  }
}
