import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/languageService.ts';
import type { ProtocolPositions } from './protocolPositions.ts';

/**
 * Creates a function that pushes the mistakes of project and ignore files, to every client: such a file is mostly not
 * open, and only what is open is pulled. Each file is sent when its mistakes differ from those sent last.
 */
export function createConfigPublisher(
  connection: Connection,
  service: LanguageService,
  positions: ProtocolPositions,
): () => Promise<void> {
  const sent = new Map<string, string>();
  let queue = Promise.resolve();
  const publish = async (): Promise<void> => {
    const found = await positions.encode(await service.configDiagnostics());
    const now = new Map(found.map(({ uri, diagnostics }) => [uri, diagnostics]));
    for (const uri of sent.keys()) if (!now.has(uri)) now.set(uri, []);
    for (const [uri, diagnostics] of now) {
      const text = JSON.stringify(diagnostics);
      if (text === (sent.get(uri) ?? '[]')) continue;
      sent.set(uri, text);
      await connection.sendDiagnostics({ uri, diagnostics });
    }
  };
  return () => {
    queue = queue
      .then(publish)
      .catch((error) => connection.console.error(`Cannot push the mistakes of project files: ${error}`));
    return queue;
  };
}
