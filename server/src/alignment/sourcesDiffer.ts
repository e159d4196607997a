import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import { foldName } from '../text/fold.ts';
import type { Disagreement } from './alignment.ts';
import type { Binding } from './binding.ts';
import { preferred } from './preference.ts';
import { sameNumber } from './tolerance.ts';
import { THRESHOLDS } from './weights.ts';

/** A source mention with how well the claim binds to it. */
interface Bound<M extends LocalMention> {
  readonly source: LocatedMention<M>;
  readonly binding: Binding;
}

/** A value that differs from the claim's. */
export interface Rival<M extends LocalMention> extends Bound<M> {
  /** False where the binding surely scores less than `score`. */
  mayReach(score: number): boolean;
  /** False for a value that says nothing against the claim's. */
  readonly counts: boolean;
}

const namesIn = new WeakMap<SentenceContext, ReadonlySet<string>>();

/** Words of the names of a mention's sentence. */
function nameWords({ document, block, context }: LocatedMention): ReadonlySet<string> {
  const known = namesIn.get(context);
  if (known) return known;
  const words = new Set<string>();
  const mentions = document.blocks[block]?.mentions ?? [];
  for (const at of context.mentions) {
    const name = mentions[at];
    if (name?.kind === 'name') for (const word of name.words) words.add(foldName(word));
  }
  namesIn.set(context, words);
  return words;
}

/** True when the sentence of `there` has no name of the claim's sentence that the one of `here` lacks. */
function isNamedAlike(claim: LocatedMention, here: LocatedMention, there: LocatedMention): boolean {
  const [own, others] = [nameWords(here), nameWords(there)];
  for (const word of nameWords(claim)) if (others.has(word) && !own.has(word)) return false;
  return true;
}

/**
 * True when the value against the claim is another source's, and the claim agrees with a source that tells the same thing:
 * then the sources differ, and the draft does not.
 */
export const isOtherSources = (
  claim: LocatedMention,
  support: Bound<LocalMention>,
  against: Bound<LocalMention>,
): boolean =>
  support.source.document !== against.source.document &&
  support.binding.score >= THRESHOLDS.ownSource &&
  support.binding.noun >= 0 &&
  support.binding.time >= 0 &&
  isNamedAlike(claim, support.source, against.source);

/** "At least 12" is not disagreed with by 19. */
function leavesRoom({ mention }: LocatedMention, than: LocalMention): boolean {
  if (mention.kind !== 'quantity' || than.kind !== 'quantity' || !mention.comparator) return false;
  switch (mention.comparator.kind) {
    case 'atLeast':
    case 'moreThan':
    case 'justOver':
      return mention.value < than.value;
    case 'upTo':
    case 'lessThan':
    case 'nearly':
    case 'justUnder':
      return mention.value > than.value;
    default:
      return false;
  }
}

const sameValue = (a: LocalMention, b: LocalMention): boolean =>
  a.kind === 'quantity' && b.kind === 'quantity'
    ? sameNumber(a.value, b.value)
    : a.kind === 'date' &&
      b.kind === 'date' &&
      a.year === b.year &&
      a.month === b.month &&
      a.day === b.day &&
      a.weekday === b.weekday;

/**
 * Another source that gives another value for what the claim agrees with a source about. `agreeing` are the sources that
 * have the claim's value near; one that has both values tells of two things.
 */
export function disagreementOf<M extends LocalMention>(
  claim: LocatedMention,
  support: Bound<M>,
  rivals: readonly Rival<M>[],
  agreeing: ReadonlySet<AnalysedDocument>,
  rankOf: (source: AnalysedDocument) => number,
): Disagreement | undefined {
  const { document } = support.source;
  if (support.binding.score < THRESHOLDS.sourcesDiffer || support.binding.time < 0) return undefined;
  // a month or a year is more often the time of which the value is told than what happens then
  if (claim.mention.kind === 'date' && claim.mention.day === undefined && claim.mention.weekday === undefined)
    return undefined;
  let best: Bound<M> | undefined;
  for (const rival of rivals) {
    const { source } = rival;
    if (agreeing.has(source.document) || !rival.mayReach(THRESHOLDS.otherSource)) continue;
    const { score, time, noun } = rival.binding;
    if (score < THRESHOLDS.otherSource || time < 0 || noun < 0 || noun < support.binding.noun) continue;
    if (leavesRoom(source, support.source.mention) || leavesRoom(support.source, source.mention)) continue;
    if (!isNamedAlike(claim, source, support.source) || !isNamedAlike(claim, support.source, source))
      continue;
    if (!rival.counts) continue;
    const both = rivals.some(
      (other) =>
        other.source.document === document && sameValue(other.source.mention, source.mention) && other.counts,
    );
    if (!both) best = preferred(best, rival, rankOf);
  }
  if (!best) return undefined;
  const better = rankOf(best.source.document) < rankOf(document);
  return { agrees: support.source, differs: best.source, better };
}
