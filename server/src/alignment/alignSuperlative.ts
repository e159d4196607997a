import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { readSuperlative, superlativeSign } from '../mentions/lexiconSuperlatives.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { termOf } from '../sources/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { DraftSentence } from './alignExchange.ts';
import type { Alignment, SourcePlace } from './alignment.ts';
import { nameInPlaceOf } from './nameForm.ts';
import type { NameMatcher } from './nameMatch.ts';
import type { Retrieval } from './retrieval.ts';
import { type SuperlativeClaim, superlativesIn } from './superlatives.ts';

/** A rank that a source tells, and who holds it. */
interface Told {
  readonly claim: SuperlativeClaim;
  readonly entity: SourceEntity;
  readonly tail: string;
  /** The mention that names the holder, in this sentence or the one before it. */
  readonly holder: LocatedMention<NameMention>;
  readonly at: LocatedMention;
}

const isEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((term) => b.has(term));

const blockOf = ({ document, block }: LocatedMention): AnalysedBlock =>
  document.blocks[block] as AnalysedBlock;

/** How the ends of two superlatives lie to each other; undefined where they measure different things. */
function endsOf(a: SuperlativeClaim, b: SuperlativeClaim): 'same' | 'opposite' | undefined {
  for (const { scale, sign } of a.readings)
    for (const other of b.readings)
      if (other.scale === scale) return other.sign === sign ? 'same' : 'opposite';
  return undefined;
}

/** True where both rank the same things within the same limits, at the same time. */
const isOfOne = (a: SuperlativeClaim, b: SuperlativeClaim): boolean =>
  a.head === b.head && a.past === b.past && isEqual(a.modifiers, b.modifiers) && isEqual(a.limits, b.limits);

/** Finds the ranks ("the second-largest operator in the north") that a draft tells otherwise than the sources. */
export function createSuperlativeFinder(index: SourceIndex, matcher: NameMatcher, retrieval: Retrieval) {
  /** "It is the largest …" goes on about the subject of the sentence before, where that says what it is and nothing else. */
  function antecedent(at: LocatedMention): LocatedMention<NameMention> | undefined {
    const analysed = blockOf(at);
    const before = analysed.block.sentences[at.context.sentence - 1];
    if (!before) return undefined;
    const { tokens, text } = analysed.block;
    const first = tokens[firstFrom(tokens, before.start)];
    const found = analysed.mentions.findIndex((m) => m.kind === 'name' && m.start === first?.start);
    const mention = analysed.mentions[found];
    if (
      mention?.kind !== 'name' ||
      !/^ (?:is|was|remains) (?:the|a|an|one)\b/.test(text.slice(mention.end, mention.end + 16))
    )
      return undefined;
    return { ...at, index: found, mention };
  }

  function toldIn(context: SentenceContext): readonly Told[] {
    const at: LocatedMention | undefined = retrieval.anyIn(context);
    if (!at) return [];
    return superlativesIn(blockOf(at), context).flatMap((claim) => {
      const own = claim.holder === undefined ? undefined : blockOf(at).mentions[claim.holder];
      const holder =
        claim.holder === undefined
          ? antecedent(at)
          : own?.kind === 'name'
            ? { ...at, index: claim.holder, mention: own }
            : undefined;
      const entity = holder && index.entities.of(holder);
      return holder && entity ? [{ claim, entity, tail: claim.tail, holder, at }] : [];
    });
  }

  /** The sentence names the draft's holder, and a rank of the draft's kind whose holder is not plain. */
  function mayHold(
    context: SentenceContext,
    draft: SuperlativeClaim,
    entities: readonly SourceEntity[],
    told: readonly Told[],
  ): boolean {
    const names = retrieval.namesIn(context);
    const [at] = names;
    if (!at || !names.some((name) => entities.some((e) => index.entities.of(name) === e))) return false;
    const { tokens } = blockOf(at).block;
    for (let i = firstFrom(tokens, context.start); i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (token.end > context.end) break;
      const sign = superlativeSign(token.lower);
      const readings =
        sign === undefined
          ? readSuperlative(token.lower)
          : [{ sign, scale: termOf(tokens[i + 1]?.lower ?? '') }];
      if (readings && endsOf(draft, { ...draft, readings }) === 'same') {
        if (!told.some(({ claim }) => claim.word.start === token.start)) return true;
      }
    }
    return false;
  }

  function judge(draft: SuperlativeClaim, { at, block }: DraftSentence): Alignment | undefined {
    if (draft.holder === undefined) return undefined;
    const holder = at(draft.holder) as LocatedMention<NameMention>;
    const found = matcher.lookup(holder.mention.words, holder.mention);
    if (found.kind !== 'known') return undefined;
    const { entities } = found;
    const ranks: Told[] = [];
    const ends: Told[] = [];
    const holders: Told[] = [];
    for (const context of retrieval.near(holder.context).keys()) {
      const all = toldIn(context);
      for (const told of all) {
        const { claim, entity, tail } = told;
        const isOwn = entities.includes(entity) && tail === draft.tail;
        const end = endsOf(draft, claim);
        const isSame = end === 'same' && claim.rank === draft.rank;
        const mayBeOne = claim.head === draft.head || claim.head === '' || draft.head === '';
        if (isOwn && isSame && mayBeOne) return undefined;
        if (end === undefined || !isOfOne(draft, claim)) continue;
        if (isOwn && end === 'same') ranks.push(told);
        else if (isOwn && claim.rank === draft.rank) ends.push(told);
        else if (isSame && !isOwn) holders.push(told);
      }
      if (mayHold(context, draft, entities, all)) return undefined;
    }
    const { text } = block.block;
    return (
      rankOf(draft, ranks, at, holder) ??
      endOf(draft, ends, holder, text) ??
      holderOf(draft, holders, holder, entities)
    );
  }

  const placeOf = ({ claim, at, holder }: Told): SourcePlace => {
    const own = claim.holder === undefined ? claim.word : holder.mention;
    return {
      document: at.document,
      block: at.block,
      start: Math.min(own.start, claim.word.start),
      end: Math.max(own.end, claim.word.end),
    };
  };

  const wordsOf = ({ claim, at }: Told, span: Span = claim.word): string =>
    blockOf(at).block.text.slice(span.start, span.end);

  function rankOf(
    draft: SuperlativeClaim,
    ranks: readonly Told[],
    at: DraftSentence['at'],
    holder: LocatedMention,
  ): Alignment | undefined {
    const [told] = ranks;
    if (!told || ranks.some(({ claim }) => claim.rank !== told.claim.rank)) return undefined;
    const mine = draft.ordinal === undefined ? undefined : at(draft.ordinal);
    const theirs =
      told.claim.ordinal === undefined ? undefined : blockOf(told.at).mentions[told.claim.ordinal];
    const rank = theirs?.kind === 'quantity' ? wordsOf(told, theirs.number) : '';
    return {
      claim: mine ?? holder,
      verdict: 'refuted',
      reason: { kind: 'rank', rank, word: draft.word },
      evidence: [placeOf(told)],
      bound: told.claim.holder !== undefined,
    };
  }

  function endOf(
    draft: SuperlativeClaim,
    ends: readonly Told[],
    holder: LocatedMention,
    text: string,
  ): Alignment | undefined {
    const [told] = ends;
    if (!told || draft.limits.size + (draft.head ? 1 : 0) === 0) return undefined;
    const { word } = draft;
    if (
      /^(?:most|least)\b/i.test(text.slice(word.start, word.end)) !== /^(?:most|least)\b/i.test(wordsOf(told))
    )
      return undefined;
    return {
      claim: holder,
      verdict: 'refuted',
      reason: { kind: 'end', word, told: wordsOf(told).toLowerCase() },
      evidence: [placeOf(told)],
      bound: told.claim.holder !== undefined,
    };
  }

  function holderOf(
    draft: SuperlativeClaim,
    holders: readonly Told[],
    holder: LocatedMention<NameMention>,
    entities: readonly SourceEntity[],
  ): Alignment | undefined {
    const [told] = holders;
    if (!told || draft.head === '' || draft.limits.size === 0 || draft.tail !== '') return undefined;
    if (
      holders.some(({ entity, tail }) => entity !== told.entity || tail !== '' || entities.includes(entity))
    )
      return undefined;
    if (matcher.sameEntity(told.entity.name, holder.mention.text)) return undefined;
    const name = nameInPlaceOf(holder, told.holder.mention.text, told.entity);
    return {
      claim: holder,
      verdict: 'refuted',
      reason: { kind: 'name', name, slot: '' },
      evidence: [placeOf(told)],
      bound: false,
    };
  }

  return (sentence: DraftSentence): readonly Alignment[] =>
    superlativesIn(sentence.block, sentence.context).flatMap((claim) => judge(claim, sentence) ?? []);
}
