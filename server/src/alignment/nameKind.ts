import { isCommonWord, isFirstName, isPlace } from '../mentions/lexicon.ts';
import { hasDemonym } from '../mentions/lexiconDemonyms.ts';
import type { NameMention } from '../mentions/mention.ts';
import type { SourceEntity } from '../sources/entityTable.ts';

/**
 * What a name is the name of, where its own form says so beyond doubt. A kind only ever keeps names apart: "Minsk" is
 * never offered for "Maria"; it never makes a finding by itself.
 */
export type NameKind = 'person' | 'country' | 'organisation';

/** Cities and regions whose people have a name of their own; they are no countries. */
const NO_COUNTRY = new Set('london|paris|berlin|moscow|hong kong|hawaii|texas|california'.split('|'));

/** Wholes and parts of one another: a draft that names the whole is not wrong about the part. */
const CONTINENTS = new Set(
  'europe|asia|africa|america|north america|south america|latin america|soviet union'.split('|'),
);
const BRITISH = new Set(
  'uk|britain|great britain|united kingdom|england|scotland|wales|northern ireland|ireland'.split('|'),
);

/** Mentions of an entity that are looked at for its kind. */
const MOST_MENTIONS = 40;

const placeName = (name: Pick<NameMention, 'text' | 'demonymOf'>): string =>
  (name.demonymOf ?? name.text).toLowerCase().replaceAll('.', '');

const isCountry = (name: NameMention): boolean => {
  const place = placeName(name);
  return hasDemonym(place) && !NO_COUNTRY.has(place);
};

/** A title, a role or a known given name makes a person. */
const isPerson = ({ acronym, type, honorific, role, words }: NameMention): boolean =>
  !acronym &&
  (type === 'person' || type === 'unknown') &&
  (honorific !== undefined ||
    role !== undefined ||
    (words.length >= 2 && words.length <= 4 && isFirstName((words[0] ?? '').toLowerCase())));

function kindOf(names: readonly NameMention[]): NameKind | undefined {
  if (names.some(isCountry)) return 'country';
  if (names.some((n) => n.type === 'demonym')) return undefined;
  const organisations = names.filter((n) => n.acronym || n.type === 'organisation').length;
  if (organisations * 2 > names.length) return 'organisation';
  return organisations === 0 && names.some(isPerson) ? 'person' : undefined;
}

/** True for a single everyday word, which may be no name at all. */
export const isEveryday = (name: NameMention): boolean =>
  name.words.length === 1 &&
  !name.acronym &&
  !name.honorific &&
  isCommonWord((name.words[0] as string).toLowerCase()) &&
  !isCountry(name);

/**
 * Kind of a draft's name by its own form and by the entity that it names in the sources; undefined where the two differ
 * or are in doubt. A bare surname takes the kind of its person.
 */
export function kindOfClaim(name: NameMention, entity: SourceEntity | undefined): NameKind | undefined {
  if (isEveryday(name)) return undefined;
  const own = kindOf([name]);
  if (!entity) return own;
  const kind = kindOfEntity(entity);
  return kind === own || (kind === 'person' && own === undefined) ? kind : undefined;
}

const kinds = new WeakMap<SourceEntity, NameKind | 'doubtful'>();

/** A full name whose last word also stands alone: "Petra Lindqvist" and "Lindqvist". */
function hasSurname(names: readonly NameMention[]): boolean {
  if (names.some((n) => n.acronym || (n.type !== 'person' && n.type !== 'unknown'))) return false;
  const alone = new Set(names.filter((n) => n.words.length === 1).map((n) => n.words[0]));
  return names.some(({ type, words }) => {
    const last = words.at(-1) ?? '';
    return (
      type === 'person' &&
      words.length >= 2 &&
      words.length <= 3 &&
      alone.has(last) &&
      !isCommonWord(last.toLowerCase()) &&
      !isPlace(last.toLowerCase())
    );
  });
}

/** Kind of an entity of the sources by all that is written of it. */
export function kindOfEntity(entity: SourceEntity): NameKind | undefined {
  let kind = kinds.get(entity);
  if (kind === undefined) {
    const names = entity.mentions.slice(0, MOST_MENTIONS).map((m) => m.mention);
    kind = kindOf(names) ?? (hasSurname(names) ? 'person' : 'doubtful');
    kinds.set(entity, kind);
  }
  return kind === 'doubtful' ? undefined : kind;
}

/** True for two countries of which one may be the other seen from farther off ("Britain", "Scotland", "Europe"). */
export function mayContain(
  a: Pick<NameMention, 'text' | 'demonymOf'>,
  b: Pick<NameMention, 'text' | 'demonymOf'>,
): boolean {
  const [x, y] = [placeName(a), placeName(b)];
  return CONTINENTS.has(x) || CONTINENTS.has(y) || (BRITISH.has(x) && BRITISH.has(y));
}
