/** The folder the suite works in: the repository's own source article and a few drafts. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/commands.mjs';

const DRAFTS = {
  // One slip: the source has 123.
  'draft.md':
    '# The pardons\n\nLukashenko has pardoned **132** individuals. The move was announced on December 13, 2025.\n',
  // Nothing wrong; the tests type into it.
  'clean.md': 'Lukashenko has pardoned 123 individuals.\n',
};

/** Fills `folder`, which must not exist yet, and returns it. */
export function createWorkspace(folder) {
  mkdirSync(join(folder, 'seeds'), { recursive: true });
  cpSync(join(root, 'seeds', 'lukashenko-pardons.txt'), join(folder, 'seeds', 'lukashenko-pardons.txt'));
  for (const [name, text] of Object.entries(DRAFTS)) writeFileSync(join(folder, name), text);
  return folder;
}
