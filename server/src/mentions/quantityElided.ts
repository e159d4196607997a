import type { QuantityMention } from './mention.ts';
import type { Fact } from './quantityBuild.ts';

/** Text between two values of which the second is what the first was, or is compared with: "to 97 kroner from 85". */
const COMPARED =
  /^,?\s*\(?(?:(?:and\s+)?(?:up|down)\s+)?(?:from|against|versus|vs\.?|compared\s+(?:with|to)|rather\s+than|instead\s+of|previously|previous\s+year:?|(?:19|20)\d\d:)\s*$/i;
/** "Raised by 12 kroner to 97". */
const REACHED = /^\s+to\s+$/i;
const BY = /\bby\s+(?:\p{L}+\s+)?$/iu;
/** "From 14 hours to 9.5", "from an average of 38 minutes to an expected 15": both ends of a change. */
const FROM = /\bfrom\s+(?:(?:an?|about|around|over|under|nearly|almost|just|average|of)\s+){0,4}$/i;
const TO =
  /^(?:\s+\p{L}+){0,2}\s+to\s+(?:(?:an?|about|around|over|under|nearly|almost|just|only|expected|estimated|average|of)\s+){0,4}$/iu;
/** Before a share that is a level and no change: "to 10.9 %, from 10.1". */
const LEVEL = /\b(?:to|at|of|was|were|is)\s+(?:(?:about|nearly|almost|over|around|just)\s+)?$/i;
/** Text before and between values that is read. */
const REACH = 40;
/** A value without its scale is thousands of times smaller; one as large as this has its own. */
const SMALL = 1000;

/**
 * Gives a bare number the unit of the value before it, where the two are compared and the second leaves its unit out: "to 97
 * kroner from 85", "NOK 486m (2024: 421m)". Offsets are those of `text`.
 */
export function withElidedUnits(facts: readonly Fact[], text: string): readonly Fact[] {
  let last: QuantityMention | undefined;
  let changed: Fact[] | undefined;
  facts.forEach((fact, i) => {
    if (fact.kind !== 'quantity') return;
    const whole = last && inUnitOf(last, fact, text);
    if (whole) {
      changed ??= [...facts];
      changed[i] = whole;
    }
    last = whole ?? fact;
  });
  return changed ?? facts;
}

function inUnitOf(first: QuantityMention, bare: QuantityMention, text: string): QuantityMention | undefined {
  const { unit, dimension } = first;
  if (unit === undefined || bare.per !== undefined || bare.high !== undefined) return undefined;
  // what stands behind the number is counted; a noun before it ("a price target of …") is told of both
  if (bare.noun && bare.noun.start >= bare.end) return undefined;
  if (bare.start - first.end > REACH || first.written.vague || bare.written.vague) return undefined;
  if (dimension === 'age' || dimension === 'label' || dimension === 'ordinal') return undefined;
  const between = text.slice(first.end, bare.start);
  const before = text.slice(Math.max(0, first.start - REACH), first.start);
  const isShare = dimension === 'percentage';
  const compared = COMPARED.test(between) && (!isShare || LEVEL.test(before));
  const ends = FROM.test(before) && TO.test(between);
  if (!compared && !ends && !(dimension === 'money' && REACHED.test(between) && BY.test(before)))
    return undefined;
  if (bare.dimension === 'count' && bare.unit === undefined) return scaledAs(first, bare);
  // "5,920m" beside "NOK 6,480m" are no metres
  if (dimension === 'money' && bare.unit === 'm' && first.written.scale?.text === 'm' && bare.unitSpan) {
    const { unitSpan, ...rest } = bare;
    const factor = first.written.scale.factor;
    const number = { start: bare.number.start, end: unitSpan.end };
    const scale = { factor, text: 'm', start: unitSpan.start, end: unitSpan.end };
    const written = { ...bare.written, place: bare.written.place * factor, scale };
    return { ...rest, ...unitOf(first), value: bare.value * factor, number, written };
  }
  return undefined;
}

const unitOf = ({ dimension, unit, sharedName }: QuantityMention) => ({
  dimension,
  ...(unit === undefined ? {} : { unit }),
  ...(sharedName === undefined ? {} : { sharedName }),
});

/** The bare number with the unit, and the scale where it has none of its own and would be far smaller without. */
function scaledAs(first: QuantityMention, bare: QuantityMention): QuantityMention {
  const { scale } = first.written;
  const shared = { ...bare, ...unitOf(first) };
  if (!scale || bare.written.scale || bare.value >= SMALL) return shared;
  const written = { ...bare.written, place: bare.written.place * scale.factor };
  return { ...shared, value: Number((bare.value * scale.factor).toPrecision(12)), written };
}
