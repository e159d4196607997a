import { parseDocument } from 'yaml';
import { MAX_FRONT_MATTER_LENGTH } from '../text/limits.ts';

/** Parsed front matter: keys and values of any shape. */
export type FrontMatter = Readonly<Record<string, unknown>>;

let last: { readonly yaml: string; readonly value: FrontMatter | undefined } | undefined;

/**
 * Parses the YAML between the lines `---`; undefined when it is broken, too large or not a list of keys. The last one is
 * kept: that of the draft being written is asked for at each key.
 */
export function parseFrontMatter(yaml: string): FrontMatter | undefined {
  if (yaml.length > MAX_FRONT_MATTER_LENGTH) return undefined;
  if (last?.yaml !== yaml) last = { yaml, value: parse(yaml) };
  return last.value;
}

function parse(yaml: string): FrontMatter | undefined {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent' });
    if (document.errors.length > 0) return undefined;
    const value: unknown = document.toJS();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const OPENING = /^\ufeff?---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*$/m;

/** Where the text behind the front matter begins; behind the byte order mark where there is none. */
export function endOfFrontMatter(text: string): number {
  const opening = OPENING.exec(text.slice(0, 100));
  const closing = opening && /^---[ \t]*(?:\r\n|\r|\n|$)/m.exec(text.slice(opening[0].length));
  if (opening && closing) return opening[0].length + closing.index + closing[0].length;
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** The front matter of a Markdown text, without reading the rest of it. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text.slice(0, 100));
  if (!opening) return undefined;
  const head = text.slice(opening[0].length, opening[0].length + MAX_FRONT_MATTER_LENGTH + 10);
  const closing = CLOSING.exec(head.replaceAll('\r\n', '\n'));
  return closing ? parseFrontMatter(head.replaceAll('\r\n', '\n').slice(0, closing.index)) : undefined;
}
