import type { DateMention, QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { sentenceMatches, textBefore, textBehind } from './wordsAround.ts';

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

const STRETCHES =
  /^(?:springs?|summers?|autumns?|winters?|seasons?|weekends?|nights?|rounds?|legs?|games?|match(?:es)?|races?|laps?|innings|sessions?|meetings?|visits?|stages?|holes?|terms?|generations?|elections?|episodes?|sittings?|shifts?)$/i;

/** "Over two autumns", "undermined over 200 metres": along or during, as often as "more than". */
export function isAlong({ mention }: LocatedMention<QuantityMention>): boolean {
  if (mention.comparator?.text.toLowerCase() !== 'over') return false;
  return (
    mention.dimension === 'length' ||
    mention.dimension === 'duration' ||
    STRETCHES.test(mention.noun?.text.split(/\s+/).at(-1) ?? '')
  );
}

/** True when the sentence speaks of a limit: "the limit falls to 26" is the source\'s "no more than 26". */
export const isLimit = sentenceMatches(
  /\b(?:limit(?:s|ed|ing)?|caps?|capped|ceiling|maximum|minimum|threshold|quota|floor|allowed|restricted|peak(?:s|ed|ing)?|at worst)\b/i,
);

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

/** "Until 1998", "until her retirement in 1998": the date at which something ends. */
export const isEnd = (m: LocatedMention): boolean =>
  /\b(?:until|till|through|up to)\s(?:[\p{L}'’-]+\s){0,4}$/iu.test(textBefore(m, 48));

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

/** "18,700 hectares, less than half the size of the fire of 2017": what is told behind is what it is compared with. */
const COMPARED_WITH =
  /^(?:\s[\p{L}-]+){0,3},?\s(?:(?:or|about|nearly|almost|roughly|just|well|slightly|only|more|less|over|under|than)\s){0,3}(?:half|twice|a third|a quarter|double|triple|(?:two|three|four|five|six|ten) times)\s(?:the|as|that|what|of)\b/iu;

/** True for a value that the draft compares, as a share or a multiple, with another one. */
export const isComparedWith = (claim: LocatedMention): boolean => COMPARED_WITH.test(textBehind(claim, 80));

/** "The top eight": how many places of a list are looked at. */
export const isTop = (claim: LocatedMention): boolean => /\btop\s$/i.test(textBefore(claim, 5));

/** Names of one list: "Eastgate and Millrace", "Lindhaven, Vessel and Tornau". */
const LISTED = /^(?:,\s+|,?\s+and\s+|,?\s+or\s+)(?:(?:the|its|in|at)\s+)?$/i;
const MOST_LISTED = 10;

/** "Two schools are under review, Eastgate and Millrace": the draft's own sentence lists as many names as it counts. */
export function countsNames({ document, block, context, mention }: LocatedMention<QuantityMention>): boolean {
  if (mention.dimension !== 'count' || mention.value < 2 || mention.value > MOST_LISTED) return false;
  const { mentions = [], block: { text } = { text: '' } } = document.blocks[block] ?? {};
  let listed = 1;
  let last: { readonly end: number } | undefined;
  for (const at of context.mentions) {
    const name = mentions[at];
    if (name?.kind !== 'name' || name.start < mention.end) continue;
    if (last && LISTED.test(text.slice(last.end, name.start))) listed++;
    else {
      if (listed === mention.value) return true;
      listed = 1;
    }
    last = name;
  }
  return listed > 1 && listed === mention.value;
}
