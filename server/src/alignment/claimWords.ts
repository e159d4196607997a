import type { DateMention, QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { sentenceText, textBefore, textBehind } from './wordsAround.ts';

/** "two years later", "three days before": anchored at another event; the stretch is not stated in the source as such. */
const ANCHORED =
  /^\s+(?:later|earlier|before|after|afterwards|previously|ago|on|prior|since|from now|hence)\b/i;

/** True for a stretch of time that is measured from another event. */
export function isAnchored(claim: LocatedMention<QuantityMention>): boolean {
  if (claim.mention.dimension !== 'duration') return false;
  // "for three days before the pardons" says how long, not how long before
  if (/\b(?:for|lasting|lasted|took)\s$/i.test(textBefore(claim, 10))) return false;
  return ANCHORED.test(textBehind(claim, 20));
}

/** "over two minutes": before a duration "over" may mean "during", so it is read as no bound; it still drops none. */
export function hasLooseBound(claim: LocatedMention<QuantityMention>): boolean {
  return /\b(?:over|under|above|below|within|past|beyond)\s$/i.test(textBefore(claim, 8));
}

/** "The limit falls to 26": the word is the bound that the source writes as "no more than 26". */
const LIMIT =
  /\b(?:limit(?:s|ed|ing)?|caps?|capped|ceiling|maximum|minimum|threshold|quota|floor|allowed|restricted|peak(?:s|ed|ing)?|at worst)\b/i;

/** True when the claim's sentence speaks of a limit. */
export const isLimit = (claim: LocatedMention): boolean => LIMIT.test(sentenceText(claim));

/** "One flat in 250". */
const ONE_IN = /\b(?:one|1)(?:\s[\p{L}-]+){0,3}\s(?:in|out of)(?:\severy)?\s$/iu;

/** True for the whole of a share whose part is one. */
export const isOneIn = (claim: LocatedMention<QuantityMention>): boolean =>
  claim.mention.dimension === 'count' && ONE_IN.test(textBefore(claim, 40));

/** "Twice as many", "three times the goal": how many times another value. */
export function isMultiple({ document, block, mention }: LocatedMention<QuantityMention>): boolean {
  if (mention.dimension !== 'count') return false;
  if (/^times?$/i.test(mention.noun?.text ?? '')) return true;
  const text = document.blocks[block]?.block.text ?? '';
  return /^(?:twice|thrice)$/i.test(text.slice(mention.number.start, mention.number.end));
}

/** "A quarter to three" is a time of day. */
export const isClockQuarter = (claim: LocatedMention<QuantityMention>): boolean =>
  claim.mention.dimension === 'fraction' &&
  claim.mention.value === 0.25 &&
  /^ (?:to|past) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d{1,2})\b/i.test(
    textBehind(claim, 14),
  );

const MINUTES_OF_PLAY = 90;

/** "The 94th minute", which another report calls the fourth of stoppage time: it may agree and cannot differ. */
export const isStoppage = (claim: LocatedMention<QuantityMention>): boolean =>
  claim.mention.dimension === 'ordinal' &&
  claim.mention.value > MINUTES_OF_PLAY &&
  /^\sminute\b/i.test(textBehind(claim, 8));

/** "Two fewer than on Monday": the date of what is compared, which the source may tell in another way. */
export const isCompared = (claim: LocatedMention): boolean =>
  /\b(?:than|compared (?:with|to))(?: (?:on|in|at))?(?: the)? $/i.test(textBefore(claim, 24));

const wordBefore = (m: LocatedMention): string => /([\p{L}]+) $/u.exec(textBefore(m, 16))?.[1] ?? '';

/** "Since 2017" for "after 2016". */
export const isNextYear = (
  claim: LocatedMention<DateMention>,
  source: LocatedMention<DateMention>,
): boolean =>
  claim.mention.month === undefined &&
  source.mention.month === undefined &&
  claim.mention.year === (source.mention.year ?? Number.NaN) + 1 &&
  /^(?:since|from)$/i.test(wordBefore(claim)) &&
  /^after$/i.test(wordBefore(source));
