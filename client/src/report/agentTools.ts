import {
  Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ToolAnswer, ToolName } from '../../../server/src/service/features/tools.ts';
import { activeDocument } from '../documents.ts';

/** Names in the manifest, and what each does in the words of the person who is asked whether it may. */
const TOOLS: readonly { readonly id: string; readonly tool: ToolName; readonly doing: () => string }[] = [
  {
    id: 'touchstone_checkText',
    tool: 'checkText',
    doing: () => l10n.t('Comparing a text with the sources'),
  },
  {
    id: 'touchstone_findEvidence',
    tool: 'findEvidence',
    doing: () => l10n.t('Looking for evidence in the sources'),
  },
  { id: 'touchstone_listFacts', tool: 'listFacts', doing: () => l10n.t('Listing facts of the sources') },
];

/** Registers the tools that writing agents call to check their own text. They only read. */
export function registerAgentTools(client: BaseLanguageClient, start: () => Promise<void>): Disposable {
  // Editors that are built on VS Code without its agents have no such place.
  if (typeof lm?.registerTool !== 'function') return new Disposable(() => {});
  return Disposable.from(
    ...TOOLS.map(({ id, tool, doing }) => {
      const implementation: LanguageModelTool<object> = {
        prepareInvocation: () => ({ invocationMessage: doing() }),
        async invoke({ input }, token) {
          await start();
          const draft = activeDocument();
          const uri = draft && client.code2ProtocolConverter.asUri(draft.uri);
          const params = { tool, input, ...(uri !== undefined && { uri }) };
          const { text } = await client.sendRequest<ToolAnswer>('touchstone/tool', params, token);
          return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
        },
      };
      return lm.registerTool(id, implementation);
    }),
  );
}
