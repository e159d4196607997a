import type { LocatedMention } from '../sources/context.ts';

const textOf = ({ document, block }: LocatedMention): string => document.blocks[block]?.block.text ?? '';

/** The text of the block before a mention, at most so many UTF-16 units of it. */
export const textBefore = (m: LocatedMention, most: number): string =>
  textOf(m).slice(Math.max(0, m.mention.start - most), m.mention.start);

/** The text of the block behind a mention, at most so many UTF-16 units of it. */
export const textBehind = (m: LocatedMention, most: number): string =>
  textOf(m).slice(m.mention.end, m.mention.end + most);

/** The text of a mention's sentence. */
export const sentenceText = (m: LocatedMention): string => textOf(m).slice(m.context.start, m.context.end);
