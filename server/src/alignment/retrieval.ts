import type { DateMention, NameMention, QuantityMention, TimeMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { factsIn, type SentenceFacts } from '../sources/sourcePart.ts';
import {
  type Agreement,
  createAgreement,
  dateValues,
  quantityClass,
  quantityValues,
  timeValues,
  type ValueMention,
} from './agreement.ts';
import { selectBest } from './selectBest.ts';

/** Source sentences that are looked at closely for one draft sentence: a whole article, or the best of many. */
const MOST_SENTENCES = 80;
/** A term in more sentences than this retrieves nothing by itself; it still counts in binding. */
const COMMON_TERM = 2_000;
/** Mentions of one kind in one sentence that are looked at closely: a sentence of more is a list, and no text to bind in. */
const MOST_LISTED = 60;

const listed = <M>(all: readonly M[]): readonly M[] =>
  all.length > MOST_LISTED ? all.slice(0, MOST_LISTED) : all;

/** Finds the source sentences that share most with a draft sentence, so that the cost of binding does not grow with the sources. */
export interface Retrieval {
  /** The nearest source sentences of a draft sentence, best first, each with the share of the draft sentence's terms that it has. */
  near(context: SentenceContext): ReadonlyMap<SentenceContext, number>;
  /** The same where the shares are exact; a term in very many sentences is not looked up. */
  shares(context: SentenceContext): ReadonlyMap<SentenceContext, number> | undefined;
  namesIn(context: SentenceContext): readonly LocatedMention<NameMention>[];
  /** Names in the sentences that have at least this share of the draft sentence's terms. */
  namesNear(context: SentenceContext, share: number): readonly LocatedMention<NameMention>[];
  quantitiesIn(context: SentenceContext): readonly LocatedMention<QuantityMention>[];
  datesIn(context: SentenceContext): readonly LocatedMention<DateMention>[];
  /** Quantities in the nearest sentences, in the order of the sources. */
  quantitiesNear(context: SentenceContext): readonly LocatedMention<QuantityMention>[];
  /**
   * The source quantities that can decide about a draft's, in the order of the sources: those of the same dimension (or of
   * one that compares with it) in the nearest sentences, and the first one farther off that agrees with it.
   */
  quantitiesFor(claim: LocatedMention<QuantityMention>): readonly LocatedMention<QuantityMention>[];
  /** The source dates that can decide about a draft's, in the order of the sources, found in the same way. */
  datesFor(claim: LocatedMention<DateMention>): readonly LocatedMention<DateMention>[];
  /** The source clock times that can decide about a draft's, found in the same way. */
  timesFor(claim: LocatedMention<TimeMention>): readonly LocatedMention<TimeMention>[];
}

interface Near {
  readonly ranked: ReadonlyMap<SentenceContext, number>;
  /** The same sentences in the order of the sources, with their numbers among all sentences. */
  readonly ids: readonly number[];
  readonly ordered: readonly SentenceContext[];
  /** What stands in each of them. */
  readonly facts: readonly SentenceFacts[];
  /** True when the shares are of all terms, the common ones too. */
  readonly whole: boolean;
  /** Names in the sentences that have at least a share. */
  readonly names: Map<number, readonly LocatedMention<NameMention>[]>;
}

const known = new WeakMap<SourceIndex, Retrieval>();

/** The retrieval over one source index; there is one for each index. */
export function retrievalOf(index: SourceIndex): Retrieval {
  const kept = known.get(index) ?? createRetrieval(index);
  known.set(index, kept);
  return kept;
}

function createRetrieval(index: SourceIndex): Retrieval {
  const { segments } = index;
  /** Number of the first sentence of each segment. */
  const bases: number[] = [];
  let count = 0;
  for (const { sentences } of segments) {
    bases.push(count);
    count += sentences.length;
  }
  /** Weight of the terms shared with the sentence that is looked for; 0 again after each look. */
  const weights = new Float64Array(count);
  const quantities = createAgreement(segments, quantityValues);
  const dates = createAgreement(segments, dateValues);
  const times = createAgreement(segments, timeValues);
  // the claims of a sentence are bound one after the other
  let last: { readonly context: SentenceContext; readonly near: Near } | undefined;

  function sentence(id: number): SentenceContext {
    let segment = segments.length - 1;
    while ((bases[segment] as number) > id) segment--;
    return segments[segment]?.sentences[id - (bases[segment] as number)] as SentenceContext;
  }

  function nearest(context: SentenceContext): Near {
    const touched: number[] = [];
    let total = 0;
    let whole = true;
    for (const term of context.bag) {
      const weight = index.rarity(term);
      total += weight;
      const places = index.sentencesWith(term);
      if (places.length > COMMON_TERM) {
        whole = false;
        continue;
      }
      for (let i = 0; i < places.length; i++) {
        const id = places[i] as number;
        const before = weights[id] as number;
        if (before === 0) touched.push(id);
        weights[id] = before + weight;
      }
    }
    // a short article is looked at whole
    if (count <= MOST_SENTENCES) for (let id = 0; id < count; id++) if (weights[id] === 0) touched.push(id);
    const best = selectBest(touched, weights, MOST_SENTENCES);
    const ranked = new Map(
      best.map((id) => [sentence(id), total > 0 ? (weights[id] as number) / total : 0] as const),
    );
    for (const id of touched) weights[id] = 0;
    const ids = best.sort((a, b) => a - b);
    const ordered = ids.map(sentence);
    return { ranked, ids, ordered, facts: ordered.map(factsIn), whole, names: new Map() };
  }

  const nearOf = (context: SentenceContext): Near => {
    if (last?.context !== context) last = { context, near: nearest(context) };
    return last.near;
  };

  /** What stands near, and the first that agrees from farther off, where it stands among them. */
  function deciding<M extends ValueMention>(
    near: Near,
    pick: (facts: SentenceFacts) => readonly LocatedMention<M>[],
    farOff: ReturnType<Agreement<M>>,
  ): readonly LocatedMention<M>[] {
    const found: LocatedMention<M>[] = [];
    const farId = farOff ? (bases[farOff.segment] as number) + farOff.sentence : Number.POSITIVE_INFINITY;
    let due = farOff !== undefined;
    for (let i = 0; i < near.facts.length; i++) {
      if (due && farOff && farId < (near.ids[i] as number)) {
        found.push(farOff.located);
        due = false;
      }
      for (const located of listed(pick(near.facts[i] as SentenceFacts))) found.push(located);
    }
    if (due && farOff) found.push(farOff.located);
    return found;
  }

  return {
    near: (context) => nearOf(context).ranked,
    shares(context) {
      const { ranked, whole } = nearOf(context);
      return whole ? ranked : undefined;
    },
    namesIn: (context) => listed(factsIn(context).names),
    namesNear(context, share) {
      const { ranked, names } = nearOf(context);
      const known = names.get(share);
      if (known) return known;
      const found: LocatedMention<NameMention>[] = [];
      for (const [near, has] of ranked) {
        if (has < share) break;
        found.push(...listed(factsIn(near).names));
      }
      names.set(share, found);
      return found;
    },
    quantitiesIn: (context) => listed(factsIn(context).quantities),
    datesIn: (context) => listed(factsIn(context).dates),
    quantitiesNear: (context) => nearOf(context).facts.flatMap(({ quantities: all }) => listed(all)),
    quantitiesFor(claim) {
      const near = nearOf(claim.context);
      const like = quantityClass(claim.mention);
      return deciding(
        near,
        ({ quantities: all }) =>
          all.length === 0 ? all : all.filter(({ mention }) => quantityClass(mention) === like),
        quantities(claim, near.ranked),
      );
    },
    datesFor(claim) {
      const near = nearOf(claim.context);
      return deciding(near, (facts) => facts.dates, dates(claim, near.ranked));
    },
    timesFor(claim) {
      const near = nearOf(claim.context);
      return deciding(near, (facts) => facts.times, times(claim, near.ranked));
    },
  };
}
