import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { DateMention, QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { DraftSentence } from './alignExchange.ts';
import { type Alignment, placeOf } from './alignment.ts';
import type { Binder } from './binding.ts';
import { compareDate, resolveDate } from './compareDate.ts';
import { compareQuantity } from './compareQuantity.ts';
import { type Path, pathsIn } from './paths.ts';
import type { Retrieval } from './retrieval.ts';
import { THRESHOLDS } from './weights.ts';

type Quantity = LocatedMention<QuantityMention>;

const isSame = (a: QuantityMention, b: QuantityMention): boolean => {
  const comparison = compareQuantity(a, b);
  return comparison.kind === 'agrees' && comparison.exact;
};

const dateAt = ({ document, block }: LocatedMention, index: number): DateMention | undefined => {
  const mention = document.blocks[block]?.mentions[index];
  return mention?.kind === 'date' ? mention : undefined;
};

/** The old value, or the new one, has the same date in both texts; one that only the source gives does not count. */
function isAtItsTime(
  draft: LocatedMention,
  date: number | undefined,
  source: LocatedMention,
  told: number | undefined,
): boolean {
  const mine = date === undefined ? undefined : dateAt(draft, date);
  if (!mine) return true;
  const theirs = told === undefined ? undefined : dateAt(source, told);
  if (!theirs) return false;
  const resolved = [
    resolveDate(mine, draft.document.dateline),
    resolveDate(theirs, source.document.dateline),
  ] as const;
  return compareDate(...resolved).kind === 'same';
}

/** Finds changes that a draft tells the wrong way round: "from 7,450 to 9,200" for "from 9,200 to 7,450". */
export function createChangeFinder(binder: Binder, retrieval: Retrieval) {
  function turned(path: Path, { at }: DraftSentence): readonly Alignment[] {
    if (path.kind !== 'quantity') return [];
    const from = at(path.from) as Quantity;
    const to = at(path.to) as Quantity;
    if (isSame(from.mention, to.mention)) return [];
    let against: { readonly old: Quantity; readonly young: Quantity; readonly score: number } | undefined;
    for (const source of retrieval.quantitiesFor(from)) {
      if (!isSame(from.mention, source.mention)) continue;
      const analysed = source.document.blocks[source.block] as AnalysedBlock;
      const quantity = (index: number): Quantity | undefined =>
        retrieval.quantitiesIn(source.context).find((q) => q.index === index);
      for (const told of pathsIn(analysed, source.context)) {
        if (told.kind !== 'quantity') continue;
        const old = quantity(told.from);
        const young = quantity(told.to);
        if (!old || !young) continue;
        // told in the draft's order, of whatever
        if (old === source && isSame(to.mention, young.mention)) return [];
        if (young !== source || !isSame(to.mention, old.mention)) continue;
        if (
          !isAtItsTime(from, path.fromDate, old, told.fromDate) ||
          !isAtItsTime(to, path.toDate, young, told.toDate)
        )
          continue;
        const binding = binder.bind(from, old);
        if (binding.time < 0 || binding.noun < 0 || binding.score < THRESHOLDS.turnedChange) continue;
        if (!against || binding.score > against.score) against = { old, young, score: binding.score };
      }
    }
    if (!against) return [];
    const bound = against.score >= THRESHOLDS.error;
    const told = (claim: Quantity, source: Quantity): Alignment => ({
      claim,
      verdict: 'refuted',
      reason: { kind: 'number', source, exchanged: true },
      evidence: [placeOf(source)],
      bound,
    });
    return [told(from, against.old), told(to, against.young)];
  }

  return (sentence: DraftSentence): readonly Alignment[] =>
    pathsIn(sentence.block, sentence.context).flatMap((path) => turned(path, sentence));
}
