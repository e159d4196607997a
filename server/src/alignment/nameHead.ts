import { isGroundWord } from '../mentions/lexiconNames.ts';
import type { NameMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { foldName } from '../text/fold.ts';
import type { Binder } from './binding.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

/** More words that say what kind of place a name is of. */
const MORE_HEADS: ReadonlySet<string> = new Set(
  'falls house point green farm mill creek wood moor cross'.split(' '),
);

const isHead = (word: string | undefined): boolean =>
  word !== undefined && (isGroundWord(word.toLowerCase()) || MORE_HEADS.has(word.toLowerCase()));

/**
 * The place of the sources that the draft names with another word for its kind: "Kessler Falls" for "Kessler Bay". Only
 * where the sources have no other name with its first word, and a near sentence tells of it what the draft's tells.
 */
export function otherHeadOf(
  claim: LocatedMention<NameMention>,
  { entities }: SourceIndex,
  binder: Binder,
  retrieval: Retrieval,
): LocatedMention<NameMention> | undefined {
  const [first, head, ...rest] = claim.mention.words;
  if (first === undefined || !isHead(head) || rest.length > 0) return undefined;
  const [entity, ...others] = entities.withWord(foldName(first));
  if (!entity || others.length > 0) return undefined;
  const isOther = (form: readonly string[]): boolean =>
    form.length === 2 && foldName(form[0] as string) === foldName(first) && isHead(form[1]);
  if (!entity.forms.every(isOther)) return undefined;
  const near = retrieval.near(claim.context);
  return entity.mentions.find(
    (m) => near.has(m.context) && binder.bind(claim, m).score >= THRESHOLDS.placeHead,
  );
}
