import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { TextDocumentSnapshot, TextFormat } from '../prose/document.ts';
import { createMatcher } from '../service/sourceGlobs.ts';
import { type DecodedSource, decodeSource, formatSize } from '../sources/decode.ts';

/** Endings of the files that are taken from a folder. */
const TEXT_FILES = '**/*.{txt,md,markdown}';
/** Largest draft that is read, in bytes: several books. */
export const MAX_DRAFT_SIZE = 5_000_000;

const NEVER = ['**/node_modules/**', '**/.git/**'];

/** A path as a person reads it: from the current folder, with forward slashes. */
export function displayPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return (shown === '' || isAbsolute(shown) ? path : shown).split(sep).join('/');
}

/** Reads one text file; why it cannot be read is in `problem`, in words that follow the file's name. */
export function readTextFile(path: string, limit: number): DecodedSource {
  try {
    const { size } = statSync(path);
    if (size > limit) {
      return { problem: `is larger than the limit (${formatSize(size)}, the limit is ${formatSize(limit)})` };
    }
    return decodeSource(readFileSync(path), limit);
  } catch (error) {
    return { problem: `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})` };
  }
}

/** True for the endings of Markdown files. */
export const isMarkdown = (path: string): boolean =>
  ['.md', '.markdown', '.mdown', '.mkd'].includes(extname(path).toLowerCase());

/** The snapshot that the engine reads; Markdown by the file's ending. */
export function snapshotOf(path: string, text: string): TextDocumentSnapshot {
  const format: TextFormat = isMarkdown(path) ? 'markdown' : 'plaintext';
  return { uri: pathToFileURL(path).href, format, text };
}

/** What a file, folder or glob of the command line stands for; `files` are absolute and sorted. */
export interface Expansion {
  readonly files: readonly string[];
  /** `named`: one file, asked for by its own name. */
  readonly kind: 'named' | 'folder' | 'glob' | 'missing';
}

/** Expands one word of the command line. A name that exists is taken as it is, even with brackets in it. */
export function expand(word: string, cwd: string): Expansion {
  const path = resolve(cwd, word);
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return { files: [path], kind: 'named' };
    return { files: walk([TEXT_FILES], path), kind: 'folder' };
  }
  if (!isDynamicPattern(word)) return { files: [], kind: 'missing' };
  return { files: walk([word.split(sep).join('/')], cwd), kind: 'glob' };
}

/** Files under `folder` that match one of the globs: absolute, each once, and sorted. */
export function walk(globs: readonly string[], folder: string): readonly string[] {
  const options = { cwd: folder, absolute: true, expandDirectories: false, ignore: NEVER };
  return withoutLinkedAgain(globSync([...globs], options).map((file) => resolve(file))).sort();
}

/** A folder and the folders below it; nothing when there is none. Links are not followed. */
export function foldersUnder(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const below = globSync(['**/'], {
    cwd: folder,
    absolute: true,
    onlyDirectories: true,
    ignore: NEVER,
    followSymbolicLinks: false,
  });
  return [folder, ...below.map((path) => resolve(path))];
}

/** Each file once, by its shortest path: links may lead to a file in several ways, and round in circles. */
function withoutLinkedAgain(files: readonly string[]): string[] {
  const byFile = new Map<string, string>();
  for (const file of files.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const real = realPath(file);
    if (!byFile.has(real)) byFile.set(real, file);
  }
  return [...byFile.values()];
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** True when a path, relative to the folder of the globs, matches one; a glob that starts with "!" takes it out again. */
export const matches = (globs: readonly string[], path: string): boolean => createMatcher(globs)(path);

/** The nearest folder at or above `start` that has a folder `name`. */
export function folderWith(name: string, start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, name);
    if (existsSync(candidate) && statSync(candidate).isDirectory()) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
