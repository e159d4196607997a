import type { Connection } from 'vscode-languageserver';
import { t } from '../l10n/message.ts';
import type { ReadFileResult } from '../service/fileRequests.ts';
import { overSize } from '../service/sourceSet.ts';
import type { FileContent } from '../service/workspaceHost.ts';
import type { FileStore } from './fileStore.ts';
import { IsFolderRequest, ReadFileRequest, ReadFolderRequest } from './requests.ts';

/**
 * The files of a client that offers to read them (`clientFiles` in `initializationOptions`): a workspace in the browser
 * or on another machine. The client answers for every file system of its editor.
 */
export function clientFiles(connection: Connection): FileStore {
  return {
    async readFile(uri, maxSize) {
      const answer = await connection
        .sendRequest(ReadFileRequest, { uri, maxSize })
        .catch((error: unknown): ReadFileResult => ({ problem: `${error}` }));
      return contentOf(answer, maxSize);
    },
    list: (uri) => connection.sendRequest(ReadFolderRequest, { uri }).catch(() => []),
    isFolder: (uri) => connection.sendRequest(IsFolderRequest, { uri }).catch(() => false),
    // The client leaves out folders that are links, so that no folder is reached twice.
    identity: async (folder) => folder,
  };
}

function contentOf(answer: ReadFileResult, maxSize: number): FileContent {
  if ('base64' in answer) {
    const bytes = fromBase64(answer.base64);
    return bytes.length > maxSize ? { problem: overSize(maxSize) } : { bytes };
  }
  if ('problem' in answer) return { problem: t('cannot be read ({0})', answer.problem) };
  switch (answer.none) {
    case 'missing':
      return { problem: t('is not there any more'), missing: true };
    case 'folder':
      return { problem: t('is a folder') };
    case 'tooLarge':
      return { problem: overSize(maxSize) };
  }
}

function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
