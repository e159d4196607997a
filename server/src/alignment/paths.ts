import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { SentenceContext } from '../sources/context.ts';
import type { Span } from '../text/span.ts';
import { nameStart } from './clauseWords.ts';
import { perSentence } from './perSentence.ts';
import { isMove, verbTerm } from './verbs.ts';

/** "from A to B" in any order of telling: from the old to the new, or from here to there. Indexes into the block's mentions. */
export interface Path {
  readonly kind: 'quantity' | 'name';
  readonly from: number;
  readonly to: number;
  /** From the first word of it to the last. */
  readonly words: Span;
  /** The verb of what goes there ("moved", "transferred"), in the form in which it is compared. */
  readonly move?: string | undefined;
  /** The dates that stand with the two. */
  readonly fromDate?: number | undefined;
  readonly toDate?: number | undefined;
}

/** Tokens between the two, and between the verb and the first. */
const MOST_BETWEEN = 6;
const REACH = 10;
/** Mentions of one sentence; a sentence of more is a list. */
const MOST_MENTIONS = 40;

const NONE: readonly Path[] = [];

/** What goes from one value or name to another in a sentence. */
export const pathsIn = perSentence(readPaths);

const startOf = (m: LocalMention): number => (m.kind === 'name' ? nameStart(m) : m.start);

/** Where a value ends with what it counts. */
const endOf = (m: LocalMention): number =>
  m.kind === 'quantity' ? Math.max(m.end, m.noun?.end ?? 0) : m.end;

interface Sentence {
  readonly tokens: readonly Token[];
  readonly mentions: readonly LocalMention[];
  readonly context: SentenceContext;
}

function readPaths({ block, mentions }: AnalysedBlock, context: SentenceContext): readonly Path[] {
  if (context.mentions.length < 2 || context.mentions.length > MOST_MENTIONS) return NONE;
  const { tokens } = block;
  const sentence = { tokens, mentions, context };
  const paths: Path[] = [];
  for (let i = firstFrom(tokens, context.start); i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.start >= context.end) break;
    if (token.lower !== 'from') continue;
    const path = pathAt(i, sentence);
    if (path) paths.push(path);
  }
  return paths.length > 0 ? paths : NONE;
}

/** The value or name that begins directly at a token, "the" and "about" before it. */
function mentionFrom(i: number, { tokens, mentions, context }: Sentence): number | undefined {
  for (let at = i; at < i + 3; at++) {
    const token = tokens[at];
    if (!token) return undefined;
    const found = context.mentions.find((m) => {
      const mention = mentions[m] as LocalMention;
      const isOne = mention.kind === 'quantity' || mention.kind === 'name';
      return isOne && startOf(mention) <= token.start && token.start < mention.end;
    });
    if (found !== undefined) return found;
    if (!/^(?:the|a|an|about|some|around|its|their)$/.test(token.lower)) return undefined;
  }
  return undefined;
}

function isAlike(a: LocalMention, b: LocalMention): boolean {
  if (a.kind === 'name') return b.kind === 'name';
  return (
    a.kind === 'quantity' &&
    b.kind === 'quantity' &&
    a.dimension === b.dimension &&
    a.high === undefined &&
    b.high === undefined
  );
}

/** "to" behind the old one, with what stands between; undefined where something else comes first. */
function linkBehind(end: number, word: string, { tokens, mentions, context }: Sentence, old: number) {
  let date: number | undefined;
  for (let i = firstFrom(tokens, end), n = 0; n <= MOST_BETWEEN; i++, n++) {
    const token = tokens[i];
    if (!token || token.end > context.end || /^[;:—–]$/.test(token.text)) return undefined;
    if (token.lower === word) return { at: i, date, between: n };
    const inside = context.mentions.find((m) => {
      const mention = mentions[m] as LocalMention;
      return m !== old && mention.start <= token.start && token.start < mention.end;
    });
    const mention = inside === undefined ? undefined : mentions[inside];
    if (mention?.kind === 'date') date = inside;
    else if (mention) return undefined;
    if (/^(?:and|but|or|while|from|which|who)$/.test(token.lower)) return undefined;
  }
  return undefined;
}

function pathAt(i: number, sentence: Sentence): Path | undefined {
  const { tokens, mentions, context } = sentence;
  const from = mentionFrom(i + 1, sentence);
  const old = from === undefined ? undefined : mentions[from];
  if (from === undefined || !old) return undefined;
  const isName = old.kind === 'name';
  const behind = linkBehind(endOf(old), 'to', sentence, from);
  const after = behind && mentionFrom(behind.at + 1, sentence);
  const next = after === undefined ? undefined : mentions[after];
  if (behind && after !== undefined && next && isAlike(old, next)) {
    if (isName && behind.between > 0) return undefined;
    const start = (tokens[i] as Token).start;
    const dates = { fromDate: behind.date, toDate: dateBehind(next, sentence) };
    return { ...pathOf(from, after, { start, end: next.end }, i, sentence), ...dates };
  }
  // "to 7,450 from 9,200", "7,450, from 9,200", "to Bradford from Leeds"
  const first = tokens[i] as Token;
  const before = context.mentions.findLast((m) => {
    const mention = mentions[m] as LocalMention;
    return mention.end <= first.start && (mention.kind === 'quantity' || mention.kind === 'name');
  });
  const young = before === undefined ? undefined : (mentions[before] as LocalMention);
  if (before === undefined || !young || !isAlike(old, young)) return undefined;
  const link = linkBehind(endOf(young), 'from', sentence, before);
  if (!link || link.at !== i) return undefined;
  const low = firstFrom(tokens, startOf(young));
  const led = tokens[low - 1]?.lower === 'to' || tokens[low - 2]?.lower === 'to';
  // "7,450, from 9,200", "7,450, up from 9,200"
  if (!led && (isName || link.between > 2 || tokens[i - link.between]?.text !== ',')) return undefined;
  if (isName && link.between > 0) return undefined;
  const start = led
    ? (tokens[tokens[low - 1]?.lower === 'to' ? low - 1 : low - 2] as Token).start
    : young.start;
  const dates = { fromDate: dateBehind(old, sentence), toDate: link.date };
  return {
    ...pathOf(from, before, { start, end: old.end }, firstFrom(tokens, start), sentence),
    ...dates,
  };
}

/** "from 9,200 to 7,450 in 2025". */
function dateBehind(last: LocalMention, { tokens, mentions, context }: Sentence): number | undefined {
  const at = firstFrom(tokens, endOf(last));
  const first = tokens[at];
  const start = first && (/^(?:in|on|by|for|at)$/.test(first.lower) ? tokens[at + 1] : first)?.start;
  return context.mentions.find((m) => {
    const mention = mentions[m] as LocalMention;
    return mention.kind === 'date' && mention.start === start;
  });
}

function pathOf(
  from: number,
  to: number,
  span: Span,
  at: number,
  { tokens, mentions, context }: Sentence,
): Path {
  const kind = mentions[from]?.kind === 'name' ? 'name' : 'quantity';
  return {
    kind,
    from,
    to,
    words: span,
    move: kind === 'name' ? moveBefore(at, tokens, context) : undefined,
  };
}

/** The verb, or the noun of one, that says what goes: "moved its head office from". */
function moveBefore(at: number, tokens: readonly Token[], context: SentenceContext): string | undefined {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    const token = tokens[i] as Token;
    if (token.start < context.start || /^[;:—–]$/.test(token.text)) return undefined;
    if (token.kind !== 'word' || token.text !== token.lower) continue;
    const term = verbTerm(token.lower);
    if (isMove(term)) return term;
  }
  return undefined;
}
