import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NotChecked } from '../../server/src/service/notChecked.ts';
import { placeIn, refusal } from './statusWords.ts';

/** Why a document is not checked, in a sentence; undefined for one that is. */
export async function whyNotChecked(
  client: BaseLanguageClient,
  document: TextDocument,
): Promise<string | undefined> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const found = await client.sendRequest<NotChecked | null>('touchstone/whyNotChecked', { uri });
  if (!found) return undefined;
  const { text, detail } = refusal(found, placeIn(document));
  return `${text} – ${detail}`;
}
