import { isCommonWord, isFirstName, isPlace } from '../mentions/lexicon.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import { foldName } from '../text/fold.ts';
import { kept } from '../text/kept.ts';

/** A word of a name as it is compared: folded, without full stops and apostrophes. */
export const plain = kept((word: string): string => foldName(word).replace(/[.'’]/g, ''));

/** True for what is named as a person somewhere in the sources. */
export const isPersonal = ({ mentions }: SourceEntity): boolean =>
  mentions.some(({ mention: { type } }) => type === 'person');

/** The people of whom the sources only ever say one name. */
export function bareNames(entities: readonly SourceEntity[]) {
  const taken = new Set<string>();
  const families = new Set<string>();
  for (const { forms } of entities)
    for (const form of forms)
      if (form.length === 2 || form.length === 3) {
        taken.add(plain(form[0] as string));
        families.add(plain(form.at(-1) as string));
      }
  const single = entities.filter(
    ({ forms, mentions }) =>
      forms.every((f) => f.length === 1) &&
      mentions.some(
        ({ mention: { type, acronym } }) => !acronym && (type === 'person' || type === 'unknown'),
      ) &&
      !isPlace(plain(forms[0]?.[0] ?? '')),
  );
  const givens = single.filter((e) => {
    const word = plain(e.name);
    return isFirstName(word) && !isCommonWord(word) && !taken.has(word) && !families.has(word);
  });
  const surnames = single.filter((e) => !families.has(plain(e.name)) && !isCommonWord(plain(e.name)));
  const surnameHolders = new Map<string, SourceEntity>();
  for (const entity of surnames) {
    const word = plain(entity.forms[0]?.[0] ?? '');
    if (!surnameHolders.has(word)) surnameHolders.set(word, entity);
  }
  const given = new Set(givens.map((e) => plain(e.name)));
  const bySurname = new Set(surnames);
  return {
    /** Given names in full names, as they are compared. */
    taken,
    /** Those of whom only the given name is said. */
    givens,
    isGiven: (word: string): boolean => given.has(word),
    isSurname: (entity: SourceEntity): boolean => bySurname.has(entity),
    /** The first of whom only this surname is said. */
    surname: (word: string): SourceEntity | undefined => surnameHolders.get(word),
  };
}
