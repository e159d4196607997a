import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { DateMention, QuantityMention } from '../mentions/mention.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention, SentenceContext, Term } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { headWord, isPersonTerm, isStopWord, termOf } from '../sources/vocabulary.ts';
import { compareDate, resolveDate } from './compareDate.ts';
import { isDateline } from './dateline.ts';
import { WEIGHTS } from './weights.ts';

/** How well a draft mention and a source mention are about the same thing, with the parts that add up to the score. */
export interface Binding {
  readonly score: number;
  /** Share of the draft mention's near context that the source mention's near context has. */
  readonly local: number;
  /** Share of the draft sentence's terms that the source sentence has. */
  readonly sentence: number;
  /** 1 same counted noun, 0.7 people against people of one kind, -1 another one, 0 unknown. */
  readonly noun: number;
  /** 1 a date of the clause agrees, -1 it contradicts, 0 unknown. */
  readonly time: number;
  /** Words directly before and after that are the same, function words included; how verbatim the place is. */
  readonly before: number;
  readonly after: number;
  /** Content words among those. */
  readonly frameContent: number;
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

/** Scores pairs of mentions; keeps the profile of each mention it has seen. */
export interface Binder {
  bind(draft: LocatedMention, source: LocatedMention): Binding;
}

interface Profile {
  /** Weight of each term by its nearness to the mention. */
  readonly near: ReadonlyMap<string, number>;
  readonly nearTotal: number;
  readonly noun: string | undefined;
  readonly modifiers: ReadonlySet<string>;
  readonly dates: readonly DateMention[];
  /** The words around the mention, nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Words on each side that make the frame of a mention. */
const FRAME = 4;

/** Words that only carry tense: "was sentenced" frames like "is sentenced". */
const TENSE = new Set('is was are were be been being has have had will would the a an'.split(' '));

/** The comparable words around a mention in its sentence, nearest first on each side. */
function frameOf(m: LocatedMention): { before: string[]; after: string[] } {
  const { tokens } = (m.document.blocks[m.block] as AnalysedBlock).block;
  const { mention, context } = m;
  const start = mention.kind === 'name' && mention.honorific ? mention.honorific.start : mention.start;
  const low = firstFrom(tokens, start);
  const word = (at: number): string | undefined => {
    const t = tokens[at];
    if (!t || t.start < context.start || t.end > context.end) return undefined;
    if (t.kind === 'number') return t.text;
    return t.kind === 'word' && !TENSE.has(t.lower) ? termOf(t.lower) : '';
  };
  const walk = (from: number, step: 1 | -1): string[] => {
    const found: string[] = [];
    for (let at = from; found.length < FRAME; at += step) {
      const next = word(at);
      if (next === undefined) break;
      if (next !== '' && (step < 0 || (tokens[at]?.start ?? 0) >= mention.end)) found.push(next);
    }
    return found;
  };
  return { before: walk(low - 1, -1), after: walk(low, 1) };
}

/** How many of the nearest words are the same. */
function commonRun(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** Nouns that name a sum and not what is counted: "the total reaches 156". */
const SUMMING = new Set(['total', 'toll', 'tally', 'number', 'count', 'sum', 'figure', 'amount']);

const nounTerm = (q: QuantityMention): string | undefined => {
  const word = headWord(q.noun);
  return word && !isStopWord(word) && !SUMMING.has(word) ? termOf(word) : undefined;
};

/** Terms on each side of a mention that can still be near it; a sentence of thousands of words is no sentence. */
const REACH_TERMS = 60;
/** Dates of one sentence that are compared with those of another. */
const MOST_DATES = 6;

/** The terms around a mention, and those of the heads of its table cell. */
function termsAround(m: LocatedMention): readonly Term[] {
  const { terms, heads } = m.context;
  if (terms.length <= 2 * REACH_TERMS || heads.size > 0) return terms;
  const low = firstFrom(terms, m.mention.start);
  return terms.slice(Math.max(0, low - REACH_TERMS), low + REACH_TERMS);
}

/** Creates a binder for one source index. */
export function createBinder(index: SourceIndex): Binder {
  const profiles = new WeakMap<LocatedMention, Profile>();
  const shares = new WeakMap<SentenceContext, WeakMap<SentenceContext, number>>();
  const weight = (term: string) => index.rarity(term);

  function profileOf(m: LocatedMention): Profile {
    const known = profiles.get(m);
    if (known) return known;
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
    let nearTotal = 0;
    for (const v of near.values()) nearTotal += v;
    const q = m.mention.kind === 'quantity' ? m.mention : undefined;
    const mentions = m.document.blocks[m.block]?.mentions ?? [];
    const profile: Profile = {
      ...frameOf(m),
      near,
      nearTotal,
      noun: q && nounTerm(q),
      modifiers: new Set((q?.noun?.modifiers ?? []).map((w) => termOf(w.toLowerCase()))),
      dates: m.context.mentions
        .flatMap((i) => {
          const other = mentions[i];
          return other?.kind === 'date' && other !== m.mention && !isDateline(m, other) ? [other] : [];
        })
        .slice(0, MOST_DATES),
    };
    profiles.set(m, profile);
    return profile;
  }

  /** Share of the draft sentence's terms that the source sentence has; asked for once for each pair of sentences. */
  function sentenceShare(draft: SentenceContext, source: SentenceContext): number {
    let row = shares.get(draft);
    if (!row) {
      row = new WeakMap();
      shares.set(draft, row);
    }
    const known = row.get(source);
    if (known !== undefined) return known;
    let total = 0;
    let common = 0;
    for (const term of draft.bag) {
      const value = weight(term);
      total += value;
      if (source.bag.has(term)) common += value;
    }
    const share = total > 0 ? common / total : 0;
    row.set(source, share);
    return share;
  }

  function timeAgreement(draft: LocatedMention, source: LocatedMention, a: Profile, b: Profile): number {
    if (a.dates.length === 0 || b.dates.length === 0) return 0;
    let differs = false;
    for (const d of a.dates) {
      for (const s of b.dates) {
        const result = compareDate(
          resolveDate(d, draft.document.dateline),
          resolveDate(s, source.document.dateline),
        );
        if (result.kind === 'same') return 1;
        if (result.kind === 'differs') differs = true;
      }
    }
    return differs && a.dates.length === 1 && b.dates.length === 1 ? -1 : 0;
  }

  function nounAgreement(a: Profile, b: Profile): number {
    if (!a.noun || !b.noun) return 0;
    if (a.noun === b.noun) return 1;
    // "123 individuals" may be "123 prisoners": the wider word for the narrower one, not one kind for another
    if (a.noun === '=people' ? isPersonTerm(b.noun) : b.noun === '=people' && isPersonTerm(a.noun))
      return 0.7;
    if (a.modifiers.has(b.noun) || b.modifiers.has(a.noun)) return 0;
    return -1;
  }

  return {
    bind(draft, source) {
      const a = profileOf(draft);
      const b = profileOf(source);
      let shared = 0;
      for (const [term, value] of a.near) {
        const other = b.near.get(term);
        if (other !== undefined) shared += Math.min(value, other * WEIGHTS.forgive);
      }
      const local = a.nearTotal > 0 ? shared / a.nearTotal : 0;
      const sentence = sentenceShare(draft.context, source.context);
      const noun = nounAgreement(a, b);
      const time = timeAgreement(draft, source, a, b);
      const before = commonRun(a.before, b.before);
      const after = commonRun(a.after, b.after);
      const score =
        WEIGHTS.local * local +
        WEIGHTS.sentence * sentence +
        WEIGHTS.noun * noun +
        WEIGHTS.time * time +
        WEIGHTS.frame * (before + after);
      let frameContent = 0;
      for (let i = 0; i < before; i++) if (!isStopWord(a.before[i] as string)) frameContent++;
      for (let i = 0; i < after; i++) if (!isStopWord(a.after[i] as string)) frameContent++;
      return { score, local, sentence, noun, time, before, after, frameContent };
    },
  };
}
