import { exact } from '../text/exact.ts';
import type { Entity } from './analysedDocument.ts';
import { isPlace } from './lexicon.ts';
import type { NameMention } from './mention.ts';

/** A name with all that decides which entity it stands for. */
export interface EntityInput {
  readonly mention: NameMention;
  /** Written as "Name (ACRONYM)" with the mention before it. */
  readonly definesPrevious: boolean;
  /** Key of the whole name, as it is written. */
  readonly written: string;
  /** The same, of the place for a demonym. */
  readonly key: string;
  /** First letters of a full name; empty for any other. */
  readonly initials: string;
  /** Folded first and last word of a full name of a person; absent for any other. */
  readonly person?: { readonly given: string; readonly surname: string };
  /** A lone word, folded. */
  readonly single: string;
  readonly acronym: string;
  /** A lone word may be the surname or the given name of a person. */
  readonly mayBePerson: boolean;
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

/** Folded words, a leading article left out. */
function keyOf(words: readonly string[]): string {
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

/** Reads out of a name, once, what decides its entity; the rest is looked up. */
export function entityInput(mention: NameMention, definesPrevious: boolean): EntityInput {
  const { words } = mention;
  const isFull = words.length >= 2;
  const isPerson =
    isFull &&
    words.length <= 4 &&
    (mention.type === 'person' || (mention.type === 'unknown' && words.every(startsWithCapital)));
  const written = keyOf(words);
  const single = isFull ? '' : fold(words[0] ?? mention.text);
  return {
    mention,
    definesPrevious,
    written,
    key: mention.demonymOf === undefined ? written : keyOf(mention.demonymOf.split(' ')),
    initials: isFull && mention.type !== 'demonym' ? initialsOf(words) : '',
    ...(isPerson && {
      person: { given: fold(words[0] as string), surname: fold(words[words.length - 1] as string) },
    }),
    single,
    acronym: mention.acronym ? (words[0] ?? '').toUpperCase() : '',
    mayBePerson: !isFull && mention.demonymOf === undefined && !isPlace(single),
  };
}

interface Draft {
  name: string;
  words: readonly string[];
  readonly forms: WordList;
  readonly roles: WordList;
}

/** Texts without repeats, in the order in which they came. */
interface WordList {
  readonly texts: string[];
  /** The same, once they are many. */
  known: Set<string> | undefined;
}

/** Few names have more forms than this; a set for each name of a document would cost more than it saves. */
const FEW = 12;

const createList = (): WordList => ({ texts: [], known: undefined });

function addTo(list: WordList, text: string): void {
  if (list.known ? list.known.has(text) : list.texts.includes(text)) return;
  list.texts.push(text);
  list.known?.add(text);
  if (list.texts.length === FEW) list.known = new Set(list.texts);
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
  // Which full name a lone surname meant at first, for surnames that come before any full name.
  const firstSurname = new Map<string, number>();
  const firstGiven = new Map<string, number>();

  // Full names first: a headline may say the surname before the text gives the full name.
  for (const { mention, written, initials } of inputs) {
    if (mention.words.length < 2 || mention.type === 'demonym') continue;
    const index = register(written, mention);
    if (initials.length >= 2 && !byInitials.has(initials)) byInitials.set(initials, index);
  }

  function register(key: string, mention: NameMention): number {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const index = drafts.length;
    drafts.push({ name: mention.text, words: mention.words, forms: createList(), roles: createList() });
    byKey.set(key, index);
    return index;
  }

  for (const { written, person } of inputs) {
    if (!person) continue;
    const index = byKey.get(written) as number;
    if (!firstSurname.has(person.surname)) firstSurname.set(person.surname, index);
    if (!firstGiven.has(person.given)) firstGiven.set(person.given, index);
  }

  let previous = -1;
  const of = inputs.map((input) => {
    const { mention } = input;
    const index = resolve(input);
    const draft = drafts[index] as Draft;
    addTo(draft.forms, mention.text);
    const longer =
      mention.words.length > draft.words.length && mention.type !== 'demonym' && !mention.acronym;
    const expands = isAcronym(draft.name) && !mention.acronym && mention.type !== 'demonym';
    if (longer || expands) {
      draft.name = mention.text;
      draft.words = mention.words;
    }
    if (mention.role) addTo(draft.roles, mention.role.text);
    previous = index;
    return index;
  });

  function resolve({ mention, definesPrevious, key, person, single, acronym, mayBePerson }: EntityInput) {
    if (definesPrevious && previous >= 0) {
      byKey.set(key, previous);
      return previous;
    }
    const known = byKey.get(key);
    if (mention.words.length >= 2) {
      const index = known ?? register(key, mention);
      if (person) {
        bySurname.set(person.surname, index);
        byGiven.set(person.given, index);
      }
      return index;
    }
    if (known !== undefined) return known;
    if (mention.acronym) {
      const expansion = byInitials.get(acronym);
      if (expansion !== undefined) return expansion;
    } else if (mayBePerson) {
      const surnamed = bySurname.get(single) ?? firstSurname.get(single);
      if (surnamed !== undefined) return surnamed;
      if (!mention.honorific) {
        const given = byGiven.get(single) ?? firstGiven.get(single);
        if (given !== undefined) return given;
      }
    }
    return register(key, mention);
  }

  return {
    entities: drafts.map(({ name, forms, roles }) => ({
      name,
      forms: exact(forms.texts),
      roles: exact(roles.texts),
    })),
    of,
  };
}

const startsWithCapital = (word: string): boolean => word[0] !== word[0]?.toLowerCase();

const isAcronym = (name: string): boolean => name.length <= 7 && name === name.toUpperCase();
