import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createFolderService, type McpOptions } from './folderService.ts';
import { createMcpServer } from './mcpServer.ts';

/** Serves the tools over standard input and output until the client goes. Throws when the folder cannot be read. */
export async function serveMcp(options: McpOptions): Promise<void> {
  // Standard output belongs to the protocol.
  const log = (level: string, message: string): void => console.error(`${level}: ${message}`);
  const root = realpathSync(options.root);
  const service = createFolderService({ ...options, root }, log);
  serveStdio(() => createMcpServer(service, root), {
    onerror: (error) => log('error', error.message),
  });
  await once(process.stdin, 'close');
}
