import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { DateMention, LocalMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { LocatedMention } from '../sources/context.ts';
import { termOf } from '../sources/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { Binding } from './binding.ts';
import { compareDate, resolveDate } from './compareDate.ts';

/** A sentence with more values of one kind than this is a list that nobody reads as clauses. */
const MOST_PEERS = 12;
const MOST_MENTIONS = 60;
/** Content words that a clause must have alone, where no name tells whose value it is. */
const OWN_WORDS = 2;

/** How strongly a token parts two clauses; the strongest between two values is the border. */
function strength(token: Token): number {
  switch (token.lower) {
    case ';':
      return 4;
    case 'while':
    case 'whereas':
    case 'but':
    case 'compared':
    case 'against':
    case 'versus':
      return 3;
    case ',':
      return 2;
    case 'and':
    case 'after':
    case 'before':
    case 'when':
      return 1;
    default:
      return 0;
  }
}

/** The other values of the mention's kind in its sentence, itself included, in order. */
function peersOf(m: LocatedMention): readonly LocalMention[] {
  const mentions = m.document.blocks[m.block]?.mentions ?? [];
  const { kind } = m.mention;
  const dimension = m.mention.kind === 'quantity' ? m.mention.dimension : undefined;
  return m.context.mentions
    .map((at) => mentions[at] as LocalMention)
    .filter((o) => o.kind === kind && (o.kind !== 'quantity' || o.dimension === dimension));
}

/** Where the clause of one value ends and that of the next begins; undefined when nothing but "and" parts them. */
function borderBetween(tokens: readonly Token[], a: Span, b: Span): number | undefined {
  let best = 0;
  let at: number | undefined;
  let words = 0;
  for (let i = firstFrom(tokens, a.end); i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.start >= b.start) break;
    const force = strength(token);
    if (force === 0 && token.kind === 'word') words++;
    if (force > best) {
      best = force;
      at = token.start;
    }
  }
  return words > 0 ? at : undefined;
}

/** True when the values of a sentence belong to its names by their order only. */
export const saysRespectively = ({ document, block, context }: LocatedMention): boolean =>
  /\brespectively\b/i.test(
    (document.blocks[block] as AnalysedBlock).block.text.slice(context.start, context.end),
  );

/**
 * The clause of one of several values of a sentence: from the border behind the value before it to the border before the
 * next. Undefined when the sentence is a mere list, or says "respectively".
 */
export function clauseOf(m: LocatedMention): Span | undefined {
  if (m.context.mentions.length > MOST_MENTIONS) return undefined;
  const peers = peersOf(m);
  if (peers.length > MOST_PEERS) return undefined;
  const { tokens } = (m.document.blocks[m.block] as AnalysedBlock).block;
  if (peers.length > 1 && saysRespectively(m)) return undefined;
  const at = peers.findIndex((o) => o.start === m.mention.start);
  const before = peers[at - 1];
  const after = peers[at + 1];
  const start = before ? borderBetween(tokens, before, m.mention) : m.context.start;
  const end = after ? borderBetween(tokens, m.mention, after) : m.context.end;
  return start === undefined || end === undefined ? undefined : { start, end };
}

interface Words {
  readonly all: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function wordsIn(m: LocatedMention, clause: Span): Words {
  const all = new Set<string>();
  for (const t of m.context.terms)
    if (t.start >= clause.start && t.end <= clause.end && t.end > t.start) all.add(t.term);
  const names = new Set<string>();
  const mentions = m.document.blocks[m.block]?.mentions ?? [];
  for (const at of m.context.mentions) {
    const mention = mentions[at];
    if (!mention || mention.start < clause.start || mention.end > clause.end || mention === m.mention)
      continue;
    if (mention.kind === 'name') for (const word of mention.words) names.add(termOf(word.toLowerCase()));
    // "9 basis points to 4.31% and 13 basis points to 3.79%": the other value tells which of the two is meant
    if (mention.kind === 'quantity' && mention.written.significant > 1) names.add(`#${mention.value}`);
  }
  return { all, names };
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>, without: ReadonlySet<string>): number => {
  let n = 0;
  for (const word of a) if (b.has(word) && !without.has(word)) n++;
  return n;
};

/**
 * True when the source sentence gives the claim's value to somebody or something else: of its two clauses, the one of the
 * other value has the claim's name (or, with no name to tell, two of its content words), and the one of the claim's value
 * has none of them.
 */
function belongsToOther(claim: LocatedMention, support: LocatedMention, other: LocatedMention): boolean {
  if (support.context !== other.context || support.context.heads.size > 0) return false;
  const clauses = [claim, support, other].map((m) => ({ m, clause: clauseOf(m) }));
  const [mine, here, there] = clauses.map(({ m, clause }) => clause && wordsIn(m, clause));
  if (!mine || !here || !there) return false;
  if (mine.names.size > 0 && there.names.size > 0 && here.names.size > 0) {
    const others = shared(here.names, here.names, new Set([...there.names, ...mine.names]));
    return (
      shared(mine.names, there.names, here.names) > 0 &&
      shared(mine.names, here.names, there.names) === 0 &&
      others > 0
    );
  }
  // "Kestrel was launched in 2022 and reached the asteroid in 2025": the subject is left out in the second clause
  const named =
    there.names.size === 0 || here.names.size === 0 ? new Set([...here.names, ...there.names]) : [];
  const free = new Set(named);
  const ownThere = shared(mine.all, there.all, new Set([...here.all, ...free]));
  const ownHere = shared(mine.all, here.all, new Set([...there.all, ...free]));
  // "1,240 died in 2024 and 310 in 2025": a clause that leaves its verb out shares the other's words
  const tellsElse = here.all.size - shared(here.all, mine.all, free) - shared(here.all, free, mine.all);
  return ownHere === 0 && ownThere >= OWN_WORDS && tellsElse >= OWN_WORDS;
}

/** A source value with how well the claim binds to it. */
interface Bound {
  readonly source: LocatedMention;
  readonly binding: Binding;
}

/** Another value; one that does not count says nothing against the claim's. */
interface Rival extends Bound {
  readonly counts: boolean;
}

/** Values of one sentence that are tried; the sentence of a hostile text may hold thousands. */
const MOST_RIVALS = 20;
/** Words around the claim's value that are the same as around its support: then it is no other's. */
const FRAMED = 2;

const datesOf = (m: LocatedMention, within: Span): readonly DateMention[] => {
  const mentions = m.document.blocks[m.block]?.mentions ?? [];
  return m.context.mentions.flatMap((at) => {
    const other = mentions[at];
    const inside = other?.kind === 'date' && other.start >= within.start && other.end <= within.end;
    return inside && other !== m.mention ? [other] : [];
  });
};

/** 1 when a date of the value's own clause is one of the claim's clause, -1 when they are others, 0 without dates. */
function clauseTime(claim: LocatedMention, m: LocatedMention): number {
  const mine = clauseOf(claim);
  const theirs = clauseOf(m);
  if (!mine || !theirs) return 0;
  let agreement = 0;
  for (const d of datesOf(claim, mine)) {
    for (const s of datesOf(m, theirs)) {
      const { kind } = compareDate(
        resolveDate(d, claim.document.dateline),
        resolveDate(s, m.document.dateline),
      );
      if (kind === 'same') return 1;
      if (kind === 'differs') agreement = -1;
    }
  }
  return agreement;
}

/** True when the source sentence gives the claim's value, and not the other one, to the claim's own time. */
export const isOfThisTime = (
  claim: LocatedMention,
  support: LocatedMention,
  other: LocatedMention,
): boolean =>
  support.context === other.context && clauseTime(claim, support) > 0 && clauseTime(claim, other) < 0;

/** The value that the source sentence of `support` gives to what the claim is about, where it gives the claim's to another. */
export function ownerOf<C extends Rival>(
  claim: LocatedMention,
  support: Bound,
  rivals: readonly C[],
): C | undefined {
  const { source, binding } = support;
  if (binding.before + binding.after >= FRAMED) return undefined;
  let tried = 0;
  return rivals.find(
    (rival) =>
      rival.source.context === source.context &&
      rival.counts &&
      rival.binding.score > binding.score &&
      rival.binding.noun >= Math.max(0, binding.noun) &&
      tried++ < MOST_RIVALS &&
      (belongsToOther(claim, source, rival.source) || isOfThisTime(claim, rival.source, source)),
  );
}

const RISES = termOf('rose');
const FALLS = termOf('fell');

/** True when something rises in the claim's clause and falls in that of the other value, or the other way round. */
export function tellsOpposite(claim: LocatedMention, other: LocatedMention): boolean {
  const [mine, theirs] = [claim, other].map((m) => {
    const clause = clauseOf(m);
    return clause && wordsIn(m, clause).all;
  });
  if (!mine || !theirs) return false;
  return (
    (mine.has(RISES) && !mine.has(FALLS) && theirs.has(FALLS) && !theirs.has(RISES)) ||
    (mine.has(FALLS) && !mine.has(RISES) && theirs.has(RISES) && !theirs.has(FALLS))
  );
}
