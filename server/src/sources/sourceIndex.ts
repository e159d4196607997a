import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type {
  DateMention,
  NameMention,
  QuantityMention,
  QuotationMention,
  TimeMention,
} from '../mentions/mention.ts';
import { kept } from '../text/kept.ts';
import { once } from '../text/once.ts';
import { type Stepwise, stepwise } from '../text/steps.ts';
import type { LocatedMention } from './context.ts';
import { readSourceDetails } from './details.ts';
import { createEntityTable, type EntityTable } from './entityTable.ts';
import { createPassageIndex, type PassageIndex, readPassage } from './passageIndex.ts';
import { type Segment, segmentsInSteps, segmentsOf } from './segment.ts';
import { type SentenceFacts, sourcePart } from './sourcePart.ts';
import { termNumbers } from './sourceSentence.ts';

/** All sources of a draft, indexed for binding: mentions by kind with their sentence, entities, words for quotations. */
export interface SourceIndex {
  /** Best rank first. */
  readonly sources: readonly AnalysedDocument[];
  readonly segments: readonly Segment[];
  /** Rank that a source gives itself in its front matter, 1 being the best; infinite without one. */
  rankOf(source: AnalysedDocument): number;
  readonly quantities: readonly LocatedMention<QuantityMention>[];
  readonly dates: readonly LocatedMention<DateMention>[];
  readonly times: readonly LocatedMention<TimeMention>[];
  readonly names: readonly LocatedMention<NameMention>[];
  readonly quotations: readonly LocatedMention<QuotationMention>[];
  /** Number of sentences in all sources. */
  readonly sentences: number;
  readonly entities: EntityTable;
  readonly passages: PassageIndex;
  /** Numbers of the sentences that have the term among all sentences, rising. */
  sentencesWith(term: string): Int32Array;
  /** Lays out, in steps of a few milliseconds, what is otherwise put together when it is first asked for. */
  prepare(): Generator<void>;
  /** Inverse sentence frequency of a term: how much sharing it says. 0 < rarity ≤ 1. */
  rarity(term: string): number;
}

/** A source that is not ranked stands behind those that are. */
const rankOf = ({ prose }: AnalysedDocument): number =>
  readSourceDetails(prose.frontMatter).rank ?? Number.POSITIVE_INFINITY;

/** The sources with the best rank first, and the rank of each. */
function byRank(unranked: readonly AnalysedDocument[]) {
  const ranks = new Map(unranked.map((source) => [source, rankOf(source)]));
  const rank = (source: AnalysedDocument): number => ranks.get(source) ?? Number.POSITIVE_INFINITY;
  const sources = [...unranked].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  return { sources, rank };
}

/**
 * Does the work of `createSourceIndex` that can be done for each source or few sources alone, in steps of a few
 * milliseconds: what stands between two of them may be other work. The index is then put together of what is kept.
 */
export function* prepareSources(unranked: readonly AnalysedDocument[]): Generator<void> {
  const { sources } = byRank(unranked);
  for (const source of sources) {
    sourcePart(source);
    yield;
    readPassage(source);
    yield;
  }
  for (const _ of segmentsInSteps(sources)) yield;
}

/**
 * Indexes the analysed sources; their rank and then their order decides ties, so give them sorted by URI. What is rarely
 * asked for over all sources is put together when it is.
 */
export function createSourceIndex(unranked: readonly AnalysedDocument[]): SourceIndex {
  const { sources, rank } = byRank(unranked);
  const segments = segmentsOf(sources);
  const sentences = segments.reduce((sum, segment) => sum + segment.sentences.length, 0);
  const ceiling = Math.log(sentences + 2);
  const rarities = new Map<string, number>();
  const gather = <K extends keyof SentenceFacts>(kind: K): Stepwise<SentenceFacts[K]> =>
    stepwise(function* () {
      const all: LocatedMention[] = [];
      for (const { parts } of segments) {
        for (const { sentences } of parts)
          for (const { facts } of sentences) for (const located of facts[kind]) all.push(located);
        yield;
      }
      return all as unknown as SentenceFacts[K];
    });
  const quantities = gather('quantities');
  const dates = gather('dates');
  const times = gather('times');
  const names = gather('names');
  const quotations = gather('quotations');
  const entities = stepwise(() => createEntityTable(sources));
  const passages = once(() => createPassageIndex(sources));
  return {
    sources,
    segments,
    rankOf: rank,
    sentences,
    get quantities() {
      return quantities.value();
    },
    get dates() {
      return dates.value();
    },
    get times() {
      return times.value();
    },
    get names() {
      return names.value();
    },
    get quotations() {
      return quotations.value();
    },
    get entities() {
      return entities.value();
    },
    get passages() {
      return passages();
    },
    *prepare() {
      yield* names.steps();
      yield* entities.steps();
      void passages();
      yield;
    },
    sentencesWith: kept((term) => placesIn(segments, termNumbers.of(term))),
    rarity(term) {
      let rarity = rarities.get(term);
      if (rarity === undefined) {
        const frequency = frequencyIn(segments, termNumbers.of(term));
        rarity = Math.max(0.05, Math.log((sentences + 2) / (frequency + 1)) / ceiling);
        rarities.set(term, rarity);
      }
      return rarity;
    },
  };
}

function frequencyIn(segments: readonly Segment[], term: number | undefined): number {
  let frequency = 0;
  if (term !== undefined) for (const segment of segments) frequency += segment.frequency(term);
  return frequency;
}

/** The places of a term in all segments, counted through. */
function placesIn(segments: readonly Segment[], term: number | undefined): Int32Array {
  const places = new Int32Array(frequencyIn(segments, term));
  if (term === undefined) return places;
  let base = 0;
  let next = 0;
  for (const { sentences, sentencesWith } of segments) {
    for (const at of sentencesWith(term)) places[next++] = base + at;
    base += sentences.length;
  }
  return places;
}
