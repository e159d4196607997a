import type { LocatedMention } from '../sources/context.ts';
import { sentenceText } from './wordsAround.ts';

/** "By 25 votes", "41 cents less than", "the other 330": words that ask for a difference. */
const BY =
  /\b(?:by|margin of|majority of|lead of|gap of|other|remaining|rest of|missing|left with|down|up)\s(?:about\s|some\s|only\s|just\s)?$/i;
const THAN =
  /^(?:\s(?:[\p{L}-]+|\d[\d.,]*\s?%?)){0,4}\s(?:more|less|fewer|higher|lower|larger|smaller|older|younger|longer|shorter|elsewhere|outside|except)\b/iu;

/** True where the words around a value say that it is a difference. */
export function asksForDifference({ document, block, context, mention }: LocatedMention): boolean {
  const text = document.blocks[block]?.block.text ?? '';
  return (
    BY.test(text.slice(Math.max(context.start, mention.start - 24), mention.start)) ||
    THAN.test(text.slice(mention.end, Math.min(context.end, mention.end + 60)))
  );
}

/** Words that ask for one value as a share of another. */
const RATIO = /\b(?:margins?|ratios?|shares?|proportions?|rates?)\b/i;

/** True where the sentence speaks of a share or a margin. */
export const asksForRatio = (claim: LocatedMention): boolean => RATIO.test(sentenceText(claim));

/** "There and back", "both ways": words that ask for twice a value. */
const BOTH_WAYS = /\b(?:and back|round trip|both ways|both directions|return trip)\b/i;

/** True where the sentence asks for a value twice. */
export const asksForTwice = (claim: LocatedMention): boolean => BOTH_WAYS.test(sentenceText(claim));
