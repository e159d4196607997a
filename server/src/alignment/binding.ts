import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { DateMention, LocalMention, QuantityMention } from '../mentions/mention.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention, SentenceContext, Term } from '../sources/context.ts';
import { headDates } from '../sources/headDates.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { headWord, isStopWord, termOf } from '../sources/vocabulary.ts';
import { exact } from '../text/exact.ts';
import { resolveDate } from './compareDate.ts';
import { isDateline } from './dateline.ts';
import { commonRun, contentOf, FRAME, type Frame, readFrame } from './frame.ts';
import { nounAgreement, type Profile, timeAgreement } from './profileAgreement.ts';
import { retrievalOf } from './retrieval.ts';
import { WEIGHTS } from './weights.ts';

/** How alike the words directly around two mentions are. */
export interface FrameBinding {
  /** Words directly before and after that are the same, function words included; how verbatim the place is. */
  readonly before: number;
  readonly after: number;
  /** Content words among those. */
  readonly frameContent: number;
}

/** How well a draft mention and a source mention are about the same thing, with the parts that add up to the score. */
export interface Binding extends FrameBinding {
  readonly score: number;
  /** Share of the draft mention's near context that the source mention's near context has. */
  readonly local: number;
  /** Share of the draft sentence's terms that the source sentence has. */
  readonly sentence: number;
  /** 1 same counted noun, 0.7 people against people of one kind, -1 another one, 0 unknown. */
  readonly noun: number;
  /** 1 a date of the clause agrees, -1 it contradicts, 0 unknown. */
  readonly time: number;
}

/** The binding of two mentions whose sentences have nothing to do with each other. */
export const UNBOUND: Binding = {
  score: 0,
  local: 0,
  sentence: 0,
  noun: 0,
  time: 0,
  before: 0,
  after: 0,
  frameContent: 0,
};

/** A sentence of a source with those beside it. */
export interface Surroundings {
  readonly here: SentenceContext;
  readonly previous: SentenceContext | undefined;
  readonly next: SentenceContext | undefined;
}

/** Scores pairs of mentions; keeps the profile of each mention it has seen. */
export interface Binder {
  /** Only the frame: all that costs little. */
  frame(draft: LocatedMention, source: LocatedMention): FrameBinding;
  bind(draft: LocatedMention, source: LocatedMention): Binding;
  /** The part of `bind` that tells whether the two count the same. */
  noun(draft: LocatedMention, source: LocatedMention): number;
  /** False where `bind` surely gives less than `score`; costs little beside it. */
  mayReach(draft: LocatedMention, source: LocatedMention, score: number): boolean;
  /**
   * How many things the two sentences both tell, beside what the draft's mention counts: words that say something, and
   * names, each of which is one thing however many words it has.
   */
  common(draft: LocatedMention, source: LocatedMention): number;
  /** Share of a draft sentence's terms that a source sentence and those beside it have. */
  passage(draft: SentenceContext, source: Surroundings): number;
  /** Rank of a source; see `SourceIndex`. */
  rankOf(source: AnalysedDocument): number;
}

/** A draft's mention, laid out so that many source mentions are compared with it. */
interface DraftProfile extends Profile {
  /** Index of each term. */
  readonly places: ReadonlyMap<string, number>;
  readonly total: number;
}

/** What is worked out of a mention when it is first asked for. */
interface Learned {
  profile: Profile | undefined;
  frame: Frame | undefined;
}

/** "486 million (2024: 421 million)": a date in brackets with a value of its own says nothing of the values outside. */
function isAside(
  { document, block, mention }: LocatedMention,
  date: DateMention,
  mentions: readonly LocalMention[],
): boolean {
  const text = document.blocks[block]?.block.text ?? '';
  const open = text.lastIndexOf('(', date.start);
  if (open < 0 || text.lastIndexOf(')', date.start) > open) return false;
  const closed = text.indexOf(')', date.end);
  const end = closed < 0 ? text.length : closed;
  if (mention.start > open && mention.end <= end) return false;
  return mentions.some(({ kind, start, end: to }) => kind === 'quantity' && start > open && to <= end);
}

/** What sums in another order may differ by. */
const ROUNDING = 1e-9;

/** Nouns that name a sum and not what is counted: "the total reaches 156". */
const SUMMING = new Set(['total', 'toll', 'tally', 'number', 'count', 'sum', 'figure', 'amount']);

const nounTerm = (q: QuantityMention): string | undefined => {
  const word = headWord(q.noun);
  if (word === 'others') return '=people';
  return word && !isStopWord(word) && !SUMMING.has(word) ? termOf(word) : undefined;
};

/** Terms on each side of a mention that can still be near it; a sentence of thousands of words is no sentence. */
const REACH_TERMS = 60;
/** Mentions on each side whose dates are of the mention's time. */
const REACH_MENTIONS = 40;
/** Dates of one sentence that are compared with those of another. */
const MOST_DATES = 6;

/** The terms around a mention, and those of the heads of its table cell. */
function termsAround(m: LocatedMention): readonly Term[] {
  const { terms, heads } = m.context;
  if (terms.length <= 2 * REACH_TERMS || heads.size > 0) return terms;
  const low = firstFrom(terms, m.mention.start);
  return terms.slice(Math.max(0, low - REACH_TERMS), low + REACH_TERMS);
}

/** The name, by its place among the mentions, that each word of the sentence's names belongs to. */
function namesOf({ document, block, context }: LocatedMention): ReadonlyMap<string, number> {
  const { mentions = [] } = document.blocks[block] ?? {};
  const names = new Map<string, number>();
  for (const at of context.mentions) {
    const name = mentions[at];
    if (name?.kind !== 'name') continue;
    for (const word of name.words)
      for (const part of word.toLowerCase().split('-')) {
        const term = termOf(part);
        if (!names.has(term)) names.set(term, at);
      }
  }
  return names;
}

const NO_MODIFIERS: ReadonlySet<string> = new Set();

/** Filled one by one, a list holds the numbers themselves: spread into one, each would be an object. */
function numbersOf(values: Iterable<number>): readonly number[] {
  const numbers: number[] = [];
  for (const value of values) numbers.push(value);
  return exact(numbers);
}

/** Creates a binder for one source index. */
export function createBinder(index: SourceIndex): Binder {
  const learned = new WeakMap<LocatedMention, Learned>();
  const drafts = new WeakMap<LocatedMention, DraftProfile>();
  const retrieval = retrievalOf(index);
  // the source mentions near one draft mention are bound one after the other, and so are the mentions of one sentence
  let lastDraft: { readonly mention: LocatedMention; readonly profile: DraftProfile } | undefined;
  let lastSource: { readonly mention: LocatedMention; readonly known: Learned } | undefined;
  let lastFrame: { readonly mention: LocatedMention; readonly frame: Frame } | undefined;
  let lastShares: DraftSentence | undefined;
  let shared = new Float64Array(64);
  const weight = (term: string) => index.rarity(term);

  function learnedOf(m: LocatedMention): Learned {
    if (lastSource?.mention === m) return lastSource.known;
    let known = learned.get(m);
    if (!known) {
      known = { profile: undefined, frame: undefined };
      learned.set(m, known);
    }
    lastSource = { mention: m, known };
    return known;
  }

  function profileOf(m: LocatedMention): Profile {
    const known = learnedOf(m);
    known.profile ??= readProfile(m);
    return known.profile;
  }

  function frameOf(m: LocatedMention): Frame {
    const known = learnedOf(m);
    known.frame ??= readFrame(m);
    return known.frame;
  }

  function readProfile(m: LocatedMention): Profile {
    const here = m.context.place(m.mention.start);
    const until = m.context.place(m.mention.end);
    const near = new Map<string, number>();
    for (const t of termsAround(m)) {
      if (t.start >= m.mention.start && t.end <= m.mention.end && t.end > t.start) continue;
      const distance = t.start < m.mention.start ? here.position - t.position : t.position - until.position;
      const clauses = Math.min(3, Math.abs(t.clause - here.clause));
      const head = m.context.heads.has(t.term);
      const closeness = head ? 1 : WEIGHTS.clause ** clauses / (1 + Math.max(0, distance) / WEIGHTS.reach);
      const value = weight(t.term) * closeness;
      if (value > (near.get(t.term) ?? 0)) near.set(t.term, value);
    }
    const q = m.mention.kind === 'quantity' ? m.mention : undefined;
    const mentions = m.document.blocks[m.block]?.mentions ?? [];
    const modifiers = q?.noun?.modifiers ?? [];
    return {
      terms: [...near.keys()],
      weights: numbersOf(near.values()),
      noun: q && nounTerm(q),
      measures: q !== undefined && q.dimension !== 'count' && q.dimension !== 'ordinal',
      modifiers:
        modifiers.length === 0 ? NO_MODIFIERS : new Set(modifiers.map((w) => termOf(w.toLowerCase()))),
      dates: [
        ...headDates((m.document.blocks[m.block] as AnalysedBlock).block),
        ...mentions
          .slice(
            Math.max(m.context.mentions[0] ?? 0, m.index - REACH_MENTIONS),
            Math.min((m.context.mentions.at(-1) ?? -1) + 1, m.index + REACH_MENTIONS),
          )
          .filter(
            (other): other is DateMention =>
              other.kind === 'date' &&
              other !== m.mention &&
              !isDateline(m, other) &&
              !isAside(m, other, mentions),
          ),
      ]
        .slice(0, MOST_DATES)
        .map((date) => resolveDate(date, m.document.dateline)),
    };
  }

  function draftProfileOf(m: LocatedMention): DraftProfile {
    if (lastDraft?.mention === m) return lastDraft.profile;
    let draft = drafts.get(m);
    if (!draft) {
      const profile = profileOf(m);
      let total = 0;
      for (const value of profile.weights) total += value;
      const places = new Map(profile.terms.map((term, i) => [term, i]));
      if (shared.length < places.size) shared = new Float64Array(2 * places.size);
      const { terms, weights, noun, measures, modifiers, dates } = profile;
      draft = { terms, weights, noun, measures, modifiers, dates, places, total };
      drafts.set(m, draft);
    }
    lastDraft = { mention: m, profile: draft };
    return draft;
  }

  /** Share of the draft mention's near context that the source mention's near context has. */
  function localShare(a: DraftProfile, b: Profile): number {
    const size = a.weights.length;
    shared.fill(0, 0, size);
    for (let i = 0; i < b.terms.length; i++) {
      const at = a.places.get(b.terms[i] as string);
      if (at !== undefined) shared[at] = (b.weights[i] as number) * WEIGHTS.forgive;
    }
    let sum = 0;
    for (let i = 0; i < size; i++) sum += Math.min(a.weights[i] as number, shared[i] as number);
    return a.total > 0 ? sum / a.total : 0;
  }

  function sharesOf(draft: SentenceContext): DraftSentence {
    if (lastShares?.context !== draft) {
      const terms = [...draft.bag].map((term) => ({ term, weight: weight(term) }));
      const total = terms.reduce((sum, term) => sum + term.weight, 0);
      lastShares = {
        context: draft,
        terms,
        total,
        shares: new Map(),
        passages: new Map(),
        near: retrieval.shares(draft),
      };
    }
    return lastShares;
  }

  /** Share of the draft sentence's terms that the source sentence has; asked for once for each pair of sentences. */
  function sentenceShare(draft: SentenceContext, source: SentenceContext): number {
    const { terms, total, shares, near } = sharesOf(draft);
    const known = near?.get(source) ?? shares.get(source);
    if (known !== undefined) return known;
    let common = 0;
    for (const { term, weight: value } of terms) if (source.bag.has(term)) common += value;
    const share = total > 0 ? common / total : 0;
    shares.set(source, share);
    return share;
  }

  function passageShare(draft: SentenceContext, { here, previous, next }: Surroundings): number {
    const { terms, total, passages } = sharesOf(draft);
    const known = passages.get(here);
    if (known !== undefined) return known;
    let common = 0;
    for (const { term, weight: value } of terms)
      if (here.bag.has(term) || previous?.bag.has(term) || next?.bag.has(term)) common += value;
    const share = total > 0 ? common / total : 0;
    passages.set(here, share);
    return share;
  }

  function compareFrames(draft: LocatedMention, source: LocatedMention): FrameBinding {
    if (lastFrame?.mention !== draft) lastFrame = { mention: draft, frame: frameOf(draft) };
    const a = lastFrame.frame;
    const b = frameOf(source);
    const before = commonRun(a.before, b.before);
    const after = commonRun(a.after, b.after);
    return { before, after, frameContent: contentOf(a.before, before) + contentOf(a.after, after) };
  }

  function commonThings(draft: LocatedMention, source: LocatedMention): number {
    const counted = draft.mention.kind === 'quantity' ? nounTerm(draft.mention) : undefined;
    const names = namesOf(draft);
    const things = new Set<string | number>();
    for (const term of draft.context.bag)
      if (term !== counted && source.context.bag.has(term)) things.add(names.get(term) ?? term);
    return things.size;
  }

  return {
    rankOf: index.rankOf,
    frame: compareFrames,
    common: commonThings,
    passage: passageShare,
    noun: (draft, source) => nounAgreement(draftProfileOf(draft), profileOf(source)),
    mayReach(draft, source, score) {
      const a = draftProfileOf(draft);
      const b = profileOf(source);
      const sentence = sentenceShare(draft.context, source.context);
      // A term counts near the mention for no more than it counts in the sentence.
      const local = a.total > 0 ? Math.min(1, (sentence * sharesOf(draft.context).total) / a.total) : 0;
      const most =
        WEIGHTS.local * local +
        WEIGHTS.sentence * sentence +
        WEIGHTS.noun * nounAgreement(a, b) +
        (a.dates.length > 0 && b.dates.length > 0 ? WEIGHTS.time : 0) +
        ROUNDING;
      if (most + WEIGHTS.frame * 2 * FRAME < score) return false;
      const { before, after } = compareFrames(draft, source);
      return most + WEIGHTS.frame * (before + after) >= score;
    },
    bind(draft, source) {
      const { before, after, frameContent } = compareFrames(draft, source);
      const a = draftProfileOf(draft);
      const b = profileOf(source);
      const local = localShare(a, b);
      const sentence = sentenceShare(draft.context, source.context);
      const noun = nounAgreement(a, b);
      const time = timeAgreement(a, b);
      const score =
        WEIGHTS.local * local +
        WEIGHTS.sentence * sentence +
        WEIGHTS.noun * noun +
        WEIGHTS.time * time +
        WEIGHTS.frame * (before + after);
      return { score, local, sentence, noun, time, before, after, frameContent };
    },
  };
}

interface DraftSentence {
  readonly context: SentenceContext;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  readonly total: number;
  readonly shares: Map<SentenceContext, number>;
  readonly passages: Map<SentenceContext, number>;
  /** Shares that the retrieval has worked out already. */
  readonly near: ReadonlyMap<SentenceContext, number> | undefined;
}
