import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { LocalMention, NameMention } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { termOf } from '../sources/vocabulary.ts';
import { isDatelinePlace } from './dateline.ts';
import { bestOf, createNameFitter, type NameFit, NO_FIT, scoreOf, termsOfName } from './nameFit.ts';
import { kindOfClaim, kindOfEntity, mayContain, type NameKind } from './nameKind.ts';
import type { NameMatcher } from './nameMatch.ts';
import type { Retrieval } from './retrieval.ts';
import { NAME_FIT } from './weights.ts';

/** A name of the sources that would fit in the place of a draft's name. */
export interface Candidate {
  readonly entity: SourceEntity;
  readonly fit: NameFit;
  /** Where it fits best. */
  readonly at: LocatedMention<NameMention>;
}

/** All names of the kind of a draft's name that are near, and the draft's own. */
export interface Candidates {
  readonly kind: NameKind;
  /** Fit of the draft's name; all zero where the sources do not have it. */
  readonly own: NameFit;
  readonly others: readonly Candidate[];
  /** Other names of the draft's sentence. */
  readonly otherNames: number;
  /** True for an entity that another sentence of the draft's block names. */
  isInDraft(entity: SourceEntity): boolean;
  readonly ownInDraft: boolean;
  /** Sentences in which the draft's name stands. */
  readonly ownSentences: ReadonlySet<SentenceContext>;
}

/** The draft's own name and the best other name of its kind in its place. */
export interface Rivals {
  readonly kind: NameKind;
  readonly own: NameFit;
  readonly ownScore: number;
  readonly rival: Candidate;
  readonly rivalScore: number;
  /** Score of the rival above the next best one. */
  readonly lead: number;
  readonly otherNames: number;
  readonly rivalInDraft: boolean;
  readonly ownInDraft: boolean;
  /** The draft's name stands in the sentence in which the rival fits best. */
  readonly beside: boolean;
}

/** Finds the names of the sources that would fit in the place of a draft's name. */
export interface NameRivals {
  /** Undefined where the kind of the name is in doubt or no other name of its kind is near. */
  candidatesOf(claim: LocatedMention<NameMention>, own: readonly SourceEntity[]): Candidates | undefined;
}

/** Prepositions that no person stands behind. */
const PLACE_LINKS = new Set('in at near inside outside across throughout'.split(' '));

const ACCORDING = termOf('according');

/** A draft sentence with more mentions is a list, of which no name tells anything. */
const LONGEST_LIST = 60;
/** Names of the sources that are looked at for one name of a draft. */
const MOST_NAMES = 1_000;

/** Lead of a rival that has no other beside it. */
const NO_OTHER = 5;

interface PlacedName {
  readonly m: LocatedMention<NameMention>;
  readonly entity: SourceEntity | undefined;
}

type NamesNear = ReadonlyMap<SourceEntity, readonly LocatedMention<NameMention>[]>;

const termSets = new WeakMap<SourceEntity, ReadonlySet<string>>();

/** The terms of all forms of an entity. */
function termsOfEntity(entity: SourceEntity): ReadonlySet<string> {
  let terms = termSets.get(entity);
  if (!terms) {
    terms = new Set(termsOfName(entity.forms.flat()));
    termSets.set(entity, terms);
  }
  return terms;
}

function isNamedWith(entity: SourceEntity, terms: ReadonlySet<string>): boolean {
  const own = termsOfEntity(entity);
  for (const term of terms) if (own.has(term)) return true;
  return false;
}

/** Creates the search for rivals over one source index. Only the sentences nearest to the draft's are looked at. */
export function createNameRivals(index: SourceIndex, matcher: NameMatcher, retrieval: Retrieval): NameRivals {
  const { surroundOf, fitsFor } = createNameFitter(index);
  /** How often each entity is named in a block. */
  const counts = new WeakMap<readonly LocalMention[], ReadonlyMap<SourceEntity, number>>();

  const placed = new WeakMap<SentenceContext, readonly PlacedName[]>();
  // the names of a draft sentence are looked at one after the other
  let last: { readonly context: SentenceContext; readonly groups: NamesNear } | undefined;

  /** The names of a source sentence with their entities. */
  function namesOf(sentence: SentenceContext): readonly PlacedName[] {
    let names = placed.get(sentence);
    if (!names) {
      names = retrieval
        .namesIn(sentence)
        .map((m) => ({ m, entity: isDatelinePlace(m) ? undefined : index.entities.of(m) }));
      placed.set(sentence, names);
    }
    return names;
  }

  /** The entities that are named near a draft sentence, in the order of the nearest, with their mentions there. */
  function namesNear(context: SentenceContext): NamesNear {
    if (last?.context === context) return last.groups;
    const groups = new Map<SourceEntity, LocatedMention<NameMention>[]>();
    let names = 0;
    for (const sentence of retrieval.near(context).keys()) {
      if (names > MOST_NAMES) break;
      for (const { m, entity } of namesOf(sentence)) {
        if (++names > MOST_NAMES) break;
        if (!entity) continue;
        const group = groups.get(entity);
        if (group) group.push(m);
        else groups.set(entity, [m]);
      }
    }
    last = { context, groups };
    return groups;
  }

  /** A word of the name stands in a name of the sources: it may be more of that name than they say. */
  const isPartlyKnown = (mention: NameMention): boolean =>
    mention.words.some((w) => w.length > 2 && index.entities.withWord(w).length > 0);

  function entitiesOf(mention: LocalMention | undefined): readonly SourceEntity[] {
    if (mention?.kind !== 'name') return [];
    const found = matcher.lookup(mention.words, mention);
    return found.kind === 'known' ? found.entities : found.kind === 'misspelled' ? [found.entity] : [];
  }

  function countsOf(mentions: readonly LocalMention[]): ReadonlyMap<SourceEntity, number> {
    let known = counts.get(mentions);
    if (!known) {
      const found = new Map<SourceEntity, number>();
      for (const mention of mentions)
        for (const entity of entitiesOf(mention)) found.set(entity, (found.get(entity) ?? 0) + 1);
      counts.set(mentions, found);
      known = found;
    }
    return known;
  }

  /** The names of a draft's block beside the claim: those of its sentence, and those of the other sentences. */
  function namedBeside(claim: LocatedMention<NameMention>) {
    const { mentions } = claim.document.blocks[claim.block] as AnalysedBlock;
    const here = new Map<SourceEntity, number>();
    const sentence = new Set<SourceEntity>();
    const others: (readonly string[])[] = [];
    for (const at of claim.context.mentions) {
      const mention = mentions[at] as LocalMention;
      for (const entity of entitiesOf(mention)) {
        here.set(entity, (here.get(entity) ?? 0) + 1);
        if (mention !== claim.mention) sentence.add(entity);
      }
      if (mention.kind === 'name' && mention !== claim.mention) others.push(termsOfName(mention.words));
    }
    const all = countsOf(mentions);
    return { sentence, others, elsewhere: (e: SourceEntity) => (all.get(e) ?? 0) > (here.get(e) ?? 0) };
  }

  return {
    candidatesOf(claim, own) {
      const { mention, context } = claim;
      if (context.mentions.length > LONGEST_LIST) return undefined;
      const kind = kindOfClaim(mention, own[0]);
      if (kind === undefined || (own.length === 0 && isPartlyKnown(mention))) return undefined;
      const draft = surroundOf(claim);
      // "at Alton Towers", "the Profumo scandal": the name of a person in the place of something else
      if (kind === 'person' && !mention.honorific && (draft.article || PLACE_LINKS.has(draft.link)))
        return undefined;
      // "according to the CDC": the writer knows it from somewhere else
      if (own.length === 0 && draft.before[0] === 'to' && draft.before[1] === ACCORDING) return undefined;
      const byEntity = namesNear(context);
      const without = new Set(termsOfName([...mention.words, ...own.flatMap((e) => e.forms.flat())]));
      const named = namedBeside(claim);
      const fitOf = fitsFor(claim, without, named.others);
      const ownMentions = own.map((e) => byEntity.get(e) ?? []);
      const others: Candidate[] = [];
      for (const [entity, mentions] of byEntity) {
        if (own.includes(entity) || kindOfEntity(entity) !== kind || named.sentence.has(entity)) continue;
        if (isNamedWith(entity, without)) continue;
        if (kind === 'country' && mentions.some((m) => mayContain(m.mention, mention))) continue;
        if (matcher.sameEntity(entity.name, mention.text)) continue;
        const found = fitOf(mentions);
        if (found) others.push({ entity, ...found });
      }
      return others.length === 0
        ? undefined
        : {
            kind,
            own: ownMentions.reduce((best, ms) => bestOf(best, fitOf(ms)?.fit ?? NO_FIT), NO_FIT),
            others,
            otherNames: named.others.length,
            isInDraft: named.elsewhere,
            ownInDraft: own.some(named.elsewhere),
            ownSentences: new Set(ownMentions.flat().map((m) => m.context)),
          };
    },
  };
}

/** The best of the candidates, with what speaks for and against it. */
export function rivalOf(
  candidates: Candidates,
  weights: Readonly<Record<keyof NameFit, number>> = NAME_FIT,
): Rivals | undefined {
  let rival: Candidate | undefined;
  let rivalScore = -Infinity;
  let second = -Infinity;
  for (const candidate of candidates.others) {
    const score = scoreOf(candidate.fit, weights);
    if (score > rivalScore) {
      second = rivalScore;
      rival = candidate;
      rivalScore = score;
    } else second = Math.max(second, score);
  }
  return (
    rival && {
      kind: candidates.kind,
      own: candidates.own,
      ownScore: scoreOf(candidates.own, weights),
      rival,
      rivalScore,
      lead: Math.min(NO_OTHER, rivalScore - second),
      otherNames: candidates.otherNames,
      rivalInDraft: candidates.isInDraft(rival.entity),
      ownInDraft: candidates.ownInDraft,
      beside: candidates.ownSentences.has(rival.at.context),
    }
  );
}
