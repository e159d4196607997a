import type { DateMention, NameMention, QuantityMention, TimeMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { factsIn, type SentenceFacts } from '../sources/sourcePart.ts';
import { createAgreement, dateValues, quantityClass, quantityValues, timeValues } from './agreement.ts';
import { selectBest } from './selectBest.ts';

/** Source sentences that are looked at closely for one draft sentence: a whole article, or the best of many. */
const MOST_SENTENCES = 64;
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
  /** Any mention of a source sentence, which says where it stands. */
  anyIn(context: SentenceContext): LocatedMention | undefined;
  /** Names in the sentences that have at least this share of the draft sentence's terms. */
  namesNear(context: SentenceContext, share: number): readonly LocatedMention<NameMention>[];
  quantitiesIn(context: SentenceContext): readonly LocatedMention<QuantityMention>[];
  datesIn(context: SentenceContext): readonly LocatedMention<DateMention>[];
  /** Quantities in the nearest sentences, in the order of the sources. */
  quantitiesNear(context: SentenceContext): readonly LocatedMention<QuantityMention>[];
  /** The quantities in the nearest sentences of the claim's dimension, or of one that compares with it, in the order of the sources. */
  quantitiesFor(claim: LocatedMention<QuantityMention>): readonly LocatedMention<QuantityMention>[];
  /** The dates in the nearest sentences, in the order of the sources. */
  datesFor(claim: LocatedMention<DateMention>): readonly LocatedMention<DateMention>[];
  /** The clock times in the nearest sentences, in the order of the sources. */
  timesFor(claim: LocatedMention<TimeMention>): readonly LocatedMention<TimeMention>[];
  /** The first quantity that agrees with the claim and stands farther off; asked for where no near one does. */
  quantityElsewhere(claim: LocatedMention<QuantityMention>): LocatedMention<QuantityMention> | undefined;
  dateElsewhere(claim: LocatedMention<DateMention>): LocatedMention<DateMention> | undefined;
  timeElsewhere(claim: LocatedMention<TimeMention>): LocatedMention<TimeMention> | undefined;
}

interface Near {
  readonly ranked: ReadonlyMap<SentenceContext, number>;
  /** What stands in each of them, in the order of the sources. */
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
    const facts = best.sort((a, b) => a - b).map((id) => factsIn(sentence(id)));
    return { ranked, facts, whole, names: new Map() };
  }

  const nearOf = (context: SentenceContext): Near => {
    if (last?.context !== context) last = { context, near: nearest(context) };
    return last.near;
  };

  return {
    near: (context) => nearOf(context).ranked,
    shares(context) {
      const { ranked, whole } = nearOf(context);
      return whole ? ranked : undefined;
    },
    namesIn: (context) => listed(factsIn(context).names),
    anyIn(context) {
      const { names, quantities: values, dates: days } = factsIn(context);
      return names[0] ?? values[0] ?? days[0];
    },
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
      const like = quantityClass(claim.mention);
      const found: LocatedMention<QuantityMention>[] = [];
      for (const { quantities: all } of nearOf(claim.context).facts)
        for (const located of listed(all)) if (quantityClass(located.mention) === like) found.push(located);
      return found;
    },
    datesFor: (claim) => nearOf(claim.context).facts.flatMap((facts) => listed(facts.dates)),
    timesFor: (claim) => nearOf(claim.context).facts.flatMap((facts) => listed(facts.times)),
    quantityElsewhere: (claim) => quantities(claim, nearOf(claim.context).ranked),
    dateElsewhere: (claim) => dates(claim, nearOf(claim.context).ranked),
    timeElsewhere: (claim) => times(claim, nearOf(claim.context).ranked),
  };
}
