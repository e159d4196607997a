import type { NameMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Segment } from '../sources/segment.ts';
import { readSlots, type Slot } from './slots.ts';

/** A name of a source that fills a slot. */
export interface SourceFiller {
  readonly slot: Slot;
  readonly mention: LocatedMention<NameMention>;
}

type Fillers = ReadonlyMap<string, readonly SourceFiller[]>;

const known = new WeakMap<Segment, Fillers>();

/** The names that fill a slot in the sources, in order. */
export const fillersIn = (segments: readonly Segment[], key: string): readonly SourceFiller[] =>
  segments.flatMap((segment) => fillersOf(segment).get(key) ?? []);

function fillersOf(segment: Segment): Fillers {
  const fillers = known.get(segment);
  if (fillers) return fillers;
  for (const _ of prepareFillers(segment));
  return known.get(segment) as Fillers;
}

/** Lays out the slots that the names of a segment fill, in a step for each source. */
export function* prepareFillers(segment: Segment): Generator<void> {
  if (known.has(segment)) return;
  const fillers = new Map<string, SourceFiller[]>();
  for (const { sentences } of segment.parts) {
    for (const { facts } of sentences) {
      for (const mention of facts.names) {
        for (const slot of readSlots(mention)) {
          const list = fillers.get(slot.key);
          const filler = { slot, mention };
          if (list) list.push(filler);
          else fillers.set(slot.key, [filler]);
        }
      }
    }
    yield;
  }
  known.set(segment, fillers);
}
