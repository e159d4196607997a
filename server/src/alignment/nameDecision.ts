import type { Rivals } from './nameRivals.ts';
import { NAME_KNOWN, NAME_ODDS } from './weights.ts';

/** What speaks for and against the draft's name where the sources have it; weighed by `NAME_KNOWN`. */
export function knownParts({ kind, own, ownScore, rival, rivalScore, ...rest }: Rivals) {
  return {
    margin: rivalScore - ownScore,
    lead: rest.lead,
    rivalAround: rival.fit.around,
    rivalSentence: rival.fit.sentence,
    rivalMentions: rival.fit.mentions,
    rivalInDraft: Number(rest.rivalInDraft),
    ownAround: own.around,
    ownSentence: own.sentence,
    ownPassage: own.passage,
    ownFrame: own.before + own.after,
    ownMentions: own.mentions,
    ownInDraft: Number(rest.ownInDraft),
    otherNames: Math.min(3, rest.otherNames),
    beside: Number(rest.beside),
    country: Number(kind === 'country'),
    organisation: Number(kind === 'organisation'),
    constant: 1,
  };
}

function weigh<K extends string>(
  parts: Readonly<Record<K, number>>,
  weights: Readonly<Record<K, number>>,
): number {
  let sum = 0;
  for (const part in weights) sum += weights[part] * parts[part];
  return sum;
}

const isOver = (floor: number, { rival }: Rivals): boolean => rival.fit.around + rival.fit.sentence >= floor;

/** True when another name of the sources belongs in the place of a name that they have too. */
export const isReplaced = (rivals: Rivals): boolean =>
  isOver(NAME_ODDS.floor, rivals) &&
  rivals.own.passage < NAME_ODDS.told &&
  weigh(knownParts(rivals), NAME_KNOWN) >= NAME_ODDS.known[rivals.kind];

/**
 * The same for a name that the sources do not have. Verified drafts have too few of those to fit weights, so the source
 * must tell the sentence about the other name, and the draft must not name that one elsewhere.
 */
export const isInvented = (rivals: Rivals): boolean =>
  !rivals.rivalInDraft && isOver(NAME_ODDS.absent[rivals.kind], rivals);
