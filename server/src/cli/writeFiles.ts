import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeSource } from '../sources/decode.ts';

/** Why a file was not written, in words that follow its name; undefined when it was. */
export type WriteProblem = string | undefined;

const UTF16_LE = [0xff, 0xfe];
const UTF16_BE = [0xfe, 0xff];
const UTF8 = [0xef, 0xbb, 0xbf];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** A text in the encoding of the bytes it replaces, byte order mark included. */
export function encodeLike(text: string, before: Uint8Array): Uint8Array {
  if (startsWith(before, UTF16_LE)) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (startsWith(before, UTF16_BE)) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(startsWith(before, UTF8) ? `\ufeff${text}` : text, 'utf8');
}

/**
 * Puts `after` in place of `before` in a file, whole or not at all: the text is written beside it and renamed. Mode,
 * owner, encoding and a symbolic link to the file stay; a file that no longer holds `before` is left alone.
 */
export function replaceText(path: string, before: string, after: string): WriteProblem {
  try {
    const bytes = readFileSync(path);
    const now = decodeSource(bytes, Number.POSITIVE_INFINITY);
    if (!('text' in now) || now.text !== before)
      return 'has changed while it was checked, so it was left alone; run the command again';
    writeWhole(path, encodeLike(after, bytes));
    return undefined;
  } catch (error) {
    return `cannot be written (${codeOf(error)}), so it was left as it is`;
  }
}

/** Writes a file of our own, whole or not at all. */
export function writeText(path: string, text: string): WriteProblem {
  try {
    writeWhole(path, Buffer.from(text, 'utf8'));
    return undefined;
  } catch (error) {
    return `cannot be written (${codeOf(error)})`;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** The temporary file stands in the same folder, for a rename is whole only within one file system. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const before = statSync(path, { throwIfNoEntry: false });
  if (before && !before.isFile()) {
    // A pipe or a device: there is nothing to put in its place.
    writeFileSync(path, bytes);
    return;
  }
  const target = before ? realpathSync(path) : path;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const file = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, bytes);
      fchmodSync(file, before ? before.mode & 0o7777 : 0o666 & ~process.umask());
      if (before && (before.uid !== process.getuid?.() || before.gid !== process.getgid?.()))
        keepOwner(file, before.uid, before.gid);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only a privileged user may give a file away; for others it becomes their own, as with any editor. */
function keepOwner(file: number, user: number, group: number): void {
  try {
    fchownSync(file, user, group);
  } catch {
    // Left to the one who runs the command.
  }
}
