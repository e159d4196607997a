import { parse as parseToml } from 'smol-toml';
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

/** Parses the TOML between the lines `+++`; undefined when it is broken or too large. */
export function parseTomlFrontMatter(toml: string): FrontMatter | undefined {
  if (toml.length > MAX_FRONT_MATTER_LENGTH) return undefined;
  try {
    return parseToml(toml);
  } catch {
    return undefined;
  }
}

const OPENING = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '---': /^---[ \t]*(?:\r\n|\r|\n|$)/m,
  '+++': /^\+\+\+[ \t]*(?:\r\n|\r|\n|$)/m,
};

/** Where the text behind the front matter begins; behind the byte order mark where there is none. */
export function endOfFrontMatter(text: string): number {
  const opening = OPENING.exec(text.slice(0, 100));
  const closing = opening && CLOSING[opening[1] as string]?.exec(text.slice(opening[0].length));
  if (opening && closing) return opening[0].length + closing.index + closing[0].length;
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** The front matter of a Markdown text, YAML or TOML, without reading the rest of it. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text.slice(0, 100));
  if (!opening) return undefined;
  const end = opening[0].length + MAX_FRONT_MATTER_LENGTH + 10;
  const head = text.slice(opening[0].length, end).replaceAll('\r\n', '\n');
  const fence = opening[1] as string;
  const closing = CLOSING[fence]?.exec(head);
  if (!closing) return undefined;
  const content = head.slice(0, closing.index);
  return fence === '+++' ? parseTomlFrontMatter(content) : parseFrontMatter(content);
}
