import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { type Aliases, alignDraft } from './alignDraft.ts';
import { type Alignment, placeOf, type SourcePlace } from './alignment.ts';
import { type Binder, type Binding, createBinder } from './binding.ts';
import { compareDateReadings, resolveDate } from './compareDate.ts';
import { compareQuantity } from './compareQuantity.ts';
import { compareTime } from './compareTime.ts';
import { createNameMatcher, type NameMatcher } from './nameMatch.ts';
import { retrievalOf } from './retrieval.ts';

/** One source mention that a claim was measured against. */
export interface Candidate {
  readonly place: SourcePlace;
  /** What its value says to the draft's: "agrees" and how, "differs", "another unit" … */
  readonly comparison: string;
  /** The score with the parts that add up to it. */
  readonly binding: Binding;
  /** Terms that both sentences have, the rarest in the sources first, each with its weight (0–1). */
  readonly shared: readonly { readonly term: string; readonly weight: number }[];
}

/** How a claim was bound: its alignment, and the source mentions of its kind by how well they bind. */
export interface Explanation {
  readonly alignment: Alignment;
  /** Best first; those that say nothing to the claim are left out. Empty for quotations, which are sought by their words. */
  readonly candidates: readonly Candidate[];
  /** Source sentences that were near enough to be looked at closely. */
  readonly sentences: number;
}

/** Candidates and shared terms that a reader can take in. */
const MOST_CANDIDATES = 5;
const MOST_TERMS = 6;

/** What a source mention says to the claim, in a few words; undefined when the two do not compare. */
function compare(claim: LocatedMention, source: LocatedMention, names: NameMatcher): string | undefined {
  const [draft, other] = [claim.mention, source.mention];
  if (draft.kind === 'quantity' && other.kind === 'quantity') {
    const comparison = compareQuantity(draft, other);
    switch (comparison.kind) {
      case 'agrees':
        return `agrees (${comparison.how})`;
      case 'hedge':
        return 'same value, another bound';
      case 'unit':
        return `same number, another ${comparison.problem}`;
      case 'differs':
        return 'differs';
      case 'unrelated':
        return undefined;
    }
  }
  if (draft.kind === 'date' && other.kind === 'date') {
    const comparison = compareDateReadings(
      resolveDate(draft, claim.document.dateline),
      resolveDate(other, source.document.dateline),
      draft.ambiguous === true,
      other.ambiguous === true,
    );
    if (comparison.kind === 'unrelated') return undefined;
    return comparison.kind === 'same' ? 'agrees' : `differs (${comparison.parts.join(', ')})`;
  }
  if (draft.kind === 'time' && other.kind === 'time') {
    const comparison = compareTime(draft, other);
    if (comparison.kind === 'unrelated') return undefined;
    return comparison.kind === 'agrees'
      ? `agrees (${comparison.how})`
      : comparison.kind === 'zone'
        ? 'same clock time, another zone'
        : 'differs';
  }
  if (draft.kind === 'name' && other.kind === 'name')
    return names.sameEntity(other.text, draft.text) ? 'agrees (same name)' : 'another name';
  return undefined;
}

function sharedTerms(claim: LocatedMention, source: LocatedMention, index: SourceIndex) {
  return [...claim.context.bag]
    .filter((term) => source.context.bag.has(term))
    .map((term) => ({ term, weight: index.rarity(term) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS);
}

function mentionsOf(index: SourceIndex, kind: LocalMention['kind']): readonly LocatedMention[] {
  switch (kind) {
    case 'quantity':
      return index.quantities;
    case 'date':
      return index.dates;
    case 'time':
      return index.times;
    case 'name':
      return index.names;
    case 'quotation':
      return [];
  }
}

function candidatesOf(
  { claim }: Alignment,
  index: SourceIndex,
  near: ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>,
  binder: Binder,
  names: NameMatcher,
): Candidate[] {
  return mentionsOf(index, claim.mention.kind)
    .filter((source) => near.has(source.context))
    .flatMap((source) => {
      const comparison = compare(claim, source, names);
      return comparison === undefined ? [] : [{ source, comparison, binding: binder.bind(claim, source) }];
    })
    .sort((a, b) => b.binding.score - a.binding.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ source, comparison, binding }) => ({
      place: placeOf(source),
      comparison,
      binding,
      shared: sharedTerms(claim, source, index),
    }));
}

/**
 * Explains how the claim at `offset` (UTF-16, into the draft's text) was bound; the innermost one where claims stand
 * inside each other, undefined where there is none. Measures again what `alignDraft` measured, so it costs a check.
 */
export function explainAt(
  draft: AnalysedDocument,
  index: SourceIndex,
  offset: number,
  aliases: Aliases = [],
): Explanation | undefined {
  const spanOf = ({ claim }: Alignment) =>
    draft.blocks[claim.block]?.block.map.spanToDocument(claim.mention) ?? { start: 0, end: -1 };
  const alignment = alignDraft(draft, index, aliases)
    .map((candidate) => ({ candidate, span: spanOf(candidate) }))
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]?.candidate;
  if (!alignment) return undefined;
  const near = retrievalOf(index).near(alignment.claim.context);
  const names = createNameMatcher(index, aliases);
  return {
    alignment,
    candidates: candidatesOf(alignment, index, near, createBinder(index), names),
    sentences: near.size,
  };
}
