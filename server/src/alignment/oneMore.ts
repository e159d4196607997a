import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm, isPersonTerm } from '../sources/vocabulary.ts';

/** One more that is listed with a count, as one of its own: "a lorry and seven cars", "three men and a woman". */
const ONE_BEFORE = /\b(?:an?|another)\s+(?:[\p{L}-]+\s+){1,3}(?:and|or)\s+$/iu;
const ONE_AFTER = /^\s+(?:(?!and\b)[\p{L}-]+\s+){1,3}and\s+(?:(?:[\p{L}-]+\s+){0,3}another|an?)\b/iu;
/** Text on each side of a count that is read for such a one. */
const LISTED = 60;

/** True when the sentence counts one more beside the value, in the same list. */
export function hasOneMore({ document, block, context, mention }: LocatedMention<QuantityMention>): boolean {
  if (mention.dimension !== 'count' || mention.high !== undefined) return false;
  const text = document.blocks[block]?.block.text ?? '';
  const start = mention.comparator ? Math.min(mention.comparator.start, mention.start) : mention.start;
  return (
    ONE_BEFORE.test(text.slice(Math.max(context.start, start - LISTED), start)) ||
    ONE_AFTER.test(text.slice(mention.number.end, Math.min(context.end, mention.number.end + LISTED)))
  );
}

/** True for counts of one thing, or of people of two kinds. */
export function countAlike(a: QuantityMention, b: QuantityMention): boolean {
  const [first, second] = [headTerm(a.noun), headTerm(b.noun)];
  if (first === undefined || second === undefined) return false;
  return first === second || (countsPeople(first) && countsPeople(second));
}
const countsPeople = (noun: string): boolean => noun === '=people' || isPersonTerm(noun);
