import type { LocalMention, NameMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { SentenceContext } from '../sources/context.ts';
import { isStopWord, termOf } from '../sources/vocabulary.ts';
import { foldName } from '../text/fold.ts';
import { isInPhrase, isPossessive, nameStart } from './clauseWords.ts';

/** A sentence laid out for reading the ranks in it. */
export interface RankSentence {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly from: number;
  /** Index behind its last token. */
  readonly to: number;
  readonly mentions: readonly LocalMention[];
  readonly context: SentenceContext;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const ADVERBS = words('by far still now also currently already easily comfortably today officially');
const LINKS = words('is was are were remains remained became becomes');
const PAST = words('was were remained became had');

/** Nouns of a holder, and tokens of an aside. */
const MOST_TAIL = 3;
const ASIDE = 18;

/** The form in which a token is compared. */
export const termOfToken = ({ lower, kind, text }: Token): string =>
  kind === 'number' ? text : termOf(foldName(lower));

/** Index of the name that a token is a word of. */
export const nameAt = (token: Token | undefined, { mentions, context }: RankSentence): number | undefined =>
  token &&
  context.mentions.find((m) => {
    const mention = mentions[m] as LocalMention;
    return mention.kind === 'name' && mention.start <= token.start && token.start < mention.end;
  });

/** Who holds a rank, and when. */
export interface Holder {
  /** Index of its name in the block; undefined for "it" at the start of the sentence. */
  readonly holder: number | undefined;
  /** Nouns that belong to the name ("viaduct" of "the Harrow viaduct"). */
  readonly tail: string;
  readonly past: boolean;
}

/** The name whose noun phrase ends before token `end`; an aside behind it does not count. */
function subjectBefore(
  end: number,
  sentence: RankSentence,
  phrases: boolean,
): Pick<Holder, 'holder' | 'tail'> | undefined {
  const { tokens, from, text, mentions } = sentence;
  let i = end - 1;
  const mark = tokens[i]?.text;
  if (mark === ',' || mark === ')') {
    const open = mark === ',' ? ',' : '(';
    let k = i - 1;
    while (k >= from && i - k <= ASIDE && tokens[k]?.text !== open) k--;
    if (k < from || i - k > ASIDE) return undefined;
    i = k - 1;
  }
  const tail: string[] = [];
  for (; i >= from && tail.length <= MOST_TAIL; i--) {
    const token = tokens[i] as Token;
    const name = nameAt(token, sentence);
    if (name !== undefined) {
      const mention = mentions[name] as NameMention;
      if (isPossessive(text, mention.end) || isInPhrase(nameStart(mention), tokens, from)) return undefined;
      return { holder: name, tail: tail.join(' ') };
    }
    if (phrases && token.lower === 'it' && i === from && tail.length === 0)
      return { holder: undefined, tail: '' };
    if (token.kind !== 'word' || token.text !== token.lower || isStopWord(token.lower)) return undefined;
    tail.unshift(termOfToken(token));
  }
  return undefined;
}

/** "Northfield is (still) the largest": the link directly before the rank, and the subject before it. */
function linkedHolder(start: number, sentence: RankSentence): Holder | undefined {
  const { tokens, from } = sentence;
  let i = start - 1;
  while (i >= from && ADVERBS.has((tokens[i] as Token).lower)) i--;
  const link = tokens[i]?.lower ?? '';
  let past = PAST.has(link);
  if (link === 'been') {
    i--;
    const have = tokens[i]?.lower ?? '';
    if (have !== 'has' && have !== 'have' && have !== 'had') return undefined;
    past = have === 'had';
  } else if (!LINKS.has(link)) return undefined;
  let end = i;
  while (end - 1 >= from && ADVERBS.has((tokens[end - 1] as Token).lower)) end--;
  const subject = subjectBefore(end, sentence, true);
  return subject && { ...subject, past };
}

/** "Northfield, the largest operator in the north, …". */
function precedingHolder(start: number, end: number, sentence: RankSentence): Holder | undefined {
  const { tokens, to } = sentence;
  const mark = tokens[start - 1]?.text ?? '';
  if (!/^[,(–—]$/.test(mark)) return undefined;
  const close = tokens[end];
  if (close && end < to && !/^[,).–—;:]$/.test(close.text)) return undefined;
  const subject = subjectBefore(start - 1, sentence, false);
  return subject?.holder === undefined ? undefined : { ...subject, past: false };
}

/** "the largest operator in the north, Northfield, …", "the largest employer is Northfield". */
function followingHolder(end: number, sentence: RankSentence): Holder | undefined {
  const { tokens, to, mentions, text } = sentence;
  const link = tokens[end];
  const isLink = link?.lower === 'is' || link?.lower === 'was';
  const start = tokens[isLink || link?.text === ',' ? end + 1 : end];
  const at =
    start && start.start < (tokens[to]?.start ?? Number.POSITIVE_INFINITY)
      ? nameAt(start, sentence)
      : undefined;
  if (at === undefined) return undefined;
  const mention = mentions[at] as NameMention;
  if (mention.start !== start?.start || isPossessive(text, mention.end)) return undefined;
  const behind = firstFrom(tokens, mention.end);
  const next = tokens[behind];
  const isEnd = !next || behind >= to || next.kind === 'punctuation';
  if (isLink || link?.text === ',') {
    if (!isEnd || next?.text === '-') return undefined;
    // "in Bradford, Leeds, York and Hull"
    if (!isLink && next?.text === ',' && nameAt(tokens[behind + 1], sentence) !== undefined) return undefined;
  } else if (!isEnd && !(next && isStopWord(next.lower) && next.lower !== 'and' && next.lower !== 'or'))
    return undefined;
  return { holder: at, tail: '', past: link?.lower === 'was' };
}

/** Who holds the rank whose words stand from `start` to token `end`: a subject, or a name beside it. */
export const holderOf = (start: number, end: number, sentence: RankSentence): Holder | undefined =>
  linkedHolder(start, sentence) ?? precedingHolder(start, end, sentence) ?? followingHolder(end, sentence);
