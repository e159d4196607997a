import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { hasDemonym } from '../mentions/lexiconDemonyms.ts';
import { isParticle } from '../mentions/lexiconNames.ts';
import type { NameMention } from '../mentions/mention.ts';
import { sameName } from '../mentions/nameKey.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { foldName } from '../text/fold.ts';
import { kept } from '../text/kept.ts';
import { type Alignment, placeOf, type SourcePlace } from './alignment.ts';
import type { Binder, FrameBinding } from './binding.ts';
import { isDatelinePlace } from './dateline.ts';
import { fillersIn, type SourceFiller } from './fillers.ts';
import { isInvented, isReplaced } from './nameDecision.ts';
import { nameInPlaceOf, spellingOf } from './nameForm.ts';
import { FRAME, isInPlace } from './nameFrame.ts';
import { otherHeadOf } from './nameHead.ts';
import { isEveryday, mayContain } from './nameKind.ts';
import type { NameMatcher } from './nameMatch.ts';
import { createNameRivals, rivalOf } from './nameRivals.ts';
import { hasRoleOf, isLabel } from './nameRole.ts';
import { createSlipFinder } from './nameSlip.ts';
import { standsAsName } from './nameStanding.ts';
import type { Retrieval } from './retrieval.ts';
import { roleTerms, type Slot, slotsOf } from './slots.ts';

/** When a slot is specific enough to speak (scores of the binder). */
const SLOT = { known: 0.65, unknown: 0.4 } as const;

/** "Hibs" for "Hibernian": single words that begin alike. */
const isNickname = (a: string, b: string): boolean =>
  !/\s/.test(a) && !/\s/.test(b) && a.slice(0, 3).toLowerCase() === b.slice(0, 3).toLowerCase();

/** A sentence that goes on about somebody who was named before. */
const PRONOUN = /^(?:He|She|It|They|His|Her|Its|Their)\b/;

/** Words that make another role of a role: a shadow minister is no minister. */
const ROLE_CHANGERS = new Set(
  'shadow former deputy vice assistant acting interim ex late then'
    .split(' ')
    .map((w) => roleTerms(w)[0] ?? w),
);

/** Role heads that many people have at once; alone they never contradict. */
const GENERIC_ROLES = new Set(
  'leader official man woman person member president minister spokesman spokeswoman spokesperson expert analyst activist politician player actor singer writer author director chief head'
    .split(' ')
    .map((w) => roleTerms(w)[0] ?? w),
);

/** True when `held` has every word of `role` and no word that makes another role of it. */
const isSameRole = (role: readonly string[], held: readonly string[]): boolean =>
  role.every((t) => held.includes(t)) && !held.some((t) => ROLE_CHANGERS.has(t) && !role.includes(t));

/** A sentence of a name and at most so many other terms is a byline or a heading. */
const BYLINE = 1;

/** Places of a name near the draft's sentence that are weighed against each other. */
const MOST_CLOSE = 60;

/** What fills a slot in the sources, and the entity it is. */
interface Filler extends SourceFiller {
  readonly entity: SourceEntity | undefined;
}

const textOf = (m: LocatedMention): string =>
  ((m.document.blocks[m.block] as AnalysedBlock).block.text ?? '').slice(m.mention.start, m.mention.end);

/** True when the sentence about a name has one of the role's words outside the role of somebody else. */
function entails(m: LocatedMention<NameMention>, telling: readonly string[]): boolean {
  const mentions = m.document.blocks[m.block]?.mentions ?? [];
  const others = mentions.flatMap((o) => (o.kind === 'name' && o !== m.mention && o.role ? [o.role] : []));
  return m.context.terms.some(
    (t) => telling.includes(t.term) && !others.some((role) => role.start <= t.start && t.end <= role.end),
  );
}

/** Binds draft names by identity, then by the slot they fill and the role they carry. */
export function createNameAligner(
  index: SourceIndex,
  matcher: NameMatcher,
  binder: Binder,
  retrieval: Retrieval,
) {
  const fillers = kept((key: string) =>
    fillersIn(index.segments, key).map(({ slot, mention }) => ({
      slot,
      mention,
      entity: index.entities.of(mention),
    })),
  );
  const rolesOf = (entity: SourceEntity) => entity.roles.map((text) => ({ text, terms: roleTerms(text) }));

  /** "Joe Hart, pictured with Frank Lampard, was disappointed": both are in the sentence, and binding cannot choose. */
  const standsBeside = (claim: LocatedMention<NameMention>, other: LocatedMention<NameMention>): boolean =>
    retrieval.namesIn(other.context).some((n) => matcher.sameEntity(textOf(n), claim.mention.text));

  /** Another name in the same slot of a well-bound source sentence. */
  function slotConflict(
    claim: LocatedMention<NameMention>,
    entities: readonly SourceEntity[],
  ): { filler: Filler; slot: Slot } | undefined {
    for (const slot of slotsOf(claim)) {
      const taken = fillers(slot.key);
      if (taken.length === 0) continue;
      const own = taken.some(
        (f) =>
          (f.entity && entities.includes(f.entity)) || matcher.sameEntity(textOf(f.mention), textOf(claim)),
      );
      if (own) continue;
      const names = new Set(taken.map((f) => f.entity ?? textOf(f.mention)));
      if (names.size !== 1) continue;
      const filler = taken[0] as Filler;
      const needed = entities.length > 0 ? SLOT.known : SLOT.unknown;
      const mentioned = claim.context.mentions.some((i) => {
        const other = claim.document.blocks[claim.block]?.mentions[i];
        return (
          other?.kind === 'name' &&
          other !== claim.mention &&
          matcher.sameEntity(textOf(filler.mention), other.text)
        );
      });
      // "in Austria" for "in Vienna" may be the same place seen from farther off
      if (hasDemonym(textOf(claim)) !== hasDemonym(textOf(filler.mention))) continue;
      if (isEveryday(filler.mention.mention) || mayContain(claim.mention, filler.mention.mention)) continue;
      if (
        !mentioned &&
        !standsBeside(claim, filler.mention) &&
        binder.bind(claim, filler.mention).score >= needed
      )
        return { filler, slot };
    }
    return undefined;
  }

  /**
   * The source has the words around the draft's name, verbatim, around another name, and never around this one; and the
   * source's name is nowhere in the draft's sentence.
   */
  function substituted(
    claim: LocatedMention<NameMention>,
    entities: readonly SourceEntity[],
  ): LocatedMention<NameMention> | undefined {
    let best: { mention: LocatedMention<NameMention>; binding: FrameBinding } | undefined;
    const near = retrieval.near(claim.context);
    for (const mention of retrieval.namesNear(claim.context, FRAME.told)) {
      const binding = binder.frame(claim, mention);
      const share = near.get(mention.context) ?? 0;
      if (isInPlace(binding, share, () => binder.bind(claim, mention))) {
        const entity = index.entities.of(mention);
        if ((entity !== undefined && entities.includes(entity)) || isDatelinePlace(mention)) continue;
        const frame = binding.before + binding.after;
        if (!best || frame > best.binding.before + best.binding.after) best = { mention, binding };
      }
    }
    if (!best) return undefined;
    const own = entities.some((e) =>
      e.mentions.some((m) => {
        if (!near.has(m.context)) return false;
        const { before, after } = binder.frame(claim, m);
        return before + after > FRAME.own;
      }),
    );
    if (own) return undefined;
    const name = textOf(best.mention);
    if (matcher.sameEntity(name, claim.mention.text) || isNickname(name, claim.mention.text))
      return undefined;
    if (mayContain(claim.mention, best.mention.mention)) return undefined;
    if (standsBeside(claim, best.mention) || hasDemonym(name) !== hasDemonym(textOf(claim))) return undefined;
    const mentions = claim.document.blocks[claim.block]?.mentions ?? [];
    const taken = claim.context.mentions.some((i) => {
      const other = mentions[i];
      return other?.kind === 'name' && matcher.sameEntity(name, other.text);
    });
    return taken ? undefined : best.mention;
  }

  /** The draft's role belongs to somebody else, and the sources give this name none like it. */
  function roleConflict(claim: LocatedMention<NameMention>, entities: readonly SourceEntity[]) {
    const { role } = claim.mention;
    if (!role) return undefined;
    const terms = roleTerms(role.text).filter((t) => !claim.mention.words.some((w) => roleTerms(w)[0] === t));
    const telling = terms.filter((t) => !GENERIC_ROLES.has(t));
    if (terms.length < 2 || telling.length === 0) return undefined;
    if (entities.some((e) => e.mentions.some((m) => entails(m, telling)))) return undefined;
    for (const entity of index.entities.entities) {
      if (entities.includes(entity)) continue;
      const held = rolesOf(entity).find((r) => isSameRole(terms, r.terms));
      const at = entity.mentions.find(
        (m) => m.mention.role && isSameRole(terms, roleTerms(m.mention.role.text)),
      );
      if (held && at) return { entity, at };
    }
    return undefined;
  }

  const signers = new WeakMap<SourceEntity, boolean>();

  /** "By Emma Lindner, 13 October": who signs a source may stand for what it says in any place of a draft. */
  function signs(entity: SourceEntity): boolean {
    let signed = signers.get(entity);
    if (signed === undefined) {
      signed = entity.mentions.some(
        ({ mention: { words }, context }) => words.length > 1 && context.bag.size - words.length <= BYLINE,
      );
      signers.set(entity, signed);
    }
    return signed;
  }

  /** "He lost his seat to Lucinda Prat", behind a sentence about the draft's own name: it is that one who lost. */
  function isToldOfOwn({ document, block, context }: LocatedMention, own: readonly SourceEntity[]): boolean {
    const text = document.blocks[block]?.block.text ?? '';
    if (!PRONOUN.test(text.slice(context.start, context.start + 12))) return false;
    return own.some(({ mentions }) =>
      mentions.some((m) => m.document === document && m.block === block && m.mention.end <= context.start),
    );
  }

  const rivals = createNameRivals(index, matcher, retrieval);
  const slipOf = createSlipFinder(index);

  /** Another name of its kind that belongs in the place of the draft's, by all that the sources say near it. */
  function replaced(
    claim: LocatedMention<NameMention>,
    entities: readonly SourceEntity[],
  ): { readonly name: string; readonly at: LocatedMention<NameMention> } | undefined {
    if (entities.some(signs) || isLabel(claim) || entities.some((own) => hasRoleOf(claim, own)))
      return undefined;
    const candidates = rivals.candidatesOf(claim, entities);
    const found = candidates && rivalOf(candidates);
    if (!found || !(entities.length > 0 ? isReplaced(found) : isInvented(found))) return undefined;
    const { rival } = found;
    if (isToldOfOwn(rival.at, entities)) return undefined;
    const alike = rival.entity.mentions.find(
      (m) => (m.mention.demonymOf === undefined) === (claim.mention.demonymOf === undefined),
    );
    if (found.kind === 'country') return { name: textOf(alike ?? rival.at), at: rival.at };
    return { name: nameInPlaceOf(claim, rival.entity.name, rival.entity), at: rival.at };
  }

  /** The places that speak for a name: in the sentences nearest to the draft's, else where it is first named. */
  const ordered = (entities: readonly SourceEntity[], claim: LocatedMention<NameMention>): SourcePlace[] => {
    const near = retrieval.near(claim.context);
    const all = entities.flatMap((e) => e.mentions);
    const close: LocatedMention<NameMention>[] = [];
    for (let i = 0; i < all.length && close.length < MOST_CLOSE; i++) {
      const m = all[i] as LocatedMention<NameMention>;
      if (near.has(m.context)) close.push(m);
    }
    return (close.length > 0 ? close : all.slice(0, 1))
      .map((m) => ({ m, score: binder.bind(claim, m).score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ m }) => placeOf(m));
  };

  /** "Ryan Farrow", where the sources only say "Farrow" and "Ryan" nowhere: nothing speaks for the given name. */
  function addsWord({ words }: NameMention, entities: readonly SourceEntity[]): boolean {
    if (words.length < 2 || entities.some((e) => e.forms.some((f) => f.length >= words.length))) return false;
    const last = [words.at(-1) as string];
    const shorter = (f: readonly string[]): boolean =>
      f.every((w) => words.includes(w)) || (f.length === 1 && sameName(last, f) === 'variant');
    if (!entities.some((e) => e.forms.some(shorter))) return false;
    return words.some(
      (w) => w.length > 2 && !isParticle(w.toLowerCase()) && index.passages.places(foldName(w)).length === 0,
    );
  }

  /** A word of the name that is a slip for the one beside the same neighbour in a source. */
  function slipped(claim: LocatedMention<NameMention>): Alignment<NameMention> | undefined {
    const slip = slipOf(claim);
    if (!slip) return undefined;
    const reason = { kind: 'misspelled', name: slip.form.join(' '), certain: false } as const;
    return { claim, verdict: 'refuted', reason, evidence: [slip.at], bound: false };
  }

  return function alignName(claim: LocatedMention<NameMention>): Alignment<NameMention> {
    const { mention } = claim;
    const replacement = (at: LocatedMention<NameMention>): string =>
      nameInPlaceOf(claim, textOf(at), index.entities.of(at));
    const outcome = (
      verdict: Alignment['verdict'],
      reason: Alignment['reason'],
      evidence: readonly SourcePlace[],
      bound = false,
    ): Alignment<NameMention> => ({ claim, verdict, reason, evidence, bound });
    const found = matcher.lookup(mention.words, mention);
    switch (found.kind) {
      case 'known': {
        const conflict = slotConflict(claim, found.entities);
        if (conflict) {
          const name = replacement(conflict.filler.mention);
          return outcome('refuted', { kind: 'name', name, slot: conflict.slot.label }, [
            placeOf(conflict.filler.mention),
          ]);
        }
        const instead = substituted(claim, found.entities);
        if (instead)
          return outcome('refuted', { kind: 'name', name: replacement(instead), slot: '' }, [
            placeOf(instead),
          ]);
        const role = roleConflict(claim, found.entities);
        if (role && mention.role) {
          return outcome(
            'refuted',
            { kind: 'role', role: mention.role.text, holder: role.entity.name, roleSpan: mention.role },
            [placeOf(role.at)],
            true,
          );
        }
        const other = replaced(claim, found.entities);
        if (other)
          return outcome('refuted', { kind: 'name', name: other.name, slot: '' }, [placeOf(other.at)]);
        if (addsWord(mention, found.entities))
          return slipped(claim) ?? outcome('notEnoughInfo', { kind: 'notFound' }, []);
        return outcome(
          'supported',
          { kind: 'agrees', how: found.variant ? 'a spelling of the same name' : 'same name' },
          ordered(found.entities, claim),
        );
      }
      case 'present': {
        const passage = index.passages.passages[found.passage];
        const word = passage?.at(found.at);
        if (!passage || !word) return outcome('notEnoughInfo', { kind: 'notChecked' }, []);
        return outcome('supported', { kind: 'agrees', how: 'same words' }, [
          { document: passage.document, block: word.block, start: word.start, end: word.end },
        ]);
      }
      case 'misspelled': {
        const form = spellingOf(claim, found.form, found.entity);
        const changed = form.findIndex((w, i) => w !== mention.words[i]);
        const longEnough = (form[changed] ?? '').length >= 6;
        const givenAgrees = form.length > 1 && changed === form.length - 1;
        return outcome(
          'refuted',
          { kind: 'misspelled', name: form.join(' '), certain: longEnough && givenAgrees },
          ordered([found.entity], claim),
        );
      }
      case 'crossed':
      case 'otherGiven': {
        const evidence = ordered([found.entity], claim);
        if (found.kind === 'crossed')
          return outcome(
            'refuted',
            { kind: 'name', name: found.name ?? found.entity.name, slot: '' },
            evidence,
          );
        const near = Math.max(
          ...found.entity.mentions
            .filter((m) => retrieval.near(claim.context).has(m.context))
            .map((m) => binder.bind(claim, m).score),
          0,
        );
        // the sources say the given name as well, if not beside the surname
        const said = index.passages.places(foldName(mention.words[0] ?? '')).length > 0;
        return near >= SLOT.unknown && !said
          ? outcome('refuted', { kind: 'name', name: found.entity.name, slot: '' }, evidence)
          : outcome('notEnoughInfo', { kind: 'notFound' }, []);
      }
      case 'unknown': {
        const slip = slipped(claim);
        if (slip) return slip;
        if (!mention.sure && !standsAsName(claim))
          return outcome('notEnoughInfo', { kind: 'notChecked' }, []);
        const place = otherHeadOf(claim, index, binder, retrieval);
        if (place)
          return outcome('refuted', { kind: 'name', name: textOf(place), slot: '' }, [placeOf(place)]);
        const conflict = slotConflict(claim, []);
        if (conflict) {
          const name = replacement(conflict.filler.mention);
          return outcome('refuted', { kind: 'name', name, slot: conflict.slot.label }, [
            placeOf(conflict.filler.mention),
          ]);
        }
        const instead = substituted(claim, []);
        if (instead)
          return outcome('refuted', { kind: 'name', name: replacement(instead), slot: '' }, [
            placeOf(instead),
          ]);
        const other = replaced(claim, []);
        if (other)
          return outcome('refuted', { kind: 'name', name: other.name, slot: '' }, [placeOf(other.at)]);
        return outcome('notEnoughInfo', { kind: 'notFound' }, []);
      }
    }
  };
}
