import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import { lettersApart } from '../mentions/nameKey.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import { kindOfEntity } from './nameKind.ts';

const POSSESSIVE = /['’]s$/;

/** What the draft writes behind the name. */
const behind = ({ document, block, mention }: LocatedMention<NameMention>): string =>
  (document.blocks[block] as AnalysedBlock).block.text.slice(mention.end, mention.end + 2);

/** "McDonald" for "McDonald's" where the draft has the ending behind the name already. */
const withoutEnding = (name: string, claim: LocatedMention<NameMention>): string =>
  POSSESSIVE.test(behind(claim)) ? name.replace(POSSESSIVE, '') : name;

/** The form of the name that the draft's words are a slip of: "Germany" for "Germanny", "Africans" for "Aflicans". */
export function spellingOf(
  claim: LocatedMention<NameMention>,
  form: readonly string[],
  entity: SourceEntity,
): readonly string[] {
  const { words } = claim.mention;
  const written = words.join(' ');
  const forms = [form, ...entity.forms.filter(({ length }) => length === words.length)];
  const plural =
    written.endsWith('s') && words.length === 1
      ? forms.flatMap(([word]) => (word && !word.endsWith('s') ? [[`${word}s`]] : []))
      : [];
  let best = form;
  let least = lettersApart(written, form.join(' '));
  for (const other of [...forms, ...plural]) {
    const apart = lettersApart(written, other.join(' '));
    if (apart > 0 && apart < least) [best, least] = [other, apart];
  }
  return withoutEnding(best.join(' '), claim).split(' ');
}

/** The source's name as the draft names people: a surname for a surname, the full name for a full name. */
export function nameInPlaceOf(
  claim: LocatedMention<NameMention>,
  name: string,
  entity: SourceEntity | undefined,
): string {
  const full = entity?.name ?? '';
  if (!entity || kindOfEntity(entity) !== 'person') return withoutEnding(name, claim);
  const { words } = claim.mention;
  if (words.length === 1 && name === full) return full.split(' ').at(-1) as string;
  if (words.length > 1 && !name.includes(' ') && full.split(' ').includes(name)) return full;
  return withoutEnding(name, claim);
}
