import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import {
  type Direction,
  type DirectionForm,
  type DirectionReading,
  readDirections,
} from '../mentions/lexiconDirections.ts';
import type { LocalMention, QuantityMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import { foldName } from '../text/fold.ts';
import { contains, type Span } from '../text/span.ts';
import { perSentence } from './perSentence.ts';

/** How a value belongs to a direction: "by 12", "to 12" or "from 12". */
export type ValueRole = 'by' | 'to' | 'from';

/** A value told with its direction: "fell 12 %", "a 12 % rise", "up from 12". Offsets into the block. */
export interface DirectedValue {
  readonly direction: Direction;
  readonly form: DirectionForm;
  /** Of the direction, turned round by a passive: "were beaten". */
  readonly sign: 1 | -1;
  /** The direction word. */
  readonly word: Span;
  readonly role: ValueRole;
  /** Terms before the word in its clause, and directly behind it. */
  readonly before: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
  /** Terms of what it is told of. */
  readonly metric: ReadonlySet<string>;
  /** Words of the names before the word and behind it: of who wins and who loses. */
  readonly namesBefore: ReadonlySet<string>;
  readonly namesBehind: ReadonlySet<string>;
  /** "might rise", "is expected to fall". */
  readonly open: boolean;
  /** "did not rise", "failed to fall", "rose less": nothing can be said of it. */
  readonly turned: boolean;
  /** Told of a loss, a cost or another direction: its rise is no rise of what is won. */
  readonly loss: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that may stand between a direction and its value. */
const BETWEEN = words(
  'by of about around some roughly approximately nearly almost over just under only exactly at least than more less a an the ' +
    'to from as much another further its their year on month quarter week annual annually quarterly yearly record still well',
);
const NEGATIONS = words(
  'not no never without neither nor cannot hardly barely fail fails failed failing avoid avoids avoided avoiding prevent prevents ' +
    'prevented deny denies denied unlikely stop stopped halt halted reverse reversed reversing offset offsetting slow slowed slowing',
);
const OPEN = words(
  'may might could would should will shall can if unless whether expect expects expected expecting expectation forecast ' +
    'forecasts predict predicts predicted project projected likely plan plans planned aim aims hope hopes target targets ' +
    'estimate estimates estimated guidance outlook threat threatened threatens propose proposed proposes',
);
const CLAUSE = words('while whereas but which who although though after before when because as');
const LINKS = words('of in at to for by from with on against than and or as');
const AUXILIARY = words('is was are were be been being has have had having');
/** Words that turn a rise into bad news: a rise of one is no rise of what it is taken from. */
const LOSSES = words(
  'loss losses lost deficit deficits debt debts cost costs shortfall expense expenses unemployment decline fall drop decrease',
);
const NOUN_LEAD =
  /^(?:an?|the|this|that|its|their|his|her|any|another|net|sharp|slight|big|further|first|annual|quarterly|biggest|largest|steep|steepest|small|modest|strong|operating|pretax|year|%|percent)$/;

/** Words looked at on each side of a direction, and between it and its value. */
const REACH = 14;
const MOST_BETWEEN = 8;

const breaksClause = (token: Token): boolean =>
  CLAUSE.has(token.lower) || (token.kind === 'punctuation' && /[;:()—–]/.test(token.text));

const NONE: ReadonlyMap<number, DirectedValue> = new Map();

const directedIn = perSentence(readDirected);

/** The directed values of a sentence, by the index of the quantity in its block. */
export const directedValues = ({
  document,
  block,
  context,
}: LocatedMention): ReadonlyMap<number, DirectedValue> =>
  directedIn(document.blocks[block] as AnalysedBlock, context);

/** Values of one sentence that are read; a sentence of more is a list. */
const MOST_VALUES = 40;

function readDirected(
  { block, mentions }: AnalysedBlock,
  context: SentenceContext,
): ReadonlyMap<number, DirectedValue> {
  if (context.mentions.length > MOST_VALUES) return NONE;
  const { tokens } = block;
  let low = firstFrom(tokens, context.start);
  const from = low;
  let some = false;
  for (; low < tokens.length && (tokens[low] as Token).end <= context.end && !some; low++)
    some = readDirections((tokens[low] as Token).lower) !== undefined;
  if (!some) return NONE;
  const quantities = context.mentions.flatMap((at) => {
    const q = mentions[at];
    return q?.kind === 'quantity' ? [{ at, q }] : [];
  });
  const sentence = {
    tokens,
    mentions,
    from,
    context,
    inValue: (t: Token) => quantities.some(({ q }) => contains(q, t)),
  };
  const found = new Map<number, DirectedValue>();
  for (const { at, q } of quantities) {
    if (q.dimension === 'ordinal' || q.dimension === 'age' || q.dimension === 'label') continue;
    const directed = directionOf(q, sentence);
    if (directed) found.set(at, directed);
  }
  return found;
}

interface Sentence {
  readonly tokens: readonly Token[];
  /** All of its block. */
  readonly mentions: readonly LocalMention[];
  /** Index of its first token. */
  readonly from: number;
  readonly context: SentenceContext;
  readonly inValue: (token: Token) => boolean;
}

interface Found {
  readonly at: number;
  readonly role: ValueRole;
  readonly distance: number;
  readonly before: boolean;
}

function directionOf(q: QuantityMention, sentence: Sentence): DirectedValue | undefined {
  const left = leftOf(q, sentence);
  const right = rightOf(q, sentence);
  const found = left && right ? (right.distance < left.distance ? right : left) : (left ?? right);
  return found && describe(found, sentence);
}

/** Words that compare only with a "than" behind them: "12 more", "two days later". */
const COMPARING = words('more less fewer earlier later');
const isComparing = ({ lower }: Token): boolean => COMPARING.has(lower);

/** "fell 12 %", "fell by about 12 %", "fell 3 % to 12", "a fall in sales of 12 %", "cut the rate by 12 points". */
function leftOf(q: QuantityMention, { tokens, from, inValue }: Sentence): Found | undefined {
  const first = firstFrom(tokens, q.start) - 1;
  let role: ValueRole | undefined;
  let nominal = false;
  let any = 0;
  for (let i = first, n = 0; i >= from && n < MOST_BETWEEN; i--) {
    const token = tokens[i] as Token;
    if (inValue(token)) {
      if (role === undefined && !nominal) return undefined;
      continue;
    }
    n++;
    if (breaksClause(token)) return undefined;
    const readings = isComparing(token) ? undefined : readDirections(token.lower);
    if (readings) {
      if (any > 0 && !takesObject(readings, tokens[i + 1])) return undefined;
      if (!nominal && readings.every(({ direction }) => direction.axes[0] === 'extreme')) return undefined;
      if (isParticle(readings) && !isPredicate(tokens[i - 1], q, role)) return undefined;
      return { at: i, role: role ?? 'by', distance: first - i, before: true };
    }
    if (token.lower === 'to' || token.lower === 'from') role ??= token.lower;
    else if (token.lower === 'by' && role === undefined) role = 'by';
    else if (token.lower === 'of' && role === undefined && any === 0) nominal = true;
    else if (token.text === ',' || BETWEEN.has(token.lower) || token.lower.endsWith('ly')) continue;
    else if (token.kind === 'word' && (nominal || role !== undefined || q.dimension === 'score')) any++;
    else return undefined;
  }
  return undefined;
}

const isParticle = (readings: readonly DirectionReading[]): boolean =>
  readings.every(({ forms }) => forms.includes('particle'));

const LEADS = words('go goes went gone going come comes came moved ticked edged inched sent pushed');

/** "up 12 %", "was up from 12", but not "set up 12 schools" or "up to 12". */
function isPredicate(before: Token | undefined, q: QuantityMention, role: ValueRole | undefined): boolean {
  if (role === 'to') return false;
  const led =
    !before || LEADS.has(before.lower) || AUXILIARY.has(before.lower) || before.kind === 'punctuation';
  return led || role !== undefined || q.dimension === 'percentage' || q.dimension === 'percentagePoints';
}

/** A noun with "in" or "of" behind it, or a verb whose object changes. */
const takesObject = (readings: readonly DirectionReading[], next: Token | undefined): boolean =>
  next?.lower === 'in' || next?.lower === 'of' || readings.some(({ direction }) => direction.transitive);

/** "a 12 % rise", "12 % higher", "$4 million net loss", "12 points below". */
function rightOf(q: QuantityMention, { tokens, context, inValue }: Sentence): Found | undefined {
  const first = firstFrom(tokens, q.end);
  for (let i = first; i < tokens.length && i - first < 4; i++) {
    const token = tokens[i] as Token;
    if (token.end > context.end || inValue(token) || breaksClause(token)) return undefined;
    if (token.kind === 'punctuation' && token.text !== '-') return undefined;
    const readings = readDirections(token.lower);
    const after = tokens.slice(i + 1, i + 5);
    if (readings && fitsBehind(readings, token, after))
      return { at: i, role: 'by', distance: i - first, before: false };
    if (readings || LINKS.has(token.lower) || AUXILIARY.has(token.lower)) return undefined;
  }
  return undefined;
}

function fitsBehind(readings: readonly DirectionReading[], token: Token, after: readonly Token[]): boolean {
  if (isComparing(token)) return after.some(({ lower }) => lower === 'than');
  if (token.lower === 'up' || token.lower === 'down') return false;
  return readings.some(({ forms }) => forms.some((form) => OF_VALUES.has(form)));
}

const OF_VALUES: ReadonlySet<DirectionForm> = new Set(['noun', 'nouns', 'adjective', 'particle']);

function describe({ at, role, before: stands }: Found, sentence: Sentence): DirectedValue | undefined {
  const { tokens, from, context, inValue } = sentence;
  const word = tokens[at] as Token;
  const reading = readWord(at, sentence, !stands);
  if (!reading) return undefined;
  let start = at;
  let comma = false;
  for (let i = at - 1; i >= from && at - i <= REACH; i--) {
    const token = tokens[i] as Token;
    if (breaksClause(token)) break;
    if (token.text === ',') {
      if (comma) break;
      comma = true;
    }
    start = i;
  }
  let end = at + 1;
  while (end < tokens.length && end - at <= REACH / 2 && (tokens[end] as Token).end <= context.end) {
    const token = tokens[end] as Token;
    if (breaksClause(token) || token.text === ',') break;
    end++;
  }
  const lead = tokens.slice(start, at);
  const close = lead.filter((token) => !inValue(token)).slice(-6);
  const terms = (lower: number, upper: number): ReadonlySet<string> =>
    new Set(
      context.terms
        .filter(
          (t) => t.start >= lower && t.end <= upper && t.end > t.start && !/^=(?:in|de)crease$/.test(t.term),
        )
        .map((t) => t.term),
    );
  const before = terms(tokens[start]?.start ?? word.start, word.start);
  const behind = terms(word.end, tokens[end - 1]?.end ?? word.end);
  const { direction, form } = reading;
  const passive = direction.overOther && form === 'participle' && close.some((t) => BE.has(t.lower));
  const nominal = OF_VALUES.has(form);
  const metric = direction.transitive || nominal ? new Set([...before, ...behind]) : before;
  return {
    direction,
    form,
    sign: passive ? (-direction.sign as 1 | -1) : direction.sign,
    word: { start: word.start, end: word.end },
    role,
    before,
    behind,
    metric,
    namesBefore: namesIn(sentence, tokens[start]?.start ?? word.start, word.start),
    namesBehind: namesIn(sentence, word.end, context.end),
    open: close.some((t) => OPEN.has(t.lower)),
    turned: close.some((t) => NEGATIONS.has(t.lower) || t.lower.endsWith("n't")),
    loss: [...lead, ...(nominal || direction.transitive ? tokens.slice(at + 1, end) : [])].some((t) =>
      LOSSES.has(t.lower),
    ),
  };
}

const BE = words('is was are were be been being');

function namesIn({ mentions, context }: Sentence, from: number, to: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const at of context.mentions) {
    const name = mentions[at];
    if (name?.kind === 'name' && name.start >= from && name.end <= to)
      for (const word of name.words) names.add(foldName(word));
  }
  return names;
}

/** Which direction a word tells here, and in which form. */
function readWord(
  at: number,
  { tokens }: Sentence,
  behindValue: boolean,
): { readonly direction: Direction; readonly form: DirectionForm } | undefined {
  const word = tokens[at] as Token;
  const readings = readDirections(word.lower) ?? [];
  const [last, next] = [tokens[at - 1], tokens[at + 1]];
  const lead = last?.lower ?? '';
  const nounlike = behindValue || NOUN_LEAD.test(lead) || next?.lower === 'in' || next?.lower === 'of';
  const rank = (form: DirectionForm): number => {
    if (form === 'noun' || form === 'nouns') return nounlike ? 3 : 0;
    if (form === 'adjective') return behindValue || AUXILIARY.has(lead) ? 4 : 0;
    if (form === 'particle') return 2;
    if (form === 'base') return /^(?:to|will|would|may|might|could|can|should|not)$/.test(lead) ? 2 : 0.5;
    if (form === 'participle') return AUXILIARY.has(lead) ? 2 : 0.9;
    return 1;
  };
  let best:
    | { readonly direction: Direction; readonly form: DirectionForm; readonly rank: number }
    | undefined;
  for (const { direction, forms } of readings)
    for (const form of forms)
      if (!best || rank(form) > best.rank) best = { direction, form, rank: rank(form) };
  return best;
}
