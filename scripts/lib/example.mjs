/** A copy of the example workspace, so that trying things out changes nothing in the clone. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';

/** The draft of the example. */
export const exampleDraft = 'draft.md';

/** Makes a fresh copy of the example and its sources in the ignored folder `.touchstone` and returns its path. */
export function copyExample(folder = join(root, '.touchstone', 'example')) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'examples', 'pardons'), folder, { recursive: true });
  if (!existsSync(join(folder, 'seeds')))
    cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  return folder;
}
