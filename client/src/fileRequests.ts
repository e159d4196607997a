import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FolderEntry, ReadFileResult } from '../../server/src/service/fileRequests.ts';

/** Reads files for a server that cannot: of a workspace in the browser, of a file system that another extension provides. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<ReadFileResult, void>(
    'touchstone/readFile',
    ({ uri, maxSize }: { uri: string; maxSize: number }) => readFile(Uri.parse(uri), maxSize),
  );
  client.onRequest('touchstone/readFolder', ({ uri }: { uri: string }) => readFolder(Uri.parse(uri)));
  client.onRequest('touchstone/isFolder', ({ uri }: { uri: string }) => isFolder(Uri.parse(uri)));
}

async function readFile(uri: Uri, maxSize: number): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { none: 'folder' };
    if (size > maxSize) return { none: 'tooLarge' };
    return { base64: toBase64(await workspace.fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return { none: 'missing' };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Without folders that are links: an editor does not tell where they lead, and one may lead to itself. */
async function readFolder(uri: Uri): Promise<readonly FolderEntry[]> {
  const entries = await workspace.fs.readDirectory(uri).then(undefined, () => []);
  return entries
    .filter(([, type]) => !(type & FileType.Directory && type & FileType.SymbolicLink))
    .map(([name, type]) => ({
      name,
      kind: type & FileType.Directory ? 'folder' : type & FileType.File ? 'file' : 'other',
    }));
}

const isFolder = (uri: Uri): Thenable<boolean> =>
  workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );

/** Characters made of bytes in one call; a call takes some ten thousand arguments at most. */
const CHUNK = 0x2000;

function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(characters);
}
