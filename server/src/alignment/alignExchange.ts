import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { readDirections } from '../mentions/lexiconDirections.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { Span } from '../text/span.ts';
import type { Alignment, SourcePlace } from './alignment.ts';
import type { Binder } from './binding.ts';
import { type Deed, deedsIn } from './deeds.ts';
import type { NameMatcher } from './nameMatch.ts';
import { type Path, pathsIn } from './paths.ts';
import type { Retrieval } from './retrieval.ts';
import { sentencesWithBoth, sharesRest, type Together } from './together.ts';
import { verbTerm } from './verbs.ts';
import { THRESHOLDS } from './weights.ts';

/** One sentence of a draft. */
export interface DraftSentence {
  readonly block: AnalysedBlock;
  readonly context: SentenceContext;
  /** A mention of the sentence by its index in the block. */
  at(index: number): LocatedMention;
}

/** What the sources say to two names that the draft tells in one order. */
type Order = 'same' | 'exchanged' | 'unclear' | 'untold';

/** The sentence that tells it the other way round, and where. */
interface Against {
  readonly at: LocatedMention<NameMention>;
  readonly span: Span;
}

const blockOf = ({ document, block }: LocatedMention): AnalysedBlock =>
  document.blocks[block] as AnalysedBlock;

/** Words of a way there and back. */
const RETURN =
  /\b(?:back|both ways|round trip|vice versa|between|shuttl\w*|return (?:flight|journey|leg|trip|ticket|voyage)s?)\b/i;

/** Finds what a draft tells of two names in the wrong order: who did it to whom, and from where to where. */
export function createExchangeFinder(
  index: SourceIndex,
  matcher: NameMatcher,
  binder: Binder,
  retrieval: Retrieval,
) {
  function entitiesOf({ words }: NameMention, mention: NameMention): readonly SourceEntity[] | undefined {
    const found = matcher.lookup(words, mention);
    return found.kind === 'known' ? found.entities : undefined;
  }

  /** The entities of the two names; undefined unless the sources know both, as two. */
  function bothOf(a: NameMention, b: NameMention) {
    const first = entitiesOf(a, a);
    const second = entitiesOf(b, b);
    if (!first || !second || first.some((e) => second.includes(e)) || matcher.sameEntity(a.text, b.text))
      return undefined;
    return { first, second };
  }

  const isOf = (entities: readonly SourceEntity[], m: LocatedMention, mention: number): boolean => {
    const name = blockOf(m).mentions[mention];
    if (name?.kind !== 'name') return false;
    const entity = index.entities.of({ ...m, index: mention, mention: name });
    return entity !== undefined && entities.includes(entity);
  };

  function tokensOf({ at, context }: Together): readonly Token[] {
    const { tokens } = blockOf(at).block;
    return tokens.slice(firstFrom(tokens, context.start), firstFrom(tokens, context.end));
  }

  /** The only order in which the sources tell it, with the place; undefined where they tell it in the draft's, or in doubt. */
  function exchangedIn(
    together: readonly Together[],
    orderIn: (sentence: Together) => { readonly order: Order; readonly span?: Span },
  ): readonly Against[] {
    const against: Against[] = [];
    for (const sentence of together) {
      const { order, span } = orderIn(sentence);
      if (order === 'same' || order === 'unclear') return [];
      if (order === 'exchanged' && span) against.push({ at: sentence.at, span });
    }
    return against;
  }

  /** The first of the places that tells the draft's clause, at its time. */
  function bestOf(
    places: readonly Against[],
    sentence: DraftSentence,
    first: LocatedMention<NameMention>,
    second: LocatedMention<NameMention>,
    words: Span,
  ): SourcePlace | undefined {
    const names = [first.mention, second.mention] as const;
    const found = places.find(
      ({ at }) =>
        binder.bind(first, at).time >= 0 &&
        sharesRest(sentence, names, words, at, index) >= THRESHOLDS.exchangedRest,
    );
    return found && { document: found.at.document, block: found.at.block, ...found.span };
  }

  const isContest = ({ lower }: Token): boolean =>
    readDirections(lower)?.some(({ direction }) => direction.axes.includes('contest')) ?? false;

  const isWin = ({ lower }: Token): boolean =>
    readDirections(lower)?.some(({ direction: { axes, sign } }) => sign > 0 && axes.includes('contest')) ??
    false;

  function deedOrder(
    deed: Deed,
    agent: readonly SourceEntity[],
    patient: readonly SourceEntity[],
    contest: boolean,
  ) {
    return (sentence: Together): { readonly order: Order; readonly span?: Span } => {
      const { at, context } = sentence;
      const told = deedsIn(blockOf(at), context).filter(({ verb }) => verb === deed.verb);
      const exchanged = told.find((d) => isOf(patient, at, d.agent) && isOf(agent, at, d.patient));
      if (told.some((d) => isOf(agent, at, d.agent) && isOf(patient, at, d.patient)))
        return { order: 'same' };
      if (exchanged && !exchanged.open && exchanged.key === deed.key) {
        const mentions = blockOf(at).mentions;
        const ends = [exchanged.subject, exchanged.object].map((n) => mentions[n] as Span);
        return { order: 'exchanged', span: { start: ends[0]?.start ?? 0, end: ends[1]?.end ?? 0 } };
      }
      const tokens = tokensOf(sentence);
      const says = tokens.some((token) => token.kind === 'word' && verbTerm(token.lower) === deed.verb);
      return { order: says || (contest && tokens.some(isContest)) ? 'unclear' : 'untold' };
    };
  }

  /** A sentence near the draft's tells that the draft's winner has won, against whomever. */
  function hasWon(
    winner: readonly SourceEntity[],
    context: SentenceContext,
    places: readonly Against[],
  ): boolean {
    for (const near of retrieval.near(context).keys()) {
      const at = retrieval.namesIn(near).find((name) => winner.some((e) => index.entities.of(name) === e));
      if (!at || places.some((place) => place.at.context === near)) continue;
      if (tokensOf({ at, context: near }).some(isWin)) return true;
    }
    return false;
  }

  function deedExchange(deed: Deed, sentence: DraftSentence): Alignment | undefined {
    if (deed.open) return undefined;
    const first = sentence.at(deed.subject) as LocatedMention<NameMention>;
    const second = sentence.at(deed.object) as LocatedMention<NameMention>;
    const both = bothOf(first.mention, second.mention);
    if (!both) return undefined;
    const [agent, patient] =
      deed.agent === deed.subject ? [both.first, both.second] : [both.second, both.first];
    const together = sentencesWithBoth(agent, patient);
    if (!together) return undefined;
    const { tokens } = sentence.block.block;
    const verb = tokens.slice(firstFrom(tokens, deed.words.start), firstFrom(tokens, deed.words.end));
    const contest = verb.some(isContest);
    const places = exchangedIn(together, deedOrder(deed, agent, patient, contest));
    if (places.length === 0 || (contest && hasWon(agent, sentence.context, places))) return undefined;
    const place = bestOf(places, sentence, first, second, deed.words);
    return place && exchange(first, second, deed.words, place);
  }

  function pathOrder(path: Path, from: readonly SourceEntity[], to: readonly SourceEntity[]) {
    return (sentence: Together): { readonly order: Order; readonly span?: Span } => {
      const { at, context } = sentence;
      const told = pathsIn(blockOf(at), context).filter(({ kind }) => kind === 'name');
      if (told.some((p) => isOf(from, at, p.from) && isOf(to, at, p.to))) return { order: 'same' };
      if (RETURN.test(blockOf(at).block.text.slice(context.start, context.end))) return { order: 'unclear' };
      const exchanged = told.find((p) => isOf(to, at, p.from) && isOf(from, at, p.to));
      return exchanged && exchanged.move === path.move
        ? { order: 'exchanged', span: exchanged.words }
        : { order: 'untold' };
    };
  }

  function pathExchange(path: Path, sentence: DraftSentence): Alignment | undefined {
    if (path.kind !== 'name' || path.move === undefined) return undefined;
    const { context, block } = sentence;
    if (RETURN.test(block.block.text.slice(context.start, context.end))) return undefined;
    const from = sentence.at(path.from) as LocatedMention<NameMention>;
    const to = sentence.at(path.to) as LocatedMention<NameMention>;
    const both = bothOf(from.mention, to.mention);
    const together = both && sentencesWithBoth(both.first, both.second);
    if (!both || !together) return undefined;
    const [first, second] = from.mention.start < to.mention.start ? [from, to] : [to, from];
    const places = exchangedIn(together, pathOrder(path, both.first, both.second));
    const place = bestOf(places, sentence, first, second, path.words);
    return place && exchange(first, second, { start: path.words.start, end: second.mention.start }, place);
  }

  /** Both names of the draft in each other's places; `words` are those that stand with them. */
  function exchange(
    claim: LocatedMention<NameMention>,
    other: LocatedMention<NameMention>,
    between: Span,
    place: SourcePlace,
  ): Alignment {
    return {
      claim,
      verdict: 'refuted',
      reason: { kind: 'exchanged', other: other.mention, words: between },
      evidence: [place],
      bound: false,
    };
  }

  return (sentence: DraftSentence): readonly Alignment[] => {
    const { block, context } = sentence;
    return [
      ...deedsIn(block, context).map((deed) => deedExchange(deed, sentence)),
      ...pathsIn(block, context).map((path) => pathExchange(path, sentence)),
    ].filter((found) => found !== undefined);
  };
}
