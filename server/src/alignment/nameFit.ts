import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { sourcePart } from '../sources/sourcePart.ts';
import { termOf } from '../sources/vocabulary.ts';
import { foldName } from '../text/fold.ts';
import { commonRun, contentOf, FRAME } from './frame.ts';
import { createNameSurround, type Surround } from './nameSurround.ts';

/** How well a name of the sources fits the place of a name in a draft; parts from 0 to 1 unless said otherwise. */
export interface NameFit {
  /** Share of the draft's near words that stand near any mention of the name, or in the sentence after one. */
  readonly around: number;
  /** The same for its best single mention. */
  readonly local: number;
  /** Share of the draft sentence that the best sentence with the name has. */
  readonly sentence: number;
  /** The same with the sentences before and after it. */
  readonly passage: number;
  /** Words directly before and after that are the same, of four each. */
  readonly before: number;
  readonly after: number;
  /** Content words among them, of three. */
  readonly content: number;
  /** The same function word or mark before the name, and the article with it. */
  readonly preposition: number;
  readonly article: number;
  /** Logarithm of the number of its mentions. */
  readonly mentions: number;
  /** Stands in the first two sentences of a source. */
  readonly lead: number;
  /** Share of the other names of the draft sentence that stand in a sentence with it. */
  readonly names: number;
}

/** The fit of a name that the sources do not have. */
export const NO_FIT: NameFit = {
  around: 0,
  local: 0,
  sentence: 0,
  passage: 0,
  before: 0,
  after: 0,
  content: 0,
  preposition: 0,
  article: 0,
  mentions: 0,
  lead: 0,
  names: 0,
};

/** How words count that are not in the same places. */
const NAME_RULES = {
  /** A source may put a word somewhat farther from the name than the draft does. */
  forgive: 1.4,
  /** What a word in the sentence after the name counts: "he" and "the company" go on about it. */
  later: 0.35,
} as const;

const PARTS = Object.keys(NO_FIT) as (keyof NameFit)[];

/** Sentences at the head of a source that tell what it is about. */
const LEAD = 2;
/** Mentions of one name that are compared with one place of a draft. */
const MOST_MENTIONS = 60;

/** A fit weighed as a whole. */
export const scoreOf = (fit: NameFit, weights: Readonly<Record<keyof NameFit, number>>): number => {
  let score = 0;
  for (const part of PARTS) score += weights[part] * fit[part];
  return score;
};

/** Comparable terms of the words of a name. */
export const termsOfName = (words: readonly string[]): string[] =>
  words.map((w) => termOf(foldName(w.toLowerCase())));

/** The best of two fits, part by part. */
export const bestOf = (a: NameFit, b: NameFit): NameFit => {
  const best = { ...a };
  for (const part of PARTS) best[part] = Math.max(a[part], b[part]);
  return best;
};

/** A sentence of a source with those beside it. */
export interface SourceSentence {
  /** Number of sentences of the source before it. */
  readonly at: number;
  readonly here: SentenceContext;
  readonly previous: SentenceContext | undefined;
  readonly next: SentenceContext | undefined;
}

/** Number of the first sentence of each block. */
const starts = new WeakMap<AnalysedDocument, readonly number[]>();

/** The sentence of a source's mention, with those beside it. */
export function sentenceOf({ document, block, context }: LocatedMention): SourceSentence {
  let firsts = starts.get(document);
  if (!firsts) {
    let count = 0;
    firsts = document.blocks.map(({ block: { sentences } }) => {
      count += sentences.length;
      return count - sentences.length;
    });
    starts.set(document, firsts);
  }
  const { sentences } = sourcePart(document);
  const at = (firsts[block] as number) + context.sentence;
  return { at, here: context, previous: sentences[at - 1], next: sentences[at + 1] };
}

/** The fit of one name by the given mentions, and where it fits best; undefined for no mentions. */
export type FitOf = (
  mentions: readonly LocatedMention<NameMention>[],
) => { readonly fit: NameFit; readonly at: LocatedMention<NameMention> } | undefined;

/** Measures how well names of the sources fit in a draft. */
export interface NameFitter {
  surroundOf(m: LocatedMention<NameMention>): Surround;
  /** `without`: terms of the draft's name, which say nothing; `others`: terms of each other name of its sentence. */
  fitsFor(
    claim: LocatedMention<NameMention>,
    without: ReadonlySet<string>,
    others: readonly (readonly string[])[],
  ): FitOf;
}

/** Creates the fitter of one source index. */
export function createNameFitter(index: SourceIndex): NameFitter {
  const surroundOf = createNameSurround(index);

  /** What one draft sentence shares with the sentences near it, the words of the name left out. */
  function sharesOf(context: SentenceContext, without: ReadonlySet<string>) {
    const terms: [string, number][] = [];
    let total = 0;
    for (const term of context.bag) {
      if (without.has(term)) continue;
      const weight = index.rarity(term);
      terms.push([term, weight]);
      total += weight;
    }
    const share = (has: (term: string) => boolean | undefined): number => {
      let common = 0;
      for (const [term, weight] of terms) if (has(term)) common += weight;
      return total > 0 ? common / total : 0;
    };
    const memo = new Map<SentenceContext, { readonly sentence: number; readonly passage: number }>();
    return (at: SourceSentence) => {
      const { here, previous, next } = at;
      let known = memo.get(here);
      if (!known) {
        known = {
          sentence: share((t) => here.bag.has(t)),
          passage: share((t) => here.bag.has(t) || next?.bag.has(t) || previous?.bag.has(t)),
        };
        memo.set(here, known);
      }
      return known;
    };
  }

  function fitOf(
    mentions: readonly LocatedMention<NameMention>[],
    draft: Surround,
    without: ReadonlySet<string>,
    shares: ReturnType<typeof sharesOf>,
    others: readonly (readonly string[])[],
  ): ReturnType<FitOf> {
    const first = mentions[0];
    if (!first) return undefined;
    const terms = [...draft.near].filter(([term]) => !without.has(term));
    const total = terms.reduce((sum, [, value]) => sum + value, 0) || 1;
    const reached = terms.map(() => 0);
    const fit = { ...NO_FIT, mentions: Math.log(1 + mentions.length) } as {
      -readonly [K in keyof NameFit]: number;
    };
    let at = first;
    let best = -1;
    for (const mention of mentions.slice(0, MOST_MENTIONS)) {
      const source = surroundOf(mention);
      const place = sentenceOf(mention);
      let shared = 0;
      terms.forEach(([term, value], i) => {
        const here = Math.min(value, (source.near.get(term) ?? 0) * NAME_RULES.forgive);
        shared += here;
        const later = place.next?.bag.has(term) ? value * NAME_RULES.later : 0;
        reached[i] = Math.max(reached[i] as number, here, later);
      });
      const local = shared / total;
      const { sentence, passage } = shares(place);
      const before = commonRun(draft.before, source.before);
      const after = commonRun(draft.after, source.after);
      fit.local = Math.max(fit.local, local);
      fit.sentence = Math.max(fit.sentence, sentence);
      fit.passage = Math.max(fit.passage, passage);
      fit.before = Math.max(fit.before, before / FRAME);
      fit.after = Math.max(fit.after, after / FRAME);
      fit.content = Math.max(
        fit.content,
        Math.min(3, contentOf(draft.before, before) + contentOf(draft.after, after)) / 3,
      );
      if (draft.link === source.link) fit.preposition = 1;
      if (draft.article === source.article) fit.article = 1;
      if (place.at < LEAD) fit.lead = 1;
      if (local + sentence > best) {
        best = local + sentence;
        at = mention;
      }
    }
    fit.around = reached.reduce((sum, v) => sum + v, 0) / total;
    const together = others.filter((words) =>
      mentions.some((m) => words.every((w) => m.context.bag.has(w))),
    ).length;
    fit.names = others.length > 0 ? together / others.length : 0;
    return { fit, at };
  }

  return {
    surroundOf,
    fitsFor(claim, without, others) {
      const draft = surroundOf(claim);
      const shares = sharesOf(claim.context, without);
      return (mentions) => fitOf(mentions, draft, without, shares, others);
    },
  };
}
