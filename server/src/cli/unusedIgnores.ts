import { dirname, relative, sep } from 'node:path';
import { readIgnoreFile } from '../config/ignoreFile.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { Ignores } from './project.ts';

/**
 * A sentence for each entry of an ignore file that ignores nothing any more. Only the files for which all drafts were
 * checked are looked at: those in `wholeFolders`.
 */
export function unusedIgnores(
  all: readonly Ignores[],
  wholeFolders: readonly string[],
  show: (path: string) => string,
): readonly string[] {
  const isWhole = ({ path }: Ignores): boolean =>
    wholeFolders.some((folder) => {
      const way = relative(folder, dirname(path));
      return way !== '..' && !way.startsWith(`..${sep}`);
    });
  return all.filter(isWhole).flatMap(({ path, text, used }) => {
    const { ignored = [], spanOf } = readIgnoreFile(text);
    const lines = createLineIndex(text);
    return ignored
      .filter(({ fingerprint }) => !used.has(fingerprint))
      .map(({ fingerprint, rule, text: words }) => {
        const line = lines.position(spanOf(fingerprint)?.start ?? 0).line + 1;
        return `${show(path)}:${line}: there is no ${rule} about “${words}” to ignore any more.`;
      });
  });
}
