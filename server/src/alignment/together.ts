import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { Span } from '../text/span.ts';
import { sentenceOf } from './nameFit.ts';

/** Mentions of one thing that are gone through; what is named more often is not judged. */
const MOST_MENTIONS = 1_000;
/** Sentences that name both. */
const MOST_SENTENCES = 60;

/** A source sentence that names two things, with a mention of each. */
export interface Together {
  readonly context: SentenceContext;
  readonly at: LocatedMention<NameMention>;
}

/** The source sentences that name two things, in the order of the sources; undefined where there are too many to go through. */
export function sentencesWithBoth(
  a: readonly SourceEntity[],
  b: readonly SourceEntity[],
): readonly Together[] | undefined {
  const count = (entities: readonly SourceEntity[]) =>
    entities.reduce((sum, { mentions }) => sum + mentions.length, 0);
  if (count(a) > MOST_MENTIONS || count(b) > MOST_MENTIONS) return undefined;
  const others = new Set(b.flatMap(({ mentions }) => mentions.map(({ context }) => context)));
  const found = new Map<SentenceContext, LocatedMention<NameMention>>();
  for (const { mentions } of a)
    for (const m of mentions) if (others.has(m.context) && !found.has(m.context)) found.set(m.context, m);
  return found.size > MOST_SENTENCES ? undefined : Array.from(found, ([context, at]) => ({ context, at }));
}

const CLAUSE_END = /^[,;:—–]$/;

/**
 * Share of what a draft's clause tells beside two names and what is told of them (`words`) that a passage of a source tells
 * too; 1 where it tells no more. Roles and asides of the names say nothing about it.
 */
export function sharesRest(
  { context, block }: { readonly context: SentenceContext; readonly block: AnalysedBlock },
  [first, second]: readonly [NameMention, NameMention],
  words: Span,
  source: LocatedMention,
  index: SourceIndex,
): number {
  const { here, previous, next } = sentenceOf(source);
  const { tokens } = block.block;
  const last = Math.max(words.end, second.end);
  let at = firstFrom(tokens, last);
  while (at < tokens.length && !CLAUSE_END.test((tokens[at] as Token).text)) at++;
  const end = Math.min(context.end, tokens[at]?.start ?? context.end);
  const skipped = [first, second, words, { start: first.end, end: Math.max(words.start, first.end) }];
  for (const { role } of [first, second]) if (role) skipped.push(role);
  let total = 0;
  let common = 0;
  for (const { term, start, end: until } of context.terms) {
    if (start >= end || skipped.some((span) => span.start <= start && until <= span.end)) continue;
    const weight = index.rarity(term);
    total += weight;
    if (here.bag.has(term) || previous?.bag.has(term) || next?.bag.has(term)) common += weight;
  }
  return total === 0 ? 1 : common / total;
}
