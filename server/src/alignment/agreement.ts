import type { DateMention, QuantityMention, TimeMention, Written } from '../mentions/mention.ts';
import type { LocatedMention, SentenceContext } from '../sources/context.ts';
import type { Segment } from '../sources/segment.ts';
import type { SentenceFacts } from '../sources/sourcePart.ts';
import { compareDateReadings, type ResolvedDate, resolveDate } from './compareDate.ts';
import { compareQuantity } from './compareQuantity.ts';
import { compareTime, timeHedge } from './compareTime.ts';
import { MEASURES, POINTS } from './conversion.ts';

/** Kinds of mentions that agree by their value. */
export type ValueMention = QuantityMention | DateMention | TimeMention;

/** How mentions of one kind are compared, so that equal ones are compared once. */
export interface Values<M extends ValueMention> {
  readonly in: (facts: SentenceFacts) => readonly LocatedMention<M>[];
  /** Only mentions of one class say anything about each other. */
  readonly classOf: (mention: M) => string;
  /** Mentions with the same key compare alike: everything of a mention but its place and the words around it. */
  readonly keyOf: (located: LocatedMention<M>) => string;
  readonly agrees: (draft: LocatedMention<M>, source: LocatedMention<M>) => boolean;
}

/** Dimensions that `compareQuantity` can say anything about are in one class. */
export const quantityClass = ({ dimension }: QuantityMention): string =>
  POINTS.has(dimension) || dimension === 'fraction'
    ? 'share'
    : MEASURES.has(dimension)
      ? 'measure'
      : dimension;

/** A field that is added to a quantity must be thought of here: these alone are of no account when two are compared. */
type Circumstance = 'perSpan' | 'kind' | 'start' | 'end' | 'number' | 'unitSpan' | 'noun';

function quantityKey({
  dimension,
  value,
  high,
  unit,
  sharedName,
  per,
  written,
  comparator,
}: QuantityMention): string {
  const fields: Readonly<Record<keyof Omit<QuantityMention, Circumstance>, unknown>> = {
    dimension,
    value,
    high,
    unit,
    sharedName,
    per,
    written: writtenKey(written),
    comparator: comparator?.kind,
  };
  return Object.values(fields).join('|');
}

function writtenKey({ place, significant, form, scale, vague }: Written): string {
  const fields: Readonly<Record<keyof Written, unknown>> = {
    place,
    significant,
    form,
    scale: scale?.factor,
    vague: vague && `${vague.low}-${vague.high}`,
  };
  return Object.values(fields).join(' ');
}

/** Quantities agree as `compareQuantity` says, which reads neither the places of a mention nor its noun. */
export const quantityValues: Values<QuantityMention> = {
  in: ({ quantities }) => quantities,
  classOf: quantityClass,
  keyOf: ({ mention }) => quantityKey(mention),
  agrees: (draft, source) => compareQuantity(draft.mention, source.mention).kind === 'agrees',
};

const resolved = ({ mention, document }: LocatedMention<DateMention>): ResolvedDate =>
  resolveDate(mention, document.dateline);

/** Dates agree when they are the same one to the depth in which the draft writes it. */
export const dateValues: Values<DateMention> = {
  in: ({ dates }) => dates,
  classOf: () => '',
  keyOf: (located) => `${located.mention.ambiguous === true} ${JSON.stringify(resolved(located))}`,
  agrees(draft, source) {
    const comparison = compareDateReadings(
      resolved(draft),
      resolved(source),
      draft.mention.ambiguous === true,
      source.mention.ambiguous === true,
    );
    return comparison.kind === 'same' && comparison.exact;
  },
};

/** Clock times agree as `compareTime` says, with the hedge before the draft's. */
export const timeValues: Values<TimeMention> = {
  in: ({ times }) => times,
  classOf: () => '',
  keyOf: (located) => {
    const { minutes, until, zone, halfOpen } = located.mention;
    return `${minutes} ${until} ${zone} ${halfOpen === true} ${timeHedge(located)}`;
  },
  agrees: (draft, source) => compareTime(draft.mention, source.mention, timeHedge(draft)).kind === 'agrees',
};

/** Mentions of one segment that compare alike, in order. */
interface Group<M extends ValueMention> {
  readonly members: Member<M>[];
}

interface Member<M extends ValueMention> {
  readonly located: LocatedMention<M>;
  /** Index of its sentence in the segment. */
  readonly sentence: number;
  /** Index among the mentions of its kind in the segment. */
  readonly at: number;
}

interface SegmentValues<M extends ValueMention> {
  /** By class and key. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, Group<M>>>;
  /** Groups that agree with a draft's value, by its key. */
  readonly agreeing: Map<string, readonly Group<M>[]>;
}

/** Values of drafts for which the agreeing groups of a segment are kept. */
const MOST_KEPT = 5_000;

/** Finds the first source mention that agrees with a draft's and stands in none of the sentences `near` it. */
export type Agreement<M extends ValueMention> = (
  draft: LocatedMention<M>,
  near: ReadonlyMap<SentenceContext, unknown>,
) => LocatedMention<M> | undefined;

/** By the way of comparing, and by segment. */
const known = new WeakMap<object, WeakMap<Segment, unknown>>();

/** Creates the look-up over segments; what it learns about a segment holds as long as the segment does. */
export function createAgreement<M extends ValueMention>(
  segments: readonly Segment[],
  values: Values<M>,
): Agreement<M> {
  return (draft, near) => {
    const key = values.keyOf(draft);
    for (let s = 0; s < segments.length; s++) {
      const own = valuesOf(segments[s] as Segment, values);
      let groups = own.agreeing.get(key);
      if (!groups) {
        const candidates = own.classes.get(values.classOf(draft.mention))?.values() ?? [];
        groups = [...candidates].filter(({ members }) =>
          values.agrees(draft, (members[0] as Member<M>).located),
        );
        if (own.agreeing.size >= MOST_KEPT) own.agreeing.clear();
        own.agreeing.set(key, groups);
      }
      const first = firstOf(groups, near);
      if (first) return first.located;
    }
    return undefined;
  };
}

/** Lays out the values of a segment, which are otherwise when a draft first asks for them. */
export function prepareValues(segment: Segment): void {
  valuesOf(segment, quantityValues);
  valuesOf(segment, dateValues);
  valuesOf(segment, timeValues);
}

function firstOf<M extends ValueMention>(
  groups: readonly Group<M>[],
  near: ReadonlyMap<SentenceContext, unknown>,
): Member<M> | undefined {
  let first: Member<M> | undefined;
  for (const { members } of groups) {
    for (const member of members) {
      if (first && member.at > first.at) break;
      if (near.has(member.located.context)) continue;
      first = member;
      break;
    }
  }
  return first;
}

function valuesOf<M extends ValueMention>(segment: Segment, values: Values<M>): SegmentValues<M> {
  let ofKind = known.get(values);
  if (!ofKind) {
    ofKind = new WeakMap();
    known.set(values, ofKind);
  }
  let read = ofKind.get(segment) as SegmentValues<M> | undefined;
  if (!read) {
    read = { classes: readGroups(segment, values), agreeing: new Map() };
    ofKind.set(segment, read);
  }
  return read;
}

function readGroups<M extends ValueMention>(
  { sentences }: Segment,
  values: Values<M>,
): ReadonlyMap<string, ReadonlyMap<string, Group<M>>> {
  const classes = new Map<string, Map<string, Group<M>>>();
  let at = 0;
  sentences.forEach(({ facts }, sentence) => {
    for (const located of values.in(facts)) {
      const kind = values.classOf(located.mention);
      let groups = classes.get(kind);
      if (!groups) {
        groups = new Map();
        classes.set(kind, groups);
      }
      const key = values.keyOf(located);
      const group = groups.get(key);
      const member = { located, sentence, at };
      if (group) group.members.push(member);
      else groups.set(key, { members: [member] });
      at++;
    }
  });
  return classes;
}
