import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { sourcePart } from '../sources/sourcePart.ts';
import { isStopWord, termOf } from '../sources/vocabulary.ts';
import { foldName } from '../text/fold.ts';
import { kindOfClaim, kindOfEntity, mayContain, type NameKind } from './nameKind.ts';
import type { NameMatcher } from './nameMatch.ts';
import { createNameSurround, type Surround } from './nameSurround.ts';
import type { Retrieval } from './retrieval.ts';
import { NAME_FIT } from './weights.ts';

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

/** A name of the sources that would fit in the place of a draft's name. */
export interface Candidate {
  readonly entity: SourceEntity;
  readonly fit: NameFit;
  /** Where it fits best. */
  readonly at: LocatedMention<NameMention>;
}

/** All names of the kind of a draft's name that are near, and the draft's own. */
export interface Candidates {
  readonly kind: NameKind;
  /** Fit of the draft's name; all zero where the sources do not have it. */
  readonly own: NameFit;
  readonly others: readonly Candidate[];
  /** Other names of the draft's sentence. */
  readonly otherNames: number;
  /** Entities named elsewhere in the draft's block. */
  readonly inDraft: ReadonlySet<SourceEntity>;
  readonly ownInDraft: boolean;
  /** Sentences in which the draft's name stands. */
  readonly ownSentences: ReadonlySet<SentenceContext>;
}

/** The draft's own name and the best other name of its kind in its place. */
export interface Rivals {
  readonly kind: NameKind;
  readonly own: NameFit;
  readonly ownScore: number;
  readonly rival: Candidate;
  readonly rivalScore: number;
  /** Score of the rival above the next best one. */
  readonly lead: number;
  readonly otherNames: number;
  readonly rivalInDraft: boolean;
  readonly ownInDraft: boolean;
  /** The draft's name stands in the sentence in which the rival fits best. */
  readonly beside: boolean;
}

/** Finds the names of the sources that would fit in the place of a draft's name. */
export interface NameRivals {
  /** Undefined where the kind of the name is in doubt or no other name of its kind is near. */
  candidatesOf(claim: LocatedMention<NameMention>, own: readonly SourceEntity[]): Candidates | undefined;
}

const NOTHING: NameFit = {
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

const PARTS = Object.keys(NOTHING) as (keyof NameFit)[];

/** Prepositions that no person stands behind. */
const PLACE_LINKS = new Set('in at near inside outside across throughout'.split(' '));

/** Sentences at the head of a source that tell what it is about. */
const LEAD = 2;
/** Lead of a rival that has no other beside it. */
const NO_OTHER = 5;
/** Mentions of one name that are compared with one place of a draft. */
const MOST_MENTIONS = 60;

/** How well a fit is weighed as a whole. */
const scoreOf = (fit: NameFit, weights: Readonly<Record<keyof NameFit, number>>): number => {
  let score = 0;
  for (const part of PARTS) score += weights[part] * fit[part];
  return score;
};

const termsOfName = (words: readonly string[]): string[] =>
  words.map((w) => termOf(foldName(w.toLowerCase())));

/** The best of two fits, part by part. */
const bestOf = (a: NameFit, b: NameFit): NameFit => {
  const best = { ...a };
  for (const part of PARTS) best[part] = Math.max(a[part], b[part]);
  return best;
};

/** How many of the nearest words are the same. */
function commonRun(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

const contentOf = (words: readonly string[], run: number): number => {
  let n = 0;
  for (let i = 0; i < run; i++) if (!isStopWord(words[i] as string)) n++;
  return n;
};

/** A sentence of a source with those beside it. */
interface SourceSentence {
  /** Number of sentences of the source before it. */
  readonly at: number;
  readonly here: SentenceContext;
  readonly previous: SentenceContext | undefined;
  readonly next: SentenceContext | undefined;
}

/** Number of the first sentence of each block. */
const starts = new WeakMap<AnalysedDocument, readonly number[]>();

function sentenceOf({ document, block, context }: LocatedMention): SourceSentence {
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

/** Creates the search for rivals over one source index. Only the sentences nearest to the draft's are looked at. */
export function createNameRivals(index: SourceIndex, matcher: NameMatcher, retrieval: Retrieval): NameRivals {
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
  ): { readonly fit: NameFit; readonly at: LocatedMention<NameMention> } | undefined {
    const first = mentions[0];
    if (!first) return undefined;
    const terms = [...draft.near].filter(([term]) => !without.has(term));
    const total = terms.reduce((sum, [, value]) => sum + value, 0) || 1;
    const reached = terms.map(() => 0);
    const fit = { ...NOTHING, mentions: Math.log(1 + mentions.length) } as {
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
      fit.before = Math.max(fit.before, before / 4);
      fit.after = Math.max(fit.after, after / 4);
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

  /** A word of the name stands in a name of the sources: it may be more of that name than they say. */
  const isPartlyKnown = (mention: NameMention): boolean =>
    mention.words.some((w) => w.length > 2 && index.entities.withWord(w).length > 0);

  /** Entities of the names of a draft's block, those of the claim's own sentence apart. */
  function namedBeside(claim: LocatedMention<NameMention>) {
    const sentence = new Set<SourceEntity>();
    const block = new Set<SourceEntity>();
    const others: (readonly string[])[] = [];
    const inSentence = new Set(claim.context.mentions);
    (claim.document.blocks[claim.block] as AnalysedBlock).mentions.forEach((m, at) => {
      if (m.kind !== 'name' || m === claim.mention) return;
      const found = matcher.lookup(m.words, m);
      const entities =
        found.kind === 'known' ? found.entities : found.kind === 'misspelled' ? [found.entity] : [];
      for (const entity of entities) (inSentence.has(at) ? sentence : block).add(entity);
      if (inSentence.has(at)) others.push(termsOfName(m.words));
    });
    return { sentence, block, others };
  }

  return {
    candidatesOf(claim, own) {
      const { mention, context } = claim;
      const kind = kindOfClaim(mention, own[0]);
      if (kind === undefined || (own.length === 0 && isPartlyKnown(mention))) return undefined;
      const draft = surroundOf(claim);
      // "at Alton Towers", "the Profumo scandal": the name of a person in the place of something else
      if (kind === 'person' && !mention.honorific && (draft.article || PLACE_LINKS.has(draft.link)))
        return undefined;
      const near = retrieval.near(context);
      const byEntity = new Map<SourceEntity, LocatedMention<NameMention>[]>();
      for (const sentence of near.keys()) {
        for (const m of retrieval.namesIn(sentence)) {
          const entity = index.entities.of(m);
          if (!entity || (!own.includes(entity) && kindOfEntity(entity) !== kind)) continue;
          const list = byEntity.get(entity);
          if (list) list.push(m);
          else byEntity.set(entity, [m]);
        }
      }
      const without = new Set(termsOfName([...mention.words, ...own.flatMap((e) => e.forms.flat())]));
      const named = namedBeside(claim);
      const shares = sharesOf(context, without);
      const fitOfAll = (mentions: readonly LocatedMention<NameMention>[]) =>
        fitOf(mentions, draft, without, shares, named.others);
      const ownMentions = own.map((e) => byEntity.get(e) ?? []);
      const others: Candidate[] = [];
      for (const [entity, mentions] of byEntity) {
        if (own.includes(entity) || named.sentence.has(entity)) continue;
        if (entity.forms.some((form) => termsOfName(form).some((t) => without.has(t)))) continue;
        if (kind === 'country' && mentions.some((m) => mayContain(m.mention, mention))) continue;
        if (matcher.sameEntity(entity.name, mention.text)) continue;
        const found = fitOfAll(mentions);
        if (found) others.push({ entity, ...found });
      }
      return others.length === 0
        ? undefined
        : {
            kind,
            own: ownMentions.reduce((best, ms) => bestOf(best, fitOfAll(ms)?.fit ?? NOTHING), NOTHING),
            others,
            otherNames: named.others.length,
            inDraft: named.block,
            ownInDraft: own.some((e) => named.block.has(e)),
            ownSentences: new Set(ownMentions.flat().map((m) => m.context)),
          };
    },
  };
}

/** The best of the candidates, with what speaks for and against it. */
export function rivalOf(
  candidates: Candidates,
  weights: Readonly<Record<keyof NameFit, number>> = NAME_FIT,
): Rivals | undefined {
  let rival: Candidate | undefined;
  let rivalScore = -Infinity;
  let second = -Infinity;
  for (const candidate of candidates.others) {
    const score = scoreOf(candidate.fit, weights);
    if (score > rivalScore) {
      second = rivalScore;
      rival = candidate;
      rivalScore = score;
    } else second = Math.max(second, score);
  }
  return (
    rival && {
      kind: candidates.kind,
      own: candidates.own,
      ownScore: scoreOf(candidates.own, weights),
      rival,
      rivalScore,
      lead: Math.min(NO_OTHER, rivalScore - second),
      otherNames: candidates.otherNames,
      rivalInDraft: candidates.inDraft.has(rival.entity),
      ownInDraft: candidates.ownInDraft,
      beside: candidates.ownSentences.has(rival.at.context),
    }
  );
}
