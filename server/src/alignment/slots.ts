import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention } from '../sources/context.ts';
import { isStopWord, termOf } from '../sources/vocabulary.ts';
import { kept } from '../text/kept.ts';

/**
 * A place in a sentence that takes one name: "talks in X", "appointed by X". Two sentences with the
 * same key ask for the same name.
 */
export interface Slot {
  readonly key: string;
  /** For messages: "talks in", "appointed by". */
  readonly label: string;
}

const PREPOSITIONS = new Set(['in', 'at', 'by', 'near', 'outside']);
/** Words so general that they make no slot with a preposition. */
const GENERAL = new Set([
  'people',
  'person',
  '=people',
  'time',
  'year',
  'day',
  'part',
  'way',
  'group',
  'number',
  'member',
  'thing',
]);

const known = new WeakMap<LocatedMention<NameMention>, readonly Slot[]>();

/** The slots that a name mention fills, by the words directly before it. */
export function slotsOf(m: LocatedMention<NameMention>): readonly Slot[] {
  let slots = known.get(m);
  if (!slots) {
    slots = readSlots(m);
    known.set(m, slots);
  }
  return slots;
}

/** The same, read anew: what is kept of a source holds those that are filled. */
export function readSlots(m: LocatedMention<NameMention>): readonly Slot[] {
  const { tokens } = (m.document.blocks[m.block] as AnalysedBlock).block;
  const start =
    m.mention.honorific?.start ??
    (m.mention.role?.position === 'before' ? m.mention.role.start : m.mention.start);
  const at = firstFrom(tokens, start) - 1;
  const preposition = tokens[at];
  if (!preposition || !PREPOSITIONS.has(preposition.lower)) return [];
  const governor = tokens[at - 1];
  if (governor?.kind !== 'word' || isStopWord(governor.lower) || /^\p{Lu}/u.test(governor.text)) return [];
  const term = termOf(governor.lower);
  if (GENERAL.has(term) || governor.start < m.context.start) return [];
  return [{ key: `${term} ${preposition.lower}`, label: `${governor.text} ${preposition.text}` }];
}

/** Content terms of a role ("US Special Envoy for Belarus" → envoy, special, us, belarus). */
export const roleTerms: (role: string) => readonly string[] = kept((role: string) =>
  (role.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((w) => !isStopWord(w)).map((w) => termOf(w)),
);
