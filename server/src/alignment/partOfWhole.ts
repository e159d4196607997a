import type { LocatedMention } from '../sources/context.ts';

/** Text between the numbers of a part and its whole: "of the", "out of", "in every", "of the club’s". */
const OF =
  /^\s*(?:out\s+)?(?:of|in)\s+(?:(?:the|every|its|their|all|these|those)\s+)?(?:[\p{L}-]+['’]s?\s+)?$/iu;

/** "212 of 540 hosts", "$212 million of the $248 million", "one in every eight": the first is a part of the second. */
export function isPartOf(part: LocatedMention, whole: LocatedMention): boolean {
  if (part.context !== whole.context || part.block !== whole.block) return false;
  const text = part.document.blocks[part.block]?.block.text ?? '';
  return OF.test(text.slice(part.mention.end, whole.mention.start));
}
