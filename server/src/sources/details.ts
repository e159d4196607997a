import type { FrontMatter } from '../prose/frontMatter.ts';

/** What the front matter of a source says about it; every part is optional. */
export interface SourceDetails {
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  /** As written. */
  readonly date?: string;
  readonly url?: string;
  /** "en", "en-GB". */
  readonly language?: string;
  /** Weight among the sources, as the writer gives it: 1 is the best. */
  readonly rank?: number;
}

/** Words longer than this are no title or name. */
const MAX_LENGTH = 500;

/** Reads the details of a source; a part of another shape is left out. */
export function readSourceDetails(frontMatter: FrontMatter | undefined): SourceDetails {
  if (!frontMatter) return {};
  const details: Record<string, string | number> = {};
  for (const key of ['title', 'author', 'publisher', 'date', 'url', 'language']) {
    const text = textOf(frontMatter[key]);
    if (text !== undefined) details[key] = text;
  }
  const author = details.author ?? listOf(frontMatter.author ?? frontMatter.authors)?.join(', ');
  if (author !== undefined) details.author = author;
  const language = details.language ?? textOf(frontMatter.lang);
  if (language !== undefined) details.language = language;
  const { rank } = frontMatter;
  if (typeof rank === 'number' && Number.isFinite(rank)) details.rank = rank;
  return details;
}

/** Why a source is not read, when its front matter says that it is not in English; undefined when it is or says nothing. */
export function foreignLanguage({ language }: SourceDetails): string | undefined {
  if (language === undefined || /^en(?:g|glish)?(?:[-_]|$)/i.test(language)) return undefined;
  return `is in another language (“${language}”): only English is read, and nothing is checked against it`;
}

/**
 * Globs of the sources that a draft names in its front matter, relative to the draft; undefined when it names none and
 * is checked against those of its folder.
 */
export function readDraftSources(frontMatter: FrontMatter | undefined): readonly string[] | undefined {
  const named = listOf(frontMatter?.sources);
  return named && named.length > 0 ? named : undefined;
}

function listOf(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const texts = list.map(textOf).filter((text) => text !== undefined);
  return texts.length > 0 ? texts : undefined;
}

/** A value as one line of text; numbers and days are texts too. */
function textOf(value: unknown): string | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text === '' || text.length > MAX_LENGTH ? undefined : text;
}
