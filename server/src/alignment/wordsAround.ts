import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { LocatedMention } from '../sources/context.ts';
import { perSentence } from './perSentence.ts';

const textOf = ({ document, block }: LocatedMention): string => document.blocks[block]?.block.text ?? '';

/** The text of the block before a mention, at most so many UTF-16 units of it. */
export const textBefore = (m: LocatedMention, most: number): string =>
  textOf(m).slice(Math.max(0, m.mention.start - most), m.mention.start);

/** The text of the block behind a mention, at most so many UTF-16 units of it. */
export const textBehind = (m: LocatedMention, most: number): string =>
  textOf(m).slice(m.mention.end, m.mention.end + most);

/** Whether the sentence of a mention has words that match; each sentence is read once. */
export function sentenceMatches(words: RegExp): (m: LocatedMention) => boolean {
  const matches = perSentence(({ block }, { start, end }) => words.test(block.text.slice(start, end)));
  return ({ document, block, context }) => matches(document.blocks[block] as AnalysedBlock, context);
}

/** The text of a mention's sentence. */
export const sentenceText = (m: LocatedMention): string => textOf(m).slice(m.context.start, m.context.end);
