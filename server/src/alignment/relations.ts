import type { SourceIndex } from '../sources/sourceIndex.ts';
import { contains, overlaps } from '../text/span.ts';
import { createChangeFinder } from './alignChange.ts';
import { createExchangeFinder, type DraftSentence } from './alignExchange.ts';
import type { Alignment } from './alignment.ts';
import { createSuperlativeFinder } from './alignSuperlative.ts';
import type { Binder } from './binding.ts';
import type { NameMatcher } from './nameMatch.ts';
import type { Retrieval } from './retrieval.ts';

/** Puts what a sentence tells wrongly of its values and names together in place of what they are by themselves. */
export type Relate = (alignments: readonly Alignment[], sentence: DraftSentence) => readonly Alignment[];

/** True for a fact that is known to be told wrongly, other than as one of two values that a relation names too. */
const isTaken = ({ verdict, reason }: Alignment): boolean =>
  verdict === 'refuted' && reason.kind !== 'number';

/** Creates what looks at the relations of a sentence; names are asked for only by a sentence that needs them. */
export function createRelations(
  index: SourceIndex,
  matcher: () => NameMatcher,
  binder: Binder,
  retrieval: Retrieval,
): Relate {
  const changes = createChangeFinder(binder, retrieval);
  let ofNames: readonly ((sentence: DraftSentence) => readonly Alignment[])[] | undefined;

  return (alignments, sentence) => {
    if (alignments.length === 0) return alignments;
    const found = [...changes(sentence)];
    if (alignments.some(({ claim }) => claim.mention.kind === 'name')) {
      ofNames ??= [
        createExchangeFinder(index, matcher(), binder, retrieval),
        createSuperlativeFinder(index, matcher(), retrieval),
      ];
      for (const find of ofNames) found.push(...find(sentence));
    }
    let told = alignments;
    for (const alignment of found) {
      const at = told.findIndex(({ claim }) => claim.index === alignment.claim.index);
      const own = told[at];
      if (!own || isTaken(own) || isSaid(alignment, told)) continue;
      told = told.with(at, alignment);
    }
    return told;
  };
}

/** True where another finding of the sentence says so already: its other name is wrong, or its verb. */
function isSaid({ reason }: Alignment, told: readonly Alignment[]): boolean {
  if (reason.kind !== 'exchanged') return false;
  const isFact = told.some(({ claim }) => contains(reason.other, claim.mention));
  return (
    !isFact ||
    told.some(
      ({ claim, verdict, reason: other }) =>
        (verdict === 'refuted' && claim.mention.kind === 'name' && contains(reason.other, claim.mention)) ||
        (other.kind === 'exchanged' && overlaps(other.words, reason.words)) ||
        (other.kind === 'direction' && overlaps(other.draft.word, reason.words)),
    )
  );
}
