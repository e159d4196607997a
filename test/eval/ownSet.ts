import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item, LabelledError } from './item.ts';

/**
 * The project's own evaluation set: a folder a kind of text, a file a source. A file holds sections headed `-- name --`:
 * first `-- source --`, then drafts. A slip is marked inside its draft as `[[wrong|right|kind]]`, `right` being empty for
 * a figure that the source has nothing for; a draft without a mark agrees with the source.
 */
export function readOwnSet(folder: string): readonly OwnItem[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((genre) =>
      readdirSync(join(folder, genre))
        .sort()
        .flatMap((file) => parseSource(genre, file, readFileSync(join(folder, genre, file), 'utf8'))),
    );
}

/** One draft of the own set; `genre` is the folder's name. */
export interface OwnItem extends Item {
  readonly source: string;
  readonly genre: string;
  readonly errors: readonly LabelledError[];
}

/** Kinds of slip, and the type of fact that each one spoils. */
export const SLIPS = {
  count: 'number',
  'other value': 'number',
  unit: 'number',
  scale: 'number',
  comparator: 'number',
  invented: 'number',
  date: 'date',
  weekday: 'date',
  'other year': 'date',
  spelling: 'name',
  'crossed names': 'name',
  'wrong person': 'name',
  place: 'name',
  quote: 'quote',
  'dropped not': 'quote',
  speaker: 'name',
} as const satisfies Record<string, LabelledError['type']>;

type Slip = keyof typeof SLIPS;

const HEAD = /^-- (.+) --$/;
const MARK = /\[\[([^|[\]]*)\|([^|[\]]*)\|([^|[\]]*)\]\]/;

/** Reads the drafts of one file; throws, naming the place, where the file is not in form. */
export function parseSource(genre: string, file: string, text: string): readonly OwnItem[] {
  const article = `${genre}/${file.replace(/\.\w+$/, '')}`;
  const [source, ...drafts] = sections(text);
  if (source?.name !== 'source') throw new Error(`${article} does not begin with “-- source --”`);
  return drafts.map(({ name, text: marked }) => {
    const id = `${article}: ${name}`;
    const { draft, errors } = readMarks(id, marked, source.text);
    return {
      id,
      genre,
      dataset: `own ${genre}`,
      skey: article,
      source: source.text,
      draft,
      label: errors.length > 0 ? 'inconsistent' : 'consistent',
      errors,
      ...(file.endsWith('.md') ? { format: 'markdown' as const } : {}),
    };
  });
}

function sections(text: string): readonly { readonly name: string; readonly text: string }[] {
  const found: { name: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const name = HEAD.exec(line)?.[1];
    if (name !== undefined) found.push({ name, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ name, lines }) => ({ name, text: `${lines.join('\n').trim()}\n` }));
}

function readMarks(id: string, marked: string, source: string) {
  const errors: LabelledError[] = [];
  let draft = marked;
  for (let mark = MARK.exec(draft); mark; mark = MARK.exec(draft)) {
    const [all, wrong = '', right = '', slip = ''] = mark;
    if (!(slip in SLIPS)) throw new Error(`${id}: “${slip}” is no kind of slip`);
    const start = mark.index;
    draft = draft.slice(0, start) + wrong + draft.slice(start + all.length);
    errors.push({
      start,
      end: start + wrong.length,
      text: wrong,
      type: SLIPS[slip as Slip],
      ...(right === '' ? {} : { correct: right }),
      in_source: holds(source, wrong),
      // the scorer knows a wrong speaker by this name, and lets the finding stand on the quotation beside it
      sub: slip === 'speaker' ? 'quote_misattr' : slip,
    });
  }
  if (/\[\[|\]\]/.test(draft)) throw new Error(`${id}: a mark is not in form`);
  return { draft, errors };
}

/** True when the source holds the words, not inside longer words or numbers. */
function holds(source: string, words: string): boolean {
  const wordLike = /[\p{L}\p{N}]/u;
  for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1)) {
    const before = source[at - 1] ?? ' ';
    const after = source[at + words.length] ?? ' ';
    if (!wordLike.test(before) && !wordLike.test(after)) return true;
  }
  return false;
}
