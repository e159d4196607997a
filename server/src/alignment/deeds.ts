import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { isRoleWord } from '../mentions/lexiconRoles.ts';
import { verbForms } from '../mentions/lexiconVerbs.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { SentenceContext } from '../sources/context.ts';
import { isStopWord, termOf } from '../sources/vocabulary.ts';
import type { Span } from '../text/span.ts';
import {
  DETERMINERS,
  isDenial,
  isInPhrase,
  isPossessive,
  isSupposed,
  nameStart,
  PREPOSITIONS,
} from './clauseWords.ts';
import { perSentence } from './perSentence.ts';
import { isReciprocal, verbTerm } from './verbs.ts';

/** What one name does to another: "Eadie succeeded Holm", "Holm was succeeded by Eadie". Indexes into the block's mentions. */
export interface Deed {
  readonly subject: number;
  readonly object: number;
  /** Who does it: the subject, or in the passive the object. */
  readonly agent: number;
  readonly patient: number;
  readonly verb: string;
  /** The verb with the preposition that belongs to it: two deeds with one key are the same. */
  readonly key: string;
  /** The verb with its auxiliaries and its preposition. */
  readonly words: Span;
  /** Denied, asked, supposed or wished: nothing can be said of it. */
  readonly open: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const BE = words('is was are were be been being');
const AUXILIARY = words(
  'is was are were be been being has have had having will then also later first eventually',
);
const ADVERB = words(
  'then also later first eventually finally now since already just again twice once soon both formally only',
);
const RELATIVE = words('who which that');
const TAKING = words('to from against over');
/** Names of one sentence that are read; a sentence of more is a list. */
const MOST_NAMES = 16;
/** Tokens looked at before a clause and within an aside. */
const REACH = 8;
const ASIDE = 16;
const MOST_ADVERBS = 5;
const MOST_LEAD = 5;

const NONE: readonly Deed[] = [];

/** What the names of a sentence do to each other, as far as it is told plainly. */
export const deedsIn = perSentence(readDeeds);

interface Sentence {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly from: number;
  /** Index behind its last token. */
  readonly to: number;
  readonly names: readonly { readonly at: number; readonly name: NameMention }[];
}

function readDeeds({ block, mentions }: AnalysedBlock, context: SentenceContext): readonly Deed[] {
  const names = context.mentions.flatMap((at) => {
    const name = mentions[at];
    return name?.kind === 'name' ? [{ at, name }] : [];
  });
  if (names.length < 2 || names.length > MOST_NAMES) return NONE;
  const { tokens, text } = block;
  const sentence: Sentence = {
    tokens,
    text,
    from: firstFrom(tokens, context.start),
    to: firstFrom(tokens, context.end),
    names,
  };
  const open = isOpenSentence(sentence);
  const deeds: Deed[] = [];
  names.forEach((_, i) => {
    deeds.push(...deedsOf(i, sentence, open));
  });
  return deeds.length > 0 ? deeds : NONE;
}

function isOpenSentence({ tokens, from, to }: Sentence): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (isDenial(token) || token.text === '?') return true;
  }
  return false;
}

/** Index behind an aside that opens at `at` (", 51,", "(51)"); undefined where it does not close. */
function behindAside(at: number, { tokens, to }: Sentence): number | undefined {
  const close = tokens[at]?.text === '(' ? ')' : ',';
  for (let i = at + 1; i < to && i - at <= ASIDE; i++) {
    const { text } = tokens[i] as Token;
    if (text === close) return i + 1;
    if (text === ';' || text === ':') return undefined;
  }
  return undefined;
}

const isAdverb = ({ lower }: Token): boolean => ADVERB.has(lower) || /^\p{L}{3,}ly$/u.test(lower);

interface VerbGroup {
  readonly start: number;
  readonly verb: Token;
  readonly passive: boolean;
  readonly preposition: string;
  readonly end: number;
  /** Index of the token behind the group. */
  readonly next: number;
}

/** "was later succeeded by", "will replace", "lost to" from token `first` on; `bare` where a participle may stand alone. */
function verbGroup(first: number, { tokens, to }: Sentence, bare: boolean): VerbGroup | undefined {
  let i = first;
  let be = false;
  let will = false;
  let adverbs = 0;
  for (; i < to; i++) {
    const token = tokens[i] as Token;
    if (isAdverb(token)) {
      if (++adverbs > MOST_ADVERBS) return undefined;
    } else if (AUXILIARY.has(token.lower)) {
      be = BE.has(token.lower);
      will ||= token.lower === 'will';
    } else if (token.lower === 'to' && be) will = true;
    else break;
  }
  const verb = tokens[i];
  if (!verb || i >= to || verb.kind !== 'word' || verb.text !== verb.lower || isStopWord(verb.lower))
    return undefined;
  const forms = verbForms(verb.lower);
  const isBase = will && !forms.gerund;
  if (!forms.finite && !isBase && !(forms.gerund && (bare || be))) return undefined;
  i++;
  let passive = false;
  const prepositions: string[] = [];
  for (; i < to && prepositions.length < 3; i++) {
    const { lower } = tokens[i] as Token;
    if (lower === 'with' || lower === 'and') return undefined;
    if (lower === 'by') {
      if (!forms.participle) return undefined;
      passive = true;
    } else if (!PREPOSITIONS.has(lower)) break;
    prepositions.push(lower);
  }
  if (passive && prepositions.length > 1) return undefined;
  if (be && !passive && forms.participle && !forms.gerund && !isBase) return undefined;
  const last = tokens[i - 1] as Token;
  return {
    start: (tokens[first] as Token).start,
    verb,
    passive,
    preposition: passive ? '' : prepositions.join(' '),
    end: last.end,
    next: i,
  };
}

/** The name that is the object behind a verb; undefined where something else is. */
function objectFrom(next: number, n: number, { tokens, to, names, text }: Sentence): number | undefined {
  const start = tokens[next]?.start;
  if (start === undefined) return undefined;
  const object = names.findIndex(({ name }, i) => i > n && name.start >= start);
  const found = names[object]?.name;
  if (!found) return undefined;
  const lead = nameStart(found);
  const at = firstFrom(tokens, found.start);
  if (at - next > MOST_LEAD && lead > start) return undefined;
  for (let i = next; i < at; i++) {
    const token = tokens[i] as Token;
    if (token.start >= lead) break;
    if (token.text === '-' || DETERMINERS.has(token.lower)) continue;
    if (token.kind !== 'word' || isStopWord(token.lower) || token.text !== token.lower) return undefined;
    if (isSupposed(token)) return undefined;
    if (!isRoleWord(token.lower) && verbForms(token.lower).participle) return undefined;
  }
  if (isPossessive(text, found.end)) return undefined;
  const behind = tokens[firstFrom(tokens, found.end)];
  const end = to < tokens.length ? (tokens[to] as Token).start : text.length;
  if (!behind || behind.start >= end || behind.kind === 'number') return object;
  if (behind.kind === 'punctuation') return behind.text === '-' || behind.text === '/' ? undefined : object;
  const isTime =
    /^(?:last|next|yesterday|today|tomorrow|tonight|early|late|earlier|later|here|twice|again)$/.test(
      behind.lower,
    );
  if (/^(?:and|or)$/.test(behind.lower)) return isListed(behind, tokens) ? undefined : object;
  const isName = names.some(({ name }) => name.start <= behind.start && behind.start < name.end);
  if (isName) return undefined;
  const isDay = /^\p{Lu}/u.test(behind.text);
  return isStopWord(behind.lower) || isTime || isAdverb(behind) || isDay ? object : undefined;
}

/** "Holm and Qadri": a list of names. */
function isListed(and: Token, tokens: readonly Token[]): boolean {
  const next = tokens[firstFrom(tokens, and.end)];
  return next !== undefined && (/^\p{Lu}/u.test(next.text) || DETERMINERS.has(next.lower));
}

/** Where a clause of a name may go on: behind "who", at a participle, or behind an aside. */
interface ClauseStart {
  readonly at: number;
  /** A participle stands alone there: ", succeeded by Eadie". */
  readonly bare: boolean;
}

function clausesOf(end: number, sentence: Sentence): readonly ClauseStart[] {
  const { tokens, to } = sentence;
  const at = firstFrom(tokens, end);
  const first = tokens[at];
  if (!first || at >= to) return [];
  if (first.lower === 'who') return [{ at: at + 1, bare: false }];
  if (first.text !== '(' && first.text !== ',') return [{ at, bare: false }];
  const starts: ClauseStart[] = [];
  const lead = tokens[at + 1];
  if (first.text === ',' && lead) {
    const { participle, gerund } = verbForms(lead.lower);
    if (RELATIVE.has(lead.lower)) starts.push({ at: at + 2, bare: false });
    else if ((participle && !AUXILIARY.has(lead.lower)) || gerund) starts.push({ at: at + 1, bare: true });
  }
  const behind = behindAside(at, sentence);
  if (behind !== undefined) starts.push({ at: behind, bare: false });
  return starts;
}

function deedsOf(n: number, sentence: Sentence, open: boolean): readonly Deed[] {
  const { tokens, text, names, from } = sentence;
  const { name } = names[n] as Sentence['names'][number];
  if (isPossessive(text, name.end) || isInPhrase(nameStart(name), tokens, from)) return NONE;
  return clausesOf(name.end, sentence).flatMap((start) => deedsAt(n, start, sentence, open));
}

/** What is handed over: "the house to" behind "sold", as the end of a verb that takes another name. */
interface Through {
  readonly key: string;
  readonly end: number;
  /** Index of the token behind. */
  readonly next: number;
}

const MOST_THROUGH = 7;

function throughFrom(first: number, { tokens, to, names }: Sentence): Through | undefined {
  let head: Token | undefined;
  for (let i = first; i < to && i - first < MOST_THROUGH; i++) {
    const token = tokens[i] as Token;
    if (TAKING.has(token.lower))
      return head && { key: `${termOf(head.lower)} ${token.lower}`, end: token.end, next: i + 1 };
    if (token.text === '-' || token.kind === 'number' || DETERMINERS.has(token.lower)) continue;
    if (token.kind !== 'word' || isStopWord(token.lower)) return undefined;
    const isName = names.some(({ name }) => name.start <= token.start && token.start < name.end);
    if (!isName && token.text !== token.lower) return undefined;
    head = token;
  }
  return undefined;
}

/** The deeds of one clause: what is done to its object, and to whom or from whom with it. */
function deedsAt(
  n: number,
  { at: start, bare }: ClauseStart,
  sentence: Sentence,
  open: boolean,
): readonly Deed[] {
  const group = verbGroup(start, sentence, bare);
  if (!group || (bare && !group.passive && !verbForms(group.verb.lower).gerund)) return NONE;
  const verb = verbTerm(group.verb.lower);
  if (isReciprocal(verb)) return NONE;
  const { tokens, names, from } = sentence;
  const { name, at } = names[n] as Sentence['names'][number];
  const low = firstFrom(tokens, nameStart(name));
  const supposed = tokens.slice(Math.max(from, low - REACH), group.next).some(isSupposed);
  const deedTo = (next: number, end: number, key: string): readonly Deed[] => {
    const object = objectFrom(next, n, sentence);
    if (object === undefined) return NONE;
    const other = (names[object] as Sentence['names'][number]).at;
    const [agent, patient] = group.passive ? [other, at] : [at, other];
    const words = { start: group.start, end };
    return [
      {
        subject: at,
        object: other,
        agent,
        patient,
        verb,
        key: `${verb} ${key}`,
        words,
        open: open || supposed,
      },
    ];
  };
  const through = group.passive || group.preposition ? undefined : throughFrom(group.next, sentence);
  return [
    ...deedTo(group.next, group.end, group.preposition),
    ...(through ? deedTo(through.next, through.end, through.key) : NONE),
  ];
}
