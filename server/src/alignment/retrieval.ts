import type { NameMention, QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { MEASURES, POINTS } from './conversion.ts';

/** Source sentences that are looked at closely for one draft sentence: a whole article, or the best of many. */
const MOST_SENTENCES = 80;
/** A term in more sentences than this retrieves nothing by itself; it still counts in binding. */
const COMMON_TERM = 2_000;

/** Finds the source sentences that share most with a draft sentence, so that the cost of binding does not grow with the sources. */
export interface Retrieval {
  /** The nearest source sentences of a draft sentence, each with the share of the draft sentence's terms that it has. */
  near(context: SentenceContext): ReadonlyMap<SentenceContext, number>;
  namesIn(context: SentenceContext): readonly LocatedMention<NameMention>[];
  quantitiesIn(context: SentenceContext): readonly LocatedMention<QuantityMention>[];
  /** Names in the sentences that have at least this share of the draft sentence's terms. */
  namesNear(context: SentenceContext, share: number): readonly LocatedMention<NameMention>[];
  /** Quantities of the same dimension, or of one that compares with it. */
  quantitiesLike(draft: QuantityMention): readonly LocatedMention<QuantityMention>[];
}

/** Dimensions that `compareQuantity` can say anything about are in one class. */
const classOf = ({ dimension }: QuantityMention): string =>
  POINTS.has(dimension) || dimension === 'fraction'
    ? 'share'
    : MEASURES.has(dimension)
      ? 'measure'
      : dimension;

/** Creates the retrieval over one source index. */
export function createRetrieval(index: SourceIndex): Retrieval {
  const postings = new Map<string, number[]>();
  index.sentences.forEach((sentence, id) => {
    for (const term of sentence.bag) {
      const list = postings.get(term);
      if (list) list.push(id);
      else postings.set(term, [id]);
    }
  });
  const names = new Map<SentenceContext, LocatedMention<NameMention>[]>();
  for (const name of index.names) {
    const list = names.get(name.context);
    if (list) list.push(name);
    else names.set(name.context, [name]);
  }
  const quantities = new Map<string, LocatedMention<QuantityMention>[]>();
  const bySentence = new Map<SentenceContext, LocatedMention<QuantityMention>[]>();
  const add = <K>(
    lists: Map<K, LocatedMention<QuantityMention>[]>,
    key: K,
    q: LocatedMention<QuantityMention>,
  ) => {
    const list = lists.get(key);
    if (list) list.push(q);
    else lists.set(key, [q]);
  };
  for (const quantity of index.quantities) {
    add(quantities, classOf(quantity.mention), quantity);
    add(bySentence, quantity.context, quantity);
  }
  const memo = new WeakMap<SentenceContext, ReadonlyMap<SentenceContext, number>>();

  function nearest(context: SentenceContext): ReadonlyMap<SentenceContext, number> {
    const shared = new Map<number, number>();
    let total = 0;
    for (const term of context.bag) {
      const weight = index.rarity(term);
      total += weight;
      const list = postings.get(term);
      if (!list || list.length > COMMON_TERM) continue;
      for (const id of list) shared.set(id, (shared.get(id) ?? 0) + weight);
    }
    // a short article is looked at whole
    if (index.sentences.length <= MOST_SENTENCES) {
      index.sentences.forEach((_, id) => {
        if (!shared.has(id)) shared.set(id, 0);
      });
    }
    const best = [...shared].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, MOST_SENTENCES);
    return new Map(
      best.map(([id, weight]) => [index.sentences[id] as SentenceContext, total > 0 ? weight / total : 0]),
    );
  }

  const near = (context: SentenceContext): ReadonlyMap<SentenceContext, number> => {
    let found = memo.get(context);
    if (!found) {
      found = nearest(context);
      memo.set(context, found);
    }
    return found;
  };

  return {
    near,
    namesIn: (context) => names.get(context) ?? [],
    quantitiesIn: (context) => bySentence.get(context) ?? [],
    namesNear: (context, share) =>
      [...near(context)].flatMap(([sentence, has]) => (has >= share ? (names.get(sentence) ?? []) : [])),
    quantitiesLike: (draft) => quantities.get(classOf(draft)) ?? [],
  };
}
