import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm } from '../sources/vocabulary.ts';
import { foldName } from '../text/fold.ts';
import { isOneIn } from './claimWords.ts';
import { directedValues } from './direction.ts';

/** Stretches of time that a value may be told for. */
const TIMES = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
]);

/** "80 francs more than": how far two values are apart, which the writer may have worked out. */
function isDifference(claim: LocatedMention<QuantityMention>): boolean {
  const told = directedValues(claim).get(claim.index);
  return told?.role === 'by' && told.form === 'adjective';
}

/** "$242 a month" beside a value that is told for another time, or for none. */
const isOfOtherTime = (draft: QuantityMention, source: QuantityMention): boolean =>
  draft.per !== undefined && source.per !== draft.per && TIMES.has(draft.per);

const namesOf = new WeakMap<AnalysedDocument, ReadonlySet<string>>();

/** Words of all names of a source. */
function nameWordsIn(document: AnalysedDocument): ReadonlySet<string> {
  let words = namesOf.get(document);
  if (!words) {
    words = new Set(
      document.entities.flatMap(({ forms }) => forms.flatMap((form) => foldName(form).split(/\s+/))),
    );
    namesOf.set(document, words);
  }
  return words;
}

/** Words of the names in the claim's sentence; undefined where it has none. */
function namesBeside(claim: LocatedMention): readonly string[] | undefined {
  const mentions = claim.document.blocks[claim.block]?.mentions ?? [];
  const names = claim.context.mentions.flatMap((at) => {
    const mention = mentions[at];
    return mention?.kind === 'name' ? [mention] : [];
  });
  return names.length === 0 ? undefined : names.flatMap(({ words }) => words.map(foldName));
}

/**
 * Tells of a source value whether it may contradict the claim: false where it says nothing against the claim's, however
 * well the words around it agree. What depends on the claim alone is looked at once.
 */
export function contradictionOf(
  claim: LocatedMention<QuantityMention>,
): (source: LocatedMention<QuantityMention>) => boolean {
  const oneIn = isOneIn(claim);
  const difference = isDifference(claim);
  const countsPeople = headTerm(claim.mention.noun) === '=people' && claim.context.heads.size === 0;
  let names: readonly string[] | undefined;
  let hasRead = false;

  /** True when the draft's sentence names only what the source does not, and shares with it but that both count people. */
  function onlyCountsPeople(source: LocatedMention<QuantityMention>): boolean {
    if (!countsPeople) return false;
    for (const term of claim.context.bag)
      if (term !== '=people' && source.context.bag.has(term)) return false;
    if (!hasRead) names = namesBeside(claim);
    hasRead = true;
    const known = nameWordsIn(source.document);
    return names !== undefined && !names.some((word) => known.has(word));
  }

  return (source) =>
    !isOfOtherTime(claim.mention, source.mention) &&
    !onlyCountsPeople(source) &&
    (!oneIn || isOneIn(source)) &&
    (!difference || directedValues(source).get(source.index)?.role === 'by');
}
