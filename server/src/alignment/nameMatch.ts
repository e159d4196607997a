import { isFirstName } from '../mentions/lexicon.ts';
import { placeOfDemonym } from '../mentions/lexiconDemonyms.ts';
import type { NameMention } from '../mentions/mention.ts';
import { lettersApart, sameName } from '../mentions/nameKey.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import { comparableWords } from '../sources/passageIndex.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { foldName } from '../text/fold.ts';
import { once } from '../text/once.ts';
import { bareNames, isPersonal, plain } from './bareNames.ts';
import { createNameIndex } from './nameIndex.ts';

/** What the sources know about a name of the draft. */
export type NameLookup =
  | { readonly kind: 'known'; readonly entities: readonly SourceEntity[]; readonly variant: boolean }
  /** The words stand in a source, though not as a recognised name. */
  | { readonly kind: 'present'; readonly passage: number; readonly at: number }
  /** First and last name belong to two different people of the sources. */
  | { readonly kind: 'crossed'; readonly entity: SourceEntity; readonly word: number; readonly name?: string }
  /** The surname is known, with another given name. */
  | { readonly kind: 'otherGiven'; readonly entity: SourceEntity }
  | { readonly kind: 'misspelled'; readonly entity: SourceEntity; readonly form: readonly string[] }
  | { readonly kind: 'unknown' };

/** Looks names up in the sources by identity; spelling variants and short forms count as the same. */
export interface NameMatcher {
  lookup(words: readonly string[], mention?: NameMention): NameLookup;
  /** True when the two names, given as text, can name the same person or thing. */
  sameEntity(a: string, b: string): boolean;
}

/** Shortest given name that one other letter does not make another one, where no source says it. */
const LETTER_OFF = 5;

/** Pairs of names about which is kept whether they can name the same. */
const MOST_PAIRS = 100_000;

const PARTICLES = new Set('of the and for de la du van von der den al el bin ibn a in'.split(' '));

/** The entities that a look-up leads to; a misspelled name leads to the one that is meant. */
const entitiesOf = (found: NameLookup): readonly SourceEntity[] =>
  found.kind === 'known' ? found.entities : found.kind === 'misspelled' ? [found.entity] : [];

/** Names of one thing that share no letters in order; one row a thing. */
const ALIASES: readonly (readonly string[])[] = [
  ['uk', 'britain', 'great britain', 'united kingdom'],
  ['us', 'usa', 'america', 'united states', 'united states of america'],
  ['uae', 'emirates', 'united arab emirates'],
  ['myanmar', 'burma'],
  ['ivory coast', "cote d'ivoire"],
  ['czechia', 'czech republic'],
  ['netherlands', 'holland'],
  ['wall street journal', 'wsj'],
];

/** Number of the row that a name stands in, by its folded words. */
type AliasTable = ReadonlyMap<string, number>;

const aliasKey = (words: readonly string[]): string => words.map(plain).join(' ');

const aliasTable = (more: readonly (readonly string[])[]): AliasTable =>
  new Map(
    [...ALIASES, ...more].flatMap((row, i) => row.map((name) => [aliasKey(wordsOf(name)), i] as const)),
  );

const initialsOf = (form: readonly string[]): string =>
  form
    .filter((w) => !PARTICLES.has(w.toLowerCase()))
    .map((w) => w[0]?.toUpperCase() ?? '')
    .join('');

const wordsOf = (name: string): string[] => name.split(/\s+/).filter(Boolean);

/** True when every word of `part` stands in `whole`, in order. */
function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let i = 0;
  for (const word of whole) if (i < part.length && plain(word) === plain(part[i] as string)) i++;
  return i === part.length;
}

const isInitial = (word: string): boolean => /^\p{Lu}\.?$/u.test(word);

/** "J. Coale" or "John M. Coale" for "John Coale". */
function fitsWithInitials(a: readonly string[], b: readonly string[]): boolean {
  if (plain(a.at(-1) ?? '') !== plain(b.at(-1) ?? '')) return false;
  const givenA = a.slice(0, -1).filter((w) => !isInitial(w));
  const givenB = b.slice(0, -1).filter((w) => !isInitial(w));
  if (givenA.length === 0 || givenB.length === 0) {
    const x = a[0]?.[0]?.toLowerCase();
    return a.length < 2 || b.length < 2 || x === b[0]?.[0]?.toLowerCase();
  }
  return isSubsequence(givenA, givenB) || isSubsequence(givenB, givenA);
}

/** True when two word lists are forms of one name: equal, one inside the other, acronym and expansion, or a variant. */
function fits(
  a: readonly string[],
  b: readonly string[],
  aliases: AliasTable,
): 'same' | 'variant' | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  if (isSubsequence(a, b) || isSubsequence(b, a)) return 'same';
  const alias = aliases.get(aliasKey(a));
  if (alias !== undefined && alias === aliases.get(aliasKey(b))) return 'same';
  const short = a.length === 1 ? a : b.length === 1 ? b : undefined;
  if (short) {
    const letters = (short[0] as string).replaceAll('.', '');
    const long = short === a ? b : a;
    if (letters.length >= 2 && letters === letters.toUpperCase() && initialsOf(long) === letters)
      return 'same';
  }
  if (a.length > 1 && b.length > 1 && fitsWithInitials(a, b)) return 'same';
  if (a.length === b.length) {
    const kinds = a.map((w, i) => sameName([w], [b[i] as string]));
    if (kinds.every((k) => k === 'same' || k === 'variant')) return 'variant';
  } else if (a.length === 1 || b.length === 1) {
    const kind = sameName([a.at(-1) as string], [b.at(-1) as string]);
    if (kind === 'variant') return 'variant';
  }
  return undefined;
}

/** Creates the matcher over the entities of one source index; each row of `sameNames` names one thing. */
export function createNameMatcher(
  index: SourceIndex,
  sameNames: readonly (readonly string[])[] = [],
): NameMatcher {
  const aliases = aliasTable(sameNames);
  const { entities } = index.entities;
  const memo = new Map<string, NameLookup>();
  const bareOnes = once(() => bareNames(entities));
  const likeness = once(() =>
    createNameIndex(index.entities, { initialsOf, rowOf: (form) => aliases.get(aliasKey(form)) }),
  );

  /**
   * The draft writes more of a name than the source does: an acronym written out, an initial, a middle name, or a given
   * name where the source has the bare surname only. Words before a full name make another name.
   */
  function isWider(words: readonly string[], form: readonly string[], entity: SourceEntity): boolean {
    if (fits(words, form, aliases) !== 'same') return false;
    if (!isSubsequence(form, words)) return !isSpelledOut(words, form, entity);
    if (form.length === 1)
      return entity.forms.every((f) => f.length === 1) && plain(words.at(-1) ?? '') === plain(form[0] ?? '');
    return (
      plain(form[0] ?? '') === plain(words[0] ?? '') ||
      words.every((w) => index.passages.places(foldName(w)).length > 0)
    );
  }

  /** "VHP" written out in other words than the sources do: the letters of an acronym prove nothing then. */
  const isSpelledOut = (words: readonly string[], form: readonly string[], entity: SourceEntity): boolean =>
    form.length === 1 &&
    entity.forms.some((f) => f.length === words.length && initialsOf(f) === initialsOf(words));

  /** A spelling variant of a form of the same length, an alias, or an acronym and its expansion. */
  function isLoose(words: readonly string[], form: readonly string[], entity: SourceEntity): boolean {
    const relation = fits(words, form, aliases);
    if (relation === 'same') return !isSubsequence(form, words) && !isSpelledOut(words, form, entity);
    return (
      relation === 'variant' && (form.length === words.length || entity.forms.every((f) => f.length === 1))
    );
  }

  function known(words: readonly string[]): NameLookup | undefined {
    const near = new Set(words.flatMap((w) => index.entities.withWord(w)));
    const same = [...near].filter((e) => e.forms.some((f) => isSubsequence(words, f)));
    if (same.length > 0) return { kind: 'known', entities: same, variant: false };
    const wider = [...near].filter((e) => e.forms.some((f) => isWider(words, f, e)));
    if (wider.length > 0) return { kind: 'known', entities: wider, variant: false };
    // a word that is itself a name of the sources is no spelling of another one
    if (words.every((w) => index.entities.withWord(w).length > 0)) return undefined;
    const loose = likeness()
      .formsOf(words)
      .filter((e) => e.forms.some((f) => isLoose(words, f, e)));
    return loose.length > 0 ? { kind: 'known', entities: loose, variant: true } : undefined;
  }

  function present(words: readonly string[]): NameLookup | undefined {
    const folded = words.flatMap((w) => comparableWords(w).map((part) => part.word));
    if (!folded[0]) return undefined;
    for (const { passage, at } of index.passages.places(folded[0])) {
      const source = index.passages.passages[passage];
      if (folded.every((w, k) => source?.word(at + k) === w)) return { kind: 'present', passage, at };
    }
    return undefined;
  }

  function crossed(words: readonly string[]): NameLookup | undefined {
    if (words.length !== 2) return undefined;
    const [given, family] = words as [string, string];
    const owner = likeness().named(family);
    if (owner.length !== 1) return undefined;
    const entity = owner[0] as SourceEntity;
    const form = entity.forms.find(
      (f) => f.length === 2 && plain(f[1] as string) === plain(family),
    ) as readonly string[];
    const own = form[0] as string;
    // "Mal" for "Malachi": a short form of the same given name
    const short = plain(own).startsWith(plain(given)) || plain(given).startsWith(plain(own));
    if (short) return { kind: 'known', entities: [entity], variant: true };
    if (sameName([given], [own]) !== 'different') return undefined;
    // "Petar Rees" for the only Rees, where nobody is called Petar
    const isLetterOff = given.length >= LETTER_OFF && lettersApart(given, own) === 1;
    if (isLetterOff && index.passages.places(foldName(given)).length === 0)
      return { kind: 'misspelled', entity, form };
    const giver = likeness()
      .called(given)
      .some((e) => e !== entity);
    if (giver) return { kind: 'crossed', entity, word: 0 };
    return { kind: 'otherGiven', entity };
  }

  function misspelled(words: readonly string[]): NameLookup | undefined {
    const found = new Map<SourceEntity, readonly string[]>();
    for (const entity of likeness().slipsOf(words)) {
      for (const form of entity.forms) {
        if (form.length !== words.length) continue;
        if (sameName(words, form) === 'misspelling') {
          if (!found.has(entity)) found.set(entity, form);
        }
      }
    }
    if (found.size === 0) return surnameMisspelled(words) ?? loneSurname(words);
    const [[entity, form]] = [...found] as [[SourceEntity, readonly string[]]];
    // "Stoke" may be the town and the club: it is one spelling all the same
    const spellings = new Set([...found.values()].map((f) => f.map(plain).join(' ')));
    return spellings.size === 1 ? { kind: 'misspelled', entity, form } : undefined;
  }

  /** "Myndoljevic" for somebody whom the sources only ever name in full. */
  function loneSurname(words: readonly string[]): NameLookup | undefined {
    const [family] = words;
    if (words.length !== 1 || !family) return undefined;
    const found = new Map<string, SourceEntity>();
    for (const entity of likeness().slipsOf(words))
      for (const form of entity.forms) {
        const last = form.at(-1) as string;
        if (
          form.length > 1 &&
          form.length < 4 &&
          isPersonal(entity) &&
          sameName(words, [last]) === 'misspelling'
        )
          found.set(last, entity);
      }
    if (found.size !== 1) return undefined;
    const [[last, entity]] = [...found] as [[string, SourceEntity]];
    return { kind: 'misspelled', entity, form: [last] };
  }

  /** "Bob Howdan", where the sources only ever say "Howden". */
  function surnameMisspelled(words: readonly string[]): NameLookup | undefined {
    const [given, family] = words;
    if (words.length !== 2 || !given || !family || !isFirstName(given.toLowerCase())) return undefined;
    if (index.passages.places(foldName(family)).length > 0) return undefined;
    const found = likeness()
      .slipsOf([family])
      .filter((e) => bareOnes().isSurname(e) && sameName([family], e.forms[0] ?? []) === 'misspelling');
    const [entity] = found;
    if (found.length > 1) return undefined;
    if (entity) return { kind: 'misspelled', entity, form: [given, entity.forms[0]?.[0] as string] };
    // "Daniel O'Donnel", where the sources say "Margo O'Donnell" and "Daniel"
    if (index.passages.places(foldName(given)).length === 0) return undefined;
    const relative = loneSurname([family]);
    return relative?.kind === 'misspelled' ? { ...relative, form: [given, ...relative.form] } : undefined;
  }

  /**
   * The sources give a person's names apart ("Halfpenny said …", "Leigh is …"), and the draft's given name is another
   * person's ("Richard Holland") or a slip for the right one.
   */
  function crossedBare(words: readonly string[]): NameLookup | undefined {
    const [given, family] = words;
    if (words.length !== 2 || !given || !family) return undefined;
    const bare = bareOnes();
    const entity = bare.surname(plain(family));
    if (!entity) return undefined;
    const own = plain(given);
    if (bare.isGiven(own)) return undefined;
    const isSaid = index.passages.places(foldName(given)).length > 0;
    const slips = bare.givens.filter(
      (e) =>
        e !== entity &&
        (sameName([given], [e.name]) === 'misspelling' ||
          (!isSaid && own.length >= LETTER_OFF && lettersApart(given, e.name) === 1)),
    );
    const slip = slips.length === 1 ? slips[0] : undefined;
    if (slip) return { kind: 'misspelled', entity, form: [slip.name, family] };
    const others = bare.givens.filter((e) => e !== entity);
    if (!bare.taken.has(own) || others.length === 0) return undefined;
    const name = others.length === 1 ? `${others[0]?.name} ${family}` : entity.name;
    return { kind: 'crossed', entity, word: 0, name };
  }

  /** A place by the row of its names, or by its folded name. */
  const placeKey = (words: readonly string[]): number | string =>
    aliases.get(aliasKey(words)) ?? foldName(words.join(' '));

  /** The people of a place, who are named first. */
  const peoples = once(() => {
    const found = new Map<number | string, SourceEntity | undefined>();
    for (const name of index.names) {
      const place = name.mention.demonymOf;
      if (place === undefined || found.has(placeKey(wordsOf(place)))) continue;
      found.set(placeKey(wordsOf(place)), index.entities.of(name));
    }
    return found;
  });

  const searched = new Map<string, NameLookup>();

  function search(words: readonly string[]): NameLookup {
    const key = words.join(' ');
    let found = searched.get(key);
    if (!found) {
      found = crossedBare(words) ??
        known(words) ??
        present(words) ??
        misspelled(words) ??
        crossed(words) ?? { kind: 'unknown' };
      searched.set(key, found);
    }
    return found;
  }

  function canBeSame(a: string, b: string): boolean {
    const x = wordsOf(a);
    const y = wordsOf(b);
    if (fits(x, y, aliases)) return true;
    const left = entitiesOf(search(x));
    const right = entitiesOf(search(y));
    return left.some((e) => right.includes(e));
  }

  /** Answers by the second name and the first: a draft asks about the same two names again and again. */
  const pairs = new Map<string, Map<string, boolean>>();
  let pairCount = 0;

  return {
    lookup(words, mention) {
      const key = `${words.join(' ')}|${mention?.demonymOf ?? ''}`;
      const cached = memo.get(key);
      if (cached) return cached;
      let result = search(words);
      if (result.kind !== 'known' && (words.length === 1 || mention?.demonymOf !== undefined)) {
        const place = mention?.demonymOf ?? placeOfDemonym(words[0] as string);
        const home = place ? search(wordsOf(place)) : undefined;
        if (home && (home.kind === 'known' || home.kind === 'present')) result = home;
        else if (result.kind !== 'present') {
          const entity = peoples().get(placeKey(words));
          if (entity) result = { kind: 'known', entities: [entity], variant: true };
        }
      }
      memo.set(key, result);
      return result;
    },
    sameEntity(a, b) {
      let answers = pairs.get(b);
      let answer = answers?.get(a);
      if (answer !== undefined) return answer;
      answer = canBeSame(a, b);
      if (++pairCount > MOST_PAIRS) {
        pairs.clear();
        pairCount = 1;
        answers = undefined;
      }
      if (!answers) {
        answers = new Map();
        pairs.set(b, answers);
      }
      answers.set(a, answer);
      return answer;
    },
  };
}
