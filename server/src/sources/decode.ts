import { t } from '../l10n/message.ts';

/** A source's text, or the reason why it cannot be one, in words that follow its name: "is empty". */
export type DecodedSource = { readonly text: string } | { readonly problem: string };

const decoders = {
  utf8: new TextDecoder('utf-8', { fatal: true }),
  utf16le: new TextDecoder('utf-16le', { fatal: true }),
  utf16be: new TextDecoder('utf-16be', { fatal: true }),
};

/**
 * Decides whether `bytes` are a text that can be read, and decodes it. `limit` is in bytes. UTF-8 with or without a
 * byte order mark, and UTF-16 with one; the mark is not part of the text, so offsets are those an editor counts.
 */
export function decodeSource(bytes: Uint8Array, limit: number): DecodedSource {
  if (bytes.length > limit) {
    return {
      problem: t(
        'is larger than the limit ({0}, the limit is {1})',
        formatSize(bytes.length),
        formatSize(limit),
      ),
    };
  }
  const encoding = encodingOf(bytes);
  if (encoding === 'utf8' && bytes.includes(0))
    return { problem: t('is not a text file (it contains NUL bytes)') };
  let text: string;
  try {
    text = decoders[encoding].decode(bytes);
  } catch {
    return { problem: t('is not valid UTF-8 text (save it as UTF-8)') };
  }
  return text.trim() === '' ? { problem: t('is empty') } : { text };
}

/** True for the reason that a text has nothing in it. */
export const isEmptyProblem = (problem: string): boolean => problem === t('is empty');

function encodingOf(bytes: Uint8Array): keyof typeof decoders {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  return 'utf8';
}

/** A number of bytes in the unit that a reader expects: "312 bytes", "4.8 KB", "5 MB". */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return t('{0} bytes', bytes);
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toFixed(1).replace(/\.0$/, '')} ${unit}`;
}
