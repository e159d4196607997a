import type { LocatedMention } from '../sources/context.ts';
import { sentenceMatches } from './wordsAround.ts';

/** "By 25 votes", "41 cents less than", "the other 330": words that ask for a difference. */
const BY =
  /\b(?:by|margin of|majority of|lead of|gap of|other|remaining|rest of|missing|left with|down|up)\s(?:about\s|some\s|only\s|just\s)?$/i;
const THAN =
  /^(?:\s(?:[\p{L}-]+|\d[\d.,]*\s?%?)){0,4}\s(?:more|less|fewer|higher|lower|larger|smaller|older|younger|longer|shorter|elsewhere|outside|except)\b/iu;
/** "Three short of the 38", "24 fewer works", "one too few", "130 euros dearer": the value itself is the difference. */
const COMPARED =
  /^(?:(?:\s(?!or\b|and\b|than\b)[\p{L}-]+){3,4}(?<!\s(?:in|for|at|by|to|from|with|after|within))\s(?:more|less|fewer)\s+than\b|(?:\s(?!or\b|and\b|than\b)[\p{L}-]+){0,2}(?<!\s(?:in|for|at|by|to|from|with|after|within))\s(?:(?:more|less|fewer)\b(?!\s+or\b)|(?:higher|lower|larger|smaller|bigger|older|younger|longer|shorter|cheaper|dearer|heavier|lighter|faster|slower|taller|wider|deeper|warmer|colder|earlier|later|behind|ahead|(?:above|below)(?!\s+(?:the\s+)?(?:surface|sea|ground|street|deck|water|zero|freezing))|clear|inside)\b|short\s+of\b|too\s+(?:few|many|much|little)\b|adrift\b))/iu;
/** "120 of the posts are still to be filled": what is left. */
const tellsRest = sentenceMatches(/\b(?:still|remaining|remains?|left over|yet to|rest)\b/i);
/** "+5" and "(−3)": a change. */
const SIGNED = /(?:(?:^|[\s(])\+|\([\u2212\u2013-])\s?\p{Sc}?$/u;
const LED_BY_SIGN = /^\+/;

/** True where the words around a value say that it is a difference. */
export function asksForDifference(claim: LocatedMention): boolean {
  const { document, block, context, mention } = claim;
  const text = document.blocks[block]?.block.text ?? '';
  return (
    BY.test(text.slice(Math.max(context.start, mention.start - 24), mention.start)) ||
    THAN.test(text.slice(mention.end, Math.min(context.end, mention.end + 60))) ||
    isDifference(claim) ||
    tellsRest(claim)
  );
}

/** True where a value is told as a difference by its own words or its sign, and not as an amount. */
export function isDifference({ document, block, context, mention }: LocatedMention): boolean {
  const text = document.blocks[block]?.block.text ?? '';
  const lead = text.slice(Math.max(context.start, mention.start - 3), mention.start);
  return (
    LED_BY_SIGN.test(text.slice(mention.start, mention.end)) ||
    SIGNED.test(lead) ||
    COMPARED.test(text.slice(mention.end, Math.min(context.end, mention.end + 60)))
  );
}

/** True where the sentence asks for a sum: "together", "in all". */
export const asksForSum = sentenceMatches(
  /\b(?:together|combined|in all|in total|altogether|all told|jointly|between them|comes? to|came to|adds? up to|added up to|totals?|totall?ed)\b/i,
);

/** "37 seats, one too few": one is no value of its own there. */
const ONE_OFF = /^(?:\s[\p{L}-]+){0,2},?\s\(?one\s(?:too\s(?:few|many)|short|more|fewer|less|over)\b/iu;

/** True for a value of which the draft says that it is one more or less than another. */
export const isOneOff = ({ document, block, context, mention }: LocatedMention): boolean =>
  ONE_OFF.test(
    (document.blocks[block]?.block.text ?? '').slice(mention.end, Math.min(context.end, mention.end + 60)),
  );

/** True where the sentence speaks of a share or a margin, of one value as a part of another. */
export const asksForRatio = sentenceMatches(/\b(?:margins?|ratios?|shares?|proportions?|rates?)\b/i);

/** True where the sentence asks for a value twice: "there and back", "both ways". */
export const asksForTwice = sentenceMatches(
  /\b(?:and back|round trip|both ways|both directions|return trip)\b/i,
);
