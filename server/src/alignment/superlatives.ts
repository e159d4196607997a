import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { readSuperlative, type Superlative, superlativeSign } from '../mentions/lexiconSuperlatives.ts';
import { verbForms } from '../mentions/lexiconVerbs.ts';
import type { LocalMention, NameMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { SentenceContext } from '../sources/context.ts';
import { isStopWord, termOf } from '../sources/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { isDenial, isSupposed } from './clauseWords.ts';
import { perSentence } from './perSentence.ts';
import { holderOf, nameAt, type RankSentence, termOfToken } from './rankHolder.ts';

/** "X is the second-largest operator in the north": of whom a rank is told, and among what. */
export interface SuperlativeClaim {
  /** What the word may measure, and at which end. */
  readonly readings: readonly Superlative[];
  /** 1 for "the largest", 2 for "the second-largest". */
  readonly rank: number;
  /** Index of the mention of the rank in the block; absent for the first. */
  readonly ordinal?: number | undefined;
  /** The superlative word, "most" with its adjective. */
  readonly word: Span;
  /** Last word of what is ranked, and the words before it; empty in "the longest in the county". */
  readonly head: string;
  readonly modifiers: ReadonlySet<string>;
  /** Terms of "in the north", "since 2008", "Bradford's". */
  readonly limits: ReadonlySet<string>;
  /** The name that holds the rank: index into the block's mentions; undefined for "it" at the start of the sentence. */
  readonly holder: number | undefined;
  /** Nouns that belong to the name ("viaduct" of "the Harrow viaduct"). */
  readonly tail: string;
  readonly past: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const LIMITS = words(
  'in of on at for since from among outside within across ever by under over around throughout to',
);
/** Words that make a rank one of many, of another time, or a matter of opinion. */
const LOOSE = words(
  'once formerly previously until before then former arguably probably reportedly one among joint jointly equal tied nominally ' +
    'claims claimed claim considered regarded described thought believed set become longer fear feared',
);

/** "The largest after TransRegio" is the second-largest. */
const EXCEPT = words('after behind except excluding besides bar barring apart aside save but next other');

/** Words of what is ranked, words of its limits, and tokens looked at before. */
const MOST_HEAD = 6;
const MOST_LIMITS = 14;
const REACH = 10;
const MOST_MENTIONS = 40;
/** Superlatives of one sentence that are read. */
const MOST_RANKS = 12;

const NONE: readonly SuperlativeClaim[] = [];

/** The superlatives of a sentence whose holder is plain. */
export const superlativesIn = perSentence(readClaims);

function readClaims(
  { block, mentions }: AnalysedBlock,
  context: SentenceContext,
): readonly SuperlativeClaim[] {
  if (context.mentions.length > MOST_MENTIONS) return NONE;
  const { tokens, text } = block;
  const from = firstFrom(tokens, context.start);
  const to = firstFrom(tokens, context.end);
  const sentence = { tokens, text, from, to, mentions, context };
  const claims: SuperlativeClaim[] = [];
  let seen = 0;
  for (let i = from; i < to && seen < MOST_RANKS; i++) {
    const { lower } = tokens[i] as Token;
    const sign = superlativeSign(lower);
    const readings = readSuperlative(lower);
    if (sign !== undefined || readings) seen++;
    const adjective = tokens[i + 1];
    if (sign !== undefined && adjective?.kind === 'word' && !isStopWord(adjective.lower)) {
      const claim = readClaim(i, i + 2, [{ scale: termOf(adjective.lower), sign }], sentence);
      if (claim) claims.push(claim);
      continue;
    }
    const claim = readings && readClaim(i, i + 1, readings, sentence);
    if (claim) claims.push(claim);
  }
  return claims.length > 0 ? claims : NONE;
}

/** "the", "the county's", "Bradford's" before a rank; undefined for another beginning ("its", "one of the", "two"). */
function determiner(
  at: number,
  { tokens, from }: RankSentence,
): { readonly start: number; readonly owner: readonly string[] } | undefined {
  const token = tokens[at];
  if (!token || at < from) return undefined;
  let start = at;
  const owner: string[] = [];
  if (token.lower !== 'the') {
    if (!/(?:['’]s|s['’])$/.test(token.text) && token.text !== "'" && token.text !== '’') return undefined;
    if (/^(?:it's|he's|she's|that's|there's|what's|who's)$/.test(token.lower)) return undefined;
    for (; start >= from && at - start < 4; start--) {
      const word = tokens[start] as Token;
      if (word.kind === 'punctuation' && start === at) continue;
      if (word.kind !== 'word' || isStopWord(word.lower)) break;
      owner.push(termOfToken(word));
    }
    if (tokens[start]?.lower !== 'the') start++;
    if (owner.length === 0) return undefined;
  }
  const before = tokens[start - 1]?.lower;
  return start > from && (before === 'of' || before === 'among' || before === 'between')
    ? undefined
    : { start, owner };
}

interface Ranked {
  readonly head: string;
  readonly modifiers: ReadonlySet<string>;
  /** Index of the token behind. */
  readonly end: number;
}

const isPlural = (word: string): boolean =>
  word.length > 3 && /[^suia']s$/.test(word) && !/^(?:series|species|news)$/.test(word);

/** "rail operator" behind "largest". */
function rankedFrom(first: number, sentence: RankSentence): Ranked | undefined {
  const { tokens, to } = sentence;
  const found: Token[] = [];
  let i = first;
  for (; i < to && found.length < MOST_HEAD; i++) {
    const token = tokens[i] as Token;
    if (token.text === '-' && !token.gap) continue;
    if (token.kind !== 'word' || isStopWord(token.lower)) break;
    const next = tokens[i + 1];
    const ends = !next || i + 1 >= to || next.kind !== 'word' || isStopWord(next.lower);
    // "the largest employer Northfield", "the largest employer based in Bradford"
    const name = nameAt(token, sentence);
    if (
      name !== undefined &&
      found.length > 0 &&
      (sentence.mentions[name] as NameMention).start === token.start
    ) {
      const behind = tokens[firstFrom(tokens, (sentence.mentions[name] as Span).end)];
      if (behind?.kind !== 'word' || isStopWord(behind.lower)) break;
    }
    if (found.length > 0 && ends && verbForms(token.lower).participle && LIMITS.has(next?.lower ?? '')) {
      i++;
      break;
    }
    found.push(token);
  }
  const last = found.at(-1);
  if (last && isPlural(last.lower)) return undefined;
  return {
    head: last ? termOfToken(last) : '',
    modifiers: new Set(found.slice(0, -1).map(termOfToken)),
    end: i,
  };
}

/** "in the north", "of the year", "since 2008", as terms. */
function limitsFrom(
  first: number,
  { tokens, to }: RankSentence,
): { readonly terms: readonly string[]; readonly end: number } {
  const terms: string[] = [];
  let i = first;
  let inside = false;
  for (; i < to && terms.length < MOST_LIMITS; i++) {
    const token = tokens[i] as Token;
    if (LIMITS.has(token.lower)) {
      inside = true;
      // "since 2008" is no "in 2008"
      if (
        token.lower === 'since' ||
        token.lower === 'ever' ||
        token.lower === 'outside' ||
        token.lower === 'by'
      )
        terms.push(token.lower);
      continue;
    }
    if (!inside) break;
    if (token.text === '-' && !token.gap) continue;
    if (/^(?:the|a|an|its|their|all|any)$/.test(token.lower)) continue;
    const next = tokens[i + 1];
    if (token.lower === 'and' && next && /^\p{Lu}/u.test(next.text)) continue;
    if (token.kind === 'punctuation' || isStopWord(token.lower)) break;
    terms.push(termOfToken(token));
  }
  return { terms, end: i };
}

function readClaim(
  at: number,
  behind: number,
  readings: readonly Superlative[],
  sentence: RankSentence,
): SuperlativeClaim | undefined {
  const { tokens, from, to, mentions, context } = sentence;
  const first = tokens[at] as Token;
  let low = at;
  if (tokens[low - 1]?.text === '-' && low - 1 > from) low--;
  const before = tokens[low - 1];
  const ordinal = context.mentions.find((m) => {
    const mention = mentions[m] as LocalMention;
    return (
      mention.kind === 'quantity' &&
      before !== undefined &&
      mention.number.start <= before.start &&
      before.start < mention.number.end
    );
  });
  const number = ordinal === undefined ? undefined : mentions[ordinal];
  if (number && (number.kind !== 'quantity' || number.dimension !== 'ordinal')) return undefined;
  if (low < at && !number) return undefined;
  const rankAt = number ? firstFrom(tokens, number.number.start) : low;
  const lead = determiner(rankAt - 1, sentence);
  const ranked = lead && rankedFrom(behind, sentence);
  if (!ranked) return undefined;
  const { terms, end } = limitsFrom(ranked.end, sentence);
  for (let i = Math.max(from, lead.start - REACH); i < to; i++) {
    const token = tokens[i] as Token;
    if (isDenial(token) || token.text === '?' || LOOSE.has(token.lower)) return undefined;
    if (i < lead.start && isSupposed(token)) return undefined;
  }
  const behindAll = tokens[tokens[end]?.text === ',' ? end + 1 : end]?.lower ?? '';
  if (!number && EXCEPT.has(behindAll)) return undefined;
  const holder = holderOf(lead.start, end, sentence);
  if (!holder) return undefined;
  return {
    readings,
    rank: number?.value ?? 1,
    ordinal: number && ordinal,
    word: { start: first.start, end: (tokens[behind - 1] as Token).end },
    head: ranked.head,
    modifiers: ranked.modifiers,
    limits: new Set([...lead.owner, ...terms]),
    ...holder,
  };
}
