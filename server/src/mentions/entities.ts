import type { Entity } from './analysedDocument.ts';
import { isPlace } from './lexicon.ts';
import type { NameMention } from './mention.ts';

/** A name with what stands between it and the name before it in its block, for "European Union (EU)". */
export interface EntityInput {
  readonly mention: NameMention;
  /** Written as "Name (ACRONYM)" with the mention before it. */
  readonly definesPrevious: boolean;
}

/** The entities of a document and the entity of each input name. */
export interface EntityTable {
  readonly entities: readonly Entity[];
  readonly of: readonly number[];
}

/** Names of the same place or body that share no words. */
const SAME: ReadonlyMap<string, string> = new Map(
  (
    'us=united states,usa=united states,america=united states,united states of america=united states,' +
    'uk=united kingdom,britain=united kingdom,great britain=united kingdom,eu=european union,un=united nations,' +
    'uae=united arab emirates,drc=democratic republic of congo,nato=north atlantic treaty organization,' +
    'who=world health organization,imf=international monetary fund,ussr=soviet union'
  )
    .split(',')
    .map((pair) => pair.split('=') as [string, string]),
);

const ASCII = /^[ -~]*$/;

const fold = (word: string): string => {
  const lower = word.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
};

const keys = new WeakMap<readonly string[], string>();

/** Key of a whole name, which stays known while the mention does. */
function keyOf(words: readonly string[]): string {
  let key = keys.get(words);
  if (key === undefined) {
    key = readKey(words);
    keys.set(words, key);
  }
  return key;
}

/** Folded words, a leading article left out. */
function readKey(words: readonly string[]): string {
  const folded = words.map(fold);
  if (folded.length > 1 && folded[0] === 'the') folded.shift();
  const key = folded.join(' ');
  return SAME.get(key) ?? key;
}

/** First letters of the words with a capital: "European Union" → "EU". */
const initialsOf = (words: readonly string[]): string =>
  words
    .filter((word) => word[0] !== word[0]?.toLowerCase())
    .map((word) => word[0])
    .join('');

interface Draft {
  name: string;
  words: readonly string[];
  readonly forms: Set<string>;
  readonly roles: Set<string>;
}

/**
 * Joins the names of a document that stand for the same entity: full name and surname alone, acronym and expansion,
 * "US" and "United States", demonym and place. A surname that two full names share stays with the one seen last.
 */
export function resolveEntities(inputs: readonly EntityInput[]): EntityTable {
  const drafts: Draft[] = [];
  const byKey = new Map<string, number>();
  const bySurname = new Map<string, number>();
  const byGiven = new Map<string, number>();
  const byInitials = new Map<string, number>();

  // Full names first: a headline may say the surname before the text gives the full name.
  inputs.forEach(({ mention }) => {
    const { words } = mention;
    if (words.length < 2 || mention.type === 'demonym') return;
    const key = keyOf(words);
    const initials = initialsOf(words);
    if (initials.length >= 2 && !byInitials.has(initials)) byInitials.set(initials, register(key, mention));
    else register(key, mention);
  });

  function register(key: string, mention: NameMention): number {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const index = drafts.length;
    drafts.push({ name: mention.text, words: mention.words, forms: new Set(), roles: new Set() });
    byKey.set(key, index);
    return index;
  }

  const isPersonLike = (words: readonly string[], mention: NameMention): boolean =>
    words.length >= 2 &&
    words.length <= 4 &&
    (mention.type === 'person' || (mention.type === 'unknown' && words.every(startsWithCapital)));

  // Which full name a lone surname meant at first, for surnames that come before any full name.
  const firstSurname = new Map<string, number>();
  const firstGiven = new Map<string, number>();
  inputs.forEach(({ mention }) => {
    if (!isPersonLike(mention.words, mention)) return;
    const index = byKey.get(keyOf(mention.words)) as number;
    const surname = fold(mention.words[mention.words.length - 1] as string);
    const given = fold(mention.words[0] as string);
    if (!firstSurname.has(surname)) firstSurname.set(surname, index);
    if (!firstGiven.has(given)) firstGiven.set(given, index);
  });

  let previous = -1;
  const of = inputs.map(({ mention, definesPrevious }) => {
    const index = resolve(mention, definesPrevious);
    const draft = drafts[index] as Draft;
    draft.forms.add(mention.text);
    const longer =
      mention.words.length > draft.words.length && mention.type !== 'demonym' && !mention.acronym;
    const expands = isAcronym(draft.name) && !mention.acronym && mention.type !== 'demonym';
    if (longer || expands) {
      draft.name = mention.text;
      draft.words = mention.words;
    }
    if (mention.role) draft.roles.add(mention.role.text);
    previous = index;
    return index;
  });

  function resolve(mention: NameMention, definesPrevious: boolean): number {
    const { words } = mention;
    const key = mention.demonymOf === undefined ? keyOf(words) : keyOf(mention.demonymOf.split(' '));
    if (definesPrevious && previous >= 0) {
      byKey.set(key, previous);
      return previous;
    }
    const known = byKey.get(key);
    if (words.length >= 2) {
      const index = known ?? register(key, mention);
      if (isPersonLike(words, mention)) {
        bySurname.set(fold(words[words.length - 1] as string), index);
        byGiven.set(fold(words[0] as string), index);
      }
      return index;
    }
    if (known !== undefined) return known;
    const single = fold(words[0] ?? mention.text);
    if (mention.acronym) {
      const expansion = byInitials.get((words[0] ?? '').toUpperCase());
      if (expansion !== undefined) return expansion;
    } else if (mention.demonymOf === undefined && !isPlace(single)) {
      const person = bySurname.get(single) ?? firstSurname.get(single);
      if (person !== undefined) return person;
      if (!mention.honorific) {
        const given = byGiven.get(single) ?? firstGiven.get(single);
        if (given !== undefined) return given;
      }
    }
    return register(key, mention);
  }

  return {
    entities: drafts.map(({ name, forms, roles }) => ({ name, forms: [...forms], roles: [...roles] })),
    of,
  };
}

const startsWithCapital = (word: string): boolean => word[0] !== word[0]?.toLowerCase();

const isAcronym = (name: string): boolean => name.length <= 7 && name === name.toUpperCase();
