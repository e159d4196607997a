import picomatch from 'picomatch';

/** Says of a path below a `.gitignore` file whether the file ignores it; undefined when it says nothing about it. */
export type GitIgnore = (path: string, isFolder: boolean) => boolean | undefined;

interface Pattern {
  readonly matches: (path: string) => boolean;
  readonly foldersOnly: boolean;
  readonly ignores: boolean;
}

/** A dot is a letter like others. */
const OPTIONS = { dot: true, nonegate: true } as const;

/** What means something in other globs, and stands for itself in a pattern of git. */
const PLAIN = /(?<!\\)[{}()+@|]/g;

/** Lines looked at; more is no list that someone keeps. */
const MAX_LINES = 5_000;

/** Reads the text of a `.gitignore` file. A pattern that cannot be read is left out. */
export function readGitIgnore(text: string): GitIgnore {
  const patterns = text.split(/\r?\n/, MAX_LINES).flatMap(patternOf);
  return (path, isFolder) =>
    patterns.findLast(({ matches, foldersOnly }) => (isFolder || !foldersOnly) && matches(path))?.ignores;
}

function patternOf(line: string): Pattern[] {
  const trimmed = line.replace(/(?<!\\)\s+$/, '');
  if (trimmed === '' || trimmed.startsWith('#')) return [];
  const ignores = !trimmed.startsWith('!');
  const body = (ignores ? trimmed : trimmed.slice(1)).replace(/^\\(?=[#!])/, '');
  const foldersOnly = body.endsWith('/');
  const path = foldersOnly ? body.slice(0, -1) : body;
  if (path === '' || path === '/') return [];
  // A slash at the start or in the middle ties the pattern to the folder of the file; without one it holds below it.
  const plain = path.replace(PLAIN, '\\$&');
  const glob = plain.includes('/') ? plain.replace(/^\//, '') : `**/${plain}`;
  try {
    return [{ matches: picomatch(glob, OPTIONS), foldersOnly, ignores }];
  } catch {
    return [];
  }
}
