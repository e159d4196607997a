import type { AnalysedDocument } from './analysedDocument.ts';

/** Whoever says a block of a transcript, as others write the name and as it stands before the words. */
export interface Turn {
  readonly speaker: string;
  readonly written: string;
}

/** Behind the name that a turn begins with, and the role of whoever speaks. */
const TURN = /^(?:,[^:.!?"“]{2,60}|\s\([^)]{2,60}\))?:\s/;
/** Turns that make a transcript of a text; one colon behind a name makes none. */
const LEAST_TURNS = 3;

const NONE: ReadonlyMap<number, Turn> = new Map();
const known = new WeakMap<AnalysedDocument, ReadonlyMap<number, Turn>>();

/** The turns of a transcript ("OKONJI: Market women. …") by the block that is said; none in other texts. */
export function turnsOf(document: AnalysedDocument): ReadonlyMap<number, Turn> {
  let turns = known.get(document);
  if (!turns) {
    turns = readTurns(document);
    known.set(document, turns);
  }
  return turns;
}

function readTurns(document: AnalysedDocument): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  for (const [at, { block, mentions }] of document.blocks.entries()) {
    const index = mentions.findIndex((m) => m.kind === 'name');
    const name = mentions[index];
    if (name?.kind !== 'name' || name.start > 0 || !TURN.test(block.text.slice(name.end, name.end + 70)))
      continue;
    const entity = document.entityOf(at, index);
    const speaker = entity === undefined ? undefined : document.entities[entity]?.name;
    turns.set(at, { speaker: inSmallLetters(speaker ?? name.text), written: name.text });
  }
  const speakers = new Set(Array.from(turns.values(), ({ speaker }) => speaker));
  return turns.size >= LEAST_TURNS && speakers.size > 1 ? turns : NONE;
}

/** "TUNDE ADEBAYO-SMITH" as a draft writes it. */
const inSmallLetters = (name: string): string =>
  /\p{Ll}/u.test(name)
    ? name
    : name.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
