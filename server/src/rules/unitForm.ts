import { formatLike } from '../mentions/formatNumber.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Span } from '../text/span.ts';
import { textAt } from './rule.ts';

/** What a span of the draft should read. */
export interface Rewriting {
  readonly span: Span;
  readonly text: string;
}

/** A number with its unit: the unit's words, what stands between the two, and which comes first. */
interface UnitForm {
  readonly unit: string;
  readonly gap: string;
  readonly before: boolean;
}

const SIGN = /^(?:[^\p{L}]+$|[°º])/u;
const SHORT = 3;

/** Signs cling to the number, words stand apart, and writers differ about "km". */
const classOf = (unit: string): 'sign' | 'short' | 'word' =>
  SIGN.test(unit) ? 'sign' : unit.replace(/\P{L}/gu, '').length <= SHORT ? 'short' : 'word';

const isHyphen = (gap: string): boolean => /^[-‐‑]$/.test(gap);
const isPlainGap = (gap: string): boolean => gap.trim() === '' || isHyphen(gap);

const UNEVEN: readonly (readonly [string, string])[] = [
  ['foot', 'feet'],
  ['inch', 'inches'],
  ['century', 'centuries'],
];

/** "a five-mile walk", "walked five miles": a unit joined to its number has no plural. */
function inflected(unit: string, from: string, to: string): string {
  if (classOf(unit) !== 'word' || isHyphen(from) === isHyphen(to)) return unit;
  for (const [one, many] of UNEVEN) {
    if (unit.endsWith(one) && !isHyphen(to)) return unit.slice(0, -one.length) + many;
    if (unit.endsWith(many) && isHyphen(to)) return unit.slice(0, -many.length) + one;
  }
  if (isHyphen(to)) return unit.replace(/s$/, '');
  return /s$|t$/.test(unit) ? unit : `${unit}s`;
}

function formOf(m: LocatedMention<QuantityMention>, unit: Span): UnitForm {
  const { number } = m.mention;
  const before = unit.start < number.start;
  const gap = before ? { start: unit.end, end: number.start } : { start: number.end, end: unit.start };
  return { unit: textAt(m, unit), gap: textAt(m, gap), before };
}

/** What stands between the draft's number and the source's unit. */
function gapFor(mine: UnitForm, theirs: UnitForm): string {
  if (classOf(mine.unit) === classOf(theirs.unit)) return mine.gap;
  if (isHyphen(mine.gap) && classOf(theirs.unit) === 'word') return mine.gap;
  return isHyphen(theirs.gap) ? ' ' : theirs.gap;
}

/** The draft's number with the source's unit, or only the unit where nothing else changes. */
export function withUnit(
  claim: LocatedMention<QuantityMention>,
  mine: Span,
  source: LocatedMention<QuantityMention>,
  theirs: Span,
): Rewriting {
  const [own, other] = [formOf(claim, mine), formOf(source, theirs)];
  const { number } = claim.mention;
  const figure = textAt(claim, number);
  const whole = { start: Math.min(mine.start, number.start), end: Math.max(mine.end, number.end) };
  if (!isPlainGap(own.gap) || !isPlainGap(other.gap)) return { span: mine, text: other.unit };
  // "15%–20%" has its unit twice
  if (figure.includes(own.unit)) return { span: claim.mention, text: textAt(source, source.mention) };
  const sameSide = own.before === other.before;
  const gap = sameSide ? gapFor(own, other) : isHyphen(other.gap) ? ' ' : other.gap;
  const isOne = claim.mention.value === 1 && sameSide;
  const unit = isOne ? other.unit : inflected(other.unit, other.gap, gap);
  if (sameSide && gap === own.gap) return { span: mine, text: unit };
  return { span: whole, text: other.before ? unit + gap + figure : figure + gap + unit };
}

/** "4.2bn" for 4.2 million is "4.2m": the scale of the source in the draft's way of writing it. */
export function withScale(
  claim: LocatedMention<QuantityMention>,
  mine: Span,
  source: LocatedMention<QuantityMention>,
  theirs: Span,
): Rewriting {
  const figure = textAt(claim, { start: claim.mention.number.start, end: mine.start });
  const value = formatLike(source.mention.value, textAt(claim, claim.mention.number));
  if (value?.startsWith(figure)) return { span: mine, text: value.slice(figure.length) };
  return { span: mine, text: textAt(source, theirs) };
}
