import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder on the disk, for one test. */
export interface Workspace {
  readonly uri: string;
  uriOf(path: string): string;
  write(path: string, content: string | Uint8Array): void;
  remove(): void;
}

/** Creates a workspace from paths and contents. */
export function createWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'touchstone-protocol-')));
  const workspace: Workspace = {
    uri: pathToFileURL(root).href,
    uriOf: (path) => pathToFileURL(join(root, path)).href,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, content] of Object.entries(files)) workspace.write(path, content);
  return workspace;
}

/** A sentence to check against. */
export const SOURCE = 'Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n';

/** A draft with one slip, on its own line. */
export const DRAFT = '# Pardons\n\nLukashenko has pardoned **132** individuals.\n';

/** Where the slip stands in `DRAFT`. */
export const SLIP = { start: { line: 2, character: 26 }, end: { line: 2, character: 29 } } as const;
